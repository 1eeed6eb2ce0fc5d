import { describe, expect, it } from 'vitest'
import { carryColors } from './carry-colors.ts'
import type { Gaussians } from './gaussians.ts'

function table(places: readonly (readonly number[])[], instances: readonly number[], level: number): Gaussians {
  const count = places.length
  return {
    count,
    positions: Float32Array.from(places.flat()),
    scales: new Float32Array(count * 3).fill(0.01),
    rotations: new Float32Array(count * 4),
    opacities: new Float32Array(count).fill(1),
    colors: new Float32Array(count * 3).fill(level),
    instances: Uint32Array.from(instances),
    semantics: new Uint8Array(count),
    levels: [count],
  }
}

describe('carryColors', () => {
  it('carries what refinement changed to the same gaussian of the same record, and to no other', () => {
    const wall = [1, 2, 3]
    const chair = [2, 2, 0.5]
    const refined = table([wall, chair], [1, 2], 0.6)
    const kept = { gaussians: refined, emitted: new Float32Array(6).fill(0.5), ids: ['wall', 'chair'] }
    // The order of records changed, the chair moved, and there is a table where the wall's gaussian is.
    const next = table([wall, [2.5, 2, 0.5], wall], [3, 1, 2], 0.55)
    const carried = carryColors(kept, next, ['chair', 'table', 'wall'])
    expect([...carried]).toEqual([1, 0, 0])
    expect(next.colors[0]).toBeCloseTo(0.65, 5)
    expect(next.colors[3]).toBeCloseTo(0.55, 5)
  })

  it('leaves a gaussian alone whose light changed much', () => {
    const kept = { gaussians: table([[0, 0, 0]], [1], 0.9), emitted: new Float32Array(3).fill(0.8), ids: ['wall'] }
    const next = table([[0, 0, 0]], [1], 0.3)
    expect([...carryColors(kept, next, ['wall'])]).toEqual([0])
    expect(next.colors[0]).toBeCloseTo(0.3, 5)
  })
})

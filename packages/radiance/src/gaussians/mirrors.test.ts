import { describe, expect, it } from 'vitest'
import { type Mirror, reflectShape } from './mirrors.ts'
import type { Patch } from './patches.ts'

type Matrix = number[][]

function covariance(rotation: ArrayLike<number>, scales: readonly number[]): Matrix {
  const [x, y, z, w] = Array.from(rotation) as [number, number, number, number]
  const r = [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ]
  return [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => [0, 1, 2].reduce((sum, k) => sum + r[i]![k]! * r[j]![k]! * scales[k]! ** 2, 0)),
  )
}

describe('reflectShape', () => {
  it('gives the covariance that the reflection of the gaussian has', () => {
    const length = Math.hypot(0.3, -0.8, 0.5)
    const normal = [0.3 / length, -0.8 / length, 0.5 / length] as const
    const mirror: Mirror = { instance: 0, patch: {} as Patch, normal, offset: 0.7 }
    const q = [0.2, -0.4, 0.6, 0.5]
    const norm = Math.hypot(...q)
    const rotation = Float64Array.from(q, (value) => value / norm)
    const scales = [0.3, 0.05, 0.011]
    const before = covariance(rotation, scales)
    const flip = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0) - 2 * normal[i]! * normal[j]!))
    const expected = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => {
        let sum = 0
        for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) sum += flip[i]![a]! * before[a]![b]! * flip[j]![b]!
        return sum
      }),
    )
    const position = Float64Array.of(1, 2, 3)
    reflectShape(mirror, position, rotation)
    const after = covariance(rotation, scales)
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(after[i]![j]).toBeCloseTo(expected[i]![j]!, 9)
    const middle =
      (normal[0] * (1 + position[0]!) + normal[1] * (2 + position[1]!) + normal[2] * (3 + position[2]!)) / 2
    expect(middle).toBeCloseTo(0.7, 9)
  })
})

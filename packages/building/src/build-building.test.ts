import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Operation,
  readScene,
  type Scene,
  type Swing,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { buildOpening, clearRect } from './build-opening.ts'
import { buildCeiling, buildFloor } from './build-room.ts'
import { buildWall, roomsBeside, roomsThrough } from './build-wall.ts'
import type { BuildingPart } from './mesh-builder.ts'

/** A room of 5 by 4 m whose first wall has an opening. */
function room(opening?: { type: 'door' | 'window' | 'passage'; swing?: Swing; open?: number; sill?: number }): Scene {
  let document = createEmptyDocument()
  let count = 0
  const run = (operation: Operation) => {
    const result = applyOperation(document, operation, { createId: () => `id-${count++}` })
    if (!result.ok) throw new Error(result.message)
    document = applyChange(document, result.change)
  }
  const points = [
    [0, 0],
    [5, 0],
    [5, 4],
    [0, 4],
    [0, 0],
  ] as const
  run({ type: 'walls-added', level: 'level-0', points, thickness: 0.2 })
  if (opening) {
    const { type, ...more } = opening
    const wall = readScene(document).walls[0]!.id
    run({ type: 'opening-added', id: 'o', wall, opening: type, along: 2, width: 1, height: 2, ...more })
  }
  return readScene(document)
}

function facesOf({ positions, normals, indices }: BuildingPart) {
  return Array.from({ length: indices.length / 3 }, (_, t) => {
    const [a, b, c] = [0, 1, 2].map((k) => indices[t * 3 + k]! * 3) as [number, number, number]
    const u = [0, 1, 2].map((k) => positions[b + k]! - positions[a + k]!)
    const v = [0, 1, 2].map((k) => positions[c + k]! - positions[a + k]!)
    const cross = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!]
    const volume = [0, 1, 2].reduce((sum, k) => sum + positions[a + k]! * cross[k]!, 0) / 6
    return {
      area: Math.hypot(...cross) / 2,
      along: [0, 1, 2].reduce((sum, k) => sum + cross[k]! * normals[a + k]!, 0),
      volume,
    }
  })
}

const areaOf = (parts: readonly BuildingPart[]) => parts.flatMap(facesOf).reduce((sum, { area }) => sum + area, 0)

describe('a room', () => {
  const scene = room({ type: 'window', sill: 0.5 })
  const [only] = scene.rooms

  it('has a floor and a ceiling of its own area', () => {
    expect(areaOf(buildFloor(only!))).toBeCloseTo(only!.area)
    expect(areaOf(buildCeiling(only!, 2.5))).toBeCloseTo(only!.area)
  })

  it('shows wall where there is no opening, and skirting along the floor', () => {
    const [wall] = scene.walls
    const parts = buildWall(wall!, { openings: scene.openings, ...roomsBeside(scene, wall!) })
    const inner = parts.filter(({ name }) => name === 'left' || name === 'right').map((part) => areaOf([part]))
    // The room's side is 4.8 m long, the other 5.2 m; both lack the window.
    expect(Math.min(...inner)).toBeCloseTo(4.8 * wall!.resolvedHeight - 2)
    expect(Math.max(...inner)).toBeCloseTo(5.2 * wall!.resolvedHeight - 2)
    expect(parts.some(({ name }) => name === 'trim')).toBe(true)
  })

  it('faces outwards everywhere', () => {
    const wall = scene.walls[0]!
    const parts = [
      ...buildWall(wall, { openings: scene.openings, ...roomsBeside(scene, wall) }),
      ...buildOpening(scene.openings[0]!).fixed,
    ]
    for (const part of parts) for (const { along } of facesOf(part)) expect(along).toBeGreaterThan(0)
    const sash = buildOpening(scene.openings[0]!).fixed.filter(({ name }) => name === 'sash')
    expect(sash.flatMap(facesOf).reduce((sum, { volume }) => sum + volume, 0)).toBeGreaterThan(0)
  })

  it('knows which rooms lie beside an opening', () => {
    const { left, right } = roomsThrough(scene, scene.openings[0]!)
    expect([left?.id, right?.id].filter(Boolean)).toEqual([only!.id])
  })
})

describe('an opening', () => {
  it('has glass in a window, which leaves room for its frame', () => {
    const [window] = room({ type: 'window', sill: 0.5 }).openings
    const glass = buildOpening(window!).fixed.filter(({ name }) => name === 'glass')
    const { from, to, bottom, top } = clearRect(window!)
    const clear = (to - from) * (top - bottom)
    expect(areaOf(glass)).toBeGreaterThan(clear * 0.6)
    expect(areaOf(glass)).toBeLessThan(clear)
    expect(clear).toBeLessThan(2)
  })

  it('has nothing in a passage', () => {
    const { fixed, leaf } = buildOpening(room({ type: 'passage' }).openings[0]!)
    expect(fixed.map(({ name }) => name)).toEqual(['threshold'])
    expect(leaf).toBeUndefined()
  })

  it('turns a hinged leaf by a quarter and shifts a sliding one by its width', () => {
    const hinged = buildOpening(
      room({ type: 'door', swing: { type: 'hinged', hinge: 'a', side: 'left' } }).openings[0]!,
    ).leaf!
    expect(hinged.poseAt(0).yaw).toBeCloseTo(0)
    expect(Math.abs(hinged.poseAt(1).yaw)).toBeCloseTo(Math.PI / 2)
    expect(hinged.poseAt(7)).toEqual(hinged.poseAt(1))
    const sliding = buildOpening(room({ type: 'door', swing: { type: 'sliding' } }).openings[0]!).leaf!
    const [shut, open] = [sliding.poseAt(0), sliding.poseAt(1)]
    expect(Math.hypot(open.x - shut.x, open.y - shut.y)).toBeCloseTo(0.94)
  })
})

import { polygonArea } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Operation,
  readScene,
  type SceneWall,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { cutWall, edgeSide } from './wall-pieces.ts'

function wallWith(openings: { along: number; width: number; sill: number; height: number }[], bulge?: number) {
  let document = createEmptyDocument()
  let count = 0
  const run = (operation: Operation) => {
    const result = applyOperation(document, operation, { createId: () => `id-${count++}` })
    if (!result.ok) throw new Error(result.message)
    document = applyChange(document, result.change)
  }
  run({
    type: 'walls-added',
    level: 'level-0',
    points: [
      [0, 0],
      [5, 0],
    ],
    thickness: 0.2,
  })
  const wall = readScene(document).walls[0]!.id
  if (bulge !== undefined) run({ type: 'wall-changed', id: wall, bulge })
  for (const [index, opening] of openings.entries()) {
    run({ type: 'opening-added', id: `o${index}`, wall, opening: 'window', ...opening })
  }
  const scene = readScene(document)
  return { wall: scene.walls[0]!, openings: scene.openings }
}

const volume = (wall: SceneWall, openings: Parameters<typeof cutWall>[1]) =>
  cutWall(wall, openings).reduce(
    (sum, piece) => sum + Math.abs(polygonArea(piece.ring)) * (piece.top - piece.bottom),
    0,
  )

describe('wall pieces', () => {
  it('keep the volume of the wall less its openings', () => {
    const { wall, openings } = wallWith([
      { along: 1.2, width: 0.9, sill: 0, height: 2.1 },
      { along: 3.4, width: 1.4, sill: 0.9, height: 1.4 },
    ])
    const solid = 5 * 0.2 * wall.resolvedHeight
    expect(volume(wall, openings)).toBeCloseTo(solid - 0.2 * (0.9 * 2.1 + 1.4 * 1.4), 6)
  })

  it('leave one block where there is no opening', () => {
    const { wall } = wallWith([])
    expect(cutWall(wall, [])).toHaveLength(1)
  })

  it('follow an arc', () => {
    const { wall, openings } = wallWith([{ along: 2.5, width: 1, sill: 0.9, height: 1.2 }], 0.4)
    const whole = Math.abs(polygonArea(wall.outline)) * wall.resolvedHeight
    const hole = whole - volume(wall, openings)
    expect(hole).toBeGreaterThan(0.2 * 1 * 1.2 * 0.93)
    expect(hole).toBeLessThan(0.2 * 1 * 1.2 * 1.07)
  })

  it('tell the faces of a wall from its ends', () => {
    const { wall } = wallWith([])
    const sides = wall.outline.map((a, i) => edgeSide(wall, a, wall.outline[(i + 1) % wall.outline.length]!))
    expect(sides.filter((side) => side === 'left')).toHaveLength(1)
    expect(sides.filter((side) => side === 'right')).toHaveLength(1)
    const left = sides.indexOf('left')
    expect(wall.outline[left]![1]).toBeCloseTo(0.1)
  })
})

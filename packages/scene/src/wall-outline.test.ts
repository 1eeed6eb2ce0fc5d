import {
  isPointInPolygon,
  loopsToPolygons,
  type Point2,
  polygonArea,
  polygonIntersectionArea,
} from '@enfilade/geometry'
import { describe, expect, test } from 'vitest'
import { readScene } from './index.ts'
import { expectValidScene } from './testing/expect-valid-scene.ts'
import { forAll } from './testing/fuzz.ts'
import { createSpace, rectangle, walls } from './testing/random-documents.ts'

const united = (outlines: readonly (readonly Point2[])[]) =>
  loopsToPolygons(outlines).reduce(
    (sum, { outer, holes }) => sum + polygonArea(outer) + holes.reduce((inner, hole) => inner + polygonArea(hole), 0),
    0,
  )

function star(angles: readonly number[], thicknesses: readonly number[], length = 3) {
  const space = createSpace()
  for (const [i, angle] of angles.entries()) {
    space.run(
      walls(
        [
          [0, 0],
          [length * Math.cos(angle), length * Math.sin(angle)],
        ],
        thicknesses[i],
      ),
    )
  }
  const scene = readScene(space.document)
  expectValidScene(scene)
  return scene
}

describe('wall outlines', () => {
  test('a corner of two walls is mitred: both share the inner and the outer point', () => {
    const scene = star([0, Math.PI / 2], [0.2, 0.2])
    for (const { outline } of scene.walls) {
      expect(outline).toContainEqual([0.1, 0.1])
      expect(outline).toContainEqual([-0.1, -0.1])
    }
  })

  test('different thicknesses meet where their sides cross', () => {
    const scene = star([0, Math.PI / 2], [0.2, 0.4])
    for (const { outline } of scene.walls) {
      expect(outline).toContainEqual([0.2, 0.1])
      expect(outline).toContainEqual([-0.2, -0.1])
    }
  })

  test('a wall by itself is a rectangle with square ends', () => {
    const [wall] = star([0], [0.2]).walls
    expect(wall!.outline).toHaveLength(4)
    expect(polygonArea(wall!.outline)).toBeCloseTo(0.6, 12)
  })

  test('a very acute corner is cut instead of running to a spike', () => {
    for (const angle of [0.02, 0.1, 0.3]) {
      const scene = star([0, angle], [0.2, 0.2])
      for (const { outline } of scene.walls) {
        for (const [x, y] of outline) expect(Math.hypot(x, y)).toBeLessThan(3.2)
        for (const [x] of outline) expect(x).toBeGreaterThan(-0.2)
      }
    }
  })

  test('walls in line with one thickness join flush, with two they step', () => {
    const flush = star([0, Math.PI], [0.2, 0.2])
    expect(flush.walls.map(({ outline }) => polygonArea(outline))).toEqual([0.6, 0.6].map((a) => expect.closeTo(a, 9)))
    const step = star([0, Math.PI], [0.2, 0.4])
    expect(step.walls.map(({ outline }) => polygonArea(outline))).toEqual([0.6, 1.2].map((a) => expect.closeTo(a, 9)))
  })

  test('any number of walls at any angles meet without a gap and overlap by less than a coin where they step', () => {
    forAll((random) => {
      const count = 3 + random.int(4)
      const angles = Array.from({ length: count }, (_, i) => ((i + 0.55 * random()) / count) * 2 * Math.PI)
      const scene = star(
        angles,
        angles.map(() => random.pick([0.1, 0.2, 0.3])),
      )
      const outlines = scene.walls.map(({ outline }) => outline)
      const sum = outlines.reduce((total, outline) => total + polygonArea(outline), 0)
      expect(Math.abs(united(outlines) - sum)).toBeLessThan(1e-3)
      // The joint is filled: nothing near the middle is left out.
      for (let i = 0; i < 16; i++) {
        const point: Point2 = [0.04 * Math.cos(i), 0.04 * Math.sin(i)]
        expect(outlines.some((outline) => isPointInPolygon(point, outline))).toBe(true)
      }
    })
  })

  test('the walls of a plan fill just what its rooms leave', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 6, 0.2))
    space.run(
      walls(
        [
          [3, 0],
          [3, 6],
        ],
        0.1,
      ),
    )
    space.run(
      walls(
        [
          [3, 2.5],
          [8, 2.5],
        ],
        0.1,
      ),
    )
    const scene = readScene(space.document)
    expectValidScene(scene)
    const floor = scene.rooms.reduce((sum, { area }) => sum + area, 0)
    expect(united(scene.walls.map(({ outline }) => outline))).toBeCloseTo(8.2 * 6.2 - floor, 9)
    for (const wall of scene.walls) {
      for (const room of scene.rooms) expect(polygonIntersectionArea(wall.outline, room.polygon)).toBeLessThan(1e-9)
    }
  })

  test('an arc keeps its thickness all along', () => {
    const space = createSpace()
    space.run(
      walls(
        [
          [0, 0],
          [4, 0],
        ],
        0.2,
      ),
    )
    const [wall] = readScene(space.document).walls
    space.run({ type: 'wall-changed', id: wall!.id, bulge: 1 })
    const arc = readScene(space.document).walls[0]!
    expect(arc.length).toBeCloseTo(2 * Math.PI, 12)
    expect(polygonArea(arc.outline)).toBeCloseTo((Math.PI / 2) * (2.1 ** 2 - 1.9 ** 2), 2)
    for (const [x, y] of arc.outline) {
      expect(Math.abs(Math.hypot(x - 2, y) - 2)).toBeLessThan(0.105)
    }
  })
})

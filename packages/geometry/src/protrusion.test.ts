import { describe, expect, test } from 'vitest'
import {
  boxFootprint,
  distancePointToRing,
  interiorPoint,
  isPointInPolygon,
  isPointInRegion,
  protrusion,
  type Ring,
  signedClearance,
} from './index.ts'
import { forAll, stairRing, starRing } from './testing-shapes.ts'

const room: Ring = [
  [0, 0],
  [4, 0],
  [4, 5],
  [0, 5],
]

describe('protrusion', () => {
  test('is 0 inside and the distance past the wall outside', () => {
    expect(protrusion(boxFootprint(2, 2, 0.3, 1, 1), room)).toBe(0)
    expect(
      protrusion(
        [
          [1, 1],
          [4.03, 1],
          [4.03, 2],
          [1, 2],
        ],
        room,
      ),
    ).toBeCloseTo(0.03, 12)
    expect(
      protrusion(
        [
          [0, 0],
          [4, 0],
          [4, 5],
          [0, 5],
        ],
        room,
      ),
    ).toBe(0)
  })

  test('sees a column that pokes into a box from inside', () => {
    const column: Ring = [
      [1.9, 1.9],
      [1.9, 2.1],
      [2.1, 2.1],
      [2.1, 1.9],
    ]
    expect(protrusion(boxFootprint(2, 2, 0, 1, 1), room, [column])).toBeCloseTo(0.1, 3)
    expect(protrusion(boxFootprint(2, 3, 0, 1, 1), room, [column])).toBe(0)
  })

  test('sees a notch of the wall that lies under a box whose corners are all inside', () => {
    const notched: Ring = [
      [0, 0],
      [1.8, 0],
      [1.8, 0.5],
      [2.2, 0.5],
      [2.2, 0],
      [4, 0],
      [4, 5],
      [0, 5],
    ]
    expect(
      protrusion(
        [
          [1, 0.2],
          [3, 0.2],
          [3, 1],
          [1, 1],
        ],
        notched,
      ),
    ).toBeCloseTo(0.2, 3)
  })

  test('agrees with dense sampling over random polygons', () => {
    forAll((random) => {
      const outer = random() < 0.5 ? starRing(random, 3 + random.int(8)) : stairRing(random, 3 + random.int(4))
      const box = boxFootprint(
        random.between(-4, 4),
        random.between(-4, 4),
        random.between(-4, 4),
        2 * random() + 0.1,
        1,
      )
      let sampled = 0
      for (let i = 0; i <= 30; i++) {
        for (let j = 0; j <= 30; j++) {
          const [p, q, , s] = [box[0]!, box[1]!, box[2]!, box[3]!]
          const point = [
            p[0] + ((q[0] - p[0]) * i) / 30 + ((s[0] - p[0]) * j) / 30,
            p[1] + ((q[1] - p[1]) * i) / 30 + ((s[1] - p[1]) * j) / 30,
          ] as const
          if (!isPointInPolygon(point, outer)) sampled = Math.max(sampled, distancePointToRing(point, outer))
        }
      }
      const measured = protrusion(box, outer)
      expect(measured).toBeGreaterThanOrEqual(sampled - 1.1e-4)
      expect(measured).toBeLessThan(sampled + 0.08)
    }, 80)
  })
})

describe('interiorPoint', () => {
  test('lies inside, about as far from the edges as any of a grid of points', () => {
    forAll((random) => {
      const outer = starRing(random, 3 + random.int(10))
      const point = interiorPoint(outer)
      const clearance = signedClearance(point, outer)
      expect(clearance).toBeGreaterThan(0)
      for (let x = -5; x <= 5; x += 0.25) {
        for (let y = -5; y <= 5; y += 0.25) expect(signedClearance([x, y], outer)).toBeLessThan(clearance + 0.011)
      }
    }, 40)
  })

  test('stays out of holes, and inside slivers', () => {
    const hole: Ring = [
      [1, 1],
      [1, 4],
      [3, 4],
      [3, 1],
    ]
    expect(isPointInRegion(interiorPoint(room, [hole]), room, [hole])).toBe(true)
    expect(
      isPointInPolygon(
        interiorPoint([
          [0, 0],
          [10, 0],
          [10, 0.001],
        ]),
        [
          [0, 0],
          [10, 0],
          [10, 0.001],
        ],
      ),
    ).toBe(true)
  })
})

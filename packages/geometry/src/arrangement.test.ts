import { describe, expect, test } from 'vitest'
import { arrangeSegments, doSegmentsTouch, type Point2, polygonArea, traceFaces } from './index.ts'
import { forAll, starRing } from './testing-shapes.ts'

function randomSegments(random: () => number, count: number, grid: number): [Point2, Point2][] {
  const coordinate = () => (grid > 0 ? Math.round(random() * grid) : random() * 10)
  return Array.from({ length: count }, () => [
    [coordinate(), coordinate()],
    [coordinate(), coordinate()],
  ])
}

describe('arrangeSegments', () => {
  test('edges meet only in nodes, whether crossing freely or lying along each other on a grid', () => {
    forAll((random) => {
      const { nodes, edges } = arrangeSegments(randomSegments(random, 2 + random.int(10), random() < 0.5 ? 4 : 0), 1e-6)
      for (let i = 0; i < edges.length; i++) {
        for (let j = i + 1; j < edges.length; j++) {
          const ends = [edges[i]!.from, edges[i]!.to, edges[j]!.from, edges[j]!.to]
          if (new Set(ends).size < 4) continue
          const [a, b, c, d] = ends.map((node) => nodes[node]!)
          expect(doSegmentsTouch(a!, b!, c!, d!)).toBe(false)
        }
      }
    })
  })

  test('nodes, edges, faces and parts obey Euler, and faces cancel out', () => {
    forAll((random) => {
      const arrangement = arrangeSegments(randomSegments(random, 2 + random.int(12), random() < 0.5 ? 5 : 0), 1e-6)
      const { edges } = arrangement
      const used = new Set(edges.flatMap(({ from, to }) => [from, to]))
      const parent = new Map([...used].map((node) => [node, node]))
      const root = (node: number): number => (parent.get(node) === node ? node : root(parent.get(node)!))
      for (const { from, to } of edges) parent.set(root(from), root(to))
      const parts = new Set([...used].map(root)).size
      const walks = traceFaces(arrangement)
      // Every part adds its own outside walk: V − E + walks = 2 · parts.
      expect(used.size - edges.length + walks.length).toBe(2 * parts)
      expect(walks.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(0, 6)
      expect(walks.reduce((sum, { steps }) => sum + steps.length, 0)).toBe(2 * edges.length)
    })
  })

  test('chains follow every segment from its first to its last point', () => {
    forAll((random) => {
      const segments = randomSegments(random, 2 + random.int(10), 0)
      const { nodes, chains } = arrangeSegments(segments, 1e-6)
      segments.forEach(([a, b], i) => {
        const first = nodes[chains[i]![0]!]!
        const last = nodes[chains[i]!.at(-1)!]!
        expect(Math.hypot(first[0] - a[0], first[1] - a[1])).toBeLessThan(1e-6)
        expect(Math.hypot(last[0] - b[0], last[1] - b[1])).toBeLessThan(1e-6)
      })
    })
  })

  test('noise below the tolerance joins: a rectangle drawn with shaking hands is one face', () => {
    forAll((random) => {
      const shake = () => random.between(-4e-4, 4e-4)
      const corners: Point2[] = [
        [0, 0],
        [4, 0],
        [4, 5],
        [0, 5],
      ]
      const segments = corners.map((a, i): [Point2, Point2] => {
        const b = corners[(i + 1) % 4]!
        return [
          [a[0] + shake(), a[1] + shake()],
          [b[0] + shake(), b[1] + shake()],
        ]
      })
      const inner = traceFaces(arrangeSegments(segments, 2e-3)).filter(({ area }) => area > 0)
      expect(inner).toHaveLength(1)
      expect(inner[0]!.area).toBeCloseTo(20, 1)
    })
  })

  test('a simple polygon has one bounded face of its own area', () => {
    forAll((random) => {
      const ring = starRing(random, 3 + random.int(12))
      const walks = traceFaces(
        arrangeSegments(
          ring.map((a, i) => [a, ring[(i + 1) % ring.length]!]),
          1e-9,
        ),
      )
      expect(walks.map(({ area }) => area).sort((a, b) => a - b)).toHaveLength(2)
      expect(Math.max(...walks.map(({ area }) => area))).toBeCloseTo(polygonArea(ring), 9)
    })
  })
})

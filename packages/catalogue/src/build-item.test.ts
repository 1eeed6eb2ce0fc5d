import type { Size3 } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import {
  buildItemMesh,
  buildItemSymbol,
  type ItemLooks,
  itemMass,
  itemSeats,
  itemSurfaces,
  type Kind,
  kinds,
} from './index.ts'
import { reportMesh } from './testing/mesh-report.ts'

/** How far a mesh may leave its box, metres. */
const OUTSIDE = 0.001
/** Part of each side of the box that a mesh must fill. */
const REACH = 0.95
const TRIANGLES = 6000

/** Small seeded generator, so that a failing size can be found again. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function sizesOf(kind: Kind): Size3[] {
  const random = createRandom(kind.id.length * 7919 + kind.id.charCodeAt(0))
  const { min, typical, max } = kind.size
  const between = (k: 0 | 1 | 2) => min[k] + (max[k] - min[k]) * random()
  return [
    min,
    typical,
    max,
    ...kind.presets.map((preset) => preset.size),
    ...Array.from({ length: 2 }, (): Size3 => [between(0), between(1), between(2)]),
  ]
}

function looksOf(kind: Kind): ItemLooks[] {
  const variants = [undefined, ...kind.variants]
  const shapes = [undefined, ...kind.shapes]
  return variants.flatMap((variant) =>
    shapes.flatMap((shape) =>
      sizesOf(kind).map(
        (size): ItemLooks => ({
          category: kind.id,
          size,
          ...(variant ? { variant } : {}),
          ...(shape ? { shape } : {}),
        }),
      ),
    ),
  )
}

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (id, kind) => {
  it('builds a sound mesh that fills its box and stays inside it, at any size, in every variant and shape', () => {
    for (const looks of looksOf(kind)) {
      const { low, high, faults } = reportMesh(buildItemMesh(looks))
      const [w, d, h] = looks.size
      const where = `${id} ${looks.variant ?? ''} ${looks.shape ?? ''} ${looks.size.map((side) => side.toFixed(3)).join(' × ')}`
      expect(faults, where).toEqual([])
      const box = [
        [-w / 2, w / 2],
        [-d / 2, d / 2],
        [0, h],
      ] as const
      for (let axis = 0; axis < 3; axis++) {
        const [from, to] = box[axis]!
        expect(low[axis]!, `${where}: low end of axis ${axis}`).toBeGreaterThanOrEqual(from - OUTSIDE)
        expect(high[axis]!, `${where}: high end of axis ${axis}`).toBeLessThanOrEqual(to + OUTSIDE)
        expect(high[axis]! - low[axis]!, `${where}: extent on axis ${axis}`).toBeGreaterThanOrEqual(
          (to - from) * REACH - 1e-6,
        )
      }
    }
  })

  it('is built close to its box by itself at its usual sizes, so that fitting hardly changes it', () => {
    for (const { size, variant, shape } of [
      { size: kind.size.typical, variant: undefined, shape: undefined },
      ...kind.presets,
    ]) {
      const { low, high } = reportMesh(
        kind.build({ size, ...(variant ? { variant } : {}), ...(shape ? { shape } : {}) }),
      )
      for (let axis = 0; axis < 3; axis++) {
        const side = size[axis as 0 | 1 | 2]
        const slack = Math.max(0.006, side * 0.06)
        expect(Math.abs(low[axis]! + (axis === 2 ? 0 : side / 2)), `${id} low ${axis}`).toBeLessThan(slack)
        expect(Math.abs(high[axis]! - (axis === 2 ? side : side / 2)), `${id} high ${axis}`).toBeLessThan(slack)
      }
    }
  })

  it('uses only finish slots that it declares, and stays within the triangle budget', () => {
    for (const looks of looksOf(kind)) {
      if (looks.size !== kind.size.typical) continue
      const parts = buildItemMesh(looks)
      expect(parts.map((part) => part.slot).filter((slot) => !Object.hasOwn(kind.finishes, slot))).toEqual([])
      expect(parts.reduce((sum, part) => sum + part.indices.length / 3, 0)).toBeLessThanOrEqual(TRIANGLES)
    }
  })

  it('draws a symbol inside its footprint', () => {
    for (const looks of looksOf(kind)) {
      const [w, d] = looks.size
      const paths = buildItemSymbol(looks)
      expect(paths.length, id).toBeGreaterThan(0)
      for (const { points } of paths) {
        expect(points.length).toBeGreaterThanOrEqual(2)
        const outside = points.filter(([x, y]) => Math.abs(x) > w / 2 + 1e-6 || Math.abs(y) > d / 2 + 1e-6)
        expect(outside, `${id} ${looks.variant} ${looks.shape} ${looks.size}`).toEqual([])
      }
    }
  })

  it('is the same each time', () => {
    const looks: ItemLooks = { category: id, size: kind.size.typical }
    expect(buildItemMesh(looks)).toEqual(buildItemMesh(looks))
    expect(buildItemSymbol(looks)).toEqual(buildItemSymbol(looks))
  })

  it('shows an overridden finish in its first slot', () => {
    const slot = Object.keys(kind.finishes)[0]!
    const finishes = { [slot]: { color: '#123456', material: 'concrete' } }
    const parts = kind.variants.length
      ? kind.variants.flatMap((variant) => buildItemMesh({ category: id, size: kind.size.typical, variant, finishes }))
      : buildItemMesh({ category: id, size: kind.size.typical, finishes })
    const part = parts.find((candidate) => candidate.slot === slot)
    expect(part?.color).toBe('#123456')
    expect(part?.material).toBe('concrete')
  })

  it('has surfaces inside its box', () => {
    for (const looks of looksOf(kind)) {
      const [w, d, h] = looks.size
      for (const s of itemSurfaces(looks)) {
        const where = `${id} ${looks.shape} ${looks.size}`
        expect(s.width, where).toBeGreaterThan(0)
        expect(s.depth, where).toBeGreaterThan(0)
        expect(s.clear, where).toBeGreaterThan(0)
        expect(Math.abs(s.x) + s.width / 2, where).toBeLessThanOrEqual(w / 2 + 1e-6)
        expect(Math.abs(s.y) + s.depth / 2, where).toBeLessThanOrEqual(d / 2 + 1e-6)
        expect(s.z, where).toBeLessThanOrEqual(h + 1e-6)
        if (s.inside) expect(s.z + s.clear, where).toBeLessThanOrEqual(h + 1e-6)
      }
    }
  })

  it('opens and switches on without a fault', () => {
    for (const variant of [undefined, ...kind.variants]) {
      for (const states of [{ open: 1 }, { open: 0.4 }, { on: true }]) {
        const parts = buildItemMesh({ category: id, size: kind.size.typical, states, ...(variant ? { variant } : {}) })
        expect(reportMesh(parts).faults).toEqual([])
        if (states.on && kind.light) expect(parts.some((part) => (part.emissive ?? 0) > 0)).toBe(true)
      }
    }
  })
})

describe('sizes change the build, not only the scale', () => {
  const triangles = (category: string, size: Size3, rest: Partial<ItemLooks> = {}) =>
    reportMesh(buildItemMesh({ category, size, ...rest })).triangles
  const seats = (category: string, size: Size3, rest: Partial<ItemLooks> = {}) => itemSeats({ category, size, ...rest })

  it('gives a wider sofa another seat of the same width', () => {
    expect([1.7, 2.25, 2.95].map((width) => seats('sofa', [width, 0.95, 0.85]))).toEqual([2, 3, 4])
    expect(triangles('sofa', [2.25, 0.95, 0.85])).toBeGreaterThan(triangles('sofa', [1.7, 0.95, 0.85]))
    expect(seats('sofa', [2.7, 1.65, 0.85], { shape: 'l' })).toBeGreaterThanOrEqual(4)
  })

  it('gives a wider bed a second pillow', () => {
    expect(seats('single_bed', [0.98, 2.05, 0.9])).toBe(1)
    expect(seats('double_bed', [1.58, 2.1, 1])).toBe(2)
  })

  it.each([
    ['wardrobe', [1.0, 0.6, 2.2], [2.0, 0.6, 2.2]],
    ['wardrobe', [1.5, 0.6, 2.2], [1.5, 0.6, 2.6]],
    ['bookcase', [0.8, 0.31, 1.2], [0.8, 0.31, 2.2]],
    ['bookcase', [0.8, 0.31, 2.0], [1.8, 0.31, 2.0]],
    ['chest_of_drawers', [0.8, 0.47, 0.7], [0.8, 0.47, 1.2]],
    ['curtain', [1.0, 0.12, 2.5], [3.0, 0.12, 2.5]],
    ['desk', [1.0, 0.6, 0.75], [1.4, 0.6, 0.75]],
    ['base_cabinet', [0.4, 0.6, 0.85], [1.2, 0.6, 0.85]],
    ['refrigerator', [0.6, 0.65, 1.8], [0.91, 0.7, 1.8]],
    ['radiator', [0.5, 0.1, 0.6], [1.5, 0.1, 0.6]],
    ['vanity', [0.8, 0.5, 0.85], [1.5, 0.5, 0.85]],
    ['tv_stand', [1.0, 0.4, 0.5], [2.2, 0.4, 0.5]],
    ['chandelier', [0.5, 0.5, 0.6], [1.2, 1.2, 0.6]],
  ] as const)('builds more parts into a larger %s', (category, small, large) => {
    expect(triangles(category, large)).toBeGreaterThan(triangles(category, small))
  })

  it('seats people by the edge of the table', () => {
    expect(
      [
        [0.7, 0.7],
        [1.3, 0.8],
        [1.7, 0.9],
        [2.2, 1.0],
      ].map(([w, d]) => seats('dining_table', [w!, d!, 0.75])),
    ).toEqual([2, 4, 6, 8])
    expect(seats('dining_table', [1.2, 1.2, 0.75], { shape: 'round' })).toBe(5)
  })
})

describe('hostile items', () => {
  const sizes = [
    [0, 0, 0],
    [-1, 2, 3],
    [Number.NaN, 1, 1],
    [1e9, 1e-9, 1],
    [Infinity, 1, 1],
  ] as const
  it.each(sizes)('keeps its head at size %s, %s, %s', (...size) => {
    for (const category of ['sofa', 'wardrobe', 'plant', 'no_such_thing', '', '__proto__', 'constructor']) {
      const { faults } = reportMesh(buildItemMesh({ category, size }))
      expect(
        faults.filter((fault) => fault.includes('finite')),
        category,
      ).toEqual([])
      for (const path of buildItemSymbol({ category, size }))
        for (const point of path.points) expect(point.every(Number.isFinite)).toBe(true)
    }
  })

  it('ignores finishes, variants and shapes that it does not know', () => {
    const size = [2, 0.9, 0.8] as const
    const plain = buildItemMesh({ category: 'sofa', size })
    const odd = buildItemMesh({
      category: 'sofa',
      size,
      variant: 'x',
      shape: 'dodecahedron',
      finishes: { upholstery: { material: 'toString', color: 'red' } },
    })
    expect(odd).toEqual(plain)
  })

  it('stretches the buildable size beyond the range, so the box is still filled', () => {
    const { high, low } = reportMesh(buildItemMesh({ category: 'nightstand', size: [3, 2, 4] }))
    expect(high[0]! - low[0]!).toBeCloseTo(3, 2)
    expect(high[2]!).toBeCloseTo(4, 2)
  })

  it('shows unknown things as a framed block of their size', () => {
    const parts = buildItemMesh({ category: 'flux_capacitor', size: [0.4, 0.3, 0.2] })
    const { low, high, faults } = reportMesh(parts)
    expect(faults).toEqual([])
    expect(parts.map((part) => part.slot)).toEqual(['body', 'frame'])
    expect([...low, ...high].map((value) => Math.round(value * 1000))).toEqual([-200, -150, 0, 200, 150, 200])
  })
})

describe('mass', () => {
  it('is the kind’s at the typical size, grows with the size, and gives way to the item’s own', () => {
    const size = [2.25, 0.96, 0.84] as const
    expect(itemMass({ category: 'sofa', size })).toBe(72)
    expect(itemMass({ category: 'sofa', size: [3, 0.96, 0.84] })!).toBeGreaterThan(80)
    expect(itemMass({ category: 'sofa', size, physics: { mass: 5 } })).toBe(5)
    expect(itemMass({ category: 'no_such_thing', size })).toBeUndefined()
  })
})

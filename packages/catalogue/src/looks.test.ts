import { describe, expect, it } from 'vitest'
import {
  applyLooks,
  buildItemMesh,
  findKind,
  kinds,
  materials,
  materialWords,
  resolveMaterial,
  resolveStyle,
  shapesOf,
  shownLooks,
  sizeForShape,
  styles,
} from './index.ts'

describe('applyLooks and shownLooks', () => {
  it('makes a round walnut table round and walnut, in the mesh too', () => {
    const looks = applyLooks('dining_table', { shape: 'round', material: '黑胡桃' })
    expect(looks.unmet).toEqual([])
    const size = sizeForShape('dining_table', [1.4, 0.85, 0.75], 'round')
    expect(size[0]).toBe(size[1])
    const item = { category: 'dining_table', size, ...looks }
    expect(shownLooks(item)).toEqual({ color: materials.walnut.color, material: 'walnut', shape: 'round', style: null })
    const parts = buildItemMesh(item)
    expect(parts.map((part) => part.material)).toEqual(['walnut', 'walnut'])
    const top = parts.find((part) => part.slot === 'top')!
    const far = Math.max(
      ...Array.from({ length: top.positions.length / 3 }, (_, k) =>
        Math.hypot(top.positions[k * 3]!, top.positions[k * 3 + 1]!),
      ),
    )
    expect(far).toBeLessThan(size[0] / 2 + 0.001)
  })

  it('keeps legs of wood under a marble top, and colours whole upholstery', () => {
    expect(applyLooks('coffee_table', { material: 'marble' }).finishes).toEqual({ top: { material: 'marble' } })
    const sofa = applyLooks('sofa', { color: '#204060' })
    const parts = buildItemMesh({ category: 'sofa', size: [2.2, 0.95, 0.84], ...sofa })
    expect(parts.filter((part) => part.color === '#204060').length).toBeGreaterThanOrEqual(2)
  })

  it.each(kinds.map((kind) => [kind.id]))('shows a colour, a material and each of its shapes on %s', (id) => {
    const kind = findKind(id)!
    const looks = applyLooks(id, { color: '#3a6ea5', material: 'teak' })
    const { color, material } = shownLooks({ category: id, size: kind.size.typical, ...looks })
    expect([color, material]).toEqual(['#3a6ea5', 'teak'])
    for (const shape of shapesOf(id)) {
      const size = sizeForShape(id, kind.size.typical, shape)
      const applied = applyLooks(id, { shape })
      expect(applied.unmet, shape).toEqual([])
      expect(shownLooks({ category: id, size, ...applied }).shape, shape).toBe(shape)
    }
  })

  it('shows a style while its parts look its way, and reports what it does not know', () => {
    const looks = applyLooks('dining_table', { style: 'industrial' })
    expect(shownLooks({ category: 'dining_table', ...looks }).style).toBe('industrial')
    expect(shownLooks({ category: 'dining_table', style: 'industrial' }).style).toBeNull()
    expect(applyLooks('dining_table', { style: 'x', material: 'y', shape: 'heart', color: 'z' }).unmet).toEqual([
      'material',
      'color',
      'style',
      'shape',
    ])
  })

  it('knows materials and styles by their words in both languages', () => {
    expect(
      ['胡桃木', '黑胡桃', '橡木', '原木', '岩板', '大理石', '布艺', '皮', '藤编', 'wicker', 'Wooden'].map(
        resolveMaterial,
      ),
    ).toEqual([
      'walnut',
      'walnut',
      'oak',
      'oak',
      'sintered_stone',
      'marble',
      'linen',
      'leather',
      'rattan',
      'rattan',
      'oak',
    ])
    expect(['新中式', '北欧', 'boho', 'mid-century'].map(resolveStyle)).toEqual([
      'chinese',
      'scandinavian',
      'bohemian',
      'mid_century',
    ])
    for (const name of Object.keys(materials) as (keyof typeof materials)[]) {
      expect(materialWords(name).zh.length, name).toBeGreaterThan(0)
      expect(resolveMaterial(materials[name].name.zh), name).toBe(name)
    }
    expect(Object.keys(styles).length).toBeGreaterThanOrEqual(12)
  })
})

import { describe, expect, it } from 'vitest'
import { findKind, kinds, materials } from './index.ts'

describe('the table of kinds', () => {
  it('has at least 165 kinds, sorted by id, each once', () => {
    const ids = kinds.map((kind) => kind.id)
    expect(ids.length).toBeGreaterThanOrEqual(165)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  it.each(kinds.map((kind) => [kind.id, kind] as const))('%s is complete', (id, kind) => {
    expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(findKind(id)).toBe(kind)
    for (const language of ['en', 'zh'] as const) {
      expect(kind.names[language].length).toBeGreaterThanOrEqual(2)
      expect(new Set(kind.names[language]).size).toBe(kind.names[language].length)
    }
    expect(kind.names.zh.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([])
    expect(kind.source.length).toBeGreaterThan(5)
    const { min, typical, max } = kind.size
    for (const k of [0, 1, 2] as const) {
      expect(min[k]).toBeGreaterThan(0)
      expect(min[k]).toBeLessThanOrEqual(typical[k])
      expect(typical[k]).toBeLessThanOrEqual(max[k])
      for (const preset of kind.presets) {
        expect(preset.size[k], preset.id).toBeGreaterThanOrEqual(min[k])
        expect(preset.size[k], preset.id).toBeLessThanOrEqual(max[k])
      }
    }
    for (const preset of kind.presets) {
      if (preset.variant) expect(kind.variants).toContain(preset.variant)
      if (preset.shape) expect(kind.shapes).toContain(preset.shape)
    }
    expect(kind.clearance.front.min).toBeLessThanOrEqual(kind.clearance.front.recommended)
    expect(kind.physics.mass).toBeGreaterThan(0)
    expect(kind.rooms.length).toBeGreaterThan(0)
    for (const companion of kind.companions) {
      expect(findKind(companion.category), `${id} → ${companion.category}`).toBeDefined()
      expect(companion.count.min).toBeLessThanOrEqual(companion.count.max)
    }
    for (const finish of Object.values(kind.finishes)) expect(Object.keys(materials)).toContain(finish.material)
    if (kind.mount === 'wall') expect(kind.mountHeight).toBeGreaterThan(0)
    if (kind.group === 'lighting') expect(kind.light?.lumens).toBeGreaterThan(0)
  })

  it('has a rich table of materials with a name in both languages', () => {
    expect(Object.keys(materials).length).toBeGreaterThanOrEqual(60)
    for (const material of Object.values(materials)) {
      expect(material.name.en.length).toBeGreaterThan(1)
      expect(material.name.zh).toMatch(/\p{Script=Han}/u)
      expect(material.color).toMatch(/^#[0-9a-f]{6}$/)
      expect(material.patternScale).toBeGreaterThan(0)
    }
  })
})

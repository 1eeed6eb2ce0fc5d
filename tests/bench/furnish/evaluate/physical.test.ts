import { describe, expect, it } from 'vitest'
import { measurePhysical } from './physical.ts'
import { createScene, standing } from './scene-fixture.ts'

const table = standing('table', 'dining_table', [2.5, 2], [1.4, 0.8, 0.75])
const chair = (y: number) => standing('chair', 'dining_chair', [2.5, y, 180], [0.46, 0.5, 0.82])

describe('the physical rows', () => {
  it('see two things in one place, and let a chair under a table', () => {
    const bed = standing('bed', 'double_bed', [2.5, 2.9], [1.6, 2.1, 1])
    const into = standing('stand', 'nightstand', [3.4, 3.7], [0.45, 0.4, 0.5])
    expect(measurePhysical(createScene([bed, into])).overlapping).toBe(2)
    expect(measurePhysical(createScene([bed, { ...into, center: [3.6, 3.7, 0.25] }])).overlapping).toBe(0)
    expect(measurePhysical(createScene([table, chair(1.5)])).overlapping).toBe(0)
    expect(measurePhysical(createScene([table, chair(1.9)])).overlapping).toBe(2)
  })

  it('let things stand on rugs and on what carries them', () => {
    const rug = standing('rug', 'rug', [2.5, 2], [2.4, 1.7, 0.02])
    const cup = { ...standing('cup', 'cup', [2.5, 2], [0.1, 0.1, 0.1]), support: 'table' }
    expect(measurePhysical(createScene([rug, table, cup])).overlapping).toBe(0)
  })

  it('see what stands out of its room', () => {
    expect(measurePhysical(createScene([table])).outside).toBe(0)
    expect(measurePhysical(createScene([{ ...table, center: [4.5, 2, 0.375] }])).outside).toBe(1)
    expect(measurePhysical(createScene([{ ...table, center: [7, 2, 0.375] }])).outside).toBe(1)
  })

  it('keep the door, its leaf and its way free', () => {
    const box = (x: number, y: number) => standing('box', 'chest_of_drawers', [x, y], [0.4, 0.4, 0.8])
    expect(measurePhysical(createScene([box(0.7, 0.4)])).doorsBlocked).toBe(1)
    expect(measurePhysical(createScene([box(0.8, 0.78)])).doorsBlocked).toBe(1)
    expect(measurePhysical(createScene([box(2, 0.4)])).doorsBlocked).toBe(0)
  })

  it('count what a walker gets to, and the floor that hangs together', () => {
    const wardrobe = (x: number, y: number, deg: number) => standing(`w${x}`, 'wardrobe', [x, y, deg], [2, 0.6, 2.1])
    const open = measurePhysical(createScene([wardrobe(3, 3.68, 0)]))
    expect([open.reached, open.used]).toEqual([1, 1])
    expect(open.connected).toBeCloseTo(open.walkable, 5)
    const shut = [wardrobe(3.6, 3.68, 180), standing('barrier', 'bookcase', [2.2, 2], [0.3, 4, 2])]
    const closed = measurePhysical(createScene(shut))
    expect(closed.reached).toBeLessThan(closed.used)
    expect(closed.connected).toBeLessThan(0.8 * closed.walkable)
  })

  it('are empty for an empty space', () => {
    const scene = createScene([])
    expect(measurePhysical({ ...scene, rooms: [], walls: [], openings: [] })).toMatchObject({ objects: 0, walkable: 0 })
  })
})

import { findKind, materialFamily, materials, type StyleName, styles } from '@enfilade/catalogue'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Finish,
  type ItemRecord,
  type Operation,
  readScene,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import type { AppearanceBrief } from './appearance-brief.ts'
import type { Choice } from './choice.ts'
import { colorDistance, lchOf } from './oklab.ts'
import { proposeAppearance } from './propose-appearance.ts'
import { readAppearance } from './read-appearance.ts'
import { readReference, withPicture } from './read-reference.ts'

let count = 0
const context = { createId: () => `new-${++count}` }

function apply(document: SceneDocument, operations: readonly Operation[]): SceneDocument {
  return operations.reduce((now, operation) => {
    const result = applyOperation(now, operation, context)
    if (!result.ok) throw new Error(result.message)
    return applyChange(now, result.change)
  }, document)
}

const thing = (id: string, category: string, x: number, y: number, more: Partial<ItemRecord> = {}): Operation => ({
  type: 'item-added',
  item: {
    id,
    level: 'level-0',
    category,
    pose: { x, y, z: 0, yaw: 0 },
    size: findKind(category)!.size.typical,
    support: { on: 'floor' },
    ...more,
  },
})

/** A living room with a window to the south and a bathroom beside it. */
function home(): SceneDocument {
  const rooms: Operation[] = [
    {
      type: 'walls-added',
      level: 'level-0',
      points: [
        [0, 0],
        [5, 0],
        [5, 4],
        [0, 4],
      ],
      closed: true,
    },
    {
      type: 'walls-added',
      level: 'level-0',
      points: [
        [5, 0],
        [8, 0],
        [8, 4],
        [5, 4],
      ],
    },
    { type: 'room-labelled', id: 'living', level: 'level-0', at: [2, 2], name: 'Living', roomType: 'living_room' },
    { type: 'room-labelled', id: 'bath', level: 'level-0', at: [6.5, 2], name: 'Bath', roomType: 'bathroom' },
  ]
  const shell = apply(createEmptyDocument(), rooms)
  const south = readScene(shell).walls.find(
    ({ start, end }) => start[1] === 0 && end[1] === 0 && Math.min(start[0], end[0]) === 0,
  )!
  return apply(shell, [
    {
      type: 'opening-added',
      id: 'window',
      wall: south.id,
      opening: 'window',
      along: 2.5,
      width: 2,
      height: 1.4,
      sill: 0.9,
    },
    { type: 'opening-added', id: 'door', wall: south.id, opening: 'door', along: 0.7 },
    thing('sofa', 'sofa', 2.5, 3.3),
    thing('armchair', 'armchair', 4, 1.5),
    thing('table', 'coffee_table', 2.5, 2),
    thing('rug', 'rug', 2.5, 2.2),
    thing('floor-lamp', 'floor_lamp', 0.5, 3.5),
    thing('bookcase', 'bookcase', 0.3, 2),
    thing('cabinet', 'cabinet', 4.6, 3.4, { locked: true }),
    thing('toilet', 'toilet', 6, 3.5),
    thing('basin', 'sink_cabinet', 7, 3.5),
    thing('tv', 'television', 4, 0.5),
  ])
}

const document = home()
const scene = readScene(document)
const propose = (words: string, seed = 1, locks: readonly Choice[] = []) =>
  proposeAppearance(scene, readAppearance(words), { seed, locks })
const look = (words: string, seed = 1) => readScene(apply(document, propose(words, seed).operations))
const finishOf = (words: string, id: string, slot: string, seed = 1): Finish | undefined =>
  look(words, seed).items.find((item) => item.id === id)?.finishes?.[slot]
const room = (words: string, id: string, seed = 1) =>
  look(words, seed).rooms.find((one) => one.id === id)!.label!.finishes!
const palette = (choices: readonly Choice[]) =>
  Object.fromEntries(choices.flatMap((c) => (c.kind === 'palette' ? [[c.id.slice(8), c.value] as const] : [])))

describe('proposeAppearance', () => {
  it('is the same for the same seed and another for others', () => {
    expect(propose('japandi', 3)).toEqual(propose('japandi', 3))
    const walls = new Set<string>()
    for (let seed = 1; seed <= 12; seed++) {
      const { walls: w, floor, wood, fabric, accent } = palette(propose('japandi', seed).choices)
      walls.add([w, floor, wood, fabric, accent].map((f) => `${f!.material}${f!.color}`).join())
    }
    expect(walls.size).toBeGreaterThan(8)
  })

  it('says nothing more once the scene looks so', () => {
    const brief = readAppearance('warm industrial evening')
    const done = readScene(apply(document, proposeAppearance(scene, brief).operations))
    expect(proposeAppearance(done, brief).operations).toEqual([])
  })

  it('puts what was asked where it was asked', () => {
    const words = 'japandi, walnut floor, sage green walls, leather sofa, navy accent wall'
    expect(room(words, 'living')).toMatchObject({ floor: { material: 'walnut' }, walls: { color: '#9aa88c' } })
    expect(finishOf(words, 'sofa', 'upholstery')).toMatchObject({ material: 'leather' })
    const feature = look(words).walls.flatMap(({ finishes }) => Object.values(finishes ?? {}))
    expect(feature).toContainEqual({ material: 'plaster', color: '#25395c' })
  })

  it('leaves locked things alone, and screens, sanitary ware and leaves as they are', () => {
    const touched = new Set(propose('dopamine').operations.map((operation) => ('id' in operation ? operation.id : '')))
    expect(touched.has('cabinet')).toBe(false)
    expect(touched.has('tv')).toBe(false)
    expect(touched.has('toilet')).toBe(false)
    const taps = look('classic, black metal').items.find(({ id }) => id === 'toilet')!
    expect(Object.keys(taps.finishes!)).toEqual(['button'])
    expect(taps.style).toBeUndefined()
  })

  it('keeps wet floors waterproof and refuses what cannot be, in words', () => {
    for (const style of Object.keys(styles) as StyleName[])
      for (const seed of [1, 2, 3]) {
        const { floor } = room(style.replaceAll('_', ' '), 'bath', seed)
        expect(['stone', 'ceramic'], style).toContain(materialFamily(floor!.material as 'oak'))
      }
    const velvet = propose('velvet toilet, carpet floor of wool')
    expect(velvet.unmet.map(({ words }) => words)).toContain('velvet toilet')
    expect(room('wool floor', 'bath').floor!.material).not.toBe('wool')
    expect(propose('glass curtains').unmet).toHaveLength(1)
  })

  it('keeps what is not wanted out', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { choices } = propose('art deco, no gold', seed)
      const shown = JSON.stringify(choices.map(({ value }) => value))
      expect(shown).not.toContain('"gold"')
      expect(shown).not.toContain('"brass"')
    }
  })

  it('keeps locked choices, changed ones too, while the rest varies', () => {
    const first = propose('scandinavian', 1)
    const kept = first.choices.find(({ id }) => id === 'palette:wood')!
    const own: Choice = { ...kept, kind: 'palette', value: { material: 'teak', color: materials.teak.color } } as Choice
    for (const seed of [2, 3, 4]) {
      const next = propose('scandinavian', seed, [own])
      expect(palette(next.choices).wood).toEqual({ material: 'teak', color: materials.teak.color })
      expect(next.choices.find(({ id }) => id === 'palette:wood')!.locked).toBe(true)
      const table = readScene(apply(document, next.operations)).items.find(({ id }) => id === 'table')!
      expect(Object.values(table.finishes!).some(({ material }) => material === 'teak')).toBe(true)
    }
    const sofa = first.choices.find(({ id }) => id === 'item:sofa')!
    expect(propose('gothic', 9, [sofa]).choices.find(({ id }) => id === 'item:sofa')!.value).toEqual(sofa.value)
  })

  it.each(Object.keys(styles) as StyleName[])('lets furniture stand out and woods agree in %s', (style) => {
    for (let seed = 1; seed <= 6; seed++) {
      const p = palette(propose(style.replaceAll('_', ' '), seed).choices)
      const apart = (a: string, b: string) => colorDistance(p[a]!.color, p[b]!.color)
      expect(apart('fabric', 'walls'), `sofa and wall, seed ${seed}`).toBeGreaterThan(0.06)
      expect(apart('fabric', 'floor'), `sofa and floor, seed ${seed}`).toBeGreaterThan(0.06)
      expect(apart('fabric', 'rug'), `sofa and rug, seed ${seed}`).toBeGreaterThan(0.06)
      expect(apart('rug', 'floor'), `rug and floor, seed ${seed}`).toBeGreaterThan(0.07)
      const wood = apart('wood', 'floor')
      const isBoards = materialFamily(p.floor!.material) === 'wood'
      if (isBoards) expect(wood < 0.036 || wood > 0.084, `woods ${wood}, seed ${seed}`).toBe(true)
    }
  })

  it('lights the hour: sun through the window by day, lamps by night', () => {
    const morning = look('早晨的阳光')
    const { appearance } = morning.levels[0]!
    expect(appearance).toMatchObject({ sky: 'clear', style: '早晨的阳光' })
    // The only window looks south.
    expect(Math.sin(appearance!.sunAzimuth!)).toBeLessThan(-0.3)
    expect(morning.items.find(({ id }) => id === 'floor-lamp')!.states).toMatchObject({ on: false })
    const night = look('night with warm lamps')
    expect(night.levels[0]!.appearance).toMatchObject({ sky: 'night' })
    expect(night.levels[0]!.appearance!.exposure).toBeLessThan(0)
    expect(night.items.find(({ id }) => id === 'floor-lamp')!.states).toMatchObject({ on: true, kelvin: 2700 })
    expect(propose('at night').unmet.some(({ reason }) => reason.en.includes('Bath has no lamp'))).toBe(true)
    expect(look('lamps at 4000K').items.find(({ id }) => id === 'floor-lamp')!.states).toMatchObject({ kelvin: 4000 })
  })

  it('mixes styles: one gives the base, the other metal and accents', () => {
    const mixed = palette(propose('scandinavian with a touch of industrial').choices)
    const walls = styles.scandinavian.walls.map(({ color }) => color)
    expect(walls).toContain(mixed.walls!.color)
    expect(styles.industrial.metal.map(({ material }) => material)).toContain(mixed.metal!.material)
  })

  it('takes colours from a picture and lets words win', () => {
    const rgb = new Uint8Array(60 * 60 * 3)
    for (let at = 0; at < 3600; at++) rgb.set(at < 2400 ? [96, 120, 140] : [190, 150, 100], at * 3)
    const picture = readReference({ width: 60, height: 60, rgb })
    const shown = palette(proposeAppearance(scene, withPicture(undefined, picture)).choices)
    expect(colorDistance(shown.walls!.color, '#60788c')).toBeLessThan(0.12)
    const said = palette(proposeAppearance(scene, withPicture(readAppearance('pink walls'), picture)).choices)
    expect(said.walls!.color).toBe('#d9a3ad')
    expect(colorDistance(said.floor!.color, shown.floor!.color)).toBeLessThan(0.02)
  })

  it('follows moods: dramatic walls are dark, fresh ones are light', () => {
    const lightness = (words: string) => lchOf(palette(propose(words).choices).walls!.color).l
    expect(lightness('dramatic modern')).toBeLessThan(lightness('fresh modern') - 0.2)
  })

  it('takes any brief and any scene', () => {
    const empty = readScene(createEmptyDocument())
    expect(proposeAppearance(empty, readAppearance('')).choices.length).toBeGreaterThan(10)
    const odd = { ...readAppearance('x'), wishes: [{ target: 'nothing', words: 'x' }] } satisfies AppearanceBrief
    expect(() => proposeAppearance(scene, odd, { seed: -1.5 })).not.toThrow()
  })
})

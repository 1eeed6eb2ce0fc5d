import { describe, expect, it } from 'vitest'
import { type Intent, understand } from '../index.ts'

type Furnish = Extract<Intent, { type: 'furnish' }>

const briefOf = (request: string) => (understand(request, { categories: [] }).intents[0] as Furnish).brief

/** "2 desk: beside, under_window" for every object, in the order they were named. */
const summary = (request: string) =>
  briefOf(request).objects.map(({ category, count, relations }) => {
    const places = relations.map(({ type }) => type).join(', ')
    return `${count.min} ${category}${places ? `: ${places}` : ''}`
  })

describe('things that are counted by people and by other things', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a study for three students: a desk each and an office chair per person', ['3 desk', '3 office_chair']],
    ['a home office for two people, each with their own desk', ['2 desk']],
    ['a round dining table and a chair for each of us four', ['1 dining_table', '4 dining_chair']],
    ['two desks and a desk lamp for every desk', ['2 desk', '2 desk_lamp: on']],
    ['2 x bedside cabinet, a bed', ['2 nightstand', '1 double_bed']],
    ["I don't want more than one rug", ['0 rug']],
  ]
  for (const [request, expected] of cases) it(request, () => expect(summary(request)).toEqual(expected))
})

describe('what is refused', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a bedroom with a bed, nothing on the walls', ['picture', 'mirror']],
    ['a room for a toddler with a bed, nothing with drawers', ['chest_of_drawers']],
    ['a sofa. Bookshelves are out.', ['bookcase']],
    ['a bedroom with a bed. Must not have: television, overhead light.', ['television', 'ceiling_light']],
    ['a sofa with two pendants instead of table lamps', ['table_lamp']],
  ]
  for (const [request, expected] of cases)
    it(request, () =>
      expect(briefOf(request).exclusions.map(({ category }) => category)).toEqual(
        expect.arrayContaining([...expected]),
      ),
    )

  it('keeps the window free of everything', () => {
    const { objects, demands } = briefOf('a sofa and a tv, no furniture in front of the window')
    expect(objects.every(({ relations }) => relations.length === 0)).toBe(true)
    expect(demands?.[0]).toMatchObject({ type: 'keep_clear', about: { part: 'window' } })
  })
})

describe('places', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['two desks next to each other under the window', ['2 desk: beside, under_window']],
    ['a dining table, two chairs at it', ['1 dining_table', '2 dining_chair: around']],
    ['a dining table on which there are two table lamps', ['1 dining_table', '2 table_lamp: on']],
    ['sideboard: west wall', ['1 sideboard: against_wall']],
    ['bench and coat rack by the door', ['1 bench: by_door', '1 coat_rack: by_door']],
    ['television on a stand', ['1 television: on', '1 tv_stand']],
  ]
  for (const [request, expected] of cases) it(request, () => expect(summary(request)).toEqual(expected))
})

describe('looks, seats and sizes', () => {
  const first = (request: string) => briefOf(request).objects[0]

  it('reads seats said before, behind and instead of the noun', () => {
    expect(first('a 3-seat sofa')?.seats).toBe(3)
    expect(first('a three-seater in green velvet')).toMatchObject({ category: 'sofa', seats: 3 })
    expect(first('sofa (2-seater)')?.seats).toBe(2)
  })

  it('reads looks said behind the thing', () => {
    expect(first('curtains at the windows, dark blue')?.attributes?.colorName).toBe('navy')
    expect(first('six plants, all of them terracotta')?.attributes).toBeDefined()
    expect(first('six bookcases. Dark walnut for the bookcases')?.attributes?.material).toBe('walnut')
    expect(first('an armchair, the big brown leather one')?.attributes).toMatchObject({ material: 'leather' })
  })

  it('reads sizes beside a place and behind a comma', () => {
    expect(first('a table 1.2 x 0.8 m in the middle of the room')?.size).toMatchObject({ width: { exact: 1.2 } })
    expect(first('one bookcase, no taller than 1.2 m')?.size).toMatchObject({ height: { max: 1.2 } })
  })

  it('reads short forms and misspellings', () => {
    expect(summary('dbl bed, 2 bedside tbls')).toEqual(['1 double_bed', '2 nightstand'])
    expect(summary('a deks in the coner')).toEqual(['1 desk: in_corner'])
    expect(summary('one coffee_table')).toEqual(['1 coffee_table'])
  })
})

describe('questions about an empty space', () => {
  it('are answered without planning a room', () => {
    const { intents } = understand('how large is this bedroom?', { categories: [] })
    expect(intents.map(({ type }) => type)).toEqual(['question'])
  })

  it('do not swallow what is listed in passing', () => {
    expect(summary('a big sofa, a tv on the wall, a recliner to the right of the tv?')).toContain('1 sofa')
  })
})

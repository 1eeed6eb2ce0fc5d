import { describe, expect, it } from 'vitest'
import { openSample } from '../samples/furnish-sample.ts'
import { solve } from '../solve.ts'
import { unitName } from './guide-search.ts'
import { guideForms } from './search-guide.ts'
import { buildSearchInputs, FORM_WIDTH, formsOf, SEARCH_ROOM_WIDTH, SEARCH_UNIT_WIDTH } from './search-inputs.ts'
import { createVocabulary } from './tokens.ts'

const { site, brief, program } = openSample(2_000_001)
const { units } = program

/** All of a unit's likelihood on its last form, which is the poorest. */
const poorest = units
  .filter((unit) => unit.arrangements.length > 1)
  .map((unit) => ({
    unit: unitName(unit),
    shares: formsOf(unit).map((_, rank, all) => (rank < all.length - 1 ? 0 : 1)),
  }))

describe('guideForms', () => {
  it('keeps the likeliest forms until they are likely enough together', () => {
    const unit = units.find(({ arrangements }) => arrangements.length > 3)!
    const forms = formsOf(unit)
    const shares = forms.map((_, rank) => [0.1, 0.6, 0.28][rank] ?? 0.02 / (forms.length - 3))
    const keep = guideForms([unit], [{ unit: unitName(unit), shares }], 0.85)!
    expect(forms.filter((form) => keep(0, form))).toEqual([forms[1], forms[2]])
  })

  it('leaves units alone whose hint does not fit or is missing', () => {
    expect(guideForms(units, [])).toBeUndefined()
    const keep = guideForms(units, [
      { unit: unitName(units[0]!), shares: [1] },
      { unit: 'nobody', shares: [0.5, 0.5] },
    ])!
    for (const [index, unit] of units.entries())
      for (const form of unit.arrangements) expect(keep(index, form)).toBe(true)
  })

  it('never costs a required thing its place, however wrong the hints are', () => {
    const options = { seed: 1, starts: 1, rounds: 4 }
    const placed = (keepForm?: ReturnType<typeof guideForms>): number =>
      solve(site, units, { ...options, keepForm }).solutions[0]!.chosen.filter(
        (candidate, unit) => candidate && units[unit]!.isRequired,
      ).length
    expect(placed(guideForms(units, poorest))).toBe(placed())
  })
})

describe('buildSearchInputs', () => {
  it('has a row for the room, for every unit and for every form, all finite', () => {
    const inputs = buildSearchInputs({ site, brief, units }, createVocabulary(['sofa']))
    expect(inputs.room!.shape).toEqual([1, SEARCH_ROOM_WIDTH])
    expect(inputs.units!.shape).toEqual([1, units.length, SEARCH_UNIT_WIDTH])
    expect(inputs.forms!.shape.at(-1)).toBe(FORM_WIDTH)
    for (const { data, shape } of Object.values(inputs)) {
      expect(data.length).toBe(shape.reduce((product, side) => product * side, 1))
      for (const value of data) expect(Number.isFinite(Number(value))).toBe(true)
    }
  })
})

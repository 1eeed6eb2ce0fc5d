import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { furnish } from '../furnish.ts'
import { openSample } from '../samples/furnish-sample.ts'
import { countIds } from '../samples/random-room.ts'
import { solve } from '../solve.ts'
import { guideSearch, isHinted, unitName } from './guide-search.ts'
import type { LayoutHints } from './layout-model.ts'
import { findPlaces, indexPlaces, sharePlaces } from './places.ts'

const { drawn, brief, site, program } = openSample(3)
const { units } = program
const places = findPlaces(site)

/** Hints that want every unit at one place. */
const hintsAt = (place: number): LayoutHints => ({
  items: [],
  units: units.filter(isHinted).map((unit) => ({
    unit: unitName(unit),
    scores: [...places.map((_, index) => (index === place ? -0.1 : -9)), -9],
  })),
})

describe('guideSearch', () => {
  it('leaves out poses far from where a unit is expected, and prices the rest', () => {
    const wall = places.findIndex(({ kind }) => kind === 'wall')
    const { keepPose } = guideSearch(site, units, hintsAt(wall))
    const unit = units.findIndex(isHinted)
    const at = (place: number): boolean => {
      const { x, y, yaw, edge } = places[place]!
      return keepPose!(unit, units[unit]!.arrangements[0]!, { x, y, yaw }, edge)
    }
    expect(at(wall)).toBe(true)
    expect(at(places.findLastIndex(({ kind }) => kind === 'wall'))).toBe(false)
  })

  it('makes poses dearer the less likely they are', () => {
    const { candidates } = solve(site, units, { seed: 1, starts: 1, rounds: 0 })
    const unit = units.findIndex(isHinted)
    const { frame, edge, arrangement } = candidates[unit]![0]!
    const [near] = sharePlaces(indexPlaces(places), frame, edge, arrangement.placement)
    const { prior } = guideSearch(site, units, hintsAt(near!.place))
    const prices = candidates[unit]!.map((candidate) => prior!(candidate))
    expect(prices[0]).toBeLessThan(Math.max(...prices))
  })

  it('leaves every unit places to stand, wherever the hints point', () => {
    const free = solve(site, units, { seed: 1, starts: 1, rounds: 0 }).candidates
    for (const place of [0, 9]) {
      const { keepPose } = guideSearch(site, units, hintsAt(place))
      const led = solve(site, units, { seed: 1, starts: 1, rounds: 0, keepPose }).candidates
      for (const [unit, list] of free.entries()) expect(led[unit]!.length > 0).toBe(list.length > 0)
    }
  })

  it('begins with the layout of the hints', () => {
    const best = solve(site, units, { seed: 1, starts: 2, rounds: 40 }).solutions[0]!
    const items = best.chosen.flatMap((candidate, index) =>
      candidate ? [{ category: 'x', unit: unitName(units[index]!), ...candidate.frame }] : [],
    )
    const { begin } = guideSearch(site, units, { items })
    const again = solve(site, units, { seed: 9, starts: 1, rounds: 0, begin }).solutions[0]!
    for (const [index, candidate] of again.chosen.entries()) {
      const wanted = best.chosen[index]?.frame
      if (wanted) expect(Math.hypot(candidate!.frame.x - wanted.x, candidate!.frame.y - wanted.y)).toBeLessThan(0.6)
    }
  })

  it('ignores hints that do not fit the room', () => {
    const hints: LayoutHints = {
      items: [],
      units: [
        { unit: 'sofa', scores: [1] },
        { unit: unitName(units[0]!), scores: [Number.NaN] },
      ],
    }
    expect(guideSearch(site, units, hints)).toEqual({})
    const input = { document: drawn.document, brief, seed: 1, effort: 0.2 }
    const plain = furnish({ ...input, createId: countIds('i') })
    expect(furnish({ ...input, createId: countIds('i'), hints })).toEqual(plain)
  })
})

describe('sharePlaces', () => {
  it('splits every pose into shares that add up to 1', () => {
    const index = indexPlaces(places)
    const edges = [undefined, ...site.edges]
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 9, noNaN: true }),
        fc.double({ min: -3, max: 9, noNaN: true }),
        fc.constantFrom(...edges),
        (x, y, edge) => {
          const shares = sharePlaces(index, { x, y, yaw: 0 }, edge, 'wall')
          expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
          for (const { place, share } of shares) {
            expect(places[place]).toBeDefined()
            expect(share).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })
})

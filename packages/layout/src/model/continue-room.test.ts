import { findKind, kinds } from '@enfilade/catalogue'
import { boxFootprint, convexPenetration, createRandom, protrusion } from '@enfilade/geometry'
import { parseScript, writeScript } from '@enfilade/language'
import { applyChange, applyOperation, readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { openSample } from '../samples/furnish-sample.ts'
import { countIds } from '../samples/random-room.ts'
import { continueRoom } from './continue-room.ts'
import type { Network } from './network.ts'
import { createPlaceModel } from './place-model.ts'
import { createVocabulary } from './tokens.ts'

const vocabulary = createVocabulary(kinds.map(({ id }) => id))

/** A network that has learned nothing: logits at random, some of them no numbers. */
const randomNetwork = (seed: number): Network => {
  const random = createRandom(seed)
  const draw = (length: number): Float32Array =>
    Float32Array.from({ length }, () => (random() < 0.02 ? Number.NaN : random.normal() * 6))
  return {
    run: async ({ places, units }) => {
      const [, unitCount, placeCount] = [0, units!.shape[1]!, places!.shape[1]!]
      return {
        scores: { data: draw(unitCount * (placeCount + 1)), shape: [1, unitCount, placeCount + 1] },
        next: { data: draw(vocabulary.words.length), shape: [1, vocabulary.words.length] },
        size: { data: draw(unitCount * 56), shape: [1, unitCount, 56] },
      }
    },
  }
}

describe('continueRoom', () => {
  it('says nothing that does not parse or does not stand in the room, whatever the network says', async () => {
    let total = 0
    for (let seed = 0; seed < 24; seed++) {
      const { drawn, brief, site } = openSample(seed)
      const items = await continueRoom(randomNetwork(seed), vocabulary, site, brief, { seed, count: 6 })
      total += items.length
      const document = items.reduce((current, { category, x, y, yaw, size }) => {
        const item = {
          id: `${category}-${x}`,
          level: 'level-0',
          category,
          pose: { x, y, z: 0, yaw },
          size: size!,
          support: { on: 'floor' },
        } as const
        const result = applyOperation(current, { type: 'item-added', item }, { createId: countIds('i') })
        expect(result.ok, `seed ${seed}: ${result.ok ? '' : result.message}`).toBe(true)
        return result.ok ? applyChange(current, result.change) : current
      }, drawn.document)
      const parsed = parseScript(writeScript(document))
      expect(parsed.diagnostics, `seed ${seed}`).toEqual([])
      expect(readScene(parsed.document).items).toHaveLength(items.length)
      const prints = items.map(({ x, y, yaw, size }) => boxFootprint(x, y, yaw, size![0], size![1]))
      for (const [index, { category, size }] of items.entries()) {
        const kind = findKind(category)!
        for (const axis of [0, 1] as const) {
          expect(size![axis]).toBeGreaterThanOrEqual(kind.size.min[axis] - 0.006)
          expect(size![axis]).toBeLessThanOrEqual(kind.size.max[axis] + 0.006)
        }
        expect(brief.exclusions.map((exclusion) => exclusion.category)).not.toContain(category)
        expect(
          protrusion(
            prints[index]!,
            [...site.plan.polygon],
            site.plan.holes.map((hole) => [...hole]),
          ),
        ).toBeLessThan(0.005)
        for (const other of prints.slice(0, index)) expect(convexPenetration(prints[index]!, other)).toBeLessThan(0.005)
      }
    }
    expect(total).toBeGreaterThan(60)
  })

  it('never exceeds a named count, and adds nothing under "only"', async () => {
    const { brief, site } = openSample(5)
    const desk = { key: 'desk', category: 'desk', words: 'a desk', count: { min: 1, max: 1 }, relations: [] }
    const only = { ...brief, only: true, objects: [desk] }
    const items = await continueRoom(randomNetwork(2), vocabulary, site, only, { seed: 1, count: 9 })
    expect(items.map(({ category }) => category)).toEqual(['desk'])
  })

  it('gives equal things for equal seeds', async () => {
    const { brief, site } = openSample(7)
    const once = () => continueRoom(randomNetwork(4), vocabulary, site, brief, { seed: 3, count: 5 })
    expect(JSON.stringify(await once())).toBe(JSON.stringify(await once()))
  })
})

describe('createPlaceModel', () => {
  it('lays a room out without overlaps, whatever the network says', async () => {
    for (let seed = 0; seed < 8; seed++) {
      const { drawn, brief } = openSample(seed)
      const model = createPlaceModel(randomNetwork(seed), vocabulary, { hasLayout: true })
      const { items, units } = await model.propose({ document: drawn.document, brief, seed })
      expect(new Set(items.map(({ unit }) => unit)).size).toBe(items.length)
      for (const { scores } of units ?? []) expect(scores.every(Number.isFinite)).toBe(true)
    }
  })
})

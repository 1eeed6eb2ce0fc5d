import { findKind } from '@enfilade/catalogue'
import { createRandom, isPointInRegion } from '@enfilade/geometry'
import { describe, expect, it } from 'vitest'
import { openSample } from '../samples/furnish-sample.ts'
import { solve } from '../solve.ts'
import { continueScript } from './continue-script.ts'
import type { Network } from './network.ts'
import { createScriptModel, guideByItems } from './script-model.ts'
import {
  CONTEXT,
  createScriptFrame,
  readThing,
  roomWords,
  scriptNumber,
  scriptWords,
  thingsWords,
} from './script-tokens.ts'

/** A network that has learned nothing: logits at random, some of them no numbers. */
const randomNetwork = (seed: number): Network => {
  const random = createRandom(seed)
  return {
    run: async ({ tokens }) => {
      const shape = [1, tokens!.shape[1]!, scriptWords.length]
      const draw = (): number => (random() < 0.02 ? Number.NaN : random.normal() * 6)
      return {
        logits: { data: Float32Array.from({ length: shape[1]! * shape[2]! }, draw), shape },
        present: { data: new Float32Array(0), shape: [6, 1, 4, 0, 24] },
      }
    },
  }
}

describe('script words', () => {
  it('has a number for every word of a room and its things, in all turns, and reads things back', () => {
    for (let seed = 0; seed < 4; seed++) {
      const { site, brief, program } = openSample(seed)
      const { chosen } = solve(site, program.units, { seed, starts: 1, rounds: 0 }).solutions[0]!
      const things = chosen.flatMap((candidate) =>
        (candidate?.shapes ?? []).map(({ category, box }) => ({
          category,
          size: [box.halfWidth * 2, box.halfDepth * 2, box.top] as const,
          x: box.x,
          y: box.y,
          yaw: box.yaw,
        })),
      )
      for (const turn of [0, 1, 2, 3]) {
        for (const isMirrored of [false, true]) {
          const frame = createScriptFrame(site, turn, isMirrored)
          const words = [...roomWords(site, brief, frame), ...thingsWords(things, frame)]
          expect(words.filter((word) => scriptNumber(word) === undefined)).toEqual([])
        }
      }
      const frame = createScriptFrame(site)
      for (const thing of things.filter(({ category }) => scriptNumber(`#${category}`))) {
        const read = readThing(thingsWords([thing], frame), frame)
        expect(read.category).toBe(thing.category)
        expect(Math.hypot(read.x - thing.x, read.y - thing.y)).toBeLessThan(0.08)
        expect(Math.cos(read.yaw - thing.yaw)).toBeGreaterThan(0.97)
      }
    }
  })
})

describe('continueScript', () => {
  it('says whole things inside the room and no more than may come, whatever the network says', async () => {
    let total = 0
    for (let seed = 0; seed < 10; seed++) {
      const { brief, site } = openSample(seed)
      const things = await continueScript(randomNetwork(seed), site, brief, { seed, heat: seed % 2 })
      total += things.length
      for (const { category, size, x, y, yaw } of things) {
        const kind = findKind(category)!
        expect(kind.mount).toBe('floor')
        expect(brief.exclusions.map((exclusion) => exclusion.category)).not.toContain(category)
        for (const axis of [0, 1, 2] as const) {
          expect(size[axis]).toBeGreaterThanOrEqual(kind.size.min[axis])
          expect(size[axis]).toBeLessThanOrEqual(kind.size.max[axis])
        }
        expect(isPointInRegion([x, y], site.plan.polygon, site.plan.holes)).toBe(true)
        expect(Number.isFinite(yaw)).toBe(true)
      }
      expect(roomWords(site, brief, createScriptFrame(site)).length + things.length * 5).toBeLessThanOrEqual(CONTEXT)
    }
    expect(total).toBeGreaterThan(30)
  })

  it('ends only when all has come where that is asked, and repeats itself', async () => {
    const { brief, site } = openSample(5)
    const kinds = new Map([
      ['desk', 1],
      ['plant', 2],
    ])
    const once = () => continueScript(randomNetwork(3), site, brief, { seed: 1, kinds, isWhole: true, heat: 1 })
    expect((await once()).map(({ category }) => category).sort()).toEqual(['desk', 'plant', 'plant'])
    expect(await once()).toEqual(await once())
  })
})

describe('guideByItems', () => {
  it('begins with the candidates where the items are, each item once', async () => {
    const { drawn, brief, site, program } = openSample(3)
    const { units } = program
    const best = solve(site, units, { seed: 1, starts: 2, rounds: 40 }).solutions[0]!
    const items = best.chosen.flatMap((candidate) => {
      if (!candidate) return []
      const main = candidate.arrangement.pieces[candidate.arrangement.anchor]!.category
      return candidate.shapes
        .filter(({ category }) => category === main)
        .slice(0, 1)
        .map(({ category, box }) => ({ category, x: box.x, y: box.y, yaw: box.yaw }))
    })
    const { begin, prior } = guideByItems(units, items)
    const { candidates } = solve(site, units, { seed: 9, starts: 1, rounds: 0 })
    const chosen = begin(candidates)
    expect(chosen.filter(Boolean).length).toBeGreaterThan(items.length / 2)
    for (const candidate of chosen) if (candidate) expect(prior(candidate)).toBeLessThanOrEqual(0.3)
    expect(new Set(chosen.filter(Boolean)).size).toBe(chosen.filter(Boolean).length)
    const { items: said } = await createScriptModel(randomNetwork(1)).propose({
      document: drawn.document,
      brief,
      seed: 1,
    })
    expect(said.length).toBeGreaterThan(0)
  })
})

import { createRandom, type Random } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createSceneReader,
  type ItemRecord,
  type Operation,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createFurnishedFlat } from '../bench/furnished-flat.ts'
import { checkScene, createChecker, rulePacks } from './index.ts'

const EDITS = 9
/** The flat's rooms lie within this square, metres. */
const SIDE = 15

const itemsOf = (document: SceneDocument): [string, ItemRecord][] =>
  [...document].flatMap(([id, record]) => (record.kind === 'item' ? [[id, record] as [string, ItemRecord]] : []))

/** A push, a throw, a turn, another size, one thing more, one less, or a door pushed along its wall. */
const createEdit = (document: SceneDocument, random: Random, step: number): Operation => {
  const items = itemsOf(document)
  const [id, item] = items[random.int(items.length)]!
  const { pose, size } = item
  const thrown = { ...pose, x: random() * SIDE, y: random() * SIDE, yaw: random() * 6 }
  const edits: (() => Operation)[] = [
    () => ({ type: 'items-moved', moves: { [id]: { ...pose, x: pose.x + 0.04, y: pose.y - 0.02 } } }),
    () => ({ type: 'items-moved', moves: { [id]: thrown } }),
    () => ({ type: 'items-moved', moves: { [id]: { ...pose, yaw: pose.yaw + Math.PI / 2 } } }),
    () => ({ type: 'item-resized', id, size: [size[0] * 1.2, size[1], size[2] * 0.9] }),
    () => ({ type: 'item-added', item: { ...item, id: `new${step}`, pose: thrown, support: { on: 'floor' } } }),
    () => ({ type: 'removed', ids: [id] }),
    () => ({ type: 'opening-changed', id: `o${random.int(12)}`, along: 1.5 + random() * 2 }),
  ]
  return edits[step % edits.length]!()
}

describe('createChecker in a furnished flat', () => {
  it.each(['a', 'b', 'c'])('finds after every edit what a check from nothing finds (seed %s)', (seed) => {
    const random = createRandom(`${seed} furnished`)
    const reader = createSceneReader()
    const checker = createChecker()
    let document = createFurnishedFlat()
    let edited = 0
    const start = random.int(7)
    for (let step = 0; step < EDITS; step++) {
      const result = applyOperation(document, createEdit(document, random, start + step), {
        createId: () => `e${step}`,
      })
      if (!result.ok) continue
      edited++
      document = applyChange(document, result.change)
      const scene = reader.read(document)
      const options = { fixes: false, pack: rulePacks[step % 3 === 2 ? random.int(rulePacks.length) : 0]! }
      expect(checker.check(scene, options)).toEqual(checkScene(scene, options))
    }
    expect(edited).toBeGreaterThan(EDITS * 0.7)
  })
})

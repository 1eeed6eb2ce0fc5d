import { applyChange, applyOperation, createSceneReader, type Operation, type SceneDocument } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { createFurnishedFlat } from './furnished-flat.ts'
import { createMaterialLibrary } from './material-library.ts'
import { createSceneModel, ownerOf } from './model.ts'

const seed = 7

function open(itemCount = 200) {
  const reader = createSceneReader()
  let document: SceneDocument = createFurnishedFlat(itemCount, seed)
  let count = 0
  const model = createSceneModel(createMaterialLibrary())
  const scene = reader.read(document)
  const level = scene.levels[0]!.id
  model.update(scene, level)
  const run = (operation: Operation) => {
    const outcome = applyOperation(document, operation, { createId: () => `new-${count++}` })
    if (!outcome.ok) throw new Error(outcome.message)
    document = applyChange(document, outcome.change)
    return model.update(reader.read(document), level)
  }
  return { model, scene, level, run, read: () => reader.read(document) }
}

describe(`scene model of a furnished flat, seed ${seed}`, () => {
  it('has an object for every item, wall, opening and room', () => {
    const { model, scene } = open()
    expect(scene.items).toHaveLength(200)
    expect(model.counters.created).toBe(
      scene.items.length + scene.walls.length + scene.openings.length + scene.rooms.length,
    )
    for (const item of scene.items) expect(ownerOf(model.objectOf(item.id)!)).toEqual({ id: item.id, kind: 'item' })
  })

  it('touches only the moved item’s object when one of 200 items moves', () => {
    const { model, scene, run } = open()
    const before = new Map(scene.items.map((item) => [item.id, model.objectOf(item.id)]))
    const counters = { ...model.counters }
    const item = scene.items[77]!
    run({ type: 'items-moved', moves: { [item.id]: { ...item.worldPose, x: item.worldPose.x + 0.3 } } })
    expect(model.counters).toEqual({ ...counters, moved: counters.moved + 1 })
    expect(model.objectOf(item.id)!.position.x).toBeCloseTo(item.worldPose.x + 0.3)
    for (const [id, object] of before) expect(model.objectOf(id)).toBe(object)
  })

  it('does nothing at all for a scene that did not change', () => {
    const { model, scene, level } = open(20)
    const counters = { ...model.counters }
    expect(model.update(scene, level)).toBe(false)
    expect(model.counters).toEqual(counters)
  })

  it('rebuilds only the item whose looks change', () => {
    const { model, scene, run } = open(40)
    const counters = { ...model.counters }
    run({ type: 'item-changed', id: scene.items[3]!.id, finishes: { main: { color: '#335577' } } })
    expect(model.counters).toEqual({ ...counters, rebuilt: counters.rebuilt + 1 })
  })

  it('rebuilds a wall and its door when the door moves, and nothing else', () => {
    const { model, scene, run } = open(40)
    const counters = { ...model.counters }
    const door = scene.openings[0]!
    run({ type: 'opening-changed', id: door.id, along: door.along + 0.1 })
    expect(model.counters).toEqual({ ...counters, rebuilt: counters.rebuilt + 2 })
  })

  it('removes objects with their things', () => {
    const { model, scene, run } = open(40)
    const counters = { ...model.counters }
    run({ type: 'removed', ids: [scene.items[0]!.id] })
    expect(model.counters).toEqual({ ...counters, removed: counters.removed + 1 })
    expect(model.objectOf(scene.items[0]!.id)).toBeUndefined()
  })
})

import { createRandom } from '@enfilade/geometry'
import { writeScript } from '@enfilade/language'
import { applyOperation, createEmptyDocument, type Operation, readScene, type SceneDocument } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSceneStore, createUndo, readDocument, type SceneStore, type SceneUndo, writeDocument } from './index.ts'

type Replica = {
  readonly doc: Y.Doc
  readonly store: SceneStore
  readonly undo: SceneUndo
  inbox: Uint8Array[]
  isOnline: boolean
}

const rounds = 25
const steps = 60

describe('replicas of a space', () => {
  for (let round = 0; round < rounds; round += 1)
    it(`converge on one valid scene and one script, whatever the delivery (seed ${round})`, () => {
      const random = createRandom(`replicas ${round}`)
      const replicas = createReplicas(2 + random.int(3))
      for (let step = 0; step < steps; step += 1) {
        const replica = random.pick(replicas)
        const action = random()
        if (action < 0.55) edit(replica, random, step)
        else if (action < 0.62) replica.undo.undo()
        else if (action < 0.66) replica.undo.redo()
        else if (action < 0.72) replica.isOnline = !replica.isOnline
        else deliverSome(replicas, random)
      }
      settle(replicas)
      const [first, ...others] = replicas as [Replica, ...Replica[]]
      const script = writeScript(first.store.document)
      for (const other of others) {
        expect([...other.store.document.keys()].sort()).toEqual([...first.store.document.keys()].sort())
        expect(readScene(other.store.document)).toEqual(readScene(first.store.document))
        expect(writeScript(other.store.document)).toBe(script)
      }
      for (const replica of replicas) expect(sorted(replica.store.document)).toEqual(sorted(readDocument(replica.doc)))
    })
})

type Random = ReturnType<typeof createRandom>

function createReplicas(count: number): Replica[] {
  const origin = new Y.Doc()
  origin.clientID = 1
  writeDocument(origin, createEmptyDocument(), { type: 'server' })
  const state = Y.encodeStateAsUpdate(origin)
  const replicas = Array.from({ length: count }, (_, index): Replica => {
    const doc = new Y.Doc()
    doc.clientID = index + 2
    Y.applyUpdate(doc, state)
    const store = createSceneStore(doc)
    return { doc, store, undo: createUndo(store, { type: 'user', by: `person-${index}` }), inbox: [], isOnline: true }
  })
  for (const replica of replicas)
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return
      for (const other of replicas) if (other !== replica) other.inbox.push(update)
    })
  return replicas
}

/** Updates arrive late, in any order and sometimes twice. */
function deliverSome(replicas: readonly Replica[], random: Random): void {
  const replica = random.pick(replicas)
  if (!replica.isOnline || replica.inbox.length === 0) return
  const [update] = replica.inbox.splice(random.int(replica.inbox.length), 1)
  Y.applyUpdate(replica.doc, update!, 'network')
  if (random() < 0.1) replica.inbox.push(update!)
}

function settle(replicas: readonly Replica[]): void {
  for (const replica of replicas) {
    replica.isOnline = true
    for (const update of replica.inbox.splice(0)) Y.applyUpdate(replica.doc, update, 'network')
  }
}

function edit({ store, undo }: Replica, random: Random, step: number): void {
  const operation = randomOperation(store.document, random, step)
  if (!operation) return
  let number = 0
  const prefix = `s${step}-${random.int(1e9).toString(36)}`
  const outcome = applyOperation(store.document, operation, { createId: () => `${prefix}-${number++}` })
  if (outcome.ok) undo.apply(outcome.change)
}

function randomOperation(document: SceneDocument, random: Random, step: number): Operation | undefined {
  const scene = readScene(document)
  const level = scene.levels[0]?.id ?? 'level-0'
  const place = (): readonly [number, number] => [random.int(80) / 10, random.int(80) / 10]
  const item = scene.items.length > 0 ? random.pick(scene.items) : undefined
  const wall = scene.walls.length > 0 ? random.pick(scene.walls) : undefined
  const opening = scene.openings.length > 0 ? random.pick(scene.openings) : undefined
  const [x, y] = place()
  switch (random.int(12)) {
    case 0: {
      const [width, depth] = [2 + random.int(4), 2 + random.int(4)]
      return {
        type: 'walls-added',
        level,
        closed: true,
        points: [
          [x, y],
          [x + width, y],
          [x + width, y + depth],
          [x, y + depth],
        ],
      }
    }
    case 1:
      return { type: 'walls-added', level, points: [place(), place()] }
    case 2:
      return (
        wall && {
          type: 'opening-added',
          id: `o-${step}-${random.int(1e6)}`,
          wall: wall.id,
          opening: 'door',
          along: wall.length * random(),
        }
      )
    case 3:
      return wall && { type: 'wall-split', id: wall.id, along: wall.length * random() }
    case 4:
      return wall && { type: 'wall-flipped', id: wall.id }
    case 5:
      return wall && { type: 'corner-moved', id: random() < 0.5 ? wall.a : wall.b, to: [x, y] }
    case 6:
    case 7:
      return {
        type: 'item-added',
        item: {
          id: `i-${step}-${random.int(1e6)}`,
          level,
          category: 'table',
          pose: { x, y, z: item && random() < 0.4 ? item.size[2] : 0, yaw: random() * 6 },
          size: [0.4 + random(), 0.4, 0.5],
          support: item && random() < 0.4 ? { on: 'item', id: item.id } : { on: 'floor' },
        },
      }
    case 8:
      return item && { type: 'items-moved', moves: { [item.id]: { x, y, z: item.worldPose.z, yaw: random() * 6 } } }
    case 9:
      return (
        item && {
          type: 'item-changed',
          id: item.id,
          finishes: { body: { color: `#0000${10 + random.int(80)}` } },
          states: { on: random() < 0.5 },
        }
      )
    case 10:
      return opening && random() < 0.5
        ? { type: 'opening-changed', id: opening.id, open: random() }
        : item && { type: 'item-resized', id: item.id, size: [1 + random(), 0.5, 0.7] }
    default: {
      const target = [item, wall, opening].filter((entry) => entry !== undefined)
      return target.length > 0 ? { type: 'removed', ids: [random.pick(target).id] } : undefined
    }
  }
}

function sorted(document: SceneDocument): unknown {
  return [...document].sort(([a], [b]) => (a < b ? -1 : 1))
}

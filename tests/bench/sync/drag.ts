import type { Change, ItemRecord, SceneDocument } from '@enfilade/scene'
import { applyOperation, createEmptyDocument, diffDocuments, readScene } from '@enfilade/scene'
import { createSceneStore } from '@enfilade/scene-yjs'
import { createPresenceDraft, EnfiladeProvider } from '@enfilade/sync/client'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Bench, type Outcome, type Promised, waitFor } from './promise.ts'

const DRAGS = 20
/** Two seconds of a pointer at 60 Hz. */
const STEPS = 120

type Store = ReturnType<typeof createSceneStore>

/** What the editor does on release: the operation of the move, so that many items dragged together become a group. */
function moved(document: SceneDocument, ids: readonly string[], by: number): Change {
  const moves = Object.fromEntries(
    readScene(document)
      .items.filter(({ id }) => ids.includes(id))
      .map(({ id, worldPose }) => [id, { ...worldPose, x: worldPose.x + by }]),
  )
  let number = 0
  const createId = () => `group-${ids.length}-${document.size}-${number++}`
  const outcome = applyOperation(document, { type: 'items-moved', moves }, { createId })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.change
}

async function saved(provider: EnfiladeProvider): Promise<void> {
  await waitFor(() => provider.status.state === 'saved' && provider.status.pending === 0, 10_000)
}

/** Drags a selection to and fro, as the editor does it: each step in presence, the release in the document. */
async function keptPerStep(bench: Bench, selected: number): Promise<number> {
  const store = await bench.makeStore('pglite')
  const server = await bench.startServer(store)
  await server.call('create', ['drag'])
  const doc = new Y.Doc()
  const provider = new EnfiladeProvider(await server.call<string>('url'), 'drag', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  const scene: Store = createSceneStore(doc)
  const ids = Array.from({ length: selected }, (_, index) => `item-${index}`)
  const furnished = new Map(createEmptyDocument())
  for (const [index, id] of ids.entries()) furnished.set(id, makeItem(index) as never)
  scene.apply(diffDocuments(scene.document, furnished), { type: 'user' })
  const kept = async () => {
    await saved(provider)
    return server.call<number>('kept', 'drag')
  }
  const drag = async (number: number) => {
    const draft = createPresenceDraft<unknown>(provider.awareness, 'draft')
    for (let step = 0; step < STEPS; step++) draft.update({ ids, by: step / 100 })
    draft.end()
    scene.apply(moved(scene.document, ids, number % 2 ? -1.25 : 1.25), { type: 'user' })
    await saved(provider)
  }
  await drag(0)
  const before = await kept()
  for (let number = 1; number <= DRAGS; number++) await drag(number)
  const after = await kept()
  provider.destroy()
  provider.awareness.destroy()
  await server.kill()
  return (after - before) / (DRAGS * STEPS)
}

function makeItem(index: number): ItemRecord {
  return {
    kind: 'item',
    id: `item-${index}`,
    level: 'level-0',
    category: 'dining_chair',
    support: { on: 'floor' },
    pose: { x: index, y: 0.5, z: 0, yaw: 0.25 },
    size: [0.5, 0.5, 0.9],
  }
}

export const drag: Promised = {
  number: 14,
  title: 'a drag leaves next to nothing behind',
  async measure(bench): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const selected of [1, 10, 50]) {
      const perStep = await keptPerStep(bench, selected)
      outcomes.push({
        what: `kept per drag step, ${selected} selected, ${DRAGS} drags of ${STEPS} steps`,
        bound: '≤ 1 B',
        ours: `${perStep.toFixed(2)} B`,
        holds: perStep <= 1,
      })
    }
    return outcomes
  },
}

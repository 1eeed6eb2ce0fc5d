/** Worker thread for copilot requests. */
import { workerData } from 'node:worker_threads'
import { type CompletionSettings, createLanguageModel } from '@enfilade/completions'
import { type CopilotPorts, runRequest } from '@enfilade/copilot'
import { findLayoutModel } from '@enfilade/inference'
import type { Density } from '@enfilade/layout'
import { type Id, readScene, roomAt, type SceneDocument } from '@enfilade/scene'
import { serveTasks } from './serve-tasks.ts'
import { readState } from './yjs-state.ts'

export type CopilotTask = {
  state: Uint8Array
  prompt: string
  selection: readonly Id[]
  roomId?: Id
  /** Where the asking person looks from, metres; tells the room when nothing else does. */
  eye?: readonly [number, number, number]
  seed: number
  options: { density?: Density; people?: string; explain?: boolean }
  /** Ids of new records start with this: unique, so that the same request can be accepted twice. */
  idPrefix: string
}

export type CopilotThreadData = { completion?: CompletionSettings }

const { completion } = (workerData ?? {}) as CopilotThreadData
const layoutModel = findLayoutModel()
/** Networks load on first use, in this thread, never at the server's start. */
const ports: CopilotPorts = {
  ...(layoutModel ? { layoutModel } : {}),
  ...(completion ? { languageModel: createLanguageModel(completion) } : {}),
}

serveTasks<CopilotTask>(async (task, { report, shouldStop }) => {
  const document = readState(task.state)
  const roomId = task.roomId ?? (task.selection.length === 0 && task.eye ? roomOf(document, task.eye) : undefined)
  let made = 0
  const {
    understanding: _,
    understoodBy: __,
    ...result
  } = await runRequest({
    prompt: task.prompt,
    document,
    selection: task.selection,
    ...(roomId ? { roomId } : {}),
    ...(task.eye ? { eye: [task.eye[0], task.eye[1]] as const } : {}),
    ports,
    seed: task.seed,
    options: task.options,
    createId: () => `${task.idPrefix}-${(made++).toString(36)}`,
    onProgress: report,
    shouldStop,
  })
  return result
})

/** The room that a point lies in, on the highest level at or below it. */
function roomOf(document: SceneDocument, [x, y, z]: readonly [number, number, number]): Id | undefined {
  const scene = readScene(document)
  const below = scene.levels.filter((level) => level.elevation <= z).sort((a, b) => b.elevation - a.elevation)
  const level = below[0] ?? scene.levels[0]
  return level && roomAt(scene, level.id, [x, y])?.id
}

/** Worker thread for copilot requests. */
import { workerData } from 'node:worker_threads'
import { type CompletionSettings, createLanguageModel } from '@enfilade/completions'
import { type CopilotPorts, type LookProposal, proposeLook, runRequest } from '@enfilade/copilot'
import { findLayoutModel } from '@enfilade/inference'
import type { Density } from '@enfilade/layout'
import { type Choice, emptyBrief, readAppearance, readReference, withPicture } from '@enfilade/radiance/appearance'
import { FileError, readImage } from '@enfilade/radiance/files'
import { type Id, readScene, roomAt, type SceneDocument } from '@enfilade/scene'
import { serveTasks, type TaskContext } from './serve-tasks.ts'
import { readState } from './yjs-state.ts'

export type CopilotTask = {
  type: 'ask'
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

export type LookTask = {
  type: 'look'
  state: Uint8Array
  /** Words. */
  style: string
  /** Bytes of a picture file. */
  reference?: Uint8Array
  seed: number
  locks: readonly unknown[]
  language: 'en' | 'zh'
  idPrefix: string
}

export type CopilotThreadData = { completion?: CompletionSettings }

const { completion } = (workerData ?? {}) as CopilotThreadData
const layoutModel = findLayoutModel()
/** Colours need no more pixels than this a side. */
const PICTURE_SIDE = 512

/** Networks load on first use, in this thread, never at the server's start. */
const ports: CopilotPorts = {
  ...(layoutModel ? { layoutModel } : {}),
  ...(completion ? { languageModel: createLanguageModel(completion) } : {}),
}

serveTasks<CopilotTask | LookTask>((task, context) => (task.type === 'look' ? look(task) : ask(task, context)))

/** @returns The proposal, or what is wrong with the picture. */
async function look(task: LookTask): Promise<LookProposal | { problem: string }> {
  let brief = task.style ? readAppearance(task.style) : emptyBrief
  try {
    if (task.reference) {
      const picture = await readImage(task.reference, { name: 'the picture', maxSide: PICTURE_SIDE })
      brief = withPicture(brief, readReference(picture))
    }
  } catch (error) {
    if (error instanceof FileError) return { problem: error.message }
    throw error
  }
  let made = 0
  return proposeLook({
    document: readState(task.state),
    brief,
    seed: task.seed,
    // The proposer takes of a lock what fits the scene.
    locks: task.locks as Choice[],
    language: task.language,
    createId: () => `${task.idPrefix}-${(made++).toString(36)}`,
  })
}

async function ask(task: CopilotTask, { report, shouldStop }: TaskContext) {
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
}

/** The room that a point lies in, on the highest level at or below it. */
function roomOf(document: SceneDocument, [x, y, z]: readonly [number, number, number]): Id | undefined {
  const scene = readScene(document)
  const below = scene.levels.filter((level) => level.elevation <= z).sort((a, b) => b.elevation - a.elevation)
  const level = below[0] ?? scene.levels[0]
  return level && roomAt(scene, level.id, [x, y])?.id
}

/** Worker thread for what needs a Y.Doc or a whole scene; see `DocumentWork`. */
import {
  type Diagnostic,
  parseSceneJson,
  parseScript,
  type SceneJsonExtra,
  stringifySceneJson,
  writeSceneJson,
  writeScript,
} from '@enfilade/language'
import type { ProposalGroup } from '@enfilade/layout'
import { createEmptyDocument, type SceneDocument } from '@enfilade/scene'
import { readDocument } from '@enfilade/scene-yjs'
import * as Y from 'yjs'
import type { SceneFormat, SceneReading, SceneText } from '../document-work.ts'
import { acceptGroups, type StaleGroup } from './accept-groups.ts'
import { serveTasks } from './serve-tasks.ts'
import { openState, readExtra, rewrite } from './yjs-state.ts'

export type DocumentTask =
  | { type: 'write'; state: Uint8Array; format: SceneFormat }
  | { type: 'create'; scene: SceneText | undefined }
  | { type: 'replace'; state: Uint8Array; scene: SceneText }
  | { type: 'restore'; state: Uint8Array; earlier: Uint8Array }
  | { type: 'accept'; state: Uint8Array; groups: readonly ProposalGroup[] }

export type AcceptOutcome = { update?: Uint8Array; accepted: string[]; stale: StaleGroup[] }

serveTasks<DocumentTask>((task) => {
  switch (task.type) {
    case 'write':
      return write(openState(task.state), task.format)
    case 'create':
      return create(task.scene)
    case 'replace':
      return replace(task.state, task.scene)
    case 'restore':
      return restore(task.state, task.earlier)
    case 'accept':
      return accept(task.state, task.groups)
  }
})

function write(doc: Y.Doc, format: SceneFormat): string {
  const document = readDocument(doc)
  return format === 'script' ? writeScript(document) : stringifySceneJson(writeSceneJson(document, readExtra(doc)))
}

function create(scene: SceneText | undefined): SceneReading {
  const { document, extra, diagnostics } = scene ? read(scene) : { document: createEmptyDocument(), diagnostics: [] }
  if (hasError(diagnostics)) return { diagnostics }
  const doc = new Y.Doc()
  rewrite(doc, document, 'import', extra)
  return { update: Y.encodeStateAsUpdate(doc), diagnostics }
}

function replace(state: Uint8Array, scene: SceneText): SceneReading {
  const { document, extra, diagnostics } = read(scene)
  if (hasError(diagnostics)) return { diagnostics }
  const update = rewrite(openState(state), document, 'import', extra)
  return update ? { update, diagnostics } : { diagnostics }
}

function restore(state: Uint8Array, earlier: Uint8Array): Uint8Array | undefined {
  const then = openState(earlier)
  return rewrite(openState(state), readDocument(then), 'server', readExtra(then))
}

function accept(state: Uint8Array, groups: readonly ProposalGroup[]): AcceptOutcome {
  const doc = openState(state)
  const { document, accepted, stale } = acceptGroups(readDocument(doc), groups)
  const update = rewrite(doc, document, 'copilot', readExtra(doc))
  return update ? { update, accepted, stale } : { accepted, stale }
}

function read({ format, text }: SceneText): {
  document: SceneDocument
  extra?: SceneJsonExtra
  diagnostics: Diagnostic[]
} {
  if (format === 'script') return readScript(text)
  const { document, extra, diagnostics } = parseSceneJson(text)
  if (hasError(diagnostics)) return { document, extra, diagnostics: [...diagnostics] }
  return { document, extra, diagnostics: diagnostics.map((each) => (isOtherFormat(each, text) ? asError(each) : each)) }
}

const SCENE_FIELDS = ['levels', 'rooms', 'walls', 'openings', 'objects']

/** Without a format it is read, where it holds a part of a scene: replacing a scene by what is none would empty it. */
function isOtherFormat({ code }: Diagnostic, text: string): boolean {
  if (code !== 'format') return false
  const value = JSON.parse(text) as { format?: unknown }
  return value.format !== undefined || !SCENE_FIELDS.some((field) => Object.hasOwn(value, field))
}

const asError = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  message: diagnostic.message.replace('; it is read as that', ''),
  severity: 'error',
})

/** A line that can't be read is an error here: whoever sends a scene wants all of it to be there afterwards. */
function readScript(text: string): { document: SceneDocument; diagnostics: Diagnostic[] } {
  const { document, diagnostics, text: parsed } = parseScript(text)
  const lost = new Set(parsed.lines.filter((line) => !line.entity).map((line) => line.line))
  const judge = (each: Diagnostic): Diagnostic => (lost.has(each.line) ? asError(each) : each)
  const judged = diagnostics.map(judge)
  const last = judged.at(-1)
  // The reader stops telling after many diagnostics; what it no longer told may be lost all the same.
  if (lost.size > 0 && last && !hasError(judged)) {
    const [line] = lost
    judged.unshift({ ...last, code: 'no-entity', message: `Line ${line} can not be read.`, severity: 'error' })
  }
  return { document, diagnostics: judged }
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error')
}

/** Worker thread for what needs a Y.Doc or a whole scene; see `DocumentWork`. */
import {
  type Diagnostic,
  parseSceneJson,
  parseScript,
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
import { openState, readState, rewrite } from './yjs-state.ts'

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
      return write(readState(task.state), task.format)
    case 'create':
      return create(task.scene)
    case 'replace':
      return replace(task.state, task.scene)
    case 'restore':
      return rewrite(openState(task.state), readState(task.earlier), 'server')
    case 'accept':
      return accept(task.state, task.groups)
  }
})

function write(document: SceneDocument, format: SceneFormat): string {
  return format === 'script' ? writeScript(document) : stringifySceneJson(writeSceneJson(document))
}

function create(scene: SceneText | undefined): SceneReading {
  const { document, diagnostics } = scene ? read(scene) : { document: createEmptyDocument(), diagnostics: [] }
  if (hasError(diagnostics)) return { diagnostics }
  const doc = new Y.Doc()
  rewrite(doc, document, 'import')
  return { update: Y.encodeStateAsUpdate(doc), diagnostics }
}

function replace(state: Uint8Array, scene: SceneText): SceneReading {
  const { document, diagnostics } = read(scene)
  if (hasError(diagnostics)) return { diagnostics }
  const update = rewrite(openState(state), document, 'import')
  return update ? { update, diagnostics } : { diagnostics }
}

function accept(state: Uint8Array, groups: readonly ProposalGroup[]): AcceptOutcome {
  const doc = openState(state)
  const { document, accepted, stale } = acceptGroups(readDocument(doc), groups)
  const update = rewrite(doc, document, 'copilot')
  return update ? { update, accepted, stale } : { accepted, stale }
}

function read({ format, text }: SceneText): { document: SceneDocument; diagnostics: Diagnostic[] } {
  if (format === 'script') {
    const { document, diagnostics } = parseScript(text)
    return { document, diagnostics: [...diagnostics] }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = `This is no JSON: ${(error as Error).message}.`
    const place = { from: 0, to: text.length, line: 1, column: 1 }
    return { document: new Map(), diagnostics: [{ code: 'no-json', message, severity: 'error', ...place }] }
  }
  const { document, diagnostics } = parseSceneJson(value)
  return { document, diagnostics: [...diagnostics] }
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error')
}

import { isDeepStrictEqual } from 'node:util'
import type { SceneJsonExtra } from '@enfilade/language'
import type { SceneDocument } from '@enfilade/scene'
import { readDocument, writeDocument } from '@enfilade/scene-yjs'
import * as Y from 'yjs'

/**
 * Client ids of the server's own edits are this small. Of two who set one property at once, Yjs keeps the larger id's
 * value, and people's ids are random 32-bit numbers: so an edit of the server never wins over one that a person made
 * meanwhile.
 */
const LARGEST_SERVER_CLIENT = 65_535

export function openState(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc
}

export function readState(state: Uint8Array): SceneDocument {
  const doc = openState(state)
  const document = readDocument(doc)
  doc.destroy()
  return document
}

/** Root type for what a Scene JSON said besides the scene, so that it comes back when it is read again. */
const EXTRA_MAP = 'exchange'
const EXTRA_KEY = 'sceneJson'

export function readExtra(doc: Y.Doc): SceneJsonExtra | undefined {
  const extra = doc.getMap(EXTRA_MAP).get(EXTRA_KEY)
  return typeof extra === 'object' && extra !== null ? (extra as SceneJsonExtra) : undefined
}

/** Makes `doc` hold `document` in one transaction. @returns The edit as an update; `undefined` when it held it already. */
export function rewrite(
  doc: Y.Doc,
  document: SceneDocument,
  type: 'copilot' | 'server' | 'import',
  extra: SceneJsonExtra | undefined,
): Uint8Array | undefined {
  let update: Uint8Array | undefined
  const keep = (bytes: Uint8Array) => {
    update = bytes
  }
  doc.clientID = freeServerClient(doc)
  doc.on('update', keep)
  doc.transact(() => {
    writeDocument(doc, document, { type })
    writeExtra(doc, extra)
  })
  doc.off('update', keep)
  return update
}

function writeExtra(doc: Y.Doc, extra: SceneJsonExtra | undefined): void {
  if (isDeepStrictEqual(readExtra(doc), extra)) return
  const map = doc.getMap(EXTRA_MAP)
  if (extra && Object.keys(extra).length > 0) map.set(EXTRA_KEY, extra)
  else if (map.has(EXTRA_KEY)) map.delete(EXTRA_KEY)
}

function freeServerClient(doc: Y.Doc): number {
  for (;;) {
    const id = 1 + Math.floor(Math.random() * LARGEST_SERVER_CLIENT)
    if (!doc.store.clients.has(id)) return id
  }
}

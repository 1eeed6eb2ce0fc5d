import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MalformedError } from './byte-reader.ts'
import { checkUpdate, joinUpdates } from './check-update.ts'
import { DocumentState } from './document-state.ts'
import { readStateVector, type ScannedUpdate, scanUpdate } from './scan-update.ts'
import { createRandom, editRandomly } from './testing/random-edits.ts'
import { bytesOfUpdate } from './write-update.ts'

/** A state that takes updates as a room does. */
function take(state: DocumentState, bytes: Uint8Array): ScannedUpdate | 'nothing' | 'gap' {
  const checked = checkUpdate(scanUpdate(bytes), state)
  if (checked.kind !== 'new') return checked.kind
  expect(state.add(checked.update)).toBe(true)
  return checked.update
}

function contentOf(doc: Y.Doc) {
  return [doc.getMap('records').toJSON(), doc.getText('text').toDelta(), doc.getArray('list').toJSON()]
}

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  return doc
}

/** Three replicas that edit and exchange at random, and the updates in one order of arrival. */
function randomSession(seed: number, steps: number) {
  const random = createRandom(seed)
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id * 1000 + 7
    return doc
  })
  const arrived: Uint8Array[] = []
  const outbox = docs.map(() => [] as Uint8Array[])
  for (const [index, doc] of docs.entries()) {
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && outbox[index]!.push(update))
  }
  for (let step = 0; step < steps; step++) {
    const index = Math.floor(random() * 3)
    if (random() < 0.7) docs[index]!.transact(() => editRandomly(docs[index]!, random))
    else {
      // The server hears of one replica's edits, then the replica of the server's.
      arrived.push(...outbox[index]!.splice(0))
      for (const update of arrived) Y.applyUpdate(docs[index]!, update, 'remote')
    }
  }
  for (const box of outbox) arrived.push(...box)
  return { docs, arrived, random }
}

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)

describe('document state', () => {
  it.each(SEEDS)('equals the Yjs document after a random session, seed %i', (seed) => {
    const { arrived, random } = randomSession(seed, 120)
    const state = new DocumentState()
    const reference = new Y.Doc()
    for (const bytes of arrived) {
      Y.applyUpdate(reference, bytes)
      expect(take(state, bytes)).not.toBe('gap')
      if (random() < 0.1) state.write()
      if (random() < 0.2) {
        // A reader that stopped somewhere on the way gets all that it lacks.
        const reader = new Y.Doc()
        for (const earlier of arrived.slice(0, Math.floor(random() * arrived.length))) Y.applyUpdate(reader, earlier)
        const known = readStateVector(Y.encodeStateVector(reader))
        Y.applyUpdate(reader, bytesOfUpdate(state.write(known)))
        const whole = docOf(...arrived)
        for (const [client, clock] of state.clocks) {
          expect(Y.getState(reader.store, client)).toBeGreaterThanOrEqual(clock)
          expect(Y.getState(whole.store, client)).toBeGreaterThanOrEqual(clock)
        }
      }
    }
    expect(contentOf(docOf(bytesOfUpdate(state.write())))).toEqual(contentOf(reference))
    expect(new Map(state.clocks)).toEqual(readStateVector(Y.encodeStateVector(reference)))
  })

  it.each(SEEDS)('gives a reader with any state vector what it lacks, seed %i', (seed) => {
    const { arrived, random } = randomSession(seed + 500, 100)
    const state = new DocumentState()
    for (const bytes of arrived) take(state, bytes)
    if (seed % 2 === 0) state.write()
    for (let round = 0; round < 5; round++) {
      const reader = docOf(...arrived.slice(0, Math.floor(random() * arrived.length)))
      Y.applyUpdate(reader, bytesOfUpdate(state.write(readStateVector(Y.encodeStateVector(reader)))))
      expect(reader.store.pendingStructs).toBeNull()
      expect(contentOf(reader)).toEqual(contentOf(docOf(...arrived)))
    }
  })

  it.each(SEEDS)('takes offline states that overlap what it has, seed %i', (seed) => {
    const { docs, arrived, random } = randomSession(seed + 900, 80)
    const state = new DocumentState()
    for (const bytes of arrived.slice(0, Math.floor(arrived.length / 2))) take(state, bytes)
    const merged = new Y.Doc()
    for (const doc of docs) {
      for (let edit = 0; edit < 10; edit++) editRandomly(doc, random)
      // What a stock client answers to an old state vector: everything, overlapping.
      const answer = random() < 0.5 ? Y.encodeStateAsUpdate(doc) : Y.encodeStateAsUpdate(doc, vectorOf(state, random))
      const taken = take(state, answer)
      expect(taken).not.toBe('gap')
      Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc))
    }
    expect(contentOf(docOf(bytesOfUpdate(state.write())))).toEqual(contentOf(merged))
  })

  it.each(SEEDS)('joins updates without changing what they mean, seed %i', (seed) => {
    const { arrived } = randomSession(seed + 1300, 60)
    const state = new DocumentState()
    const taken = arrived.map((bytes) => take(state, bytes)).filter((each) => typeof each === 'object')
    expect(contentOf(docOf(joinUpdates(taken)))).toEqual(contentOf(docOf(...arrived)))
  })
})

function vectorOf(state: DocumentState, random: () => number): Uint8Array {
  const vector = new Map<number, number>()
  for (const [client, clock] of state.clocks) vector.set(client, Math.floor(clock * random()))
  return Y.encodeStateVector(vector)
}

describe('checking', () => {
  function editsOf(count: number): { updates: Uint8Array[]; doc: Y.Doc } {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < count; index++) doc.getMap('records').set(`k${index}`, index)
    return { updates, doc }
  }

  it('finds a hole in a client’s clocks', () => {
    const { updates } = editsOf(3)
    const state = new DocumentState()
    take(state, updates[0]!)
    expect(take(state, updates[2]!)).toBe('gap')
    expect(take(state, updates[1]!)).not.toBe('gap')
    expect(take(state, updates[2]!)).not.toBe('gap')
  })

  it('finds an edit that builds on somebody else’s missing one', () => {
    const a = editsOf(1)
    const b = new Y.Doc()
    Y.applyUpdate(b, a.updates[0]!)
    let second: Uint8Array = new Uint8Array()
    b.on('update', (update: Uint8Array) => {
      second = update
    })
    b.getMap('records').set('k0', 'over it')
    const state = new DocumentState()
    expect(take(state, second)).toBe('gap')
    take(state, a.updates[0]!)
    expect(take(state, second)).not.toBe('gap')
  })

  it('finds a deletion of something missing', () => {
    const { doc, updates } = editsOf(1)
    doc.getMap('records').delete('k0')
    const state = new DocumentState()
    expect(take(state, updates[1]!)).toBe('gap')
  })

  it('calls a state that was seen before nothing new, deletions included', () => {
    const { doc, updates } = editsOf(5)
    doc.getMap('records').delete('k2')
    const state = new DocumentState()
    for (const update of updates) take(state, update)
    expect(take(state, Y.encodeStateAsUpdate(doc))).toBe('nothing')
    doc.getMap('records').delete('k3')
    expect(take(state, Y.encodeStateAsUpdate(doc))).not.toBe('nothing')
  })

  it('takes from a state with a hole what has none', () => {
    const a = editsOf(3)
    const b = editsOf(3)
    const holed = Y.mergeUpdates([a.updates[0]!, a.updates[2]!, b.updates[0]!, b.updates[1]!])
    const state = new DocumentState()
    const checked = checkUpdate(scanUpdate(holed), state)
    expect(checked).toMatchObject({ kind: 'new', isComplete: false })
    take(state, holed)
    expect(state.clocks).toEqual(
      new Map([
        [a.doc.clientID, 1],
        [b.doc.clientID, 2],
      ]),
    )
  })
})

describe('scanning', () => {
  it('refuses what makes Yjs throw', () => {
    const bad: Record<string, number[]> = {
      empty: [],
      'V2 update': [...Y.encodeStateAsUpdateV2(docWith('x'))],
      'bytes after the end': [0, 0, 0],
      'too short': [1],
      'huge number of clients': [255, 255, 255, 255, 15],
      'number out of range': Array(12).fill(255),
      'unknown content': [1, 1, 5, 0, 11, 1, 1, 97, 0],
      'length zero': [1, 1, 5, 0, 0, 0, 0],
      'own later struct': [1, 1, 5, 0, 0x84, 5, 3, 1, 97, 0],
      'a client twice': [2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0],
      'string not UTF-8': [1, 1, 5, 0, 4, 1, 1, 97, 1, 0xff, 0],
      'embed not JSON': [1, 1, 5, 0, 5, 1, 1, 97, 1, 123, 0],
      'unknown shared type': [1, 1, 5, 0, 7, 1, 1, 97, 9, 0],
    }
    for (const [name, bytes] of Object.entries(bad)) {
      expect(() => scanUpdate(Uint8Array.from(bytes)), name).toThrow(MalformedError)
    }
    const nested = [1, 1, 5, 0, 8, 1, 1, 97, 1, ...Array(5000).fill([117, 1]).flat(), 126, 0]
    expect(() => scanUpdate(Uint8Array.from(nested))).toThrow(MalformedError)
  })

  it('agrees with Yjs about random damage: what it lets in, Yjs can apply', () => {
    const random = createRandom(11)
    const doc = new Y.Doc()
    doc.clientID = 5
    for (let edit = 0; edit < 60; edit++) editRandomly(doc, random)
    const good = Y.encodeStateAsUpdate(doc)
    let letIn = 0
    for (let round = 0; round < 4000; round++) {
      const bytes = good.slice(0, random() < 0.2 ? Math.floor(random() * good.length) : good.length)
      for (let hit = 0; hit < 1 + random() * 3; hit++) bytes[Math.floor(random() * bytes.length)] = random() * 256
      try {
        if (checkUpdate(scanUpdate(bytes), new DocumentState()).kind !== 'new') continue
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError)
        continue
      }
      letIn += 1
      // Meaning may be odd, e.g. a neighbour of another type, but no reader may be stopped by it.
      const checked = checkUpdate(scanUpdate(bytes), new DocumentState())
      if (checked.kind === 'new') expect(() => Y.applyUpdate(new Y.Doc(), checked.update.bytes)).not.toThrow()
    }
    expect(letIn).toBeGreaterThan(20)
  })
})

function docWith(text: string): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return doc
}

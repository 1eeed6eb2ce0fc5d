import * as Y from 'yjs'

/** A small seeded generator (mulberry32). @returns Numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Does one random edit of the kinds that a shared document sees: maps, text, arrays, nested types, deletions. */
export function editRandomly(doc: Y.Doc, random: () => number): void {
  const records = doc.getMap('records')
  const key = `k${Math.floor(random() * 8)}`
  const text = doc.getText('text')
  const list = doc.getArray('list')
  const kind = Math.floor(random() * 9)
  if (kind === 0) records.set(key, new Y.Map(Object.entries({ x: random(), name: '椅子', on: true })))
  else if (kind === 1) {
    const nested = records.get(key)
    if (nested instanceof Y.Map) nested.set('pose', [random(), random(), { yaw: random() }])
    else records.set(key, random())
  } else if (kind === 2) records.delete(key)
  else if (kind === 3) text.insert(Math.floor(random() * (text.length + 1)), random() < 0.5 ? 'abc' : '😀床é')
  else if (kind === 4 && text.length > 2) text.delete(Math.floor(random() * (text.length - 2)), 2)
  else if (kind === 5 && text.length > 2) text.format(0, 2, { bold: random() < 0.5 })
  else if (kind === 6) list.insert(Math.floor(random() * (list.length + 1)), [1, 'two', null, new Uint8Array([3]), 4.5])
  else if (kind === 7 && list.length > 1) list.delete(Math.floor(random() * (list.length - 1)), 1)
  else text.insertEmbed(0, { image: 'x' })
}

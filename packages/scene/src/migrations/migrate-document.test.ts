import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyChange } from '../apply-change.ts'
import {
  createEmptyDocument,
  diffDocuments,
  isEmptyChange,
  migrateDocument,
  type RawRecord,
  readScene,
  SCENE_VERSION,
  type SceneDocument,
} from '../index.ts'
import { expectValidScene } from '../testing/expect-valid-scene.ts'
import { forAll } from '../testing/fuzz.ts'
import { randomDocument } from '../testing/random-documents.ts'

const frozen: { readonly records: { readonly [id: string]: RawRecord } } = JSON.parse(
  readFileSync(new URL('./version-1.json', import.meta.url), 'utf8'),
)
const old: SceneDocument = new Map(Object.entries(frozen.records))

describe('migrateDocument', () => {
  test('brings the frozen example of version 1 into the current form', () => {
    const now = migrateDocument(old)
    expect(now.get('meta')).toEqual({ kind: 'meta', version: SCENE_VERSION, createdBy: 'editor 0.0.9' })
    expect(now.get('sofa')).toEqual({
      kind: 'item',
      level: 'level-0',
      category: 'sofa',
      pose: { x: 2, y: 4.4, z: 0, yaw: Math.PI },
      size: [2.1, 0.9, 0.85],
      support: { on: 'floor' },
      finishes: { body: { color: '#446688' } },
    })
    expect(now.get('lamp')!.pose).toEqual({ x: 0.2, y: 0.1, z: 0, yaw: 0 })
    expect(now.get('door')).toMatchObject({ swing: { type: 'hinged', hinge: 'b', side: 'right' }, note: 'kept' })
    expect(now.get('gate')!.swing).toEqual({ type: 'sliding' })
    expect(now.get('pane')!.swing).toEqual({ type: 'none' })
    expect(now.get('robot')).toBe(old.get('robot'))
    expect([...now.keys()]).toEqual([...old.keys()])
    const scene = readScene(now)
    expectValidScene(scene)
    expect(scene.issues).toEqual([])
    expect([scene.rooms.length, scene.openings.length, scene.items.length]).toEqual([1, 3, 2])
  })

  test('an old document reads the same before it is migrated', () => {
    expect(readScene(old)).toEqual(readScene(migrateDocument(old)))
  })

  test('done twice, or by two peers at once, it is the same as done once', () => {
    const once = migrateDocument(old)
    expect(migrateDocument(once)).toBe(once)
    const byOne = diffDocuments(old, migrateDocument(old))
    const byOther = diffDocuments(old, migrateDocument(new Map([...old].reverse())))
    expect(byOne).toEqual(byOther)
    expect(isEmptyChange(diffDocuments(applyChange(applyChange(old, byOne), byOther), once))).toBe(true)
  })

  test('an old record that arrives late, from a peer that was offline, is migrated too', () => {
    const late = new Map([...migrateDocument(old), ['chair', { ...frozen.records.sofa!, category: 'chair' }]])
    expect(migrateDocument(late).get('chair')).toMatchObject({ category: 'chair', pose: { x: 2, y: 4.4 } })
  })

  test('leaves current documents, documents of a newer version and garbage as they are', () => {
    const empty = createEmptyDocument()
    expect(migrateDocument(empty)).toBe(empty)
    const newer = new Map([...old, ['meta', { kind: 'meta', version: 99 }]])
    expect(migrateDocument(newer)).toBe(newer)
    forAll((random) => {
      const document = randomDocument(random)
      expect(readScene(migrateDocument(document))).toEqual(readScene(document))
    })
  })
})

import { applyOperation, diffDocuments, emptyChange, type RawRecord, type SceneDocument } from '@enfilade/scene'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyTextEdits, editScript, parseScript, writeScript } from '../index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

const authored = [
  'wall_0=Wall(0,0,0,4,0,0,2.80,0.0)',
  '',
  'bbox_9=Bbox( sofa , 1.50,2.0 ,0.4,0,2.0,0.9,0.8)',
  'bbox_2=Bbox(desk,3.0,2.0,0.375,0,1.2,0.6,0.75)',
  'camera_0=Camera(1,2,3)',
  'item_0=Item(bbox_2, id="my desk", label="Desk", locked=true)',
  'bbox_5=Bbox(half typed',
].join('\n')

function change(document: SceneDocument, id: string, patch: RawRecord): SceneDocument {
  return new Map([...document, [id, { ...document.get(id), ...patch }]])
}

function edited(text: string, before: SceneDocument, after: SceneDocument): string {
  return applyTextEdits(text, editScript(text, before, after))
}

describe('edits of an author’s text (SPEC 6)', () => {
  const { document } = parseScript(authored)

  test('6.1 touch only the arguments that change', () => {
    const pose = { x: 1.5, y: 2.25, z: 0, yaw: 0 }
    const after = change(document, 'bbox_9', { pose })
    expect(editScript(authored, document, after)).toEqual([{ from: 60, to: 63, insert: '2.25' }])
    expect(edited(authored, document, after).split('\n')[2]).toBe('bbox_9=Bbox( sofa , 1.50,2.25 ,0.4,0,2.0,0.9,0.8)')
  })

  test('6.2 change, add and take out keys of our lines', () => {
    const line = (after: SceneDocument) => edited(authored, document, after).split('\n')[5]
    expect(line(change(document, 'my desk', { label: 'Table' }))).toBe(
      'item_0=Item(bbox_2, id="my desk", label="Table", locked=true)',
    )
    expect(line(change(document, 'my desk', { locked: undefined }))).toBe(
      'item_0=Item(bbox_2, id="my desk", label="Desk")',
    )
    expect(line(change(document, 'my desk', { style: 'plain' }))).toBe(
      'item_0=Item(bbox_2, id="my desk", label="Desk", locked=true,style="plain")',
    )
  })

  test('6.3 take removed records out and put new ones after their kind', () => {
    const item = {
      kind: 'item',
      level: 'level-0',
      category: 'lamp',
      pose: { x: 0, y: 0, z: 0, yaw: 0 },
      size: [0.2, 0.2, 1],
      support: { on: 'floor' },
    }
    const after = new Map<string, RawRecord>([...document, ['new', item]])
    after.delete('my desk')
    expect(edited(authored, document, after).split('\n')).toEqual([
      'wall_0=Wall(0,0,0,4,0,0,2.80,0.0)',
      '',
      'bbox_9=Bbox( sofa , 1.50,2.0 ,0.4,0,2.0,0.9,0.8)',
      'bbox_10=Bbox(lamp,0.0,0.0,0.5,0.0,0.2,0.2,1.0)',
      'item_0=Item(bbox_10,id="new")',
      'camera_0=Camera(1,2,3)',
      'bbox_5=Bbox(half typed',
    ])
  })

  test('6.4 keep the line breaks that the text has', () => {
    const text = authored.replaceAll('\n', '\r\n')
    const after = new Map<string, RawRecord>([...document, ['v', { kind: 'viewpoint', name: 'V' }]])
    expect(edited(text, document, after)).toContain('locked=true)\r\nviewpoint_0=Viewpoint(id="v",name="V")\r\n')
  })

  test('6.5 follow an operation with its consequences', () => {
    const result = applyOperation(
      document,
      {
        type: 'walls-added',
        level: 'level-0',
        points: [
          [4, 0],
          [4, 3],
        ],
      },
      {
        createId: (() => {
          let n = 0
          return () => `made-${n++}`
        })(),
      },
    )
    if (!result.ok) throw new Error(result.message)
    const after = new Map<string, RawRecord>([...document, ...Object.entries(result.change.added)])
    const text = edited(authored, document, after)
    expect(diffDocuments(parseScript(text).document, after)).toEqual(emptyChange)
    expect(text).toContain('wall_0=Wall(0,0,0,4,0,0,2.80,0.0)\nwall_1=Wall(4.0,0.0,')
  })

  test('6.6 lead from any document to any other', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        arbitraryDocument,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, other, part) => {
          const after = new Map([...before, ...[...other].slice(0, Math.floor(other.size * part))])
          const text = writeScript(before).split('\n').join('\n\n')
          const result = edited(text, before, after)
          expect(diffDocuments(parseScript(result).document, after)).toEqual(emptyChange)
        },
      ),
      { numRuns: 150 },
    )
  })
})

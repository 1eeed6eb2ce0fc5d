import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editScript, parseScript, parseScriptEntities, writeScript, writeScriptEntities } from '../index.ts'
import { MAX_DIAGNOSTICS } from './diagnostic.ts'

const piece = fc.constantFrom(
  ...[
    'wall_0=Wall(',
    'door_1=Door(wall_0',
    'bbox_2=Bbox(sofa',
    'item_0=Item(bbox_2',
    'corner_0=Corner(',
    'level_0=Level(',
  ],
  ...[
    'structure_0=Structure(wall_0',
    'record_0=Record(',
    'id="a"',
    'value={"kind":"wall"}',
    'support={"on":"item","id":"a"}',
  ],
  ...[
    '0',
    '1.5',
    '-2',
    'nan',
    'inf',
    '1e999',
    '1e400',
    '٣',
    '１',
    ',',
    '(',
    ')',
    '=',
    '_',
    '"',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '\n',
    '\r\n',
  ],
  ...[
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '__proto__',
    'constructor',
    'a="w"',
    'drop=["kind","id"]',
    'extra={"__proto__":{}}',
    ' ',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc
    .array(
      fc.array(piece, { maxLength: 9 }).map((pieces) => `${pieces.join(',')})`),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n')),
)

describe('hostile text (SPEC 4)', () => {
  test('4.1 never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (input, strict) => {
        const { document, diagnostics } = parseScript(input, { strict })
        for (const { from, to, line, column } of diagnostics) {
          expect(from >= 0 && to >= from && to <= input.length && line >= 1 && column >= 1).toBe(true)
        }
        const written = writeScript(document)
        expect(writeScript(parseScript(written).document)).toBe(written)
        editScript(input, document, new Map())
      }),
      { numRuns: 1000 },
    )
  })

  test('4.2 bytes that are no text either', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + 31) % 256)
    expect(() => parseScript(new TextDecoder().decode(bytes))).not.toThrow()
  })

  test('4.3 reads what it wrote', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = writeScriptEntities(parseScriptEntities(input).entities)
        expect(writeScriptEntities(parseScriptEntities(once).entities)).toBe(once)
      }),
    )
  })

  test('4.4 counts oddities beyond a thousand instead of listing them', () => {
    const { diagnostics } = parseScript('x\n'.repeat(5000))
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS + 1)
    expect(diagnostics.at(-1)).toMatchObject({ code: 'more', message: '4000 more oddities are not listed.' })
  })

  test.each([
    ['a line of a million commas', `bbox_0=Bbox(sofa${','.repeat(1e6)})`],
    ['a million open brackets', `item_0=Item(bbox_0,x=${'['.repeat(1e6)})`],
    ['a million quotes', `bbox_0=Bbox(a,1,1,1,1,1,1,1)\nitem_0=Item(bbox_0,x=${'"\\'.repeat(5e5)})`],
    ['a number of a million digits', `bbox_0=Bbox(sofa,${'9'.repeat(1e6)},0,0,0,1,1,1)`],
    ['an id of a million digits', `bbox_${'9'.repeat(1e6)}=Bbox(sofa,0,0,0,0,1,1,1)`],
    ['a million underscores', `wall${'_'.repeat(1e6)}=Wall(0,0,0,1,0,0,1,0)`],
    ['one id a hundred thousand times', 'bbox_0=Bbox(a,1,1,1,1,1,1,1)\n'.repeat(1e5)],
    ['a hundred thousand walls in one place', 'wall_0=Wall(0,0,0,0.01,0,0,1,0)\n'.repeat(1e5)],
    ['a chain of twenty thousand supports', chain(20_000)],
  ])('4.5 takes linear time: %s', (_, input) => {
    expect(() => parseScript(input)).not.toThrow()
  })
})

function chain(length: number): string {
  const boxes = Array.from({ length }, (_, i) => `bbox_${i}=Bbox(a,1,1,1,1,1,1,1)`)
  const items = Array.from({ length }, (_, i) => `item_${i}=Item(bbox_${i},support={"on":"item","id":"bbox_${i + 1}"})`)
  return [...boxes, ...items].join('\n')
}

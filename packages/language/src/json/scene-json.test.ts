import { createEmptyDocument, diffDocuments, emptyChange, type RawRecord, readScene } from '@enfilade/scene'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseSceneJson,
  parseScript,
  partialSceneJsonSchema,
  type SceneJson,
  sceneJsonSchema,
  stringifySceneJson,
  writeSceneJson,
  writeScript,
} from '../index.ts'
import { arbitraryDocument } from '../script/arbitrary-document.ts'

const ajv = new Ajv2020({ strict: false })
const isValid = ajv.compile(sceneJsonSchema)
const isValidInput = ajv.compile(partialSceneJsonSchema)

const format = 'enfilade.scene/1'
const trip = (input: unknown): SceneJson => {
  const { document, extra } = parseSceneJson(input)
  return writeSceneJson(document, extra)
}
const square = {
  id: 'r',
  polygon: [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ],
}

describe('Scene JSON v1 (SPEC 9)', () => {
  test('9.1 an empty scene has all its lists', () => {
    const json = writeSceneJson(createEmptyDocument())
    expect(json).toMatchObject({ format, truncated: false, rooms: [], walls: [], openings: [], objects: [], unmet: [] })
    expect(isValid(json)).toBe(true)
  })

  test('9.2 rooms without walls get walls of 0.12 m outside; outlines and openings come back point for point', () => {
    const input = {
      format,
      rooms: [
        {
          id: 'a',
          level: 'g',
          type: 'bedroom',
          name: 'A',
          polygon: [
            [0.1, 0],
            [4.123456789012, 0],
            [4.123456789012, 3],
            [2, 3.5],
            [0.1, 3],
          ],
          floor: 0,
          height: 2.6,
        },
        {
          id: 'b',
          level: 'g',
          polygon: [
            [4.3, 0],
            [7, 0],
            [7, 3],
            [4.3, 3],
          ],
          holes: [
            [
              [5, 1],
              [5, 1.4],
              [5.4, 1.4],
              [5.4, 1],
            ],
          ],
          floor: 0,
          height: 2.6,
        },
        {
          id: 'c',
          level: 'g',
          polygon: [
            [7, 0],
            [9, 0],
            [9, 3],
            [7, 3],
          ],
          floor: 0,
          height: 2.6,
        },
      ],
      openings: [
        { id: 'd', kind: 'door', center: [4.2, 1.5, 1.05], width: 0.9, height: 2.1, swing: 'right-out', open: 0.25 },
        { id: 'w', kind: 'window', center: [1.5, 0, 1.5], width: 1.2, height: 1.2, swing: 'none' },
        { id: 'x', kind: 'door', center: [7, 1.5, 1.05], width: 0.9, height: 2.1, swing: 'sliding' },
      ],
    }
    expect(isValidInput(input)).toBe(true)
    const json = trip(input)
    expect(isValid(json)).toBe(true)
    expect(json.rooms.map(({ id, polygon, holes }) => ({ id, polygon, holes }))).toEqual(
      input.rooms.map(({ id, polygon, holes = [] }) => ({ id, polygon, holes })),
    )
    expect(json.openings.map(({ id, center, swing }) => ({ id, center, swing }))).toEqual(
      input.openings.map(({ id, center, swing }) => ({ id, center, swing })),
    )
    const scene = readScene(parseSceneJson(input).document)
    expect(scene.rooms.find(({ id }) => id === 'a')!.openings).toEqual(['d', 'w'])
    expect(scene.rooms.find(({ id }) => id === 'b')!.openings).toEqual(['d', 'x'])
    expect(scene.walls.find(({ start, end }) => start[1] === -0.06 && end[1] === -0.06)!.thickness).toBe(0.12)
    expect(stringifySceneJson(trip(json))).toBe(stringifySceneJson(json))
  })

  test('9.3 walls alone make rooms', () => {
    const walls = [
      [0, 0, 4, 0],
      [4, 0, 4, 3],
      [4, 3, 0, 3],
      [0, 3, 0, 0],
    ].map(([ax, ay, bx, by], i) => ({ id: `w${i}`, a: [ax, ay], b: [bx, by], thickness: 0.2 }))
    const json = trip({ format, walls })
    expect(json.walls.map(({ id, a, b }) => ({ id, a, b, thickness: 0.2 }))).toEqual(walls)
    expect(json.rooms[0]!.polygon).toHaveLength(4)
  })

  test('9.4 swings are seen from the room that comes first by id', () => {
    for (const swing of ['left-in', 'right-in', 'left-out', 'right-out', 'sliding', 'none']) {
      for (const ids of [
        ['a', 'b'],
        ['b', 'a'],
      ]) {
        const json = trip({
          format,
          rooms: [
            { id: ids[0], polygon: square.polygon },
            {
              id: ids[1],
              polygon: [
                [4.12, 0],
                [7, 0],
                [7, 3],
                [4.12, 3],
              ],
            },
          ],
          openings: [{ id: 'd', kind: 'door', center: [4.06, 1.5, 1.05], width: 0.9, height: 2.1, swing }],
        })
        expect(json.openings[0]!.swing).toBe(swing)
        expect(json.openings[0]).not.toHaveProperty('given')
      }
    }
    // Room a is west of the door, so who stands in it looks east and has north on the left.
    const { document } = parseSceneJson({
      format,
      rooms: [
        square,
        {
          id: 's',
          polygon: [
            [4.12, 0],
            [7, 0],
            [7, 3],
            [4.12, 3],
          ],
        },
      ],
      walls: [],
      openings: [{ id: 'd', kind: 'door', center: [4.06, 1.5, 1.05], width: 0.9, height: 2.1, swing: 'left-in' }],
    })
    const scene = readScene(document)
    const door = scene.openings[0]!
    const north = door.direction[1] > 0 ? 'b' : 'a'
    const west = door.direction[1] > 0 ? 'left' : 'right'
    expect(door.swing).toEqual({ type: 'hinged', hinge: north, side: west })
  })

  test('9.5 unknown fields stay where they were, also hostile ones', () => {
    const input =
      JSON.parse(`{"format":"${format}","vendor":{"a":[1]},"__proto__":{"polluted":1},"levels":[{"id":"l","tone":1}],
      "rooms":[{"id":"r","level":"l","polygon":[[0,0],[4,0],[4,3],[0,3]],"vibe":"calm"}],
      "objects":[{"id":"o","category":"sofa","center":[1,1,0.4],"size":[1,1,0.8],"constructor":"x","price":3,"state":{"on":true,"hum":2}}]}`)
    const json = trip(input)
    expect(json.vendor).toEqual({ a: [1] })
    expect(json.levels[0]!.tone).toBe(1)
    expect(json.rooms[0]!.vibe).toBe('calm')
    expect(json.objects[0]).toMatchObject({ price: 3, state: { on: true, hum: 2 } })
    expect(Object.hasOwn(json.objects[0]!, 'constructor')).toBe(true)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(JSON.parse(stringifySceneJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
  })

  test('9.6 ids survive, also when lists share them', () => {
    const json = trip({
      format,
      levels: [{ id: '1' }],
      rooms: [{ ...square, id: '1', level: '1' }],
      openings: [{ id: '1', kind: 'door', center: [2, 0, 1], width: 1, height: 2 }],
      objects: [
        { id: '1', category: 'table', center: [1, 1, 0.4], size: [1, 1, 0.8] },
        { id: 2, category: 'cup', center: [1, 1, 0.85], size: [0.1, 0.1, 0.1], mount: 'surface', support: '1' },
      ],
    })
    expect([json.levels, json.rooms, json.openings, json.objects].map((list) => list.map(({ id }) => id))).toEqual([
      ['1'],
      ['1'],
      ['1'],
      ['1', '2'],
    ])
    expect(json.objects[1]!.support).toBe('1')
  })

  test('9.7 objects say what the mesh shows', () => {
    const { objects } = trip({
      format,
      objects: [
        {
          id: 'a',
          category: 'sofa',
          label: 'Lümmelwiese',
          center: [0, 0, 0.4],
          yaw: 1,
          size: [2, 0.9, 0.8],
          color: '#AA0000',
          material: 'unobtainium',
        },
        { id: 'b', category: 'banana_stand', center: [3, 0, 0.5], size: [1, 1, 1] },
      ],
    })
    expect(objects[0]).toMatchObject({
      label: 'Lümmelwiese',
      color: '#aa0000',
      placeholder: false,
      yaw: 1,
      movable: true,
    })
    expect(objects[0]!.material).not.toBe('unobtainium')
    expect(objects[1]).toMatchObject({ label: 'Banana stand', placeholder: true, mass: null })
  })

  test('9.8 support and mount', () => {
    const input = {
      format,
      rooms: [square],
      objects: [
        {
          id: 'shelf',
          category: 'bookcase',
          center: [1, 0.2, 1],
          yaw: 0.3,
          size: [0.8, 0.35, 2],
          mount: 'floor',
          support: null,
        },
        {
          id: 'book',
          category: 'book',
          center: [1, 0.2, 1.1],
          yaw: 0.4,
          size: [0.2, 0.15, 0.05],
          mount: 'inside',
          support: 'shelf',
        },
        { id: 'found', category: 'vase', center: [1, 0.2, 2.15], size: [0.1, 0.1, 0.3], mount: 'surface' },
        { id: 'lamp', category: 'pendant_lamp', center: [2, 2, 2.5], size: [0.4, 0.4, 0.6], mount: 'ceiling' },
        { id: 'art', category: 'picture', center: [2, 2.98, 1.5], size: [0.8, 0.04, 0.6], mount: 'wall' },
      ],
    }
    const json = trip(input)
    const byId = new Map(json.objects.map((object) => [object.id, object]))
    for (const { id, center, yaw = 0, mount } of input.objects)
      expect(byId.get(id)).toMatchObject({ center, yaw, mount })
    expect(byId.get('found')!.support).toBe('shelf')
    expect(byId.get('art')!.support).toMatch(/^wall-/)
    expect(readScene(parseSceneJson(input).document).items.find(({ id }) => id === 'book')!.support).toEqual({
      on: 'item',
      id: 'shelf',
      inside: true,
    })
  })

  test('9.9 what the whole says besides the scene comes back', () => {
    const extra = { seed: 7, truncated: true, unmet: [{ request: 'a pool', reason: 'needs 24 m², has 12' }] }
    expect(trip({ format, ...extra })).toMatchObject(extra)
  })

  test.each([[{}], [{ hello: 1 }], ['{"findings":[]}']])('9.10 %j is no scene, and refused as a whole', (value) => {
    const [diagnostic] = parseSceneJson(value).diagnostics
    expect(diagnostic).toMatchObject({ path: '', severity: 'error', code: 'not-a-scene' })
  })

  test('9.10 a scene is known by one of its lists too', () => {
    expect(parseSceneJson({ rooms: [] }).diagnostics).toMatchObject([{ path: 'format', severity: 'warning' }])
  })

  test('9.10 a mistake is named with its path and cure, and the rest is read', () => {
    const { diagnostics, document } = parseSceneJson({
      format: 'enfilade.scene/9',
      rooms: [
        {
          id: 'r',
          polygon: [
            [0, 0],
            [1, 1],
            [1, 0],
            [0, 1],
          ],
        },
        7,
      ],
      walls: [
        { id: 'w', a: ['0', 0], b: [1, 0] },
        { id: 'v', a: [0, 0], b: [4, 0], thickness: '0.2' },
        { id: 'v', a: [4, 0], b: [4, 3] },
      ],
      openings: [{ id: 'd', wall: 'nope', center: [90, 90, 1], width: 1, height: 2 }],
      objects: [
        { category: 'sofa', center: [1e308, 0, 0], size: [1, 1, 1] },
        { category: 'sofa', center: [0, 0, 0], size: [1, -1, 1] },
        { category: '', center: [0, 0, 0], size: [1, 1, 1] },
        {
          id: 'ok',
          category: 'sofa',
          center: [1, 1, 0.5],
          size: [1, 1, 1],
          support: 'ghost',
          color: 'red',
          mount: 'air',
        },
      ],
      unmet: 'none',
    })
    expect(diagnostics.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'format format',
      'objects[0].center not-a-triple',
      'objects[1].size not-a-triple',
      'objects[2].category no-category',
      'objects[3].color not-a-color',
      'objects[3].mount unknown-value',
      'objects[3].support unknown-support',
      'openings[0].wall no-wall',
      'rooms[0].polygon bad-outline',
      'rooms[1] not-an-object',
      'unmet not-a-list',
      'walls[0].a not-a-point',
      'walls[1].thickness not-a-number',
      'walls[2].id duplicate-id',
    ])
    expect(diagnostics.find(({ path }) => path === 'walls[1].thickness')!.message).toContain('write it without quotes')
    expect(document.get('ok')).toMatchObject({ category: 'sofa', support: { on: 'floor' } })
  })

  test('9.11 never throws', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.anything({ maxDepth: 3 }))
    const part = fc.dictionary(
      fc.constantFrom(
        'id',
        'polygon',
        'a',
        'b',
        'center',
        'size',
        'category',
        'wall',
        'support',
        'width',
        'height',
        'level',
        'holes',
        'state',
        '__proto__',
      ),
      fc.oneof(
        value,
        fc.constantFrom(
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
          [1, 1, 1],
          [0, 0],
          1,
          'x',
        ),
      ),
      { noNullPrototype: true },
    )
    const scene = fc.dictionary(
      fc.constantFrom('levels', 'rooms', 'walls', 'openings', 'objects', 'unmet', 'format'),
      fc.oneof(value, fc.array(part)),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.oneof(value, scene, fc.string()), (input) => {
        const { document, extra } = parseSceneJson(input)
        const json = writeSceneJson(document, extra)
        expect(isValid(JSON.parse(stringifySceneJson(json))), JSON.stringify(isValid.errors)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('9.12 every scene writes valid JSON that reads as the same scene', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const json = JSON.parse(stringifySceneJson(writeSceneJson(document)))
        expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true)
        const again = trip(json)
        expect(again.objects.map(({ id, center, size }) => ({ id, center, size }))).toEqual(
          (json as SceneJson).objects.map(({ id, center, size }) => ({ id, center, size })),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('9.13 what was given counts until it changes', () => {
    const { document } = parseSceneJson({
      format,
      rooms: [{ ...square, height: 2.4, floor: 0 }],
      openings: [{ id: 'd', kind: 'door', center: [2, 0, 1], width: 1, height: 2 }],
    })
    expect(writeSceneJson(document).openings[0]!.center).toEqual([2, 0, 1])
    const moved = new Map<string, RawRecord>([...document, ['d', { ...document.get('d'), along: 1 }]])
    expect(writeSceneJson(moved).openings[0]!.center[1]).toBe(-0.06)
    // And all of it survives the script.
    expect(diffDocuments(document, parseScript(writeScript(document)).document)).toEqual(emptyChange)
  })
})

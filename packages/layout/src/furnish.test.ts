import { checkScene } from '@enfilade/critic'
import {
  applyChange,
  createEmptyDocument,
  type Point2,
  readScene,
  type Scene,
  type SceneDocument,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { findBarFailures } from '../bench/bars.ts'
import { createIds, createRandomRoom, createRoomDocument, type RoomOpeningSpec } from '../bench/rooms.ts'
import { type Brief, createBrief, createBriefObject, furnish, type LayoutResult } from './index.ts'

const rectangle = (width: number, depth: number): Point2[] => [
  [0, 0],
  [width, 0],
  [width, depth],
  [0, depth],
]

const door = (wall: number, at: number, more: Partial<RoomOpeningSpec> = {}): RoomOpeningSpec => ({
  wall,
  at,
  kind: 'door',
  ...more,
})
const window = (wall: number, at: number, width = 1.5): RoomOpeningSpec => ({ wall, at, kind: 'window', width })

const apply = (document: SceneDocument, result: LayoutResult): Scene =>
  readScene(result.groups.reduce((current, group) => applyChange(current, group.change), document))

const run = (document: SceneDocument, brief: Brief, seed = 7): { result: LayoutResult; scene: Scene } => {
  const result = furnish({ document, brief, seed, createId: createIds() })
  return { result, scene: apply(document, result) }
}

const count = (scene: Scene, category: string): number =>
  scene.items.filter((item) => item.category === category).length

const object = createBriefObject

/** Twenty rooms of different outlines and the requests for them. */
const requests: readonly {
  name: string
  document: () => SceneDocument
  brief: Brief
  has: { [category: string]: number }
}[] = [
  {
    name: 'a bedroom for two with a desk by the window',
    document: () => createRoomDocument(rectangle(4.2, 4.5), [door(0, 0.7), window(2, 1.8)]),
    brief: createBrief('bedroom', {
      occupants: { adults: 2 },
      objects: [object('desk', { words: 'a desk by the window', relations: [{ type: 'by_window' }] })],
    }),
    has: { double_bed: 1, desk: 1, office_chair: 1, wardrobe: 1 },
  },
  {
    name: 'a small bedroom',
    document: () => createRoomDocument(rectangle(3, 3.4), [door(0, 0.7), window(2, 1.5)]),
    brief: createBrief('bedroom'),
    has: { double_bed: 1, wardrobe: 1 },
  },
  {
    name: 'an L-shaped bedroom',
    document: () =>
      createRoomDocument(
        [
          [0, 0],
          [5, 0],
          [5, 3],
          [3, 3],
          [3, 5],
          [0, 5],
        ],
        [door(0, 4.4), window(4, 1.5)],
      ),
    brief: createBrief('bedroom', { occupants: { adults: 2 } }),
    has: { double_bed: 1, nightstand: 2, wardrobe: 1 },
  },
  {
    name: 'a guest room with two single beds',
    document: () => createRoomDocument(rectangle(4, 4), [door(3, 3.2), window(1, 2)]),
    brief: createBrief('bedroom', {
      objects: [object('single_bed', { words: 'two single beds', count: { min: 2, max: 2 } })],
    }),
    has: { single_bed: 2, double_bed: 0 },
  },
  {
    name: 'a slanted attic bedroom',
    document: () =>
      createRoomDocument(
        [
          [0, 0],
          [4, 0],
          [4.6, 2.4],
          [3.6, 4.2],
          [0, 4],
        ],
        [door(0, 0.8), window(3, 1.8)],
      ),
    brief: createBrief('bedroom'),
    has: { double_bed: 1 },
  },
  {
    name: 'a bedroom with nothing but what is named',
    document: () => createRoomDocument(rectangle(4, 4), [door(0, 0.8), window(2, 2)]),
    brief: createBrief('bedroom', { only: true, objects: [object('double_bed'), object('wardrobe')] }),
    has: { double_bed: 1, wardrobe: 1, nightstand: 0, rug: 0, curtain: 0, ceiling_light: 0, picture: 0 },
  },
  {
    name: 'a living room',
    document: () => createRoomDocument(rectangle(4.5, 6), [door(0, 0.8), window(2, 2.2, 2.4)], 'living_room'),
    brief: createBrief('living_room'),
    has: { sofa: 1, coffee_table: 1, tv_stand: 1, television: 1 },
  },
  {
    name: 'a living room without a screen or a rug',
    document: () => createRoomDocument(rectangle(4.6, 5), [door(0, 0.8), window(2, 2)], 'living_room'),
    brief: createBrief('living_room', {
      exclusions: [
        { category: 'television', words: 'no TV' },
        { category: 'tv_stand', words: 'no TV' },
        { category: 'rug', words: 'no rug' },
      ],
    }),
    has: { sofa: 1, television: 0, tv_stand: 0, rug: 0 },
  },
  {
    name: 'living and dining in an L',
    document: () =>
      createRoomDocument(
        [
          [0, 0],
          [7, 0],
          [7, 4],
          [3.4, 4],
          [3.4, 6.5],
          [0, 6.5],
        ],
        [door(0, 6.2), window(4, 1.7, 2), window(1, 2, 1.8)],
        'living_room',
      ),
    brief: createBrief('living_room', { room: { type: 'living_room', alsoFor: ['dining_room'] } }),
    has: { sofa: 1, dining_table: 1 },
  },
  {
    name: 'a dining room for six',
    document: () => createRoomDocument(rectangle(3.8, 4.6), [door(0, 0.7), window(2, 1.8)], 'dining_room'),
    brief: createBrief('dining_room', {
      objects: [
        object('dining_table', { words: 'a table for six', seats: 6 }),
        object('dining_chair', {
          words: 'six chairs',
          count: { min: 6, max: 6 },
          relations: [{ type: 'around', target: { kind: 'object', key: 'dining_table' } }],
        }),
      ],
    }),
    has: { dining_table: 1, dining_chair: 6 },
  },
  {
    name: 'a narrow kitchen',
    document: () => createRoomDocument(rectangle(2.4, 3.6), [door(0, 0.7), window(2, 1.2, 1.2)], 'kitchen'),
    brief: createBrief('kitchen'),
    has: { sink_cabinet: 1, cooker: 1, refrigerator: 1, range_hood: 1 },
  },
  {
    name: 'a kitchen to eat in',
    document: () => createRoomDocument(rectangle(3.6, 4.6), [door(0, 0.7), window(2, 1.7, 1.4)], 'kitchen'),
    brief: createBrief('kitchen', { room: { type: 'kitchen', alsoFor: ['dining_room'] } }),
    has: { sink_cabinet: 1, cooker: 1, dining_table: 1 },
  },
  {
    name: 'a bathroom with a shower',
    document: () =>
      createRoomDocument(
        rectangle(1.9, 2.5),
        [door(0, 0.6, { width: 0.8, swing: { type: 'hinged', hinge: 'a', side: 'right' } }), window(2, 0.9, 0.6)],
        'bathroom',
      ),
    brief: createBrief('bathroom'),
    has: { toilet: 1, vanity: 1, shower: 1 },
  },
  {
    name: 'a bathroom with a bath',
    document: () =>
      createRoomDocument(rectangle(2.6, 3.2), [door(0, 0.6, { width: 0.8 }), window(2, 1.3, 0.6)], 'bathroom'),
    brief: createBrief('bathroom', { objects: [object('bathtub')] }),
    has: { toilet: 1, bathtub: 1 },
  },
  {
    name: 'a study for two',
    document: () => createRoomDocument(rectangle(3.4, 4.2), [door(0, 0.7), window(2, 1.7)], 'study'),
    brief: createBrief('study', { occupants: { working: 2 } }),
    has: { desk: 2, office_chair: 2, bookcase: 1 },
  },
  {
    name: "a children's room for two",
    document: () => createRoomDocument(rectangle(3.2, 4.2), [door(0, 0.7), window(2, 1.5)], 'kids_room'),
    brief: createBrief('kids_room', { occupants: { children: 2 } }),
    has: { double_bed: 0 },
  },
  {
    name: 'an entrance between two doors',
    document: () =>
      createRoomDocument(
        rectangle(1.9, 3),
        [
          door(0, 0.9, { width: 1, swing: { type: 'hinged', hinge: 'a', side: 'right' } }),
          door(2, 0.9, { swing: { type: 'hinged', hinge: 'a', side: 'right' } }),
        ],
        'entrance',
      ),
    brief: createBrief('entrance'),
    has: { shoe_cabinet: 1 },
  },
  {
    name: 'a studio',
    document: () => createRoomDocument(rectangle(5, 6), [door(0, 0.8), window(2, 2.5, 2.4)], 'studio'),
    brief: createBrief('studio', { occupants: { adults: 1 } }),
    has: { double_bed: 1, sofa: 1, wardrobe: 1 },
  },
  {
    name: 'a living room with a column',
    document: () =>
      createRoomDocument(rectangle(6, 5), [door(3, 4.2), window(2, 2), window(2, 4.6, 1)], 'living_room', [
        [
          [2.8, 2.2],
          [3.2, 2.2],
          [3.2, 2.6],
          [2.8, 2.6],
        ],
      ]),
    brief: createBrief('living_room', { density: 'sparse' }),
    has: { sofa: 1 },
  },
  {
    name: 'a bedroom for a wheelchair user',
    document: () => createRoomDocument(rectangle(4.4, 4.8), [door(0, 0.9, { width: 1 }), window(2, 2)]),
    brief: createBrief('bedroom', { pack: 'wheelchair', occupants: { adults: 1, wheelchair: 1 } }),
    has: { rug: 0 },
  },
]

describe('furnishing', () => {
  for (const { name, document: draw, brief, has } of requests) {
    it(`furnishes ${name} within the bars`, () => {
      const document = draw()
      const { result, scene } = run(document, brief)
      const room = [...scene.rooms].sort((a, b) => b.area - a.area)[0]!
      expect(findBarFailures(scene, room)).toEqual([])
      expect(checkScene(scene).filter((finding) => finding.severity === 'error')).toEqual([])
      expect(result.unmet).toEqual([])
      for (const [category, number] of Object.entries(has)) {
        if (number === 0) expect(count(scene, category), category).toBe(0)
        else expect(count(scene, category), category).toBeGreaterThanOrEqual(number)
      }
      expect(readScene(document).rooms[0]!.polygon).toEqual(
        scene.rooms.find((entry) => entry.id === readScene(document).rooms[0]!.id)!.polygon,
      )
    })
  }

  it('places exactly as many of a named kind as were named', () => {
    const document = createRoomDocument(rectangle(5, 5), [door(0, 0.8), window(2, 2)])
    const brief = createBrief('bedroom', {
      density: 'full',
      objects: [
        object('nightstand', { count: { min: 1, max: 1 } }),
        object('plant', { count: { min: 3, max: 3 } }),
        object('picture', { count: { min: 2, max: 2 } }),
      ],
    })
    const { scene, result } = run(document, brief)
    expect(result.unmet).toEqual([])
    expect([count(scene, 'nightstand'), count(scene, 'plant'), count(scene, 'picture')]).toEqual([1, 3, 2])
  })

  it('gives the same bytes for the same seed', () => {
    for (const seed of [3, 11]) {
      const { document, type } = createRandomRoom(seed)
      const brief = createBrief(type as 'bedroom')
      const twice = [0, 1].map(() => JSON.stringify(furnish({ document, brief, seed, createId: createIds() })))
      expect(twice[0]).toBe(twice[1])
    }
  })

  it('holds the bars in random outlines', () => {
    for (let seed = 1000; seed < 1012; seed++) {
      const { document, type, shape } = createRandomRoom(seed)
      const { scene } = run(document, createBrief(type as 'bedroom'), seed)
      const room = [...scene.rooms].sort((a, b) => b.area - a.area)[0]!
      expect(findBarFailures(scene, room), `seed ${seed}, ${shape} ${type}`).toEqual([])
    }
  })

  it('keeps what stands there where it stands and goes round it', () => {
    const document = createRoomDocument(rectangle(4.4, 4.6), [door(0, 0.8), window(2, 2)])
    const first = run(
      document,
      createBrief('bedroom', { only: true, objects: [object('double_bed'), object('wardrobe')] }),
    )
    const before = first.result.groups.reduce((current, group) => applyChange(current, group.change), document)
    const second = furnish({
      document: before,
      brief: createBrief('bedroom', { objects: [object('desk')] }),
      seed: 5,
      createId: createIds('later'),
    })
    const scene = apply(before, second)
    for (const item of first.scene.items) {
      expect(scene.items.find((other) => other.id === item.id)!.worldPose).toEqual(item.worldPose)
    }
    expect(count(scene, 'double_bed')).toBe(1)
    expect(count(scene, 'desk')).toBe(1)
    expect(findBarFailures(scene, scene.rooms[0]!)).toEqual([])
  })

  it('tells what does not fit, with its numbers', () => {
    const document = createRoomDocument(rectangle(2.2, 2.4), [door(0, 0.7), window(2, 1, 0.8)])
    const brief = createBrief('bedroom', {
      only: true,
      objects: [
        object('double_bed', { words: 'a king size bed', size: { width: { exact: 2 }, depth: { exact: 2.2 } } }),
        object('sofa', { words: 'a sofa' }),
      ],
    })
    const { result } = run(document, brief)
    expect(result.unmet.length).toBeGreaterThan(0)
    for (const { reason, request } of result.unmet) {
      expect(reason).toMatch(/\d/)
      expect(['a king size bed', 'a sofa']).toContain(request)
    }
  })

  it('says that there is no room to furnish', () => {
    const { result } = run(
      createEmptyDocument(),
      createBrief('bedroom', { objects: [object('double_bed', { words: 'a bed' })] }),
    )
    expect(result.groups).toEqual([])
    expect(result.unmet[0]).toMatchObject({ request: 'a bed' })
  })

  it('stops when it is told to and says so', () => {
    const document = createRoomDocument(rectangle(4.4, 4.6), [door(0, 0.8), window(2, 2)])
    let asked = 0
    const result = furnish({
      document,
      brief: createBrief('bedroom'),
      seed: 1,
      createId: createIds(),
      shouldStop: () => ++asked > 12,
    })
    expect(result.truncated).toBe(true)
    const scene = apply(document, result)
    expect(findBarFailures(scene, scene.rooms[0]!)).toEqual([])
  })

  it('makes groups that can be accepted one by one', () => {
    const document = createRoomDocument(rectangle(4.5, 5.4), [door(0, 0.8), window(2, 2)], 'living_room')
    const { result } = run(document, createBrief('living_room', { density: 'full' }))
    expect(result.groups.length).toBeGreaterThan(4)
    for (const group of result.groups) {
      const scene = readScene(applyChange(document, group.change))
      expect(scene.issues).toEqual([])
      expect(scene.items.map((item) => item.id).sort()).toEqual([...group.items])
      expect(group.reason.en).toMatch(/\d/)
      expect(group.reason.zh).toMatch(/\d/)
    }
  })

  it('stands a block in for a thing that the catalogue does not know', () => {
    const document = createRoomDocument(rectangle(4.5, 5), [door(0, 0.8), window(2, 2)], 'living_room')
    const { scene, result } = run(
      document,
      createBrief('living_room', {
        objects: [object('harpsichord', { size: { width: { exact: 0.95 }, depth: { exact: 2.2 } } })],
      }),
    )
    expect(result.unmet).toEqual([])
    expect(scene.items.find((item) => item.category === 'harpsichord')).toMatchObject({
      placeholder: true,
      size: [0.95, 2.2, 0.8],
    })
  })
})

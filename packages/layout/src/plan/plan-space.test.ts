import { convexPenetration, createRandom, polygonBounds } from '@enfilade/geometry'
import {
  createEmptyDocument,
  openingSwing,
  readScene,
  type Scene,
  type SceneOpening,
  type SceneRoom,
  type SceneWall,
} from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import type { RoomType } from '../brief.ts'
import { parsePlanBrief } from './parse-plan-brief.ts'
import type { PlanBrief, PlanRoom, PlanShape } from './plan-brief.ts'
import { planSpace } from './plan-space.ts'
import { roomFacts } from './room-facts.ts'

const planned = (plan: PlanBrief, seed = 1) => {
  let next = 0
  const createId = () => `id-${String(next++).padStart(5, '0')}`
  const result = planSpace({ plan, document: createEmptyDocument(), seed, createId })
  return { ...result, scene: readScene(result.document) }
}

const home = (types: readonly RoomType[], more: Partial<PlanBrief> = {}): PlanBrief => ({
  version: 1,
  rooms: types.map((type, index) => ({ key: `${type}-${index}`, type })),
  ...more,
})

const single = (room: Partial<PlanRoom>): PlanBrief => ({
  version: 1,
  rooms: [{ key: 'room', type: 'living_room', ...room }],
})

const sides = (room: SceneRoom): [number, number] => {
  const { minX, minY, maxX, maxY } = polygonBounds(room.polygon)
  return [maxX - minX, maxY - minY]
}

const openingsOf = (scene: Scene, room: SceneRoom): SceneOpening[] =>
  room.openings.map((id) => scene.byId.get(id) as SceneOpening)

/** Rooms reached from the entrance without crossing a bedroom or a bathroom. */
const reachedRooms = (scene: Scene): Set<string> => {
  const outside = scene.rooms.filter((room) => openingsOf(scene, room).some((opening) => isEntrance(scene, opening)))
  const reached = new Set(outside.map(({ id }) => id))
  const queue = [...outside]
  for (let room = queue.pop(); room; room = queue.pop()) {
    if (['bedroom', 'bathroom', 'kids_room', 'nursery'].includes(room.type) && !outside.includes(room)) continue
    for (const opening of openingsOf(scene, room)) {
      if (opening.type === 'window') continue
      for (const other of scene.rooms)
        if (other.openings.includes(opening.id) && !reached.has(other.id)) {
          reached.add(other.id)
          queue.push(other)
        }
    }
  }
  return reached
}

const isEntrance = (scene: Scene, { id, type }: SceneOpening): boolean =>
  type !== 'window' && scene.rooms.filter((room) => room.openings.includes(id)).length === 1

const glazing = (scene: Scene, room: SceneRoom): number =>
  openingsOf(scene, room)
    .filter(({ type, width }) => type === 'window' || width >= 1.4)
    .reduce((sum, { width, height }) => sum + width * height, 0)

/** The deepest overlap of two leaves' swings, metres. */
const swingClash = (scene: Scene): number => {
  const swings = scene.openings.flatMap((opening) => {
    const swing = openingSwing(scene, opening)
    return swing ? [swing.polygon] : []
  })
  let deepest = 0
  swings.forEach((a, index) => {
    for (const b of swings.slice(index + 1)) deepest = Math.max(deepest, convexPenetration(a, b))
  })
  return deepest
}

/** How near the nearest wall's end comes to an opening's jamb, metres; negative within the opening. */
const jambGap = (scene: Scene): number => {
  let least = Number.POSITIVE_INFINITY
  for (const opening of scene.openings) {
    const wall = scene.byId.get(opening.wall) as SceneWall
    if (wall.bulge) continue
    least = Math.min(least, opening.along - opening.width / 2, wall.length - opening.along - opening.width / 2)
  }
  return least
}

describe('a home', () => {
  const random = createRandom('homes')
  const optional: readonly RoomType[] = [
    'dining_room',
    'study',
    'laundry',
    'entrance',
    'storage_room',
    'balcony',
    'kids_room',
  ]
  const plans = Array.from({ length: 40 }, (_, index): PlanBrief => {
    const bedrooms = 1 + random.int(3)
    const types: RoomType[] = ['living_room', 'kitchen', 'bathroom']
    for (let count = 0; count < bedrooms; count++) types.push('bedroom')
    for (const type of optional) if (random() < 0.25) types.push(type)
    const usual = types.reduce((sum, type) => sum + roomFacts[type].area, 0)
    const total = Math.round(usual * random.between(0.85, 1.35))
    return home(types, index % 3 === 0 ? {} : { totalArea: { exact: total } })
  })

  it.each(plans.map((plan, seed) => [plan.rooms.map(({ type }) => type).join(' '), plan, seed] as const))(
    'is whole: %s',
    (_, plan, seed) => {
      const { scene, rooms, unmet } = planned(plan, seed)
      expect(unmet).toEqual([])
      expect(scene.issues).toEqual([])
      for (const { key, type } of plan.rooms)
        expect(scene.rooms.find(({ id }) => id === rooms[key])).toMatchObject({ type })
      expect(scene.rooms).toHaveLength(Object.keys(rooms).length)
      expect([...reachedRooms(scene)].sort()).toEqual(scene.rooms.map(({ id }) => id).sort())
      const area = scene.rooms.reduce((sum, room) => sum + room.area, 0)
      const total = plan.totalArea?.exact
      if (total) expect(Math.abs(area / total - 1)).toBeLessThan(0.02)
      expect(swingClash(scene)).toBeLessThan(0.01)
      expect(jambGap(scene)).toBeGreaterThan(0.02)
      for (const room of scene.rooms) {
        const facts = roomFacts[room.type as RoomType]
        const [width, depth] = sides(room)
        expect(Math.min(width, depth)).toBeGreaterThan(room.type === 'bedroom' ? 2.09 : facts.least.side - 0.05)
        expect(Math.max(width, depth) / Math.min(width, depth)).toBeLessThan(room.type === 'hallway' ? 12 : 3)
        if (facts.light === 2) expect(glazing(scene, room)).toBeGreaterThan(room.area / 8)
      }
    },
  )

  it('is the same for the same seed', () => {
    const plan = home(['living_room', 'kitchen', 'bedroom', 'bathroom'], { totalArea: { exact: 48 } })
    expect([...planned(plan, 3).document]).toEqual([...planned(plan, 3).document])
  })

  it('gives rooms the areas and sides that were said', () => {
    const plan: PlanBrief = {
      version: 1,
      rooms: [
        { key: 'living', type: 'living_room', area: { exact: 24 } },
        { key: 'kitchen', type: 'kitchen', area: { exact: 9 } },
        { key: 'bedroom', type: 'bedroom', size: { width: 4, depth: 3.5 } },
        { key: 'bathroom', type: 'bathroom' },
      ],
    }
    const { scene, rooms, unmet } = planned(plan)
    expect(unmet).toEqual([])
    const room = (key: string) => scene.rooms.find(({ id }) => id === rooms[key])!
    expect(room('living').area).toBeCloseTo(24, 0)
    expect(room('kitchen').area / 9).toBeCloseTo(1, 1)
    expect(sides(room('bedroom')).sort()).toEqual([expect.closeTo(3.5, 1), expect.closeTo(4, 1)])
  })

  it('says what is too small for its rooms', () => {
    const { unmet, scene } = planned(
      home(['living_room', 'kitchen', 'bathroom', 'bedroom', 'bedroom', 'bedroom'], { totalArea: { exact: 25 } }),
    )
    expect(unmet[0]?.reason).toMatch(/least areas need \d+\.\d m²/)
    expect(scene.rooms.filter(({ type }) => type === 'bedroom')).toHaveLength(3)
  })

  it('enters an en-suite bathroom from its bedroom only', () => {
    const plan: PlanBrief = {
      version: 1,
      rooms: [
        { key: 'living', type: 'living_room' },
        { key: 'main', type: 'bedroom' },
        { key: 'other', type: 'bedroom' },
        { key: 'bath', type: 'bathroom' },
        { key: 'suite', type: 'bathroom', of: 'main' },
      ],
    }
    const { scene, rooms } = planned(plan)
    const suite = scene.rooms.find(({ id }) => id === rooms['suite'])!
    const doors = openingsOf(scene, suite).filter(({ type }) => type !== 'window')
    expect(doors).toHaveLength(1)
    const main = scene.rooms.find(({ id }) => id === rooms['main'])!
    expect(main.openings).toContain(doors[0]!.id)
  })
})

describe('a single room', () => {
  const shapes: readonly PlanShape[] = [
    { type: 'rectangle' },
    { type: 'L' },
    { type: 'L', corner: 'south-west', bite: [1.5, 1.5] },
    { type: 'T' },
    { type: 'U' },
    { type: 'bay' },
    { type: 'niche', side: 'west' },
    { type: 'slanted' },
    { type: 'chamfered' },
    { type: 'curved' },
    { type: 'polygon', corners: 6 },
    { type: 'round' },
  ]
  const random = createRandom('rooms')
  const types: readonly RoomType[] = [
    'living_room',
    'bedroom',
    'kitchen',
    'study',
    'bathroom',
    'dining_room',
    'generic',
  ]
  const briefs = Array.from({ length: 260 }, (): PlanBrief => {
    const type = random.pick(types)
    const area = Math.round(roomFacts[type].area * random.between(0.8, 1.8) * 10) / 10
    return single({ type, shape: random.pick(shapes), area: { exact: Math.max(area, 7) } })
  })

  it('is closed, of its area, with a door and daylight, whatever its shape', () => {
    for (const plan of briefs) {
      const { scene, unmet } = planned(plan)
      const [room] = plan.rooms
      const label = JSON.stringify(room)
      expect(scene.issues, label).toEqual([])
      expect(scene.rooms.length, label).toBe(1)
      const made = scene.rooms[0]!
      if (unmet.length === 0) expect(Math.abs(made.area / room!.area!.exact! - 1), label).toBeLessThan(0.02)
      const openings = openingsOf(scene, made)
      expect(
        openings.filter(({ type }) => type === 'door'),
        label,
      ).toHaveLength(1)
      if (roomFacts[room!.type].light === 2 && room!.shape!.type !== 'round')
        expect(glazing(scene, made), label).toBeGreaterThan(made.area / 10)
      expect(jambGap(scene), label).toBeGreaterThan(0)
    }
  })

  it('has the inner sides that were said', () => {
    const { scene } = planned(single({ size: { width: 5, depth: 4 } }))
    expect(sides(scene.rooms[0]!)).toEqual([expect.closeTo(5, 6), expect.closeTo(4, 6)])
    const bitten = planned(single({ size: { width: 5, depth: 4 }, shape: { type: 'L', bite: [1.5, 1.5] } })).scene
      .rooms[0]!
    expect(bitten.area).toBeCloseTo(20 - 2.25, 6)
    expect(bitten.polygon).toHaveLength(6)
  })

  it('keeps coordinates as they were given', () => {
    const points = [
      [1, 1],
      [7, 1],
      [7, 4],
      [5, 4],
      [5, 6],
      [1, 6],
    ] as const
    const { scene } = planned(single({ shape: { type: 'ring', points: [...points].reverse() } }))
    const given = new Set(points.map(([x, y]) => `${x},${y}`))
    expect(
      new Set(scene.rooms[0]!.polygon.map(([x, y]) => `${Math.round(x * 1e6) / 1e6},${Math.round(y * 1e6) / 1e6}`)),
    ).toEqual(given)
  })

  it('closes walls that were listed, and says what does not close', () => {
    const { scene, unmet } = planned(single({ shape: { type: 'walls', lengths: [5, 3, 2, 1.5, 3, 4.5] } }))
    expect(unmet).toEqual([])
    expect(scene.rooms[0]!.area).toBeCloseTo(5 * 3 + 3 * 1.5, 3)
    expect(planned(single({ shape: { type: 'walls', lengths: [5, 3, 4.2, 3] } })).unmet[0]?.reason).toContain('0.80 m')
  })

  it('puts openings where they were said', () => {
    const { scene } = planned(
      single({
        size: { width: 4, depth: 3.5 },
        openings: [
          { kind: 'door', words: 'door', side: 'south', near: 'west' },
          { kind: 'window', words: 'window', side: 'north', width: 1.5 },
          { kind: 'window', words: 'window', side: 'east', offset: 0.5, near: 'south', width: 1, sill: 0.6 },
        ],
      }),
    )
    const at = scene.openings.map(({ type, center, width, sill }) => ({
      type,
      x: center[0],
      y: center[1],
      width,
      sill,
    }))
    expect(at).toContainEqual(expect.objectContaining({ type: 'door', x: expect.closeTo(0.6, 1), sill: 0 }))
    expect(at).toContainEqual(expect.objectContaining({ type: 'window', x: expect.closeTo(2, 2), width: 1.5 }))
    expect(at).toContainEqual(expect.objectContaining({ type: 'window', y: expect.closeTo(1, 2), width: 1, sill: 0.6 }))
  })

  it('has its columns as holes', () => {
    const { scene } = planned(
      single({ size: { width: 7, depth: 5 }, columns: [{ words: 'a column', size: [0.4, 0.4] }] }),
    )
    expect(scene.rooms[0]!.holes).toHaveLength(1)
    expect(scene.rooms[0]!.area).toBeCloseTo(35 - 0.16, 2)
  })

  it('says with a number what does not fit', () => {
    const { unmet } = planned(
      single({
        size: { width: 3, depth: 2.5 },
        openings: [{ kind: 'window', words: 'a 6 m window', width: 6, side: 'north' }],
      }),
    )
    expect(unmet).toEqual([
      expect.objectContaining({ request: 'a 6 m window', reason: expect.stringContaining('6.00 m') }),
    ])
  })
})

describe('a given outline', () => {
  it('is never altered', () => {
    const { document } = planned(single({}))
    const again = planSpace({ plan: single({}), document, seed: 1, createId: () => 'x' })
    expect(again.document).toBe(document)
    expect(again.unmet).toHaveLength(1)
  })
})

describe('a plan brief', () => {
  it('is checked, whatever the JSON', () => {
    expect(parsePlanBrief(home(['bedroom', 'bathroom'])).ok).toBe(true)
    const wrong = [null, 3, [], {}, { version: 1, rooms: [] }, { version: 1, rooms: [{ key: 'a', type: 'cave' }] }]
    for (const value of wrong) expect(parsePlanBrief(value).ok).toBe(false)
    const shapes = [{ type: '__proto__' }, { type: 'ring', points: [[0, 0]] }, { type: 'L', bite: [Number.NaN, 1] }]
    for (const shape of shapes)
      expect(parsePlanBrief({ version: 1, rooms: [{ key: 'a', type: 'study', shape }] }).ok).toBe(false)
    expect(parsePlanBrief({ version: 1, rooms: [{ key: 'a', type: 'study', of: 'b' }] }).ok).toBe(false)
  })
})

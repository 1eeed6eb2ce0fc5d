import { isPointInPolygon, type Point2, polygonBounds } from '@enfilade/geometry'
import { createEmptyDocument, readScene, type Scene, type SceneOpening } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import type { PlanBrief, PlanShape } from './plan-brief.ts'
import { planSpace } from './plan-space.ts'
import { cutRing, isRightAngled, waysToCut } from './ring-cuts.ts'

const types = ['bedroom', 'bedroom', 'living_room', 'kitchen', 'bathroom', 'study'] as const

const planned = (more: Partial<PlanBrief>, seed = 1) => {
  let next = 0
  const plan: PlanBrief = {
    version: 1,
    rooms: types.map((type, index) => ({ key: `${type}-${index}`, type })),
    ...more,
  }
  const createId = () => `id-${String(next++).padStart(5, '0')}`
  const result = planSpace({ plan, document: createEmptyDocument(), seed, createId })
  return { ...result, scene: readScene(result.document) }
}

const openingsOf = (scene: Scene, ids: readonly string[]) => ids.map((id) => scene.byId.get(id) as SceneOpening)

/** Rooms that can be walked to from the one door that leads outside. */
const reached = (scene: Scene): number => {
  const doors = scene.openings.filter(({ type }) => type !== 'window')
  const roomsOf = ({ id }: SceneOpening) => scene.rooms.filter((room) => room.openings.includes(id))
  const queue = doors.filter((door) => roomsOf(door).length === 1).flatMap(roomsOf)
  const seen = new Set(queue.map(({ id }) => id))
  for (let room = queue.pop(); room; room = queue.pop())
    for (const door of doors.filter(({ id }) => room!.openings.includes(id)))
      for (const other of roomsOf(door))
        if (!seen.has(other.id)) {
          seen.add(other.id)
          queue.push(other)
        }
  return seen.size
}

const net = (scene: Scene) => scene.rooms.reduce((sum, { area }) => sum + area, 0)

const lRing: readonly Point2[] = [
  [0, 0],
  [11, 0],
  [11, 6],
  [6.5, 6],
  [6.5, 9.5],
  [0, 9.5],
]

describe('a home in an outline that is no rectangle', () => {
  const shapes: readonly PlanShape[] = [
    { type: 'L' },
    { type: 'L', corner: 'south-west' },
    { type: 'T' },
    { type: 'U' },
  ]

  it.each(shapes)('has its rooms, its floor and a way to each of them: %j', (outline) => {
    const { scene, rooms, unmet } = planned({ outline, totalArea: { exact: 95 } })
    expect(unmet).toEqual([])
    expect(scene.issues).toEqual([])
    expect(scene.rooms).toHaveLength(Object.keys(rooms).length)
    expect(net(scene)).toBeCloseTo(95, 0)
    expect(reached(scene)).toBe(scene.rooms.length)
    for (const room of scene.rooms.filter(({ type }) => ['bedroom', 'living_room', 'study'].includes(type)))
      expect(openingsOf(scene, room.openings).some(({ type }) => type === 'window')).toBe(true)
    // Somewhere within the bounding rectangle there is no room: the home is no rectangle.
    const { minX, minY, maxX, maxY } = polygonBounds(scene.rooms.flatMap(({ polygon }) => polygon))
    expect(net(scene)).toBeLessThan(0.9 * (maxX - minX) * (maxY - minY))
  })

  it('keeps every corner of a given ring', () => {
    const { scene, unmet } = planned({ outline: { type: 'ring', points: lRing } })
    expect(unmet).toEqual([])
    const corners = scene.rooms.flatMap(({ polygon }) => polygon)
    for (const [x, y] of lRing.filter((_, index) => index !== 3))
      expect(Math.min(...corners.map(([u, v]) => Math.hypot(u - x, v - y)))).toBeLessThan(1e-6)
    for (const [x, y] of corners) expect(x > 6.5 + 1e-6 && y > 6 + 1e-6).toBe(false)
    expect(reached(scene)).toBe(scene.rooms.length)
  })

  it('is the same for the same seed', () => {
    const plan = { outline: { type: 'T' }, totalArea: { exact: 100 } } as const
    expect([...planned(plan, 3).document]).toEqual([...planned(plan, 3).document])
  })

  it('says that slanted outlines are not divided', () => {
    const points = [...lRing.slice(0, 3), [8, 9.5] as Point2, [0, 9.5] as Point2]
    expect(planned({ outline: { type: 'ring', points } }).unmet[0]?.reason).toMatch(/slanted/)
  })

  it('can have a living room that is an L', () => {
    const rooms = types.map((type, index) => ({
      key: `${type}-${index}`,
      type,
      ...(type === 'living_room' ? { shape: { type: 'L' } as const } : {}),
    }))
    const { scene, unmet } = planned({ rooms, totalArea: { exact: 90 } })
    expect(unmet).toEqual([])
    expect(scene.rooms.find(({ type }) => type === 'living_room')!.polygon.length).toBeGreaterThanOrEqual(6)
  })
})

describe('cutting an outline', () => {
  it.each([0, 1])('covers all but the walls of the cuts, way %i', (way) => {
    const { wings, walls } = cutRing(lRing, way)
    expect(wings).toHaveLength(2)
    const floor = wings.reduce((sum, [x0, y0, x1, y1]) => sum + (x1 - x0) * (y1 - y0), 0)
    const lost = walls.reduce((sum, { from, to }) => sum + (to - from - 0.24) * 0.24, 0)
    expect(floor + lost).toBeCloseTo(11 * 9.5 - 4.5 * 3.5, 6)
    for (const [x0, y0, x1, y1] of wings) expect(isPointInPolygon([(x0 + x1) / 2, (y0 + y1) / 2], lRing)).toBe(true)
  })

  it('has two ways for every corner that points inwards', () => {
    expect(waysToCut(lRing)).toBe(2)
    expect(isRightAngled(lRing)).toBe(true)
    expect(isRightAngled([...lRing.slice(0, 3), [0, 9.5]])).toBe(false)
  })
})

describe('openings that cannot be recorded', () => {
  it('says so, and a room with a skylight has its windows', () => {
    const { scene, unmet } = planned({
      rooms: [{ key: 'room', type: 'bedroom', openings: [{ kind: 'window', words: 'a skylight', roof: true }] }],
    })
    expect(unmet.map(({ request }) => request)).toEqual(['a skylight'])
    expect(scene.openings.some(({ type }) => type === 'window')).toBe(true)
  })

  it('draws a double door as wide as its leaves and names the one leaf', () => {
    const door = { kind: 'door', words: 'double doors', leaves: 2, width: 1.5, side: 'south' } as const
    const { scene, unmet } = planned({ rooms: [{ key: 'room', type: 'living_room', openings: [door] }] })
    expect(scene.openings.find(({ type }) => type === 'door')?.width).toBe(1.5)
    expect(unmet[0]?.reason).toMatch(/1 leaf/)
  })
})

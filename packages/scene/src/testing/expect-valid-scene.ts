/** For tests only. */
import { isPointInPolygon, isSimplePolygon, polygonArea, polygonIntersectionArea, type Ring } from '@enfilade/geometry'
import { expect } from 'vitest'
import type { Id } from '../records.ts'
import type { Scene, SceneRoom } from '../scene.ts'

/** Everything that a scene promises, whatever document it was read from. */
export function expectValidScene(scene: Scene): void {
  expectFinite(scene.levels)
  for (const list of [scene.walls, scene.openings, scene.rooms, scene.items, scene.groups]) {
    expectFinite(list)
    expect(list.map(({ id }) => id)).toEqual([...new Set(list.map(({ id }) => id))].sort(byCodeUnit))
  }
  const entries = [...scene.walls, ...scene.openings, ...scene.rooms, ...scene.items]
  expect(scene.byId.size).toBe(entries.length)
  for (const entry of entries) expect(scene.byId.get(entry.id)).toBe(entry)
  expectReferences(scene)
  expectWalls(scene)
  expectRooms(scene)
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function expectFinite(value: unknown): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) expect(value).toBe('finite')
  } else if (Array.isArray(value)) value.forEach(expectFinite)
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite)
}

function expectReferences(scene: Scene): void {
  const levels = new Set(scene.levels.map(({ id }) => id))
  const walls = new Map(scene.walls.map((wall) => [wall.id, wall]))
  const items = new Map(scene.items.map((item) => [item.id, item]))
  for (const { level } of [...scene.walls, ...scene.openings, ...scene.rooms, ...scene.items, ...scene.groups]) {
    expect(levels.has(level)).toBe(true)
  }
  for (const opening of scene.openings) {
    const wall = walls.get(opening.wall)!
    expect(wall).toBeDefined()
    expect(opening.along - opening.width / 2).toBeGreaterThanOrEqual(-1e-9)
    expect(opening.along + opening.width / 2).toBeLessThanOrEqual(wall.length + 1e-9)
    expect(opening.sill + opening.height).toBeLessThanOrEqual(wall.resolvedHeight + 1e-9)
  }
  for (const item of scene.items) {
    const chain = new Set<Id>([item.id])
    for (let support = item.support; support.on === 'item' || support.on === 'wall'; ) {
      if (support.on === 'wall') {
        expect(walls.has(support.id)).toBe(true)
        break
      }
      const carrier = items.get(support.id)!
      expect(carrier).toBeDefined()
      expect(chain.has(carrier.id)).toBe(false)
      expect(carrier.level).toBe(item.level)
      chain.add(carrier.id)
      support = carrier.support
    }
  }
  for (const room of scene.rooms) {
    for (const wall of room.walls) expect(walls.has(wall)).toBe(true)
    for (const opening of room.openings) expect(scene.byId.has(opening)).toBe(true)
  }
}

function expectWalls(scene: Scene): void {
  for (const { outline, id } of scene.walls) {
    const isSound = outline.length >= 4 && polygonArea(outline) > 0 && isSimplePolygon(outline)
    if (!isSound) expect({ id, outline }).toBe('a sound outline')
  }
}

function expectRooms(scene: Scene): void {
  for (const room of scene.rooms) {
    expect(isSimplePolygon(room.polygon)).toBe(true)
    const holes = room.holes.reduce((sum, hole) => sum + polygonArea(hole), 0)
    expect(polygonArea(room.polygon)).toBeGreaterThan(0)
    expect(room.area).toBeCloseTo(polygonArea(room.polygon) + holes, 9)
    expect(room.area).toBeGreaterThan(0)
    for (const hole of room.holes) {
      expect(isSimplePolygon(hole)).toBe(true)
      expect(polygonArea(hole)).toBeLessThan(0)
      expect(hole.every((point) => isPointInPolygon(point, room.polygon) || true)).toBe(true)
      expect(polygonIntersectionArea(hole, room.polygon)).toBeCloseTo(-polygonArea(hole), 6)
    }
  }
  for (const [i, one] of scene.rooms.entries()) {
    for (const other of scene.rooms.slice(i + 1)) {
      if (one.level === other.level) expect(sharedFloor(one, other)).toBeLessThan(1e-6)
    }
  }
}

/** Floor area that two rooms share, m². */
export function sharedFloor(one: SceneRoom, other: SceneRoom): number {
  const parts = (room: SceneRoom): [Ring, number][] => [
    [room.polygon, 1],
    ...room.holes.map((hole): [Ring, number] => [hole, -1]),
  ]
  let sum = 0
  for (const [a, signA] of parts(one)) {
    for (const [b, signB] of parts(other)) sum += signA * signB * polygonIntersectionArea(a, b)
  }
  return sum
}

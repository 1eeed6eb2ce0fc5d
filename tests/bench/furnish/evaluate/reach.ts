import { findKind } from '@enfilade/catalogue'
import {
  cellAt,
  cellCenter,
  createRaster,
  distanceField,
  fillRing,
  labelComponents,
  type Point2,
  polygonBounds,
  type Raster,
} from '@enfilade/geometry'
import type { Gate, Model, Thing } from './scene-model.ts'
import { toFrame } from './scene-model.ts'

export type Reach = {
  /** Things that somebody goes to, and those that can be reached and used. */
  readonly used: number
  readonly reached: number
  readonly unreached: readonly string[]
  /** Floor where a walker can stand, and the largest part of it that hangs together, m². */
  readonly walkable: number
  readonly connected: number
}

const CELL = 0.05
/** A walker is 0.6 m wide. */
const BODY = 0.3
/** From the body's middle to what a hand reaches, metres beyond the body. */
const ARM = 0.35
/** Over what stands below a hung thing. */
const HUNG_ARM = 0.6
/** Below what a walker ducks, above what they step on. */
const HEAD = 1.8
const STEP = 0.05

/** Where a walker of 0.6 m gets to, by a raster of 5 cm; in through doors and from room to room. */
export function measureReach(model: Model): Reach {
  const none = { used: 0, reached: 0, unreached: [], walkable: 0, connected: 0 }
  if (model.rooms.length === 0) return none
  const floor = rasterOf(model)
  const distance = distanceField(floor, 1)
  const isFree = (_value: number, index: number) => floor.data[index] === 0 && distance[index]! >= BODY - CELL / 2
  const { labels, sizes } = labelComponents(floor, isFree)
  const inner = sizes.map(() => 0)
  labels.forEach((label, index) => {
    if (label > 0 && isInARoom(model, cellCenter(floor, index))) inner[label]!++
  })
  const main = mainComponent(model, floor, labels, inner)
  const walkable = inner.reduce((sum, size) => sum + size, 0)
  const people = model.things.filter(isUsed)
  const unreached = people.filter((thing) => !isReached(thing, floor, labels, main))
  return {
    used: people.length,
    reached: people.length - unreached.length,
    unreached: unreached.map(({ category, id }) => `${category} ${id}`),
    walkable: walkable * CELL * CELL,
    connected: (inner[main] ?? 0) * CELL * CELL,
  }
}

function rasterOf({ rooms, gates, things }: Model): Raster {
  const rings = rooms.map(({ json }) => [...json.polygon])
  const bounds = polygonBounds(rings.flat())
  const margin = 0.6
  const floor = createRaster(
    { minX: bounds.minX - margin, minY: bounds.minY - margin, maxX: bounds.maxX + margin, maxY: bounds.maxY + margin },
    CELL,
  )
  floor.data.fill(1)
  for (const { json } of rooms) fillRing(floor, [...json.polygon], 0)
  for (const { json } of rooms) for (const hole of json.holes) fillRing(floor, [...hole], 1)
  for (const gate of gates) if (gate.opening.kind !== 'window') fillRing(floor, wayThrough(gate), 0)
  for (const thing of things) if (isInTheWay(thing)) fillRing(floor, thing.footprint, 1)
  return floor
}

/** The door's way through the wall, a body's depth to each side, so that the walker's middle passes. */
function wayThrough({ a, b, along, thickness }: Gate): Point2[] {
  const deep = thickness / 2 + 0.02
  const into: Point2 = [-along[1] * deep, along[0] * deep]
  return [
    [a[0] - into[0], a[1] - into[1]],
    [b[0] - into[0], b[1] - into[1]],
    [b[0] + into[0], b[1] + into[1]],
    [a[0] + into[0], a[1] + into[1]],
  ]
}

const isInTheWay = ({ object, low, high, category, room }: Thing): boolean => {
  const floor = room?.json.floor ?? 0
  return !findKind(category)?.walkable && high - floor > STEP && low - floor < HEAD && object?.mount !== 'ceiling'
}

const isInARoom = ({ rooms }: Model, point: Point2): boolean =>
  rooms.some(({ json }) => {
    const { minX, minY, maxX, maxY } = polygonBounds([...json.polygon])
    return point[0] >= minX && point[0] <= maxX && point[1] >= minY && point[1] <= maxY
  })

/** The part that the doors open into: the largest of those before a door, else the largest of all. */
function mainComponent({ gates }: Model, floor: Raster, labels: Int32Array, sizes: readonly number[]): number {
  const before = new Set<number>()
  for (const { opening, center, along } of gates) {
    if (opening.kind === 'window') continue
    for (const deep of [-0.6, -0.45, -0.3, 0, 0.3, 0.45, 0.6]) {
      const cell = cellAt(floor, center[0] - along[1] * deep, center[1] + along[0] * deep)
      if (cell >= 0 && labels[cell]! > 0) before.add(labels[cell]!)
    }
  }
  const candidates = before.size > 0 ? [...before] : sizes.map((_, index) => index).slice(1)
  return candidates.reduce((best, label) => ((sizes[label] ?? 0) > (sizes[best] ?? -1) ? label : best), -1)
}

/** Furniture that people go to: what stands on the floor, and what hangs and is used. */
function isUsed({ object, category, low, room }: Thing): boolean {
  const kind = findKind(category)
  if (!object || kind?.walkable || object.mount === 'ceiling') return false
  if (object.mount === 'floor') return true
  return object.mount === 'wall' && (kind?.functionalSides.length ?? 0) > 0 && low - (room?.json.floor ?? 0) < 1.6
}

/** Somebody of the main part stands at one of the sides from which it is used. */
function isReached(thing: Thing, floor: Raster, labels: Int32Array, main: number): boolean {
  const limit = BODY + (thing.object?.mount === 'wall' ? HUNG_ARM : ARM)
  const span = Math.hypot(thing.width, thing.depth) / 2 + limit + CELL
  for (let y = thing.y - span; y <= thing.y + span; y += CELL) {
    for (let x = thing.x - span; x <= thing.x + span; x += CELL) {
      const cell = cellAt(floor, x, y)
      if (cell < 0 || labels[cell] !== main) continue
      if (isAtUse(thing, cellCenter(floor, cell), limit)) return true
    }
  }
  return false
}

/** Seats and beds are got at from anywhere around; drawers and doors from the front. */
function isAtUse(thing: Thing, point: Point2, limit: number): boolean {
  const [x, y] = toFrame(thing, point)
  const beside = Math.max(0, Math.abs(x) - thing.width / 2)
  const along = Math.max(0, Math.abs(y) - thing.depth / 2)
  if (Math.hypot(beside, along) > limit) return false
  const kind = findKind(thing.category)
  const sides = kind?.functionalSides ?? []
  const isFrontal = sides.length === 1 && sides[0] === 'front' && (kind?.seats({ size: thing.object!.size }) ?? 0) === 0
  return !isFrontal || (y < 0 && beside <= 0.25)
}

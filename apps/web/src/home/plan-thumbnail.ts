import { readList, readNumber, readObject, readString } from '../api/read-json.ts'

type Point = readonly [number, number]

/** The shapes of a small plan, in metres with y down, so that they go into an SVG as they are. */
export type ThumbnailShapes = {
  /** minX minY width height. */
  readonly viewBox: string
  /** Length of the longer side, metres; line widths follow it. */
  readonly extent: number
  readonly rooms: readonly { readonly path: string; readonly type: string }[]
  readonly walls: readonly { readonly path: string; readonly width: number }[]
  readonly openings: readonly { readonly path: string; readonly width: number; readonly kind: string }[]
  readonly objects: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly depth: number
    readonly angleDeg: number
  }[]
}

const maximumObjects = 400
/** Higher than this an object would hide what stands under it, metres. */
const highObject = 1.9

function readPoint(value: unknown): Point | undefined {
  const x = readNumber(readList(value)[0])
  const y = readNumber(readList(value)[1])
  return x === undefined || y === undefined ? undefined : [x, -y]
}

function readRing(value: unknown): Point[] {
  return readList(value)
    .map(readPoint)
    .filter((point) => point !== undefined)
}

function ringPath(ring: readonly Point[]): string {
  return ring.length < 3 ? '' : `M${ring.map((point) => `${point[0]} ${point[1]}`).join('L')}Z`
}

/** Axis of a wall as a path; arcs as one quadratic through their middle offset. */
function wallPath(a: Point, b: Point, bulge: number): string {
  if (bulge === 0) return `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`
  // y points down here, so left of a → b is mirrored.
  const middle: Point = [(a[0] + b[0]) / 2 + (b[1] - a[1]) * bulge, (a[1] + b[1]) / 2 - (b[0] - a[0]) * bulge]
  return `M${a[0]} ${a[1]}Q${middle[0]} ${middle[1]} ${b[0]} ${b[1]}`
}

/** @returns undefined where there is nothing to draw. */
export function thumbnailShapes(scene: unknown): ThumbnailShapes | undefined {
  const raw = readObject(scene)
  const level = readString(readObject(readList(raw.rooms)[0]).level)
  const points: Point[] = []
  const walls = new Map<string, { path: string; width: number; a: Point; b: Point }>()
  for (const entry of readList(raw.walls)) {
    const wall = readObject(entry)
    const a = readPoint(wall.a)
    const b = readPoint(wall.b)
    if (!a || !b) continue
    points.push(a, b)
    const path = wallPath(a, b, readNumber(wall.bulge) ?? 0)
    walls.set(readString(wall.id) ?? String(walls.size), { path, width: readNumber(wall.thickness) ?? 0.12, a, b })
  }
  const rooms = readList(raw.rooms).flatMap((entry) => {
    const room = readObject(entry)
    if (level !== undefined && room.level !== level) return []
    const ring = readRing(room.polygon)
    points.push(...ring)
    const path =
      ringPath(ring) +
      readList(room.holes)
        .map((hole) => ringPath(readRing(hole)))
        .join('')
    return path === '' ? [] : [{ path, type: readString(room.type) ?? 'room' }]
  })
  const openings = readList(raw.openings).flatMap((entry) => {
    const opening = readObject(entry)
    const center = readPoint(opening.center)
    const wall = walls.get(readString(opening.wall) ?? '')
    const width = readNumber(opening.width)
    if (!center || !wall || width === undefined) return []
    const length = Math.hypot(wall.b[0] - wall.a[0], wall.b[1] - wall.a[1]) || 1
    const x = (((wall.b[0] - wall.a[0]) / length) * width) / 2
    const y = (((wall.b[1] - wall.a[1]) / length) * width) / 2
    const path = `M${center[0] - x} ${center[1] - y}L${center[0] + x} ${center[1] + y}`
    return [{ path, width: wall.width, kind: readString(opening.kind) ?? 'door' }]
  })
  const objects = readList(raw.objects)
    .slice(0, maximumObjects)
    .flatMap((entry) => {
      const object = readObject(entry)
      const center = readPoint(object.center)
      const width = readNumber(readList(object.size)[0])
      const depth = readNumber(readList(object.size)[1])
      const isHigh = (readNumber(readList(object.center)[2]) ?? 0) > highObject
      if (!center || width === undefined || depth === undefined || isHigh) return []
      points.push(center)
      const angleDeg = (-(readNumber(object.yaw) ?? 0) * 180) / Math.PI
      return [{ x: center[0], y: center[1], width, depth, angleDeg }]
    })
  if (points.length === 0) return undefined

  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  const minX = Math.min(...xs)
  const minY = Math.min(...ys)
  const extent = Math.max(Math.max(...xs) - minX, Math.max(...ys) - minY, 1)
  const margin = extent * 0.06 + 0.1
  const width = Math.max(...xs) - minX + 2 * margin
  const height = Math.max(...ys) - minY + 2 * margin
  return {
    viewBox: `${minX - margin} ${minY - margin} ${width} ${height}`,
    extent,
    rooms,
    walls: [...walls.values()],
    openings,
    // Large things first, so that a cup on a table stays visible.
    objects: objects.sort((a, b) => b.width * b.depth - a.width * a.depth),
  }
}

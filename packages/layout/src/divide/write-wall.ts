import { interiorPoint } from '@enfilade/geometry'
import {
  applyChange,
  axisFrame,
  diffDocuments,
  type Id,
  type Point2,
  projectOnAxis,
  type RawRecord,
  readScene,
  type Scene,
  type SceneDocument,
  type SceneRoom,
} from '@enfilade/scene'
import { roomFacts } from '../plan/room-facts.ts'
import { DOOR_HEIGHT, INNER_WALL } from '../plan/shell.ts'
import type { LayoutContext } from '../result.ts'
import type { CutLine } from './cut-lines.ts'
import type { DividingDoor } from './dividing-door.ts'
import type { RoomPart } from './judge-cut.ts'

/** A document with a wall more, and the rooms of the first part and of the other one. */
export type WrittenWall = { readonly document: SceneDocument; readonly own: Id; readonly rest: Id }

/** The wall, its door and the names of both rooms as records; undefined where the walls there do not take it. */
export const writeWall = (
  input: LayoutContext,
  scene: Scene,
  room: SceneRoom,
  line: CutLine,
  door: DividingDoor,
  parts: readonly [RoomPart, RoomPart],
  order: readonly [number, number],
): WrittenWall | undefined => {
  const [from, to] = [axisEnd(scene, room, line, false), axisEnd(scene, room, line, true)]
  if (!from || !to) return undefined
  const { level } = room
  const records = new Map<Id, RawRecord>(input.document)
  const put = (record: RawRecord): Id => {
    const id = input.createId()
    records.set(id, record)
    return id
  }
  const [a, b] = [from, to].map((at) => put({ kind: 'corner', level, at }))
  const wall = put({ kind: 'wall', level, a, b, thickness: INNER_WALL, structure: 'partition' })
  const before = Math.hypot(line.from[0] - from[0], line.from[1] - from[1])
  put({
    kind: 'opening',
    wall,
    type: 'door',
    along: round(before + door.along),
    sill: 0,
    width: door.width,
    height: DOOR_HEIGHT,
    swing: door.swing ? { type: 'hinged', ...door.swing } : { type: 'sliding' },
  })
  const keeper = keepsLabel(room, line, parts, order)
  const { label } = room
  const ids: [Id, Id] = ['', '']
  for (const [at, index] of order.entries()) {
    const part = parts[index]!
    const old = at === keeper && label ? records.get(label.id) : undefined
    const point = interiorPoint(line.rings[at]!)
    const record: RawRecord = {
      ...(old ?? { kind: 'room', level, ...(label?.finishes ? { finishes: label.finishes } : {}) }),
      at: point.map(round),
      name:
        part.name ?? (part.type ? roomFacts[part.type].name[input.language ?? 'en'] : namedAgain(room, at === keeper)),
      type: part.type ?? room.type,
    }
    const id = old && label ? label.id : put(record)
    // What stays what it was keeps its name too.
    records.set(
      id,
      old && (part.type ?? room.type) === room.type && !part.name ? { ...old, at: point.map(round) } : record,
    )
    ids[index] = id
  }
  const after = readScene(applyChange(input.document, diffDocuments(input.document, records)))
  const isThere = (id: Id) => after.rooms.some((each) => each.id === id)
  if (after.rooms.length !== scene.rooms.length + 1 || !ids.every(isThere)) return undefined
  return { document: records, own: ids[0], rest: ids[1] }
}

const round = (value: number) => Math.round(value * 1e9) / 1e9 + 0

const namedAgain = ({ name }: SceneRoom, isKept: boolean) => (name === '' || isKept ? name : `${name} 2`)

/** The part that stays what the room was keeps its label, else the larger one. */
const keepsLabel = (
  room: SceneRoom,
  { rings }: CutLine,
  parts: readonly [RoomPart, RoomPart],
  order: readonly [number, number],
): number => {
  const same = order.findIndex((index) => (parts[index]!.type ?? room.type) === room.type)
  if (same >= 0) return same
  return areaOf(rings[0]) >= areaOf(rings[1]) ? 0 : 1
}

const areaOf = (ring: readonly Point2[]) =>
  ring.reduce((sum, [x, y], index) => {
    const [nx, ny] = ring[(index + 1) % ring.length]!
    return sum + (x * ny - nx * y) / 2
  }, 0)

/** Further than this from the line's end there is no wall to join. */
const REACH = 0.5

/** The end of the line carried on to the axis of the wall that it meets. */
const axisEnd = (scene: Scene, room: SceneRoom, line: CutLine, isLast: boolean): Point2 | undefined => {
  const at = isLast ? line.to : line.from
  const sign = isLast ? 1 : -1
  const hosts = scene.walls
    .filter(({ id, level }) => level === room.level && room.walls.includes(id))
    .map((wall) => ({ wall, ...projectOnAxis(wall, at) }))
    .filter(({ distance, wall }) => Math.abs(distance - wall.thickness / 2) < 0.02)
    .sort((a, b) => a.distance - b.distance || (a.wall.id < b.wall.id ? -1 : 1))
  for (const { wall, along } of hosts) {
    const { direction } = axisFrame(wall, along)
    const sine = Math.abs(direction[0] * line.along[1] - direction[1] * line.along[0])
    if (sine < 0.7) continue
    const way = (wall.thickness / 2 / sine) * sign
    if (Math.abs(way) > REACH) continue
    const reached: Point2 = [at[0] + line.along[0] * way, at[1] + line.along[1] * way]
    const { point } = axisFrame(wall, projectOnAxis(wall, reached).along)
    if (Math.hypot(point[0] - reached[0], point[1] - reached[1]) > 0.01) continue
    return [round(point[0]), round(point[1])]
  }
  return undefined
}

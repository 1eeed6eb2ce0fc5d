import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Operation,
  readScene,
  type SceneDocument,
  type SceneItem,
} from '@enfilade/scene'
import type { FindingDraft } from '../finding.ts'
import { shapeItem } from '../measure/item-shape.ts'
import { planRoom } from '../measure/room-plan.ts'
import { createRoomContext, type RoomContext } from '../room-context.ts'
import type { RoomRule, Settings } from '../rule.ts'

/** One thing: category, middle, yaw, size, then what differs from standing on the floor. */
export type Thing = readonly [
  category: string,
  x: number,
  y: number,
  yaw: number,
  size: readonly [number, number, number],
  more?: { readonly z?: number; readonly on?: 'wall' | 'ceiling' | string; readonly level?: string },
]

export type RoomOptions = {
  readonly type?: string
  /** Inner size; default 6 × 5 m with corners at the origin. */
  readonly size?: readonly [number, number]
  /** Middle of the door in the south wall, along x. Default 0.7. */
  readonly doorAt?: number
  readonly doorWidth?: number
  /** Sill of the window in the middle of the north wall. */
  readonly sill?: number
  readonly height?: number
}

let count = 0
const apply = (document: SceneDocument, operation: Operation): SceneDocument => {
  const result = applyOperation(document, operation, { createId: () => `r${++count}` })
  if (!result.ok) throw new Error(result.message)
  return applyChange(document, result.change)
}

/** A rectangular room, door in the south wall (swings in), window in the north wall, with things in it; ids are `category#index`. */
export const roomWith = (things: readonly Thing[], options: RoomOptions = {}): RoomContext => {
  const { type = 'living_room', size = [6, 5], doorAt = 0.7, doorWidth = 0.9, sill = 0.9, height } = options
  const [width, depth] = size
  let document = apply(createEmptyDocument(), {
    type: 'walls-added',
    level: 'level-0',
    points: [
      [-0.06, -0.06],
      [width + 0.06, -0.06],
      [width + 0.06, depth + 0.06],
      [-0.06, depth + 0.06],
    ],
    closed: true,
    thickness: 0.12,
  })
  const { walls } = readScene(document)
  const south = walls.find(({ start, end }) => start[1] < 0 && end[1] < 0)!
  const north = walls.find(({ start, end }) => start[1] > depth && end[1] > depth)!
  document = apply(document, {
    type: 'opening-added',
    id: 'door',
    wall: south.id,
    opening: 'door',
    along: Math.abs(doorAt - south.start[0]),
    width: doorWidth,
    height: 2.1,
    sill: 0,
    swing: { type: 'hinged', hinge: 'a', side: south.start[0] < south.end[0] ? 'left' : 'right' },
  })
  document = apply(document, {
    type: 'opening-added',
    id: 'window',
    wall: north.id,
    opening: 'window',
    along: Math.abs(width / 2 - north.start[0]),
    width: 1.6,
    height: 1.4,
    sill,
  })
  document = apply(document, {
    type: 'room-labelled',
    id: 'label',
    level: 'level-0',
    at: [width / 2, depth / 2],
    name: 'Room',
    roomType: type,
  })
  const scene = readScene(document)
  const plan = planRoom(scene, scene.rooms[0]!)
  return createRoomContext(height === undefined ? plan : { ...plan, height }, things.map(shapeOfThing))
}

const shapeOfThing = ([category, x, y, yaw, size, { z = 0, on } = {}]: Thing, index: number) => {
  const support =
    on === undefined
      ? { on: 'floor' as const }
      : on === 'wall'
        ? { on: 'wall' as const, id: 'wall' }
        : on === 'ceiling'
          ? { on: 'ceiling' as const }
          : { on: 'item' as const, id: on }
  const item = { id: `${category}#${index}`, category, size, support, worldPose: { x, y, z, yaw } }
  return shapeItem(item as unknown as SceneItem)
}

/** The first finding of a rule, or undefined. */
export const findingOf = (
  rule: RoomRule,
  key: string,
  room: RoomContext,
  settings: Settings = { pack: 'general' },
): FindingDraft | undefined => rule(room, settings).find((finding) => finding.rule === key)

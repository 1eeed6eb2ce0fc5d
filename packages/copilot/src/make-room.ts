import type { RoomType } from '@enfilade/layout'
import type { OperationContext, SceneDocument } from '@enfilade/scene'
import { applyChange, applyOperation, type Operation, readScene } from '@enfilade/scene'
import type { RoomSize } from './understand/intent.ts'

/** Usual net size of a room, [width, depth] in metres; from the area minimums of GB 50096-2011 with room to furnish. */
const usualSizes: { readonly [type in RoomType]: readonly [number, number] } = {
  balcony: [3.2, 1.6],
  bathroom: [2.6, 2.2],
  bedroom: [4.2, 3.6],
  dining_room: [4.0, 3.6],
  entrance: [2.4, 2.0],
  generic: [4.5, 4.0],
  gym: [4.4, 4.0],
  hallway: [4.0, 1.4],
  home_cinema: [5.0, 4.2],
  kids_room: [3.8, 3.4],
  kitchen: [3.6, 2.8],
  laundry: [2.4, 2.0],
  library: [4.4, 3.8],
  living_room: [5.4, 4.4],
  music_room: [4.4, 4.0],
  nursery: [3.6, 3.2],
  office: [4.4, 3.6],
  playroom: [4.2, 3.8],
  storage_room: [2.6, 2.2],
  studio: [6.0, 4.8],
  study: [3.4, 3.0],
  terrace: [4.4, 3.0],
  walk_in_closet: [2.8, 2.4],
}

const wallThickness = 0.12
const doorWidth = 0.9

/** Net width and depth of the room to make, metres. */
export function roomDimensions(type: RoomType, size: RoomSize | undefined): readonly [number, number] {
  const [usualWidth, usualDepth] = usualSizes[type]
  if (size?.width && size.depth) return [clampSide(size.width), clampSide(size.depth)]
  if (size?.area) {
    const ratio = usualWidth / usualDepth
    return [clampSide(Math.sqrt(size.area * ratio)), clampSide(Math.sqrt(size.area / ratio))]
  }
  return [usualWidth, usualDepth]
}

const clampSide = (value: number) => Math.round(Math.min(30, Math.max(1, value)) * 1000) / 1000

/**
 * A rectangular room with a door in its south wall and windows in the north one, for a space where nothing is drawn.
 *
 * @returns The document with the room; throws nothing, refused operations leave their part out.
 */
export function makeRoom(
  document: SceneDocument,
  type: RoomType,
  name: string,
  size: RoomSize | undefined,
  context: OperationContext,
): SceneDocument {
  const level = readScene(document).levels[0]
  if (!level) return document
  const [width, depth] = roomDimensions(type, size)
  const half = wallThickness / 2
  const [left, right, bottom, top] = [-half, width + half, -half, depth + half]
  const windowCount = width > 4.8 ? 2 : 1
  let made = apply(document, context, {
    type: 'walls-added',
    level: level.id,
    points: [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ],
    closed: true,
    thickness: wallThickness,
    ...(size?.height ? { height: size.height } : {}),
  })
  const walls = readScene(made).walls
  const south = walls.find((wall) => wall.start[1] === bottom && wall.end[1] === bottom)
  const north = walls.find((wall) => wall.start[1] === top && wall.end[1] === top)
  if (south) {
    const fromA = south.start[0] < south.end[0] ? doorWidth / 2 + 0.35 : south.length - doorWidth / 2 - 0.35
    const side = south.start[0] < south.end[0] ? 'left' : 'right'
    made = apply(made, context, {
      type: 'opening-added',
      id: context.createId(),
      wall: south.id,
      opening: 'door',
      along: Math.min(Math.max(fromA, 0.6), south.length - 0.6),
      width: Math.min(doorWidth, width - 0.2),
      swing: { type: 'hinged', hinge: south.start[0] < south.end[0] ? 'a' : 'b', side },
    })
  }
  if (north && type !== 'hallway' && type !== 'entrance')
    for (let index = 0; index < windowCount; index += 1)
      made = apply(made, context, {
        type: 'opening-added',
        id: context.createId(),
        wall: north.id,
        opening: 'window',
        along: (north.length * (index + 0.5)) / windowCount,
        width: Math.min(1.5, width / windowCount - 0.6),
        height: type === 'bathroom' ? 0.6 : 1.4,
        sill: type === 'bathroom' ? 1.5 : 0.9,
      })
  return apply(made, context, {
    type: 'room-labelled',
    id: context.createId(),
    level: level.id,
    at: [width / 2, depth / 2],
    name,
    roomType: type,
  })
}

function apply(document: SceneDocument, context: OperationContext, operation: Operation): SceneDocument {
  const outcome = applyOperation(document, operation, context)
  return outcome.ok ? applyChange(document, outcome.change) : document
}

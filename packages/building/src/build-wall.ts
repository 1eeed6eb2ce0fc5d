import { isPointInPolygon } from '@enfilade/geometry'
import {
  axisFrame,
  type Id,
  type Point2,
  type Scene,
  type SceneOpening,
  type SceneRoom,
  type SceneWall,
} from '@enfilade/scene'
import { faceLook, sectionLook, trimLook } from './looks.ts'
import { type BuildingPart, createMeshBuilder, type MeshBuilder } from './mesh-builder.ts'
import { add, direction, distance, leftOf, scale } from './plane.ts'
import { cutWall, edgeSide, type WallPiece } from './wall-pieces.ts'

/** What a wall's mesh depends on besides itself. */
export type WallContext = {
  readonly openings: readonly SceneOpening[]
  readonly left?: SceneRoom | undefined
  readonly right?: SceneRoom | undefined
}

const skirting = { height: 0.07, depth: 0.012 }
const probe = 0.06

/** The rooms on both sides of a wall's middle. */
export function roomsBeside(scene: Scene, wall: SceneWall): { left?: SceneRoom; right?: SceneRoom } {
  const { point, direction: along } = axisFrame(wall, wall.length / 2)
  return roomsAcross(scene, wall.level, point, along, wall.thickness)
}

/** The rooms on both sides of an opening. */
export function roomsThrough(scene: Scene, opening: SceneOpening): { left?: SceneRoom; right?: SceneRoom } {
  return roomsAcross(scene, opening.level, opening.center, opening.direction, opening.wallThickness)
}

function roomsAcross(scene: Scene, level: Id, at: Point2, along: Point2, thickness: number) {
  const reach = scale(leftOf(along), thickness / 2 + probe)
  const find = (point: Point2) =>
    scene.rooms.find((room) => room.level === level && isPointInPolygon(point, room.polygon))
  return { left: find(add(at, reach)), right: find(add(at, scale(reach, -1))) }
}

/** The wall's blocks with a finish per face, cut tops, and skirting where a room begins. */
export function buildWall(wall: SceneWall, context: WallContext): BuildingPart[] {
  const builder = createMeshBuilder()
  for (const piece of cutWall(wall, context.openings)) addPiece(builder, wall, piece, context)
  const looks = {
    left: faceLook(wall.finishes?.left, context.left),
    right: faceLook(wall.finishes?.right, context.right),
    end: faceLook(undefined, context.left ?? context.right),
    section: sectionLook,
    trim: trimLook,
  }
  return builder.build(looks)
}

function addPiece(builder: MeshBuilder, wall: SceneWall, piece: WallPiece, context: WallContext): void {
  const { ring, bottom, top } = piece
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const length = distance(a, b)
    if (length < 1e-5) continue
    const side = edgeSide(wall, a, b)
    // The cut sides of what is left over and under an opening touch the blocks beside it.
    if (side === 'end' && piece.part !== 'full') continue
    builder.quad(
      side,
      [
        [a[0], a[1], bottom],
        [b[0], b[1], bottom],
        [b[0], b[1], top],
        [a[0], a[1], top],
      ],
      [
        [0, bottom],
        [length, bottom],
        [length, top],
        [0, top],
      ],
    )
    const hasRoom = side === 'left' ? context.left : side === 'right' ? context.right : undefined
    if (hasRoom && bottom === 0 && top > 0.2) addSkirting(builder, a, b, length)
  }
  const isTop = top >= wall.resolvedHeight - 1e-6
  builder.cap(isTop ? 'section' : 'end', ring, [], top, true)
  if (bottom > 0) builder.cap('end', ring, [], bottom, false)
}

function addSkirting(builder: MeshBuilder, a: Point2, b: Point2, length: number): void {
  // Outlines run counter-clockwise, so the room lies to the right of a → b.
  const along = direction(a, b)
  builder.box('trim', { origin: a, along }, [0, length], [-skirting.depth, 0], [0, skirting.height])
}

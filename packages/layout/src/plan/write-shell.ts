import { type Id, type Point2, projectOnAxis, type RawRecord, type SceneDocument } from '@enfilade/scene'
import type { Shell, ShellOpening, ShellWall } from './shell.ts'

type PlacedWall = ShellWall & { readonly id: Id; readonly start: Point2; readonly end: Point2 }

/**
 * A plan as records on a level: walls share their corners, and a wall that meets another in its middle splits it.
 *
 * @returns The document with the plan, and the label's id for every room key.
 */
export const writeShell = (
  document: SceneDocument,
  level: Id,
  shell: Shell,
  createId: () => Id,
): { readonly document: SceneDocument; readonly rooms: { readonly [key: string]: Id } } => {
  const records = new Map<Id, RawRecord>(document)
  const corners: { readonly id: Id; readonly at: Point2 }[] = []
  const cornerAt = (at: Point2) => {
    const known = corners.find((corner) => Math.hypot(corner.at[0] - at[0], corner.at[1] - at[1]) < 1e-4)
    if (known) return known
    const corner = { id: createId(), at: [round(at[0]), round(at[1])] as Point2 }
    corners.push(corner)
    records.set(corner.id, { kind: 'corner', level, at: corner.at })
    return corner
  }
  const placed: PlacedWall[] = []
  for (const wall of splitWalls(shell.walls)) {
    const [a, b] = [cornerAt(wall.a), cornerAt(wall.b)]
    const id = createId()
    placed.push({ ...wall, id, start: a.at, end: b.at })
    const { thickness, structure, bulge, height } = wall
    records.set(id, {
      kind: 'wall',
      level,
      a: a.id,
      b: b.id,
      thickness,
      structure,
      ...(bulge ? { bulge: round(bulge) } : {}),
      ...(height === undefined ? {} : { height }),
    })
  }
  for (const opening of shell.openings) writeOpening(records, placed, opening, createId)
  const rooms: { [key: string]: Id } = {}
  for (const { key, type, name, at } of shell.rooms) {
    const id = createId()
    rooms[key] = id
    records.set(id, { kind: 'room', level, at: [round(at[0]), round(at[1])], name, type })
  }
  return { document: records, rooms }
}

const round = (value: number) => Math.round(value * 1e9) / 1e9 + 0

/** Straight walls cut where another wall ends on them. */
const splitWalls = (walls: readonly ShellWall[]): ShellWall[] => {
  const ends = walls.flatMap(({ a, b }) => [a, b])
  return walls.flatMap((wall): ShellWall[] => {
    if (wall.bulge) return [wall]
    const { a, b } = wall
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length < 1e-4) return []
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const cuts = ends
      .map((end) => ({
        end,
        along: (end[0] - a[0]) * ux + (end[1] - a[1]) * uy,
        off: Math.abs((end[0] - a[0]) * uy - (end[1] - a[1]) * ux),
      }))
      .filter(({ along, off }) => off < 1e-4 && along > 1e-3 && along < length - 1e-3)
      .sort((first, second) => first.along - second.along)
      .filter(({ along }, index, all) => index === 0 || along - all[index - 1]!.along > 1e-3)
      .map(({ end }) => end)
    const points = [a, ...cuts, b]
    return points.slice(1).map((point, index) => ({ ...wall, a: points[index]!, b: point }))
  })
}

const writeOpening = (
  records: Map<Id, RawRecord>,
  walls: readonly PlacedWall[],
  opening: ShellOpening,
  createId: () => Id,
): void => {
  let host: { readonly wall: PlacedWall; readonly along: number; readonly distance: number } | undefined
  for (const wall of walls) {
    const found = projectOnAxis(wall, opening.center)
    if (!host || found.distance < host.distance - 1e-9) host = { wall, ...found }
  }
  if (!host) return
  const { wall, along } = host
  const { type, width, height, sill } = opening
  records.set(createId(), {
    kind: 'opening',
    wall: wall.id,
    type,
    along: round(along),
    sill: round(sill),
    width: round(width),
    height: round(height),
    swing: swingOf(opening, wall, along),
  })
}

const swingOf = ({ swing, hinge, toward }: ShellOpening, wall: PlacedWall, along: number): RawRecord => {
  if (swing !== 'hinged' || !hinge || !toward) return { type: swing === 'hinged' ? 'none' : swing }
  const { start, end } = wall
  const left = (end[0] - start[0]) * (toward[1] - start[1]) - (end[1] - start[1]) * (toward[0] - start[0])
  return {
    type: 'hinged',
    hinge: projectOnAxis(wall, hinge).along < along ? 'a' : 'b',
    side: left > 0 ? 'left' : 'right',
  }
}

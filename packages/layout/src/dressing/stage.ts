import {
  boxCorners,
  boxOverlap,
  DOOR_APPROACH,
  type ItemShape,
  type OrientedBox,
  openingStrip,
  planPenetration,
  swingPenetration,
} from '@enfilade/critic'
import type { Random } from '@enfilade/geometry'
import type { Id, SceneWall } from '@enfilade/scene'
import type { RelationTarget } from '../brief.ts'
import { isInside } from '../candidate.ts'
import { type Placed, placedShape, tidyPose } from '../placed.ts'
import { type Edge, edgePoint, type Site } from '../site.ts'
import { type EdgeWall, edgeWalls } from './edge-walls.ts'

/** Unit number of things that belong to the room as a whole. */
export const ROOM_UNIT = -1

/** What hangs flat on a wall. */
export type WallHung = Pick<Placed, 'category' | 'size' | 'unit' | 'object' | 'variant' | 'shape'>

export type HangOptions = { readonly mayHide?: boolean; readonly margin?: number; readonly overOpenings?: boolean }

/** The furnished room while small things are set down: knows what stands, lies and hangs where. */
export class Stage {
  readonly site: Site
  readonly random: Random
  readonly #createId: () => Id
  readonly #placed: Placed[]
  readonly #shapes = new Map<Id, ItemShape>()
  readonly #wallsOfEdge = new Map<number, readonly EdgeWall[]>()

  constructor(site: Site, placed: readonly Placed[], random: Random, createId: () => Id) {
    this.site = site
    this.random = random
    this.#createId = createId
    this.#placed = [...placed]
    for (const thing of placed) this.#shapes.set(thing.id, placedShape(thing))
    for (const shape of site.standing) this.#shapes.set(shape.id, shape)
  }

  get placed(): readonly Placed[] {
    return this.#placed
  }

  shapes(): ItemShape[] {
    return [...this.#shapes.values()]
  }

  shapeOf(id: Id): ItemShape | undefined {
    return this.#shapes.get(id)
  }

  /** Things of these categories: new ones first, then those that were there. */
  find(categories: ReadonlySet<string> | readonly string[]): ItemShape[] {
    const set = new Set(categories)
    return this.shapes().filter((shape) => set.has(shape.category))
  }

  /** Things that a relation's target means. */
  targets(target: RelationTarget | undefined): ItemShape[] {
    if (target?.kind === 'item') return this.shapes().filter((shape) => shape.id === target.id)
    if (target?.kind === 'category') return this.find([target.category])
    if (target?.kind !== 'object') return []
    const ids = new Set(this.#placed.filter((thing) => thing.object?.key === target.key).map((thing) => thing.id))
    return this.shapes().filter((shape) => ids.has(shape.id))
  }

  unitOf(id: Id): number {
    return this.#placed.find((thing) => thing.id === id)?.unit ?? ROOM_UNIT
  }

  add(thing: Omit<Placed, 'id'>): Placed {
    const placed = { ...thing, id: this.#createId(), pose: tidyPose(thing.pose) }
    this.#placed.push(placed)
    this.#shapes.set(placed.id, placedShape(placed))
    return placed
  }

  /** Shape that a thing would have; nothing is added. */
  preview(thing: Omit<Placed, 'id'>): ItemShape {
    return placedShape({ ...thing, id: '' })
  }

  /** Whether a box touches nothing but what lies flat. */
  isFree(box: OrientedBox, except: ReadonlySet<Id> = new Set()): boolean {
    for (const shape of this.#shapes.values()) {
      if (shape.role === 'flat' || except.has(shape.id)) continue
      if (boxOverlap(shape.box, box) > 0.001) return false
    }
    return true
  }

  isInside(box: OrientedBox): boolean {
    return isInside(this.site, box)
  }

  /** The wall whose face an edge is, `s` metres along it. */
  wallOf(edge: Edge, s: number): SceneWall | undefined {
    const known = this.#wallsOfEdge.get(edge.index)
    const walls = known ?? edgeWalls(this.site, edge)
    if (!known) this.#wallsOfEdge.set(edge.index, walls)
    return walls.find(({ from, to }) => s >= from && s <= to)?.wall
  }

  /** Hangs a thing where `wallPlace` says. */
  hang(edge: Edge, s: number, bottom: number, thing: WallHung, options: HangOptions = {}): Placed | undefined {
    const place = this.wallPlace(edge, s, bottom, thing, options)
    return place ? this.add(place) : undefined
  }

  /**
   * A thing flat on a wall: `s` metres along the edge to its middle, its underside at `bottom`. Undefined when the wall
   * is too short there, an opening or another thing is in the way, or furniture would hide it. Nothing is added.
   */
  wallPlace(
    edge: Edge,
    s: number,
    bottom: number,
    thing: WallHung,
    options: HangOptions = {},
  ): Omit<Placed, 'id'> | undefined {
    const wall = this.wallOf(edge, s)
    const [width, depth, height] = thing.size
    if (!wall || s - width / 2 < 0 || s + width / 2 > edge.length) return undefined
    if (bottom < 0 || bottom + height > this.site.plan.height) return undefined
    const margin = options.margin ?? 0.06
    if (!options.overOpenings) {
      for (const { from, to, opening } of edge.openings) {
        const beside = s + width / 2 + margin <= from || s - width / 2 - margin >= to
        if (!beside && bottom < opening.top + margin && bottom + height > opening.sill - margin) return undefined
      }
    }
    const [x, y] = edgePoint(edge, s, depth / 2 + 0.001)
    const placed = { ...thing, pose: { x, y, z: bottom, yaw: edge.yaw }, support: { on: 'wall', id: wall.id } as const }
    const { box } = this.preview(placed)
    if (!this.isInside(box) || this.#barsDoor(box)) return undefined
    const spaced = { ...box, halfWidth: box.halfWidth + margin / 2, bottom: box.bottom - 0.02, top: box.top + 0.02 }
    if (!this.isFree(spaced)) return undefined
    if (!options.mayHide && this.#isHidden(edge, s, bottom, width, height)) return undefined
    return placed
  }

  /** Whether a hung thing reaches into the way through a door, or into its swing. */
  #barsDoor(box: OrientedBox): boolean {
    return this.site.plan.doors.some(
      (door) =>
        box.bottom < door.top &&
        (planPenetration(openingStrip(door, DOOR_APPROACH + 0.02), box) > 0 ||
          (door.swingsIn && swingPenetration(door, box) > 0)),
    )
  }

  /** Furniture close to the wall that rises before the thing. */
  #isHidden(edge: Edge, s: number, bottom: number, width: number, height: number): boolean {
    const [x, y] = edgePoint(edge, s, 0.3)
    for (const shape of this.#shapes.values()) {
      if (shape.role === 'flat' || shape.role === 'hung' || shape.role === 'curtain') continue
      if (shape.box.top <= bottom + height * 0.15) continue
      const probe: OrientedBox = {
        x,
        y,
        yaw: edge.yaw,
        cos: Math.cos(edge.yaw),
        sin: Math.sin(edge.yaw),
        halfWidth: width / 2,
        halfDepth: 0.3,
        bottom: 0,
        top: 3,
      }
      if (planPenetration(probe, shape.box) > 0.02) return true
    }
    return false
  }

  /** Edge that a thing has its back to, and where along it: the nearest parallel one within half a metre. */
  edgeBehind(shape: ItemShape): { edge: Edge; s: number } | undefined {
    const { box } = shape
    let best: { edge: Edge; s: number; gap: number } | undefined
    for (const edge of this.site.edges) {
      const facing = box.sin * edge.inward[0] - box.cos * edge.inward[1]
      if (facing < 0.98) continue
      const dx = box.x - edge.a[0]
      const dy = box.y - edge.a[1]
      const s = dx * edge.along[0] + dy * edge.along[1]
      const gap = dx * edge.inward[0] + dy * edge.inward[1] - box.halfDepth
      if (s < 0 || s > edge.length || gap < -0.05 || gap > 0.5) continue
      if (!best || gap < best.gap) best = { edge, s, gap }
    }
    return best
  }
}

/** Extent of a box along an edge, metres from its start. */
export const spanAlong = (edge: Edge, box: OrientedBox): readonly [number, number] => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [x, y] of boxCorners(box)) {
    const s = (x - edge.a[0]) * edge.along[0] + (y - edge.a[1]) * edge.along[1]
    low = Math.min(low, s)
    high = Math.max(high, s)
  }
  return [low, high]
}

import { isPointInRegion, polygonBounds } from '@enfilade/geometry'
import type { Id, LevelRecord, Scene, SceneItem, SceneRoom } from '@enfilade/scene'
import { type Finding, finishFinding, type RulePack } from './finding.ts'
import { judgeRoom } from './judge-room.ts'
import { type ItemShape, shapeItem } from './measure/item-shape.ts'
import { planRoom } from './measure/room-plan.ts'
import { createFixer } from './propose-fix.ts'
import { createRoomContext, isSame, type RoomContext } from './room-context.ts'
import { createHomeMemo, type Home, type Settings } from './rule.ts'
import { homeRules } from './rule-list.ts'
import { sortFindings } from './sort-findings.ts'

export type CheckOptions = {
  /** Default `general`. */
  readonly pack?: RulePack
  /** Only these derived rooms, and what stands in them. Absent: everything. */
  readonly rooms?: readonly Id[]
  /** Radius of a robot that must get about, metres, up to 0.95. Absent: ways are judged for people alone. */
  readonly robotRadius?: number
  /** Whether remedies are sought and tried for the worst findings. Default true; seeking costs as much as the check. */
  readonly fixes?: boolean
}

/** Checks one scene after another; what did not change (is the same object as before) is not judged again. */
export type Checker = { readonly check: (scene: Scene, options?: CheckOptions) => Finding[] }

/** A room, what it was made of, and what was found in it. */
type RoomState = {
  readonly made: readonly unknown[]
  readonly context: RoomContext
  readonly findings: Map<string, Finding[]>
}

/** Radius above which the raster of clearances cannot tell ways apart. */
const LARGEST_ROBOT = 0.95

export const createChecker = (): Checker => {
  const shapes = new WeakMap<SceneItem, ItemShape>()
  const places = new WeakMap<SceneItem, { readonly rooms: readonly SceneRoom[]; readonly index: number }>()
  const memo = createHomeMemo()
  const fixer = createFixer()
  let states = new Map<Id, RoomState>()

  const shapeOf = (item: SceneItem): ItemShape => {
    const known = shapes.get(item)
    if (known) return known
    const shape = shapeItem(item)
    shapes.set(item, shape)
    return shape
  }
  const placeOf = (item: SceneItem, rooms: readonly SceneRoom[], find: Finder): number => {
    const known = places.get(item)
    if (known?.rooms === rooms) return known.index
    const index = find(item)
    places.set(item, { rooms, index })
    return index
  }
  const stateOf = (scene: Scene, room: SceneRoom, inside: readonly ItemShape[]): RoomState => {
    const before = states.get(room.id)
    const made = [room, levelOf(scene, room.level), ...room.openings.map((id) => scene.byId.get(id))]
    const isSamePlan = before !== undefined && isSame(before.made, made)
    if (isSamePlan && isSame(before.context.shapes, inside)) return before
    const context = isSamePlan
      ? createRoomContext(before.context.plan, inside, before.context)
      : createRoomContext(planRoom(scene, room), inside)
    return { made, context, findings: new Map() }
  }

  const check = (scene: Scene, options: CheckOptions = {}): Finding[] => {
    const settings = readSettings(options)
    const find = createFinder(scene.rooms)
    const inRoom: ItemShape[][] = scene.rooms.map(() => [])
    const homeless: ItemShape[] = []
    for (const item of scene.items) {
      const index = placeOf(item, scene.rooms, find)
      ;(index >= 0 ? inRoom[index]! : homeless).push(shapeOf(item))
    }
    const all = scene.rooms.map((room, index) => stateOf(scene, room, inRoom[index]!))
    states = new Map(scene.rooms.map((room, index) => [room.id, all[index]!]))
    const only = options.rooms && new Set(options.rooms)
    const judged = only ? all.filter(({ context }) => only.has(context.plan.id)) : all
    const home: Home = {
      scene,
      rooms: judged.map(({ context }) => context),
      shapes: only ? judged.flatMap(({ context }) => context.shapes).sort(byId) : scene.items.map(shapeOf),
      homeless: only ? [] : homeless,
      memo,
    }
    const findings = sortFindings([
      ...judged.flatMap((state) => findingsOf(state, settings)),
      ...sortFindings(homeRules.flatMap((rule) => rule(home, settings)).map(finishFinding)),
    ])
    return options.fixes === false ? findings : fixer(findings, home, settings)
  }
  return { check }
}

const findingsOf = (state: RoomState, settings: Settings): Finding[] => {
  const key = `${settings.pack} ${settings.robotRadius ?? ''}`
  const known = state.findings.get(key)
  if (known) return known
  const findings = sortFindings(judgeRoom(state.context, settings))
  state.findings.set(key, findings)
  return findings
}

const readSettings = ({ pack = 'general', robotRadius }: CheckOptions): Settings => {
  if (robotRadius === undefined) return { pack }
  if (!(robotRadius > 0 && robotRadius <= LARGEST_ROBOT))
    throw new RangeError(`checkScene: robotRadius is ${robotRadius}, needs to be above 0 and at most ${LARGEST_ROBOT}`)
  return { pack, robotRadius }
}

const byId = (a: ItemShape, b: ItemShape): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const levelOf = (scene: Scene, id: Id): LevelRecord | undefined => scene.levels.find((level) => level.id === id)

type Finder = (item: SceneItem) => number

/** The room that an item's middle lies in, by index; −1: none. */
const createFinder = (rooms: readonly SceneRoom[]): Finder => {
  let bounds: ReturnType<typeof polygonBounds>[] | undefined
  return ({ level, worldPose: { x, y } }) => {
    bounds ??= rooms.map((room) => polygonBounds(room.polygon))
    return rooms.findIndex((room, at) => {
      const { minX, minY, maxX, maxY } = bounds![at]!
      if (room.level !== level || x < minX || x > maxX || y < minY || y > maxY) return false
      return isPointInRegion([x, y], room.polygon, room.holes)
    })
  }
}

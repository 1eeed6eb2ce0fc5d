import type { Id, LevelRecord, Scene, SceneRoom } from '@enfilade/scene'
import { type Finding, finishFinding, type RulePack } from './finding.ts'
import { judgeRoom } from './judge-room.ts'
import type { ItemShape } from './measure/item-shape.ts'
import { planRoom } from './measure/room-plan.ts'
import { createFixer } from './propose-fix.ts'
import { createRoomContext, isSame, type RoomContext } from './room-context.ts'
import { createHomeMemo, type Home, type Settings } from './rule.ts'
import { homeRules } from './rule-list.ts'
import { createShaper } from './shape-scene.ts'
import { sortFindings } from './sort-findings.ts'

export type CheckOptions = {
  /** Default `general`. */
  readonly pack?: RulePack
  /** Only these derived rooms, and what stands in them. Absent: everything. */
  readonly rooms?: readonly Id[]
  /** Radius of a robot that must get about, metres, up to 0.95. Absent: ways are judged for people alone. */
  readonly robotRadius?: number
  /** Whether the worst findings can be asked for a remedy. Default true; it is sought and tried when `fix` is first read. */
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
  const shape = createShaper()
  const memo = createHomeMemo()
  const fixer = createFixer()
  let states = new Map<Id, RoomState>()

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
    const { shapes, inRooms, homeless, changes } = shape(scene)
    const all = scene.rooms.map((room, index) => stateOf(scene, room, inRooms[index]!))
    states = new Map(scene.rooms.map((room, index) => [room.id, all[index]!]))
    const only = options.rooms && new Set(options.rooms)
    const judged = only ? all.filter(({ context }) => only.has(context.plan.id)) : all
    const home: Home = {
      scene,
      rooms: judged.map(({ context }) => context),
      shapes: only ? judged.flatMap(({ context }) => context.shapes).sort(byId) : shapes,
      homeless: only ? [] : homeless,
      ...(only ? {} : { changes }),
      memo,
    }
    const findings = sortFindings([
      ...judged.flatMap((state) => findingsOf(state, settings)),
      ...homeRules.flatMap((rule) => rule(home, settings)).map(finishFinding),
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

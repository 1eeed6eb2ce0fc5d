import {
  type Brief,
  furnish,
  type LayoutResult,
  type PlanBrief,
  type ProposalGroup,
  planSpace,
  type RoomType,
} from '@enfilade/layout'
import { diffDocuments, readScene, type SceneRoom } from '@enfilade/scene'
import { askLayoutModel } from './ask-model.ts'
import { readPeople } from './people.ts'
import { briefsFor, settlePlan, shared } from './plan-briefs.ts'
import { mayGrow, sizeForThings } from './plan-sizes.ts'
import { contextOf, type Run, refuse, take } from './run.ts'
import type { Intent } from './understand/intent.ts'

/**
 * Draws the space that the words ask for, where nothing is drawn, and furnishes every room of it. The walls are one
 * group; the others stand in them.
 */
export async function furnishPlan(run: Run, intent: Extract<Intent, { type: 'furnish' }>): Promise<void> {
  const { options } = run.request
  const people = readPeople(options?.people)
  const whole: Brief = {
    ...intent.brief,
    ...(people ? { occupants: { ...people.occupants, ...intent.brief.occupants } } : {}),
    ...(people?.pack && !intent.brief.pack ? { pack: people.pack } : {}),
    ...(options?.density ? { density: options.density } : {}),
  }
  const asked = withType(intent.plan ?? planOfOne(whole.room.type), whole.room.type)
  const isHome = asked.rooms.length > 1
  const plan = isHome ? settlePlan(asked, whole.occupants ?? {}, run.language) : sizeForThings(asked, whole)
  const briefs = isHome
    ? briefsFor(
        asked,
        whole,
        intent.rooms?.map((entry) => withOptions(entry, run)),
      )
    : undefined
  const briefOf = (key: string, { type }: SceneRoom): Brief =>
    briefs ? (briefs.get(key) ?? { ...shared(whole), room: { type: type as RoomType } }) : whole
  run.brief ??= whole
  let best = await tryPlan(run, plan, briefOf)
  if (mayGrow(asked)) {
    for (const factor of GROWTH) {
      if (best.undone === 0 || best.area * factor > LARGEST) break
      const next = await tryPlan(
        run,
        { ...plan, rooms: [{ ...plan.rooms[0]!, area: { min: best.area * factor } }] },
        briefOf,
      )
      // What more floor does not help with is not a matter of floor.
      if (next.undone >= best.undone) break
      best = next
    }
  }
  const { planned, rooms } = best
  if (rooms.length === 0) {
    run.unmet.push(...planned.unmet)
    if (planned.unmet.length === 0) refuse(run, intent.words, noneMade)
    return
  }
  take(run, { groups: [shellGroup(run, planned.document, rooms)], unmet: planned.unmet, truncated: false })
  for (const { key, room, result } of best.furnished)
    take(run, isHome ? { ...result, groups: result.groups.map((group) => inRoom(group, key, room)) } : result)
}

/** Times the floor, where something asked for found no place in a room of which no size was said. */
const GROWTH = [1.35, 1.3] as const
/** A room is not made larger than this for what it could not hold, m². */
const LARGEST = 60

type Tried = {
  readonly planned: ReturnType<typeof planSpace>
  readonly rooms: readonly SceneRoom[]
  readonly furnished: readonly { readonly key: string; readonly room: SceneRoom; readonly result: LayoutResult }[]
  /** How much of what was asked is not so. */
  readonly undone: number
  readonly area: number
}

/** Draws the plan and furnishes its rooms; nothing is taken over yet. */
async function tryPlan(run: Run, plan: PlanBrief, briefOf: (key: string, room: SceneRoom) => Brief): Promise<Tried> {
  const { seed, createId } = run.request
  const planned = planSpace({ plan, document: run.document, seed, createId, language: run.language })
  const rooms = readScene(planned.document).rooms.filter(({ id }) => Object.values(planned.rooms).includes(id))
  const drawn: Run = { ...run, document: planned.document }
  const furnished: { key: string; room: SceneRoom; result: LayoutResult }[] = []
  for (const [key, id] of Object.entries(planned.rooms)) {
    const room = rooms.find((entry) => entry.id === id)
    if (!room) continue
    const brief = briefOf(key, room)
    const hints = await askLayoutModel(drawn, id, brief)
    const result = furnish({ ...contextOf(drawn, room), brief, effort: planEffort(plan.rooms.length), ...hints })
    furnished.push({ key, room, result })
  }
  const undone = furnished.reduce((sum, { result }) => sum + result.unmet.length, 0)
  return { planned, rooms, furnished, undone, area: rooms.reduce((sum, { area }) => sum + area, 0) }
}

/** Many rooms share the time that one would get. */
const planEffort = (rooms: number): number => (rooms <= 2 ? 1 : 0.35)

const withOptions = ({ key, brief }: { readonly key: string; readonly brief: Brief }, { request }: Run) => ({
  key,
  brief: request.options?.density ? { ...brief, density: request.options.density } : brief,
})

const planOfOne = (type: RoomType): PlanBrief => ({ version: 1, rooms: [{ key: type, type }] })

/** A room that was only called a room is what its things make it. */
const withType = (plan: PlanBrief, type: RoomType): PlanBrief =>
  plan.rooms.length === 1 && plan.rooms[0]!.type === 'generic'
    ? { ...plan, rooms: [{ ...plan.rooms[0]!, type }] }
    : plan

const noneMade = {
  en: 'there is no closed room (0 rooms), and none could be made here',
  zh: '没有围合的房间（0 个），也无法在此新建',
}

const inRoom = (group: ProposalGroup, key: string, { name }: SceneRoom): ProposalGroup => ({
  ...group,
  id: `${key}-${group.id}`,
  title: { en: `${name}: ${group.title.en}`, zh: `${name}：${group.title.zh}` },
})

const round = (value: number) => Math.round(value * 100) / 100

function shellGroup(run: Run, document: Run['document'], rooms: readonly SceneRoom[]): ProposalGroup {
  const total = round(rooms.reduce((sum, { area }) => sum + area, 0))
  const list = rooms.toSorted((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))
  const isOne = rooms.length === 1
  const each = (language: 'en' | 'zh') =>
    list
      .map(({ name, area }) => `${name} ${round(area)} ${language === 'en' ? 'm²' : '平方米'}`)
      .join(language === 'en' ? ', ' : '、')
  return {
    id: 'rooms',
    title: { en: isOne ? list[0]!.name : 'Rooms', zh: isOne ? list[0]!.name : '房间' },
    reason: {
      en: isOne
        ? `There was no room yet; this one has ${total} m².`
        : `${rooms.length} rooms, ${total} m²: ${each('en')}.`,
      zh: isOne
        ? `原先没有房间；新建 ${total} 平方米。`
        : `${rooms.length} 个房间，共 ${total} 平方米：${each('zh')}。`,
    },
    measurements: [{ name: 'area', value: total, unit: 'm²' }],
    items: [],
    change: diffDocuments(run.document, document),
  }
}

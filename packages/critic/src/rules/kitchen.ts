import { cookers, family, fridges, hoods, islands, kitchenUnits, sinks, worktops } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft, RulePack } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { planGap } from '../measure/oriented-box.ts'
import { facesOf } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, range, rangeZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { factOf } from './pairs.ts'

/** Ways between cold, water and heat; aisles; a place to put things down; heights for whoever sits. */
export const checkKitchen: RoomRule = (room, { pack }) => [
  ...checkTriangle(room),
  ...checkRun(room, cookers, factOf('cooker', 'sink'), 'hob-to-sink'),
  ...checkRun(room, fridges, factOf('fridge', 'sink'), 'fridge-to-sink'),
  ...checkLanding(room),
  ...checkAisles(room, pack),
  ...checkIsland(room),
  ...checkHoods(room),
  ...(pack === 'wheelchair' ? checkHeights(room) : []),
]

const SLACK = 0.02
/** Legs of the triangle and its sum, metres, as the row of the work triangle says. */
const LEG = { least: 1.22, most: 2.74 }

const between = (a: ItemShape, b: ItemShape): number => Math.hypot(a.box.x - b.box.x, a.box.y - b.box.y)

const checkTriangle = (room: RoomContext): FindingDraft[] => {
  const [sink, hob, fridge] = [room.of(sinks)[0], room.of(cookers)[0], room.of(fridges)[0]]
  if (!sink || !hob || !fridge) return []
  const fact = factOf('kitchen_work_triangle', 'sum')
  const corners = [sink, hob, fridge]
  const legs = corners.map((corner, at) => ({ from: corner, to: corners[(at + 1) % 3]! }))
  const sum = legs.reduce((total, { from, to }) => total + between(from, to), 0)
  const findings = legs.flatMap(({ from, to }) => {
    const leg = between(from, to)
    if (leg >= LEG.least - SLACK && leg <= LEG.most + SLACK) return []
    return [
      draftOf({
        rule: 'work-triangle-leg',
        fact,
        elements: [from.id, to.id],
        measured: leg,
        demanded: leg < LEG.least ? LEG.least : LEG.most,
        en: `From ${nameEn(from)} to ${nameEn(to)} it is ${metres(leg)}; ${range(LEG.least, LEG.most)} works well.`,
        zh: `${nameZh(from)}到${nameZh(to)} ${metresZh(leg)}，宜 ${rangeZh(LEG.least, LEG.most)}。`,
      }),
    ]
  })
  const most = fact.maximum!
  if (sum <= most + SLACK) return findings
  return [
    ...findings,
    draftOf({
      rule: 'work-triangle',
      fact,
      elements: corners.map(({ id }) => id),
      measured: sum,
      demanded: most,
      severity: 'warning',
      en: `The way round sink, hob and fridge is ${metres(sum)}, at most ${metres(most)} is good.`,
      zh: `水槽、灶台与冰箱一圈 ${metresZh(sum)}，不宜超过 ${metresZh(most)}。`,
    }),
  ]
}

const checkRun = (
  room: RoomContext,
  things: ReadonlySet<string>,
  fact: ReturnType<typeof factOf>,
  rule: string,
): FindingDraft[] => {
  const thing = room.of(things)[0]
  const sink = room.of(sinks)[0]
  if (!thing || !sink) return []
  const gap = planGap(thing.box, sink.box)
  const [least, most] = [fact.minimum!, fact.maximum!]
  if (gap >= least - SLACK && gap <= most + SLACK) return []
  return [
    draftOf({
      rule,
      fact,
      elements: [thing.id, sink.id],
      measured: gap,
      demanded: gap < least ? least : most,
      en: `Between ${nameEn(thing)} and ${nameEn(sink)} there is ${metres(gap)}; ${range(least, most)} works well.`,
      zh: `${nameZh(thing)}与${nameZh(sink)}之间 ${metresZh(gap)}，宜 ${rangeZh(least, most)}。`,
    }),
  ]
}

/** Width of worktop beside the fridge, as the row says. */
const LANDING = 0.38

const checkLanding = (room: RoomContext): FindingDraft[] =>
  room.of(fridges).flatMap((fridge) => {
    const tops = room.of(worktops)
    if (tops.length === 0) return []
    const beside = tops.filter((top) => planGap(top.box, fridge.box) <= 0.3)
    const width = Math.max(0, ...beside.map((top) => top.box.halfWidth * 2))
    if (width >= LANDING - SLACK) return []
    return [
      draftOf({
        rule: 'fridge-landing',
        fact: factOf('fridge', 'sink'),
        elements: [fridge.id],
        measured: width,
        demanded: LANDING,
        en: `Beside ${nameEn(fridge)} there is ${metres(width)} of worktop to put things down, ${metres(LANDING)} needed.`,
        zh: `${nameZh(fridge)}旁可放东西的台面 ${metresZh(width)}，需要 ${metresZh(LANDING)}。`,
      }),
    ]
  })

/** The narrowest aisle between two runs whose fronts look at each other. */
const checkAisles = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  const fact = pack === 'wheelchair' ? accessFacts.kitchen_layout : clearances.kitchen_between_two_runs
  const units = room.of(kitchenUnits).filter(({ role }) => role === 'solid')
  let worst: { a: ItemShape; b: ItemShape; gap: number } | undefined
  for (const [at, a] of units.entries()) {
    for (const b of units.slice(at + 1)) {
      if (a.box.cos * b.box.cos + a.box.sin * b.box.sin > -0.7 || facesOf(a, b) < 0.5 || facesOf(b, a) < 0.5) continue
      const gap = planGap(a.box, b.box)
      if (gap < fact.minimum - SLACK && (!worst || gap < worst.gap)) worst = { a, b, gap }
    }
  }
  if (!worst) return []
  return [
    draftOf({
      rule: 'kitchen-aisle',
      fact,
      elements: [worst.a.id, worst.b.id],
      measured: worst.gap,
      demanded: fact.minimum,
      severity: 'warning',
      en: `The aisle between ${nameEn(worst.a)} and ${nameEn(worst.b)} is ${metres(worst.gap)}, ${metres(fact.minimum)} needed.`,
      zh: `${nameZh(worst.a)}与${nameZh(worst.b)}之间的过道 ${metresZh(worst.gap)}，需要 ${metresZh(fact.minimum)}。`,
    }),
  ]
}

const checkIsland = (room: RoomContext): FindingDraft[] => {
  const fact = factOf('kitchen_island', 'wall_counter')
  return room.of(islands).flatMap((island) => {
    const units = room.of(kitchenUnits)
    if (units.length === 0) return []
    const gap = Math.min(...units.map((unit) => planGap(unit.box, island.box)))
    const [least, most] = [fact.minimum!, fact.maximum!]
    if (gap >= least - SLACK && gap <= most + SLACK) return []
    const isNarrow = gap < least
    return [
      draftOf({
        rule: 'island-aisle',
        fact,
        elements: [island.id],
        measured: gap,
        demanded: isNarrow ? least : most,
        severity: isNarrow ? 'warning' : 'note',
        en: `${sentence(nameEn(island))} is ${metres(gap)} from the units; ${range(least, most)} works well.`,
        zh: `${nameZh(island)}距橱柜 ${metresZh(gap)}，宜 ${rangeZh(least, most)}。`,
      }),
    ]
  })
}

const checkHoods = (room: RoomContext): FindingDraft[] =>
  room.of(hoods).length > 0
    ? []
    : room.of(cookers).map((cooker) =>
        draftOf({
          rule: 'hood-missing',
          fact: factOf('cooker', 'range_hood'),
          elements: [cooker.id],
          measured: 0,
          demanded: 1,
          unit: 'count',
          en: `Nothing draws the steam off above ${nameEn(cooker)}.`,
          zh: `${nameZh(cooker)}上方没有油烟机。`,
        }),
      )

/** Highest worktop for somebody who sits, metres, as the row of the kitchen's layout says. */
const WORKTOP = 0.85
const counters = family('base_cabinet', 'sink_cabinet', 'cooker')
const wallUnits = family('wall_cabinet')

const checkHeights = (room: RoomContext): FindingDraft[] => [
  ...room
    .of(counters)
    .flatMap((counter) => tooHigh('worktop-height', counter, counter.box.top, WORKTOP, accessFacts.kitchen_layout)),
  ...room
    .of(wallUnits)
    .flatMap((unit) =>
      tooHigh(
        'wall-unit-height',
        unit,
        unit.box.bottom,
        accessFacts.kitchen_wall_units.maximum,
        accessFacts.kitchen_wall_units,
      ),
    ),
]

const tooHigh = (
  rule: string,
  shape: ItemShape,
  height: number,
  most: number,
  fact: { source: string; standing: 'checked' | 'recalled' },
): FindingDraft[] =>
  height <= most + SLACK
    ? []
    : [
        draftOf({
          rule,
          fact,
          elements: [shape.id],
          measured: height,
          demanded: most,
          en: `${sentence(nameEn(shape))} is ${metres(height)} up; somebody who sits reaches ${metres(most)}.`,
          zh: `${nameZh(shape)}高 ${metresZh(height)}，坐姿使用不宜超过 ${metresZh(most)}。`,
        }),
      ]

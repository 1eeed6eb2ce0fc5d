import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft } from '../finding.ts'
import { planGap } from '../measure/oriented-box.ts'
import { openingStrip } from '../measure/room-plan.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { factOf } from './pairs.ts'

/** What a child can climb on under a window, or pull over. */
const CLIMBABLE_HEIGHT = 0.9
const FROM_WINDOW = 0.6

export const checkChild: RoomRule = (room, { pack }) =>
  pack === 'child' ? [...checkWindows(room), ...checkTopple(room)] : []

const checkWindows = (room: RoomContext): FindingDraft[] => {
  const fact = factOf('crib', 'window')
  return room.plan.windows.flatMap((window) =>
    room.solids.flatMap((shape) => {
      const isBed = shape.category === 'crib' || shape.category === 'bunk_bed'
      const isStep = shape.box.top > 0.25 && shape.box.top < CLIMBABLE_HEIGHT
      if (!isBed && !isStep) return []
      const gap = planGap(openingStrip(window, 0.02), shape.box)
      const demanded = isBed ? (fact.minimum ?? FROM_WINDOW) : FROM_WINDOW
      if (gap >= demanded - 0.01) return []
      return [
        {
          rule: isBed ? 'bed-at-window' : 'climbable-at-window',
          elements: [shape.id, window.id],
          measured: gap,
          demanded,
          unit: 'm',
          severity: isBed ? ('error' as const) : ('warning' as const),
          source: isBed ? fact.source : clearances.window_sill_guard.source,
          standing: isBed ? fact.standing : clearances.window_sill_guard.standing,
          message: {
            en: `${sentence(nameEn(shape))} is ${metres(gap)} from the window: a child climbs up. Keep ${metres(demanded)}.`,
            zh: `${nameZh(shape)}距窗 ${metresZh(gap)}，儿童可攀爬，应保持 ${metresZh(demanded)}。`,
          },
        },
      ]
    }),
  )
}

const checkTopple = (room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.furniture_stability
  return room.solids.flatMap((thing) => {
    if (thing.kind?.group !== 'storage') return []
    const height = thing.box.top - thing.box.bottom
    const ratio = height / (thing.box.halfDepth * 2)
    if (height < 0.6 || ratio <= 2) return []
    return [
      {
        rule: 'anchor-for-child',
        elements: [thing.id],
        measured: ratio,
        demanded: 2,
        unit: 'ratio',
        severity: 'note' as const,
        source: fact.source,
        standing: fact.standing,
        message: {
          en: `${sentence(nameEn(thing))} can be pulled over by a child who climbs it: anchor it to the wall.`,
          zh: `${nameZh(thing)}可能被攀爬的儿童拉倒：请固定到墙上。`,
        },
      },
    ]
  })
}

import { workDesks } from '../categories.ts'
import type { FindingDraft } from '../finding.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Rooms where people stay by day. */
const DAYLIT: ReadonlySet<string> = new Set([
  'bedroom',
  'kids_room',
  'living_room',
  'dining_room',
  'study',
  'kitchen',
  'studio',
])
/** Window area over floor area. */
const WINDOW_SHARE = 1 / 7
const SHARE_SOURCE = 'GB 50096-2011 7.1: window area at least 1/7 of the floor'
/** Daylight on a side-lit desk fades with the depth of the room: twice the head height of the window. */
const DEPTH_FACTOR = 2

export const checkDaylight: RoomRule = (room) => [...checkShare(room), ...checkDesks(room)]

const checkShare = ({ plan }: RoomContext): FindingDraft[] => {
  if (!DAYLIT.has(plan.room.type) || plan.area <= 0) return []
  const glass = plan.windows.reduce((sum, window) => sum + window.width * (window.top - window.sill), 0)
  const share = glass / plan.area
  if (share >= WINDOW_SHARE - 0.005) return []
  return [
    {
      rule: 'daylight-share',
      elements: [plan.id],
      measured: share,
      demanded: WINDOW_SHARE,
      unit: 'share',
      severity: 'note',
      source: SHARE_SOURCE,
      standing: 'recalled',
      message: {
        en: `${sentence(plan.room.name || 'The room')} has ${glass.toFixed(1)} m² of window for ${plan.area.toFixed(1)} m² of floor (${Math.round(share * 100)} %); 14 % is the usual least.`,
        zh: `${plan.room.name || '房间'}窗户 ${glass.toFixed(1)} 平方米，地面 ${plan.area.toFixed(1)} 平方米（${Math.round(share * 100)}%），通常至少 14%。`,
      },
    },
  ]
}

const checkDesks = ({ plan, solids }: RoomContext): FindingDraft[] => {
  if (plan.windows.length === 0) return []
  return solids.flatMap((desk) => {
    if (!workDesks.has(desk.category)) return []
    let distance = Number.POSITIVE_INFINITY
    let reach = 0
    for (const window of plan.windows) {
      const away = Math.hypot(window.at[0] - desk.box.x, window.at[1] - desk.box.y)
      if (away < distance) {
        distance = away
        reach = window.top * DEPTH_FACTOR
      }
    }
    if (distance <= reach) return []
    return [
      {
        rule: 'desk-daylight',
        elements: [desk.id],
        measured: distance,
        demanded: reach,
        unit: 'm',
        severity: 'note' as const,
        source: 'daylight practice: useful light reaches about twice the height of the window head',
        standing: 'recalled' as const,
        message: {
          en: `${sentence(nameEn(desk))} is ${metres(distance)} from the nearest window; daylight reaches about ${metres(reach)}.`,
          zh: `${nameZh(desk)}距最近的窗户 ${metresZh(distance)}，日光大约照到 ${metresZh(reach)}。`,
        },
      },
    ]
  })
}

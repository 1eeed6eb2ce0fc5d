import { distancePointToRing } from '@enfilade/geometry'
import { beds, sofas, tvs, workDesks } from '../categories.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft } from '../finding.ts'
import { boxFront, boxPoint } from '../measure/oriented-box.ts'
import { facesOf } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { factOf } from './pairs.ts'

const COS_30 = Math.cos(Math.PI / 6)
const COS_45 = Math.cos(Math.PI / 4)

/** Who looks at what: seats at the screen, screens away from the sun, beds with their head at a wall. */
export const checkFacing: RoomRule = (room) => [...checkScreens(room), ...checkGlare(room), ...checkHeads(room)]

const checkScreens = (room: RoomContext): FindingDraft[] => {
  const seats = room.shapes.filter((shape) => sofas.has(shape.category))
  if (seats.length === 0) return []
  const fact = factOf('sofa', 'tv_stand')
  return room.shapes.flatMap((tv) => {
    if (!tvs.has(tv.category)) return []
    const best = seats.reduce((score, seat) => Math.max(score, Math.min(facesOf(seat, tv), facesOf(tv, seat))), -1)
    if (best >= COS_45) return []
    return [
      {
        rule: 'screen-facing',
        elements: [tv.id],
        measured: Math.acos(Math.max(-1, Math.min(1, best))),
        demanded: Math.PI / 4,
        unit: 'rad',
        severity: 'warning' as const,
        source: fact.source,
        standing: fact.standing,
        message: {
          en: `No sofa faces ${nameEn(tv)}: the nearest direction is off by ${degrees(best)}°.`,
          zh: `没有沙发正对${nameZh(tv)}：最接近的也偏了 ${degrees(best)}°。`,
        },
      },
    ]
  })
}

const degrees = (cosine: number): number => Math.round((Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI)

/** A window straight behind the worker mirrors in the screen, one straight behind the screen dazzles. */
const checkGlare = (room: RoomContext): FindingDraft[] =>
  room.solids.flatMap((desk) => {
    if (!workDesks.has(desk.category)) return []
    const [fx, fy] = boxFront(desk.box)
    return room.plan.windows.flatMap((window) => {
      const dx = window.at[0] - desk.box.x
      const dy = window.at[1] - desk.box.y
      const distance = Math.hypot(dx, dy)
      const cosine = distance === 0 ? 0 : (dx * fx + dy * fy) / distance
      // The desk's front is where the worker sits: a window on that side is behind the worker.
      if (cosine < COS_30 || distance > 4) return []
      return [
        {
          rule: 'screen-glare',
          elements: [desk.id, window.id],
          measured: Math.acos(Math.min(1, cosine)),
          demanded: Math.PI / 6,
          unit: 'rad',
          severity: 'note' as const,
          source: factOf('desk', 'window').source,
          standing: factOf('desk', 'window').standing,
          message: {
            en: `The window is behind whoever works at ${nameEn(desk)} and mirrors in the screen; from the side is better.`,
            zh: `窗户在${nameZh(desk)}使用者身后，会在屏幕上反光，侧面来光更好。`,
          },
        },
      ]
    })
  })

/** A bed's head at most this far from a wall. */
const HEAD_GAP = clearances.object_against_wall_gap.generous

const checkHeads = (room: RoomContext): FindingDraft[] =>
  room.solids.flatMap((bed) => {
    if (!beds.has(bed.category) || bed.category === 'crib') return []
    const head = boxPoint(bed.box, 0, bed.box.halfDepth)
    const gap = Math.min(...[room.plan.polygon, ...room.plan.holes].map((ring) => distancePointToRing(head, ring)))
    const side = Math.min(
      ...[room.plan.polygon, ...room.plan.holes].flatMap((ring) =>
        [-1, 1].map((sign) => distancePointToRing(boxPoint(bed.box, sign * bed.box.halfWidth, 0), ring)),
      ),
    )
    if (gap <= HEAD_GAP || side <= HEAD_GAP) return []
    return [
      {
        rule: 'bed-head',
        elements: [bed.id],
        measured: gap,
        demanded: HEAD_GAP,
        unit: 'm',
        severity: 'warning' as const,
        source: clearances.object_against_wall_gap.source,
        standing: clearances.object_against_wall_gap.standing,
        message: {
          en: `${sentence(nameEn(bed))} stands with its head ${metres(gap)} from the wall; ${metres(HEAD_GAP)} still reads as against it.`,
          zh: `${nameZh(bed)}床头离墙 ${metresZh(gap)}，不超过 ${metresZh(HEAD_GAP)} 才算靠墙。`,
        },
      },
    ]
  })

import { protrusion } from '@enfilade/geometry'
import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { boxCorners } from '../measure/oriented-box.ts'
import { OVERLAP_TOLERANCE } from '../measure/overlap.ts'
import type { RoomPlan } from '../measure/room-plan.ts'
import type { HomeRule, ItemRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, roomEn, sentence } from '../wording.ts'

const source = {
  demanded: 0,
  unit: 'm',
  severity: 'error',
  source: 'geometry: furniture stands inside a room (5 mm allowed)',
  standing: 'checked',
} as const

/** How far a thing sticks out of its room in plan: into a wall or a column. Metres. */
export const stickingOut = (shape: ItemShape, { polygon, holes }: RoomPlan): number =>
  shape.parts.reduce((out, part) => Math.max(out, protrusion([...boxCorners(part)], polygon, holes)), 0)

/** No part of a thing in a wall, a column or the ceiling. */
export const checkBounds: ItemRule = (shape, { plan }) => {
  if (shape.role === 'flat' && shape.kind === undefined) return []
  const findings: FindingDraft[] = []
  const out = stickingOut(shape, plan)
  if (out > OVERLAP_TOLERANCE) {
    findings.push({
      ...source,
      rule: 'bounds',
      elements: [shape.id, plan.id],
      measured: out,
      message: {
        en: `${sentence(nameEn(shape))} sticks ${metres(out)} into a wall of ${roomEn(plan)}.`,
        zh: `${nameZh(shape)}伸入墙体 ${metresZh(out)}。`,
      },
    })
  }
  const over = shape.box.top - plan.height
  if (over > OVERLAP_TOLERANCE && shape.support.on !== 'ceiling') {
    findings.push({
      ...source,
      rule: 'too-tall',
      elements: [shape.id, plan.id],
      measured: shape.box.top,
      demanded: plan.height,
      source: 'geometry: furniture stands under the ceiling (5 mm allowed)',
      message: {
        en: `${sentence(nameEn(shape))} reaches ${metres(shape.box.top)}; the ceiling is at ${metres(plan.height)}.`,
        zh: `${nameZh(shape)}顶部高 ${metresZh(shape.box.top)}，天花板高 ${metresZh(plan.height)}。`,
      },
    })
  }
  return findings
}

/** Everything stands in a room. */
export const checkOutside: HomeRule = ({ scene, homeless }) => {
  if (scene.rooms.length === 0) return []
  return homeless.flatMap((shape) =>
    shape.support.on === 'wall'
      ? []
      : [
          {
            ...source,
            rule: 'outside',
            elements: [shape.id],
            measured: 1,
            unit: 'count',
            message: {
              en: `${sentence(nameEn(shape))} stands outside every room.`,
              zh: `${nameZh(shape)}不在任何房间内。`,
            },
          },
        ],
  )
}

import { protrusion } from '@enfilade/geometry'
import type { FindingDraft } from '../finding.ts'
import { boxCorners } from '../measure/oriented-box.ts'
import { OVERLAP_TOLERANCE } from '../measure/overlap.ts'
import type { Rule } from '../room-context.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Everything stands in a room, and no part of it in a wall or a column. */
export const checkBounds: Rule = ({ rooms, homeless, scene }) => {
  const findings: FindingDraft[] = []
  for (const { plan, shapes } of rooms) {
    for (const shape of shapes) {
      if (shape.role === 'flat' && shape.kind === undefined) continue
      let out = 0
      for (const part of shape.parts) {
        out = Math.max(
          out,
          protrusion(
            [...boxCorners(part)],
            plan.polygon,
            plan.holes.length > 0 ? plan.holes.map((hole) => [...hole]) : undefined,
          ),
        )
      }
      if (out <= OVERLAP_TOLERANCE) continue
      findings.push({
        ...source,
        rule: 'bounds',
        elements: [shape.id, plan.id],
        measured: out,
        message: {
          en: `${sentence(nameEn(shape))} sticks ${metres(out)} into a wall of ${plan.room.name || 'the room'}.`,
          zh: `${nameZh(shape)}伸入墙体 ${metresZh(out)}。`,
        },
      })
    }
  }
  if (scene.rooms.length === 0) return findings
  for (const shape of homeless) {
    if (shape.support.on === 'wall') continue
    findings.push({
      ...source,
      rule: 'outside',
      elements: [shape.id],
      measured: 1,
      unit: 'count',
      message: { en: `${sentence(nameEn(shape))} stands outside every room.`, zh: `${nameZh(shape)}不在任何房间内。` },
    })
  }
  return findings
}

const source = {
  demanded: 0,
  unit: 'm',
  severity: 'error',
  source: 'geometry: furniture stands inside a room (5 mm allowed)',
  standing: 'checked',
} as const

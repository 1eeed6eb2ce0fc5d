import type { Id, Scene } from '@enfilade/scene'
import { type Finding, finishFinding, type RulePack } from './finding.ts'
import type { ItemShape } from './measure/item-shape.ts'
import type { RoomPlan } from './measure/room-plan.ts'
import { isFixable, proposeFix } from './propose-fix.ts'
import { createRoomContext, createRuleContext, type Rule, type RuleContext } from './room-context.ts'
import { checkAccess } from './rules/access.ts'
import { checkBounds } from './rules/bounds.ts'
import { checkChild } from './rules/child.ts'
import { checkCirculation } from './rules/circulation.ts'
import { checkClearances } from './rules/clearances.ts'
import { checkDaylight } from './rules/daylight.ts'
import { checkFacing } from './rules/facing.ts'
import { checkOpenings } from './rules/openings.ts'
import { checkOverlap } from './rules/overlap.ts'
import { checkPairs } from './rules/pairs.ts'
import { checkRoomSize } from './rules/room-size.ts'
import { checkSupport } from './rules/support.ts'

export type CheckOptions = {
  /** Default `general`. */
  readonly pack?: RulePack
  /** Only these derived rooms, and what stands in them. Absent: everything. */
  readonly rooms?: readonly Id[]
}

const rules: readonly Rule[] = [
  checkOverlap,
  checkBounds,
  checkSupport,
  checkOpenings,
  checkCirculation,
  checkClearances,
  checkPairs,
  checkFacing,
  checkDaylight,
  checkRoomSize,
  checkAccess,
  checkChild,
]

const rank = { error: 0, warning: 1, note: 2 } as const

/**
 * Everything that is wrong with a scene, worst first, then by key; each finding with its measured and demanded number.
 * Pure: equal scenes give equal findings.
 */
export const checkScene = (scene: Scene, options: CheckOptions = {}): Finding[] => {
  return runRules(createRuleContext(scene, options.pack ?? 'general', options.rooms), true)
}

/**
 * The same judgement on a room whose furniture is not in a document yet.
 *
 * @param shapes Everything that stands, lies and hangs in the room.
 */
export const checkRoom = (
  scene: Scene,
  plan: RoomPlan,
  shapes: readonly ItemShape[],
  pack: RulePack = 'general',
): Finding[] => runRules({ scene, pack, rooms: [createRoomContext(plan, shapes)], shapes, homeless: [] }, false)

/** Findings for which a fix is sought; a scene with more of them needs another hand. */
const MOST_FIXES = 24

const runRules = (context: RuleContext, withFixes: boolean): Finding[] => {
  const byKey = new Map<string, Finding>()
  for (const draft of rules.flatMap((rule) => rule(context))) {
    const finding = finishFinding(draft)
    if (!byKey.has(finding.key)) byKey.set(finding.key, finding)
  }
  const findings = [...byKey.values()].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
  if (!withFixes) return findings
  let sought = 0
  return findings.map((finding) => {
    if (!isFixable(finding) || sought++ >= MOST_FIXES) return finding
    const fix = proposeFix(finding, context)
    return fix ? { ...finding, fix } : finding
  })
}

import { findKind } from '@enfilade/catalogue'
import { type LayoutContext, type LayoutResult, moveItem } from '@enfilade/layout'
import { applyChange, itemsInRoom, readScene, type SceneItem } from '@enfilade/scene'
import { gapBetween } from '../find-items.ts'
import { roomOfItem } from '../find-rooms.ts'
import { kindLabel } from '../names.ts'
import { createUnmet } from '../refusal.ts'
import { idsOf, joinChanges } from './move-things.ts'

/** Neighbours within this take part, metres. */
const neighbourhood = 1
/** Gap that counts as enough where none was said: a person passes. */
const enough = 0.9
const steps = [0.6, 0.45, 0.3, 0.2, 0.1]

/** "More space around the bed": what stands close and does not belong to it moves away from it, as far as there is room. */
export function spreadOut(
  item: SceneItem,
  distance: number | undefined,
  words: string,
  context: LayoutContext,
): LayoutResult {
  const language = context.language ?? 'en'
  const scene = readScene(context.document)
  const room = roomOfItem(scene, item)
  const own = new Set((findKind(item.category)?.companions ?? []).map(({ category }) => category))
  const neighbours = (room ? itemsInRoom(scene, room) : [])
    .filter(
      (other) =>
        other.id !== item.id &&
        other.support.on === 'floor' &&
        !other.locked &&
        findKind(other.category)?.physics.movable !== false &&
        findKind(other.category)?.walkable !== true &&
        !own.has(other.category) &&
        gapBetween(item, other) < neighbourhood,
    )
    .map((other) => ({ other, gap: gapBetween(item, other) }))
    .sort((a, b) => a.gap - b.gap || (a.other.id < b.other.id ? -1 : 1))
  const wished = distance ?? enough
  const results: LayoutResult[] = []
  const gains: { name: string; nameZh: string; from: number; to: number }[] = []
  let { document } = context
  for (const { other, gap } of neighbours) {
    if (gap >= wished - 0.01) continue
    const moved = moveAway(item, other, gap, wished, words, { ...context, document })
    if (!moved) continue
    results.push(moved)
    document = moved.groups.reduce((before, { change }) => applyChange(before, change), document)
    const after = readScene(document).items.find(({ id }) => id === other.id)!
    gains.push({
      name: kindLabel(other.category, 'en'),
      nameZh: kindLabel(other.category, 'zh'),
      from: gap,
      to: gapBetween(item, after),
    })
  }
  const [en, zh] = [kindLabel(item.category, 'en'), kindLabel(item.category, 'zh')]
  if (results.length === 0) {
    const nearest = neighbours[0]
    const text = nearest
      ? nearest.gap >= wished - 0.01
        ? {
            en: `it has ${nearest.gap.toFixed(2)} m free already, ${wished.toFixed(2)} m counts as enough`,
            zh: `现有净空 ${nearest.gap.toFixed(2)} 米，${wished.toFixed(2)} 米即足够`,
          }
        : {
            en: `nothing around the ${en} can be moved further away: the ${kindLabel(nearest.other.category, 'en')} stays at ${nearest.gap.toFixed(2)} m`,
            zh: `${zh}周围没有可再移开的东西：${kindLabel(nearest.other.category, 'zh')}仍相距 ${nearest.gap.toFixed(2)} 米`,
          }
      : {
          en: `nothing that could be moved stands within ${neighbourhood.toFixed(2)} m of the ${en}: 0 things`,
          zh: `${zh}周围 ${neighbourhood.toFixed(2)} 米内没有可移动的东西：0 件`,
        }
    return { groups: [], unmet: [createUnmet(words, text, language)], truncated: false }
  }
  const list = (zhText: boolean) =>
    gains
      .map(({ name, nameZh, from, to }) =>
        zhText
          ? `${nameZh} ${from.toFixed(2)} → ${to.toFixed(2)} 米`
          : `${name} ${from.toFixed(2)} → ${to.toFixed(2)} m`,
      )
      .join(zhText ? '、' : ', ')
  return {
    groups: [
      {
        id: 'spread',
        title: { en: `More space around the ${en}`, zh: `${zh}周围腾出空间` },
        reason: {
          en: `Gaps to it: ${list(false)}. It stays where it is.`,
          zh: `与其间距：${list(true)}。${zh}本身不动。`,
        },
        measurements: gains.map(({ name, to }) => ({
          name: `gap_${name.replaceAll(' ', '_')}`,
          value: Math.round(to * 1000) / 1000,
          unit: 'm',
        })),
        items: idsOf(results),
        change: joinChanges(results),
      },
    ],
    unmet: [],
    truncated: results.some(({ truncated }) => truncated),
  }
}

/** The farthest of a few steps away from `item` that gains something. */
function moveAway(
  item: SceneItem,
  other: SceneItem,
  gap: number,
  wished: number,
  words: string,
  context: LayoutContext,
): LayoutResult | undefined {
  const { x, y } = other.worldPose
  const [dx, dy] = [x - item.worldPose.x, y - item.worldPose.y]
  const { yaw } = item.worldPose
  const axes: readonly (readonly [number, number])[] = [
    [Math.cos(yaw), Math.sin(yaw)],
    [-Math.sin(yaw), Math.cos(yaw)],
  ]
  // Straight away first, then along the nearer axis of the thing, then along the other.
  const ways = axes
    .map(([ax, ay]) => ({ way: [ax, ay] as const, share: dx * ax + dy * ay }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(({ way, share }) => [way[0] * Math.sign(share || 1), way[1] * Math.sign(share || 1)] as const)
  for (const step of [wished - gap, ...steps].filter((length) => length > 0.04).sort((a, b) => b - a)) {
    if (step > wished - gap + 0.31) continue
    for (const [ax, ay] of ways) {
      const moved = moveItem({ ...context, id: other.id, words, to: { to: [x + ax * step, y + ay * step] } })
      const [group] = moved.groups
      if (!group) continue
      const after = readScene(applyChange(context.document, group.change)).items.find(({ id }) => id === other.id)
      if (after && gapBetween(item, after) > gap + 0.03) return moved
    }
  }
  return undefined
}

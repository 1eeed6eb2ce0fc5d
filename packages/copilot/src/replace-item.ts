import { applyLooks, findKind, sizeForShape } from '@enfilade/catalogue'
import {
  addItems,
  type BriefObject,
  type LayoutContext,
  type LayoutResult,
  moveItem,
  removeItems,
} from '@enfilade/layout'
import {
  applyChange,
  applyOperation,
  type Id,
  isEmptyChange,
  mergeChanges,
  type SceneItem,
  type Size3,
} from '@enfilade/scene'
import { kindLabel } from './names.ts'

/**
 * Takes one thing away, with `others` that go for it too, and puts another where it stood; where it does not fit there,
 * wherever it does in the room.
 */
export function replaceItem(
  item: SceneItem,
  object: BriefObject,
  words: string,
  context: LayoutContext,
  others: readonly SceneItem[] = [],
): LayoutResult {
  const removed = removeItems({ ...context, ids: [item, ...others].map(({ id }) => id), words })
  const [gone] = removed.groups
  if (!gone) return removed
  const document = applyChange(context.document, gone.change)
  const placed =
    placeThere(item, object, { ...context, document }) ?? addItems({ ...context, document, objects: [object] })
  const [added] = placed.groups
  if (!added) return { groups: [], unmet: placed.unmet, truncated: placed.truncated }
  const [from, to] = (['en', 'zh'] as const).map((language) => ({
    from: kindLabel(item.category, language),
    to: kindLabel(object.category, language),
  }))
  return {
    groups: [
      {
        id: 'replace',
        title: { en: `Replace ${from!.from} with ${from!.to}`, zh: `把${to!.from}换成${to!.to}` },
        reason: added.reason,
        measurements: added.measurements,
        items: [...new Set([...gone.items, ...placed.groups.flatMap(({ items }) => items)])].sort(),
        change: placed.groups.reduce((change, group) => mergeChanges(change, group.change), gone.change),
      },
    ],
    unmet: [...removed.unmet, ...placed.unmet],
    truncated: placed.truncated,
  }
}

/** The new thing with its back where the old one's was; undefined where it can't stand there. */
function placeThere(old: SceneItem, object: BriefObject, context: LayoutContext): LayoutResult | undefined {
  const kind = findKind(object.category)
  if (kind?.mount !== 'floor' || old.support.on !== 'floor' || object.count.max !== 1) return undefined
  const { shape } = object.attributes ?? {}
  const wished = sizeFor(object, kind.size.typical)
  const size = shape ? sizeForShape(kind.id, wished, shape) : wished
  const shift = (size[1] - old.size[1]) / 2
  const { x, y, yaw } = old.worldPose
  const pose = { x: x + Math.sin(yaw) * shift, y: y - Math.cos(yaw) * shift, z: 0, yaw }
  const id: Id = context.createId()
  const { unmet: _, ...looks } = applyLooks(kind.id, object.attributes ?? {}, { size })
  const outcome = applyOperation(
    context.document,
    {
      type: 'item-added',
      item: {
        id,
        level: old.level,
        category: object.category,
        pose,
        size,
        support: { on: 'floor' },
        ...(object.label ? { label: object.label } : {}),
        ...looks,
      },
    },
    context,
  )
  if (!outcome.ok) return undefined
  const document = applyChange(context.document, outcome.change)
  // A step of nothing runs the checks of a move: overlap, the outline, doors and ways.
  const checked = moveItem({ ...context, document, id, to: { to: [pose.x, pose.y], yaw } })
  const [group] = checked.groups
  if (!group) return undefined
  const size2 = `${size[0].toFixed(2)} × ${size[1].toFixed(2)}`
  return {
    groups: [
      {
        ...group,
        reason: {
          en: `It stands where the other stood, ${size2} m.`,
          zh: `放在原处，${size2} 米。`,
        },
        measurements: [
          { name: 'width', value: size[0], unit: 'm' },
          { name: 'depth', value: size[1], unit: 'm' },
        ],
        items: [id],
        change: isEmptyChange(group.change) ? outcome.change : mergeChanges(outcome.change, group.change),
      },
    ],
    unmet: [],
    truncated: false,
  }
}

function sizeFor(object: BriefObject, typical: Size3): Size3 {
  const { width, depth, height } = object.size ?? {}
  return [width?.exact ?? typical[0], depth?.exact ?? typical[1], height?.exact ?? typical[2]]
}

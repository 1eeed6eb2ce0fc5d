import { distancePointToSegment } from '@enfilade/geometry'
import { itemFootprint, type Point2, type SceneItem } from '@enfilade/scene'
import type { Answer, Question, QuestionContext } from '../answer.ts'
import { gapBetween } from '../find-items.ts'
import { roomOfItem } from '../find-rooms.ts'
import { itemName } from '../names.ts'
import { findAbout, metres, notThere, plain, round } from './plain.ts'

/** Free distance between two things, or from a thing to the nearest wall, door or window. */
export function distanceOf(question: Question, context: QuestionContext): Answer {
  const { about, part } = question
  const { language } = context
  const items: SceneItem[] = []
  for (const reference of about.slice(0, 2)) {
    const found = findAbout(reference, context)
    if ('missing' in found) return notThere(reference, context)
    const fresh = found.items.find(({ id }) => !items.some((item) => item.id === id))
    if (fresh) items.push(fresh)
    if (about.length === 1 && found.items[1]) items.push(found.items[1])
  }
  const [a, b] = items
  if (a && !b && (part === 'wall' || part === 'door' || part === 'window')) return distanceToPart(a, part, context)
  if (!a || !b) return plain(language, 'Name two things to measure between.', '请说出要测量的两件东西。')
  const gap = gapBetween(a, b)
  const [first, second] = [itemName(a, language), itemName(b, language)]
  return {
    text:
      language === 'zh'
        ? `${first}与${second}之间的净距是 ${metres(gap)}。`
        : `The ${first} and the ${second} are ${metres(gap)} apart, edge to edge.`,
    elements: [a.id, b.id],
    measurements: [{ name: 'gap', value: round(gap), unit: 'm' }],
  }
}

function distanceToPart(item: SceneItem, part: 'wall' | 'door' | 'window', context: QuestionContext): Answer {
  const { scene, language } = context
  const room = roomOfItem(scene, item)
  const outline = room?.polygon ?? []
  const segments: { id: string; a: Point2; b: Point2 }[] =
    part === 'wall'
      ? outline.map((a, index) => ({ id: room!.id, a, b: outline[(index + 1) % outline.length]! }))
      : scene.openings
          .filter(({ id, type }) => type === part && (!room || room.openings.includes(id)))
          .map(({ id, center: [x, y], direction: [dx, dy], width }) => ({
            id,
            a: [x - (dx * width) / 2, y - (dy * width) / 2] as const,
            b: [x + (dx * width) / 2, y + (dy * width) / 2] as const,
          }))
  const footprint = itemFootprint(item)
  const nearest = segments
    .map(({ id, a, b }) => ({
      id,
      distance: Math.min(
        ...footprint.map((corner) => distancePointToSegment(corner, a, b)),
        ...[a, b].flatMap((end) =>
          footprint.map((corner, index) =>
            distancePointToSegment(end, corner, footprint[(index + 1) % footprint.length]!),
          ),
        ),
      ),
    }))
    .sort((x, y) => x.distance - y.distance)[0]
  const noun = { wall: ['wall', '墙'], door: ['door', '门'], window: ['window', '窗'] }[part]
  if (!nearest) return plain(language, `There is no ${noun[0]} there.`, `那里没有${noun[1]}。`)
  const name = itemName(item, language)
  return {
    text:
      language === 'zh'
        ? `${name}距最近的${noun[1]} ${metres(nearest.distance)}。`
        : `The ${name} is ${metres(nearest.distance)} from the nearest ${noun[0]}.`,
    elements: [item.id, nearest.id],
    measurements: [{ name: 'distance', value: round(nearest.distance), unit: 'm' }],
  }
}

/** The free way around a thing or between two: to the walls and to what else stands on the floor there. */
export function wayOf(question: Question, context: QuestionContext): Answer {
  const { about } = question
  const { scene, language } = context
  if (about.length > 1) return distanceOf(question, context)
  const found = findAbout(about[0]!, context)
  if ('missing' in found) return notThere(about[0]!, context)
  const item = found.items[0]!
  const room = roomOfItem(scene, item)
  const outline = room?.polygon ?? []
  const sides = (['front', 'back', 'left', 'right'] as const).map((side) => {
    const gap = freeAt(
      item,
      side,
      scene.items.filter((other) => isInTheWay(item, other)),
      outline,
    )
    return { side, gap }
  })
  const names = {
    front: ['in front', '前'],
    back: ['behind', '后'],
    left: ['on its left', '左'],
    right: ['on its right', '右'],
  } as const
  const open = sides.filter(({ gap }) => Number.isFinite(gap))
  const name = itemName(item, language)
  const widest = open.toSorted((a, b) => b.gap - a.gap)[0]
  if (!widest) return plain(language, `The ${name} stands in no closed room.`, `${name}不在封闭房间内。`)
  const list = open.map(({ side, gap }) =>
    language === 'zh' ? `${names[side][1]} ${metres(gap)}` : `${metres(gap)} ${names[side][0]}`,
  )
  return {
    text:
      language === 'zh'
        ? `${name}四周的净宽：${list.join('，')}；椅子和地毯不计，最宽 ${metres(widest.gap)}。`
        : `Free beside the ${name}: ${list.join(', ')}; chairs and rugs not counted, ${metres(widest.gap)} at the widest.`,
    elements: [item.id],
    measurements: open.map(({ side, gap }) => ({ name: `free_${side}`, value: round(gap), unit: 'm' })),
  }
}

/** Pushed-in seats and what lies flat don't narrow a way. */
const isInTheWay = (item: SceneItem, other: SceneItem) =>
  other.id !== item.id &&
  other.level === item.level &&
  other.support.on === 'floor' &&
  other.size[2] > 0.05 &&
  !/chair|stool|bench/.test(other.category)

/** How far a side can go out before it meets something, by rays across its width; metres. */
function freeAt(
  { worldPose: { x, y, yaw }, size: [width, depth] }: SceneItem,
  side: 'front' | 'back' | 'left' | 'right',
  others: readonly SceneItem[],
  outline: readonly Point2[],
): number {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)]
  const direction: Point2 = {
    front: [sin, -cos] as const,
    back: [-sin, cos] as const,
    left: [-cos, -sin] as const,
    right: [cos, sin] as const,
  }[side]
  const isAcross = side === 'front' || side === 'back'
  const [out, half] = isAcross ? [depth / 2, width / 2] : [width / 2, depth / 2]
  let free = Number.POSITIVE_INFINITY
  for (let step = -4; step <= 4; step += 1) {
    const along = (step / 4) * half * 0.98
    const from: Point2 = [x + direction[0] * out - direction[1] * along, y + direction[1] * out + direction[0] * along]
    for (const ring of [outline, ...others.map((other) => itemFootprint(other))])
      free = Math.min(free, rayTo(from, direction, ring))
  }
  return free
}

/** Distance along a ray to the first edge of a ring; infinite where it meets none. */
function rayTo([x, y]: Point2, [dx, dy]: Point2, ring: readonly Point2[]): number {
  let nearest = Number.POSITIVE_INFINITY
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!
    const [ex, ey] = [bx - ax, by - ay]
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-12) return
    const t = ((ax - x) * ey - (ay - y) * ex) / cross
    const u = ((ax - x) * dy - (ay - y) * dx) / cross
    if (t >= -1e-6 && u >= 0 && u <= 1) nearest = Math.min(nearest, Math.max(0, t))
  })
  return nearest
}

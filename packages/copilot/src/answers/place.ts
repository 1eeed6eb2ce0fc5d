import { itemsInRoom } from '@enfilade/scene'
import type { Answer, Question, QuestionContext } from '../answer.ts'
import { gapBetween } from '../find-items.ts'
import { roomOfItem } from '../find-rooms.ts'
import { itemName, nameOfRoom } from '../names.ts'
import { contentsOf } from './count.ts'
import { findAbout, metres, notThere, round } from './plain.ts'

/** Where a thing is: its room, what it stands nearest to, and its coordinates. */
export function placeOf({ about }: Question, context: QuestionContext): Answer {
  const { scene, language } = context
  const reference = about[0]
  if (!reference) return contentsOf(context)
  const found = findAbout(reference, context)
  if ('missing' in found) return notThere(reference, context)
  const lines = found.items.slice(0, 12).map((item) => {
    const room = roomOfItem(scene, item)
    const { x, y } = item.worldPose
    const support = item.support.on === 'item' ? item.support.id : undefined
    const carrier = scene.items.find(({ id }) => id === support)
    const near = (room ? itemsInRoom(scene, room) : [])
      .filter((other) => other.id !== item.id && other.support.on === 'floor' && other.size[2] > 0.05)
      .map((other) => ({ other, gap: gapBetween(item, other) }))
      .sort((a, b) => a.gap - b.gap || (a.other.id < b.other.id ? -1 : 1))[0]
    const name = itemName(item, language)
    if (language === 'zh') {
      const where = carrier
        ? `的${itemName(carrier, 'zh')}上`
        : near
          ? `，最近的是${itemName(near.other, 'zh')}（${metres(near.gap)}）`
          : ''
      return `${name}在${room ? nameOfRoom(room, 'zh') : '房间外'}${where}（x ${metres(x)}，y ${metres(y)}）。`
    }
    const where = carrier
      ? `, on the ${itemName(carrier, 'en')}`
      : near
        ? `, nearest to the ${itemName(near.other, 'en')} (${metres(near.gap)})`
        : ''
    return `The ${name} is in ${room ? nameOfRoom(room, 'en') : 'no room'}${where} (x ${metres(x)}, y ${metres(y)}).`
  })
  const { x, y } = found.items[0]!.worldPose
  return {
    text: lines.join('\n'),
    elements: found.items.map(({ id }) => id),
    measurements: [
      { name: 'x', value: round(x), unit: 'm' },
      { name: 'y', value: round(y), unit: 'm' },
    ],
  }
}

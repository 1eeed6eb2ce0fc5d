import { itemSeats } from '@enfilade/catalogue'
import { itemsInRoom, type SceneItem } from '@enfilade/scene'
import type { Answer, Question, QuestionContext } from '../answer.ts'
import { countedName, kindLabel, nameOfRoom } from '../names.ts'
import { findAbout, findAll, metres, notThere, plain } from './plain.ts'

/** How many there are, with what they are. */
export function countOf(question: Question, context: QuestionContext): Answer {
  const { about, part, words } = question
  const { language, scene, room, isNamed } = context
  const [reference] = about
  if (/\b(people|persons|guests|sit|seats?)\b|人|座/i.test(words) && reference?.kind === 'named')
    return seatsOf(question, context)
  if (reference) {
    if (reference.kind === 'pronoun') return contentsOf(context)
    const items = findAll(reference, context)
    if (items.length === 0) return notThere(reference, context)
    const kinds = tally(items)
    const noun =
      reference.kind === 'named'
        ? kinds.length === 1
          ? kindLabel(kinds[0]![0], language)
          : singular(reference.noun)
        : undefined
    const where =
      room && isNamed ? (language === 'zh' ? `${nameOfRoom(room, 'zh')}` : ` in ${nameOfRoom(room, 'en')}`) : ''
    const list = kinds.length > 1 ? listOf(kinds, language) : ''
    const text =
      language === 'zh'
        ? `${where}有 ${countedName(items.length, noun ?? '物品', 'zh')}${list ? `：${list}` : ''}。`
        : `There ${items.length === 1 ? 'is' : 'are'} ${countedName(items.length, noun ?? 'thing', 'en')}${where}${list ? `: ${list}` : ''}.`
    return {
      text,
      elements: items.map(({ id }) => id),
      measurements: [{ name: 'count', value: items.length, unit: '' }],
    }
  }
  if (part === 'window' || part === 'door') {
    const found = scene.openings.filter(({ id, type }) => type === part && (!room || room.openings.includes(id)))
    const where = room ? (language === 'zh' ? nameOfRoom(room, 'zh') : ` in ${nameOfRoom(room, 'en')}`) : ''
    const widths = found.map(({ width }) => metres(width)).join(language === 'zh' ? '、' : ', ')
    return {
      text:
        language === 'zh'
          ? `${where}有 ${found.length} 扇${part === 'door' ? '门' : '窗'}${widths ? `，宽 ${widths}` : ''}。`
          : `There ${found.length === 1 ? 'is' : 'are'} ${countedName(found.length, part, 'en')}${where}${widths ? `, ${widths} wide` : ''}.`,
      elements: found.map(({ id }) => id),
      measurements: [{ name: 'count', value: found.length, unit: '' }],
    }
  }
  if (part === 'room' || question.place || question.isWhole || /room|房间/i.test(words)) {
    const { rooms } = context
    const type = question.place?.type
    const found = type ? rooms.filter((entry) => entry.type === type) : rooms
    const list = found.map((entry) => `${nameOfRoom(entry, language)} ${entry.area.toFixed(2)} m²`)
    return {
      text:
        language === 'zh'
          ? `有 ${found.length} 个${type ? question.place!.words : '房间'}：${list.join('、')}。`
          : `There ${found.length === 1 ? 'is 1 room' : `are ${found.length} rooms`}${type ? ' of that kind' : ''}: ${list.join(', ')}.`,
      elements: found.map(({ id }) => id),
      measurements: [{ name: 'count', value: found.length, unit: '' }],
    }
  }
  return contentsOf(context)
}

const singular = (noun: string) =>
  noun
    .toLowerCase()
    .replace(/ves$/, 'f')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')

function seatsOf({ about }: Question, context: QuestionContext): Answer {
  const { language } = context
  const found = findAbout(about[0]!, context)
  if ('missing' in found) return notThere(about[0]!, context)
  const item = found.items[0]!
  const seats = itemSeats(item) ?? 0
  const name = kindLabel(item.category, language)
  if (seats === 0) return plain(language, `The ${name} has no seats of its own (0).`, `${name}本身没有座位（0 个）。`)
  return {
    text:
      language === 'zh'
        ? `${name}可坐 ${seats} 人。`
        : `The ${name} is for ${seats} ${seats === 1 ? 'person' : 'people'}.`,
    elements: [item.id],
    measurements: [{ name: 'seats', value: seats, unit: '' }],
  }
}

/** What is in the room, or in the home. */
export function contentsOf({ scene, room, language }: QuestionContext): Answer {
  const items = room ? itemsInRoom(scene, room) : scene.items
  const name = room ? nameOfRoom(room, language) : language === 'zh' ? '整个空间' : 'The whole space'
  const list = listOf(tally(items), language)
  return {
    text:
      items.length === 0
        ? language === 'zh'
          ? `${name}是空的。`
          : `${name} is empty.`
        : language === 'zh'
          ? `${name}有 ${items.length} 件：${list}。`
          : `${name}, ${items.length} ${items.length === 1 ? 'thing' : 'things'}: ${list}.`,
    elements: items.map(({ id }) => id),
    measurements: [{ name: 'count', value: items.length, unit: '' }],
  }
}

function tally(items: readonly SceneItem[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { category } of items) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

const listOf = (counts: readonly [string, number][], language: 'en' | 'zh') =>
  counts
    .map(([category, count]) =>
      language === 'zh' ? `${kindLabel(category, 'zh')} ${count}` : countedName(count, kindLabel(category, 'en'), 'en'),
    )
    .join(language === 'zh' ? '、' : ', ')

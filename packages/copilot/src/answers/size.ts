import type { SceneRoom } from '@enfilade/scene'
import type { Answer, Question, QuestionContext } from '../answer.ts'
import { itemName, nameOfRoom } from '../names.ts'
import { findAbout, metres, notThere, plain, round } from './plain.ts'

/** Measures of a thing, of doors and windows, of a room or of the home. */
export function sizeOf({ about, ask, part, isWhole }: Question, context: QuestionContext): Answer {
  const { language, rooms, room } = context
  if (about[0]) return itemSize(about[0], ask, context)
  if (part === 'door' || part === 'window') return openingSize(part, context)
  if (rooms.length === 0) return plain(language, 'There is no closed room yet.', '还没有围合的房间。')
  if (room && !(isWhole && !context.isNamed)) return roomSize(room, context)
  const area = rooms.reduce((sum, entry) => sum + entry.area, 0)
  const list = rooms.map((entry) => `${nameOfRoom(entry, language)} ${entry.area.toFixed(2)} m²`)
  const height = context.scene.levels[0]?.height ?? 0
  return {
    text:
      language === 'zh'
        ? `共 ${area.toFixed(2)} m²，层高 ${metres(height)}：${list.join('、')}。`
        : `${area.toFixed(2)} m² in all, ${metres(height)} high: ${list.join(', ')}.`,
    elements: rooms.map(({ id }) => id),
    measurements: [{ name: 'area', value: round(area), unit: 'm²' }],
  }
}

function openingSize(part: 'door' | 'window', { scene, room, language, rooms }: QuestionContext): Answer {
  const openings = scene.openings.filter(({ id, type }) => type === part && (!room || room.openings.includes(id)))
  if (openings.length === 0)
    return plain(language, `There is no ${part} here.`, part === 'door' ? '这里没有门。' : '这里没有窗。')
  const whose = (id: string) => {
    const names = rooms.filter((entry) => entry.openings.includes(id)).map((entry) => nameOfRoom(entry, language))
    return names.length > 0 ? `${names.join(' – ')} ` : ''
  }
  const list = openings.map(({ id, width, height }) => `${whose(id)}${metres(width)} × ${metres(height)}`)
  const noun = { door: ['Doors', '门'], window: ['Windows', '窗'] }[part]
  return {
    text:
      language === 'zh'
        ? `${noun[1]}（宽 × 高）：${list.join('；')}。`
        : `${openings.length === 1 ? noun[0]!.slice(0, -1) : noun[0]} (width × height): ${list.join('; ')}.`,
    elements: openings.map(({ id }) => id),
    measurements: openings.map(({ width }) => ({ name: 'width', value: round(width), unit: 'm' })),
  }
}

function roomSize(room: SceneRoom, { scene, language }: QuestionContext): Answer {
  const xs = room.polygon.map(([x]) => x)
  const ys = room.polygon.map(([, y]) => y)
  const width = Math.max(...xs) - Math.min(...xs)
  const depth = Math.max(...ys) - Math.min(...ys)
  const height = scene.levels.find(({ id }) => id === room.level)?.height ?? 0
  return {
    text:
      language === 'zh'
        ? `${nameOfRoom(room, 'zh')}：${room.area.toFixed(2)} m²，最大 ${metres(width)} × ${metres(depth)}，层高 ${metres(height)}。`
        : `${nameOfRoom(room, 'en')}: ${room.area.toFixed(2)} m², at most ${metres(width)} × ${metres(depth)}, ${metres(height)} high.`,
    elements: [room.id],
    measurements: [
      { name: 'area', value: round(room.area), unit: 'm²' },
      { name: 'width', value: round(width), unit: 'm' },
      { name: 'depth', value: round(depth), unit: 'm' },
      { name: 'height', value: round(height), unit: 'm' },
    ],
  }
}

function itemSize(reference: Question['about'][number], ask: Question['ask'], context: QuestionContext): Answer {
  const { language } = context
  const found = findAbout(reference, context)
  if ('missing' in found) return notThere(reference, context)
  const item = found.items[0]!
  const [width, depth, height] = item.size
  const name = itemName(item, language)
  const asked = { how_wide: width, how_long: Math.max(width, depth), how_high: height }[ask as 'how_wide']
  const all = `${metres(width)} × ${metres(depth)} × ${metres(height)}`
  return {
    text:
      language === 'zh'
        ? `${name}${asked === undefined ? '' : `：${metres(asked)}`}（宽 × 深 × 高 ${all}）。`
        : `The ${name}${asked === undefined ? '' : `: ${metres(asked)}`} (width × depth × height ${all}).`,
    elements: [item.id],
    measurements: [{ name: ask, value: round(asked ?? width), unit: 'm' }],
  }
}

import { findKind, type MaterialName, materials, resolveFinish } from '@enfilade/catalogue'
import { checkScene } from '@enfilade/critic'
import type { SceneItem } from '@enfilade/scene'
import type { Answer, Question, QuestionContext } from '../answer.ts'
import { colorName } from '../lexicon/looks.ts'
import { itemName, nameOfRoom } from '../names.ts'
import { contentsOf } from './count.ts'
import { findAbout, findAll, metres, notThere, plain, round } from './plain.ts'

/** "Which lamp is brightest?", "which room is largest?": one of several by a measure. */
export function whichOf(question: Question, context: QuestionContext): Answer {
  const { about, words, part } = question
  const { language, rooms, scene } = context
  const isLeast = /small|dim|dark|short|narrow|low|小|暗|矮|窄/i.test(words)
  const [reference] = about
  if (!reference && (part === 'room' || /room|房间|哪间/i.test(words)) && rooms.length > 0) {
    const sorted = rooms.toSorted((a, b) => (isLeast ? a.area - b.area : b.area - a.area) || (a.id < b.id ? -1 : 1))
    const best = sorted[0]!
    const name = nameOfRoom(best, language)
    return {
      text:
        language === 'zh'
          ? `${isLeast ? '最小' : '最大'}的是${name}：${best.area.toFixed(2)} m²。`
          : `${name} is the ${isLeast ? 'smallest' : 'largest'}: ${best.area.toFixed(2)} m².`,
      elements: [best.id],
      measurements: [{ name: 'area', value: round(best.area), unit: 'm²' }],
    }
  }
  if (!reference) return contentsOf(context)
  const isBright = /bright|dim|dark|亮|暗/i.test(words)
  const isTall = /tall|high|low|高|矮/i.test(words)
  const isWide = /wide|narrow|long|宽|窄|长/i.test(words)
  const named = findAll(reference, context)
  const items = isBright && named.length === 0 ? scene.items.filter(({ category }) => findKind(category)?.light) : named
  if (items.length === 0) return notThere(reference, context)
  const lumens = (item: SceneItem) => item.states?.lumens ?? findKind(item.category)?.light?.lumens ?? 0
  const measure = (item: SceneItem) =>
    isBright ? lumens(item) : isTall ? item.size[2] : isWide ? item.size[0] : item.size[0] * item.size[1]
  const best = items.toSorted(
    (a, b) => (isLeast ? measure(a) - measure(b) : measure(b) - measure(a)) || (a.id < b.id ? -1 : 1),
  )[0]!
  const value = measure(best)
  const unit = isBright ? 'lm' : isTall || isWide ? 'm' : 'm²'
  const room = scene.rooms.find((entry) => entry.level === best.level && roomHolds(entry.polygon, best))
  const shown = `${isBright ? Math.round(value) : value.toFixed(2)} ${unit}`
  const where = room ? nameOfRoom(room, language) : ''
  const state = isBright && best.states?.on === false ? (language === 'zh' ? '，现在关着' : ', now off') : ''
  const name = itemName(best, language)
  return {
    text:
      language === 'zh'
        ? `${where ? `${where}的` : ''}${name}：${shown}${state}（${items.length} 件中）。`
        : `The ${name}${where ? ` in ${where}` : ''}: ${shown}${state} (of ${items.length}).`,
    elements: [best.id],
    measurements: [
      { name: isBright ? 'lumens' : isTall ? 'height' : isWide ? 'width' : 'footprint', value: round(value), unit },
    ],
  }
}

function roomHolds(polygon: readonly (readonly [number, number])[], { worldPose: { x, y } }: SceneItem): boolean {
  let isInside = false
  polygon.forEach(([ax, ay], index) => {
    const [bx, by] = polygon[(index + 1) % polygon.length]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
  })
  return isInside
}

/** Colour and material of what a thing mainly shows. */
export function looksOf({ about }: Question, context: QuestionContext): Answer {
  const { language } = context
  const [reference] = about
  if (!reference) return plain(language, 'Name the thing whose looks you ask for.', '请说出要问的物品。')
  const found = findAbout(reference, context)
  if ('missing' in found) return notThere(reference, context)
  const item = found.items[0]!
  const finishes = findKind(item.category)?.finishes ?? {}
  const slot = Object.keys(finishes)[0] ?? 'body'
  const { color, material } = resolveFinish(finishes, item.finishes, slot)
  const name = itemName(item, language)
  const made = materials[material as MaterialName].name[language]
  return {
    text:
      language === 'zh'
        ? `${name}：${colorName(color, 'zh')}（${color}），材质${made}。`
        : `The ${name} is ${colorName(color, 'en')} (${color}), of ${made.toLowerCase()}.`,
    elements: [item.id],
    measurements: [],
  }
}

/** Whether lamps are on, doors open. */
export function stateOf({ about, part }: Question, context: QuestionContext): Answer {
  const { language, scene, room } = context
  const zh = language === 'zh'
  if (about[0]) {
    const items = findAll(about[0], context)
    if (items.length === 0) return notThere(about[0], context)
    const lines = items.slice(0, 12).map((item) => {
      const { on = findKind(item.category)?.light !== undefined, open = 0 } = item.states ?? {}
      const isLamp = findKind(item.category)?.light !== undefined || item.states?.on !== undefined
      const word = isLamp ? (on ? ['on', '开着'] : ['off', '关着']) : open > 0 ? ['open', '开着'] : ['closed', '关着']
      return zh ? `${itemName(item, 'zh')}${word[1]}` : `the ${itemName(item, 'en')} is ${word[0]}`
    })
    const text = lines.join(zh ? '，' : ', ')
    return {
      text: zh ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
      elements: items.map(({ id }) => id),
      measurements: [],
    }
  }
  const openings = scene.openings.filter(({ id, type }) => type === part && (!room || room.openings.includes(id)))
  const open = openings.filter((opening) => (opening.open ?? 0) > 0)
  const noun = part === 'window' ? ['windows', '窗'] : ['doors', '门']
  return {
    text: zh
      ? `${openings.length} 扇${noun[1]}中 ${open.length} 扇开着。`
      : `${open.length} of ${openings.length} ${noun[0]} ${open.length === 1 ? 'is' : 'are'} open.`,
    elements: openings.map(({ id }) => id),
    measurements: [{ name: 'open', value: open.length, unit: '' }],
  }
}

/** What the critic finds, for the room asked about or the home; with a pack where somebody is meant. */
export function problemsOf({ pack, part }: Question, { scene, language, room }: QuestionContext): Answer {
  const options = { ...(pack ? { pack } : {}), ...(room ? { rooms: [room.id] } : {}) }
  const doors = new Set(scene.openings.filter(({ type }) => type === part).map(({ id }) => id))
  const findings = checkScene(scene, options)
    .filter(({ severity }) => severity !== 'note')
    .filter(({ elements }) => doors.size === 0 || elements.some((id) => doors.has(id)))
  const where = room ? (language === 'zh' ? nameOfRoom(room, 'zh') : `${nameOfRoom(room, 'en')}: `) : ''
  const own = room ? scene.openings.filter(({ id }) => room.openings.includes(id) && doors.has(id)) : []
  const widths = own.map(({ width }) => metres(width)).join(', ')
  const extra = widths ? (language === 'zh' ? `（宽 ${widths}）` : ` (${widths} wide)`) : ''
  if (findings.length === 0)
    return plain(
      language,
      `${where}no problems were found${extra}.`.replace(/^n/, 'N'),
      `${where}没有发现问题${extra}。`,
    )
  const lines = findings.slice(0, 12).map((finding) => `· ${finding.message[language]}`)
  const head =
    language === 'zh' ? `${where}发现 ${findings.length} 处问题${extra}：` : `${where}${findings.length} found${extra}:`
  return {
    text: [head, ...lines].join('\n'),
    elements: [...new Set(findings.flatMap(({ elements }) => elements))].sort(),
    measurements: [{ name: 'findings', value: findings.length, unit: '' }],
  }
}

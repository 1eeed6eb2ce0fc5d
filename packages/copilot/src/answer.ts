import { describeItem, findKind } from '@enfilade/catalogue'
import { checkScene } from '@enfilade/critic'
import { convexDistance } from '@enfilade/geometry'
import type { Measurement } from '@enfilade/layout'
import { type Id, itemFootprint, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { findItems } from './find-items.ts'
import { kindLabel } from './names.ts'
import type { Intent, Reference } from './understand/intent.ts'

/** An answer computed from the scene, with what it used. */
export type Answer = {
  readonly text: string
  readonly elements: readonly Id[]
  readonly measurements: readonly Measurement[]
}

export type QuestionContext = {
  readonly scene: Scene
  readonly room?: SceneRoom
  readonly roomItems: readonly SceneItem[]
  readonly selection: readonly Id[]
  readonly language: 'en' | 'zh'
}

type Question = Extract<Intent, { type: 'question' }>

/** Answers a question about the space; one that can't be answered says what can be asked. */
export function answerQuestion(question: Question, context: QuestionContext): Answer {
  const { language } = context
  switch (question.ask) {
    case 'how_many':
      return countOf(question, context)
    case 'how_big':
    case 'how_wide':
    case 'how_long':
    case 'how_high':
      return sizeOf(question, context)
    case 'how_far':
      return distanceOf(question, context)
    case 'where':
      return placeOf(question, context)
    case 'which':
      return whichOf(question, context)
    case 'is_there':
      return question.about.length > 0 ? countOf(question, context) : problemsOf(context)
    case 'problems':
      return problemsOf(context)
    case 'what':
      return question.about.length > 0 ? sizeOf(question, context) : contentsOf(context)
    default:
      return plain(
        language,
        'I can answer how many, how big, how far, where and what is wrong.',
        '可以问：有几个、多大、多远、在哪里、有什么问题。',
      )
  }
}

function countOf({ about }: Question, context: QuestionContext): Answer {
  const reference = about[0]
  if (reference?.kind !== 'named') return contentsOf(context)
  const all = context.scene.items.filter(({ category }) => reference.categories.includes(category))
  const here = context.roomItems.filter(({ category }) => reference.categories.includes(category))
  const items = context.room && here.length > 0 ? here : all
  const name = kindLabel(reference.category, context.language)
  const measurements = [{ name: 'count', value: items.length, unit: '' }]
  const elements = items.map(({ id }) => id)
  const text =
    context.language === 'zh'
      ? items.length === 0
        ? `没有${name}。`
        : `有 ${items.length} 个${name}。`
      : items.length === 0
        ? `There is no ${name}.`
        : `There ${items.length === 1 ? `is 1 ${name}` : `are ${items.length} of ${name}`}.`
  return { text, elements, measurements }
}

function sizeOf({ about, ask, part }: Question, context: QuestionContext): Answer {
  const { language, scene, room } = context
  const reference = about[0]
  if (reference) return itemSize(reference, ask, context)
  if (part === 'door' || part === 'window') {
    const openings = scene.openings.filter(
      (opening) => opening.type === part && (!room || room.openings.includes(opening.id)),
    )
    if (openings.length === 0)
      return plain(language, `There is no ${part} here.`, part === 'door' ? '这里没有门。' : '这里没有窗。')
    const list = openings.map(({ width, height }) => `${metres(width)} × ${metres(height)}`).join(', ')
    return {
      text:
        language === 'zh'
          ? `${part === 'door' ? '门' : '窗'}（宽 × 高）：${list}。`
          : `${part === 'door' ? 'Doors' : 'Windows'} (width × height): ${list}.`,
      elements: openings.map(({ id }) => id),
      measurements: openings.map(({ width }) => ({ name: 'width', value: round(width), unit: 'm' })),
    }
  }
  if (!room) return plain(language, 'There is no closed room yet.', '还没有围合的房间。')
  const xs = room.polygon.map(([x]) => x)
  const ys = room.polygon.map(([, y]) => y)
  const width = Math.max(...xs) - Math.min(...xs)
  const depth = Math.max(...ys) - Math.min(...ys)
  const height = scene.levels.find(({ id }) => id === room.level)?.height ?? 0
  return {
    text:
      language === 'zh'
        ? `${room.name}：${room.area.toFixed(2)} m²，最大 ${metres(width)} × ${metres(depth)}，层高 ${metres(height)}。`
        : `${room.name}: ${room.area.toFixed(2)} m², ${metres(width)} × ${metres(depth)} at the most, ${metres(height)} high.`,
    elements: [room.id],
    measurements: [
      { name: 'area', value: round(room.area), unit: 'm²' },
      { name: 'width', value: round(width), unit: 'm' },
      { name: 'depth', value: round(depth), unit: 'm' },
      { name: 'height', value: round(height), unit: 'm' },
    ],
  }
}

function itemSize(reference: Reference, ask: Question['ask'], context: QuestionContext): Answer {
  const found = findItems(context.scene, reference, context.selection, context.roomItems)
  if ('missing' in found) return notThere(reference, context.language)
  const [item] = found.items
  const [width, depth, height] = item!.size
  const name = describeItem(item!, context.language)
  const asked = { how_wide: width, how_long: Math.max(width, depth), how_high: height }[ask as 'how_wide']
  const all = `${metres(width)} × ${metres(depth)} × ${metres(height)}`
  const text =
    context.language === 'zh'
      ? `${name}${asked === undefined ? '' : `：${metres(asked)}`}（宽 × 深 × 高 ${all}）。`
      : `${name}${asked === undefined ? '' : `: ${metres(asked)}`} (width × depth × height ${all}).`
  return { text, elements: [item!.id], measurements: [{ name: ask, value: round(asked ?? width), unit: 'm' }] }
}

function distanceOf({ about }: Question, context: QuestionContext): Answer {
  const found = about
    .slice(0, 2)
    .map((reference) => findItems(context.scene, reference, context.selection, context.roomItems))
  const items = found.flatMap((entry) => ('items' in entry ? entry.items.slice(0, 1) : []))
  if (items.length < 2) {
    const missing = about.find((_, index) => 'missing' in (found[index] ?? {}))
    return missing
      ? notThere(missing, context.language)
      : plain(context.language, 'Name two things to measure between.', '请说出要测量的两件东西。')
  }
  const [a, b] = items as [SceneItem, SceneItem]
  const gap = Math.max(0, convexDistance(itemFootprint(a), itemFootprint(b)))
  const names = [describeItem(a, context.language), describeItem(b, context.language)]
  return {
    text:
      context.language === 'zh'
        ? `${names[0]}与${names[1]}之间的净距是 ${metres(gap)}。`
        : `${names[0]} and ${names[1]} are ${metres(gap)} apart, edge to edge.`,
    elements: [a.id, b.id],
    measurements: [{ name: 'gap', value: round(gap), unit: 'm' }],
  }
}

function placeOf({ about }: Question, context: QuestionContext): Answer {
  const reference = about[0]
  if (!reference) return contentsOf(context)
  const found = findItems(context.scene, reference, context.selection, context.roomItems)
  if ('missing' in found) return notThere(reference, context.language)
  const item = found.items[0]!
  const room =
    context.scene.rooms.find((entry) => entry.level === item.level && context.room?.id === entry.id) ?? context.room
  const { x, y } = item.worldPose
  const name = describeItem(item, context.language)
  return {
    text:
      context.language === 'zh'
        ? `${name}在${room?.name ?? ''}（x ${metres(x)}，y ${metres(y)}）。`
        : `${name} is in ${room?.name ?? 'the space'} (x ${metres(x)}, y ${metres(y)}).`,
    elements: [item.id],
    measurements: [
      { name: 'x', value: round(x), unit: 'm' },
      { name: 'y', value: round(y), unit: 'm' },
    ],
  }
}

/** "Which lamp is brightest?", "which table is largest?": the superlative is taken from the kind. */
function whichOf({ about, words }: Question, context: QuestionContext): Answer {
  const reference = about[0]
  if (!reference) return contentsOf(context)
  const isLight = (category: string) => findKind(category)?.light !== undefined
  const wantsLight = /bright|亮/i.test(words)
  const sameKind = context.scene.items.filter(
    ({ category }) =>
      reference.kind === 'named' && (reference.categories.includes(category) || (wantsLight && isLight(category))),
  )
  const items = sameKind.length > 0 || reference.kind === 'named' ? sameKind : context.roomItems
  if (items.length === 0) return notThere(reference, context.language)
  const isSmallest = /small|dim|short|narrow|小|暗|矮|窄/i.test(words)
  const measure = (item: SceneItem) =>
    wantsLight
      ? (item.states?.lumens ?? findKind(item.category)?.light?.lumens ?? 0)
      : item.size[0] * item.size[1] * item.size[2]
  const sorted = items.toSorted(
    (a, b) => (isSmallest ? measure(a) - measure(b) : measure(b) - measure(a)) || (a.id < b.id ? -1 : 1),
  )
  const best = sorted[0]!
  const value = measure(best)
  const unit = wantsLight ? 'lm' : 'm³'
  return {
    text: `${describeItem(best, context.language)} (${best.id}): ${wantsLight ? Math.round(value) : value.toFixed(3)} ${unit}.`,
    elements: [best.id],
    measurements: [{ name: wantsLight ? 'lumens' : 'volume', value: round(value), unit }],
  }
}

function problemsOf({ scene, language }: QuestionContext): Answer {
  const findings = checkScene(scene).filter(({ severity }) => severity !== 'note')
  if (findings.length === 0) return plain(language, 'No problems were found.', '没有发现问题。')
  const lines = findings.slice(0, 12).map((finding) => `· ${finding.message[language]}`)
  const head = language === 'zh' ? `发现 ${findings.length} 处：` : `${findings.length} found:`
  return {
    text: [head, ...lines].join('\n'),
    elements: [...new Set(findings.flatMap(({ elements }) => elements))].sort(),
    measurements: [{ name: 'findings', value: findings.length, unit: '' }],
  }
}

function contentsOf({ roomItems, language, room }: QuestionContext): Answer {
  const counts = new Map<string, number>()
  for (const { category } of roomItems) counts.set(category, (counts.get(category) ?? 0) + 1)
  const list = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([category, count]) => `${kindLabel(category, language)} × ${count}`)
  const name = room?.name ?? (language === 'zh' ? '空间' : 'The space')
  return {
    text:
      list.length === 0
        ? language === 'zh'
          ? `${name}是空的。`
          : `${name} is empty.`
        : `${name}: ${list.join(language === 'zh' ? '、' : ', ')}.`,
    elements: roomItems.map(({ id }) => id),
    measurements: [{ name: 'count', value: roomItems.length, unit: '' }],
  }
}

function notThere(reference: Reference, language: 'en' | 'zh'): Answer {
  return plain(language, `There is nothing here that "${reference.words}" could be.`, `这里没有“${reference.words}”。`)
}

function plain(language: 'en' | 'zh', en: string, zh: string): Answer {
  return { text: language === 'zh' ? zh : en, elements: [], measurements: [] }
}

const metres = (value: number) => `${value.toFixed(2)} m`
const round = (value: number) => Math.round(value * 1000) / 1000

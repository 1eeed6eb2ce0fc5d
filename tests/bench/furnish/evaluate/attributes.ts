import { findKind } from '@enfilade/catalogue'
import type { CountSpan, Looks, Span } from '../request.ts'
import { isColorCalled } from './color-words.ts'
import { isMaterialCalled } from './material-words.ts'
import { meshFacts } from './mesh-facts.ts'
import type { Thing } from './scene-model.ts'
import { thresholds } from './thresholds.ts'

/** Why a thing does not look as asked; empty: it does. Fields and mesh must both say so. */
export function looksAgainst(thing: Thing, looks: Looks): string[] {
  const { object } = thing
  if (!object) return ['it is a part of the building']
  const reasons: string[] = []
  if (looks.color !== undefined) reasons.push(...colorAgainst(thing, looks.color))
  if (looks.material !== undefined) reasons.push(...materialAgainst(thing, looks.material))
  if (looks.shape !== undefined) reasons.push(...shapeAgainst(thing, looks.shape))
  if (looks.style !== undefined) reasons.push(...styleAgainst(thing, looks.style))
  const isFrontless = !findKind(thing.category)?.functionalSides.length || isSameAllRound(thing)
  const flat = [thing.width, thing.depth]
  reasons.push(
    ...measureAgainst('width', isFrontless ? flat : [thing.width], looks.width),
    ...measureAgainst('depth', isFrontless ? flat : [thing.depth], looks.depth),
    ...measureAgainst('height', [thing.high - thing.low], looks.height),
    ...measureAgainst('length', [Math.max(...flat)], looks.length),
  )
  if (looks.seats !== undefined) reasons.push(...seatsAgainst(thing, looks.seats))
  if (looks.on !== undefined && (object.state.on ?? false) !== looks.on)
    reasons.push(`on is ${String(object.state.on ?? false)}`)
  return reasons
}

export const hasLooks = (thing: Thing, looks: Looks): boolean => looksAgainst(thing, looks).length === 0

const isSameAllRound = ({ category }: Thing): boolean => (findKind(category)?.functionalSides.length ?? 0) === 4

function colorAgainst({ object }: Thing, word: string): string[] {
  const field = object!.color
  if (!field || !isColorCalled(field, word)) return [`color ${field ?? 'null'} is not ${word}`]
  const shown = meshFacts(object!).finishes.filter(({ share }) => share >= thresholds.colorShare)
  return shown.some(({ color }) => isColorCalled(color, word))
    ? []
    : [`the mesh shows ${shown.map(({ color }) => color).join(' ')}, none ${word}`]
}

function materialAgainst({ object }: Thing, word: string): string[] {
  const field = object!.material
  if (!field || !isMaterialCalled(field, word)) return [`material ${field ?? 'null'} is not ${word}`]
  const shown = meshFacts(object!).finishes.filter(({ share }) => share >= thresholds.materialShare)
  return shown.some(({ material }) => isMaterialCalled(material, word))
    ? []
    : [`the mesh shows ${shown.map(({ material }) => material).join(' ')}, no ${word}`]
}

/** The shape's field by its names, both languages. */
const shapeNames: { readonly [shape: string]: readonly string[] } = {
  round: ['round', 'circular', 'circle', '圆', '圆形', '圆的'],
  oval: ['oval', 'elliptical', '椭圆', '椭圆形'],
  square: ['square', '方', '方形', '正方形'],
  rectangular: ['rectangular', 'rectangle', 'straight', '长方形', '矩形', '长方'],
  l: ['l', 'l-shaped', 'l_shaped', 'corner', 'sectional', 'l形', 'l型', '转角'],
}

const shapeOf = (word: string): string | undefined =>
  Object.keys(shapeNames).find((shape) => shapeNames[shape]!.includes(word.trim().toLowerCase()))

/** A mirror on a wall is round as seen from the front, a table as seen from above. */
function shapeAgainst({ object, width, depth: plan }: Thing, word: string): string[] {
  const wanted = shapeOf(word) ?? word.toLowerCase()
  const field = object!.shape ? (shapeOf(object!.shape) ?? object!.shape) : null
  const isUpright = object!.mount === 'wall' && plan < 0.12
  const depth = isUpright ? object!.size[2] : plan
  const fill = isUpright ? meshFacts(object!).faceFill : meshFacts(object!).fill
  const isEven = Math.abs(width - depth) / Math.max(width, depth) <= thresholds.squareRatio
  const measured = `shape ${field ?? 'null'}, ${width.toFixed(2)} × ${depth.toFixed(2)} m, fills ${Math.round(fill * 100)} %`
  const isRoundish = fill > 0.7 && fill < 0.86
  switch (wanted) {
    case 'round':
      return field === 'round' && isEven && isRoundish ? [] : [`${measured}: not round`]
    case 'oval':
      return (field === 'oval' || (field === 'round' && !isEven)) && fill < 0.95 ? [] : [`${measured}: not oval`]
    case 'square':
      return (field === null || field === 'square' || field === 'rectangular') && isEven && fill > 0.88
        ? []
        : [`${measured}: not square`]
    case 'rectangular':
      return (field === null || field === 'rectangular' || field === 'square') && fill > 0.88
        ? []
        : [`${measured}: not rectangular`]
    default:
      return field === wanted ? [] : [`${measured}: not ${word}`]
  }
}

const styleNames: readonly (readonly string[])[] = [
  ['scandinavian', 'nordic', 'scandi', '北欧', '北欧风'],
  ['japandi', 'japanese', 'wabi-sabi', '日式', '侘寂', '和风'],
  ['modern', 'contemporary', '现代', '现代简约'],
  ['minimalist', 'minimal', '极简', '简约'],
  ['industrial', 'loft', '工业', '工业风'],
  ['mid-century', 'midcentury', 'mid-century-modern', 'retro', 'vintage', '复古', '中古', '中古风'],
  ['rustic', 'farmhouse', 'country', '乡村', '田园', '美式'],
  ['classic', 'traditional', '欧式', '古典', '经典'],
  ['chinese', 'new-chinese', 'new chinese', '中式', '新中式'],
  ['bohemian', 'boho', '波西米亚'],
  ['french', '法式'],
  ['cream', '奶油风'],
]

function styleAgainst({ object }: Thing, word: string): string[] {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-')
  const family = styleNames.find((names) => names.includes(plain(word))) ?? [plain(word)]
  const style = object!.style ? plain(object!.style) : ''
  return style !== '' && family.some((name) => style.includes(name)) ? [] : [`style is ${object!.style ?? 'null'}`]
}

function measureAgainst(name: string, values: readonly number[], span: Span | undefined): string[] {
  if (!span) return []
  const slack = thresholds.measureSlack
  const isWithin = (value: number) =>
    value >= (span.min ?? -Infinity) - slack && value <= (span.max ?? Infinity) + slack
  return values.some(isWithin)
    ? []
    : [
        `${name} is ${values.map((value) => value.toFixed(2)).join(' or ')} m, not ${span.min ?? 0} … ${span.max ?? '∞'}`,
      ]
}

/** Seats as the mesh has them, where each is wide enough to sit on; of a table, who can eat at it. */
function seatsAgainst(thing: Thing, span: CountSpan): string[] {
  const isTable = /table|desk|island/.test(thing.category)
  const own = meshFacts(thing.object!).seats
  const room = isTable
    ? Math.floor(thing.width / thresholds.eaterWidth) * 2 + (thing.depth >= 0.7 ? 2 : 0)
    : Math.floor((thing.width + 0.1) / thresholds.seatWidth)
  const seats = isTable ? Math.max(own, room) : own > 0 ? own : room
  const low = span.exact ?? span.min ?? 0
  const high = isTable ? Infinity : (span.exact ?? span.max ?? Infinity)
  const isWide = thing.object!.shape === 'l' || room >= low
  return seats >= low && seats <= high && isWide ? [] : [`${seats} seats on ${thing.width.toFixed(2)} m`]
}

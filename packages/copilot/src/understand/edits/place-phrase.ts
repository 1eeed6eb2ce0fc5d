import type { RelationTarget, RelationType } from '@enfilade/layout'
import type { EditRelation, EditTarget } from '../intent.ts'
import { readPhrase } from './noun-phrase.ts'
import { after, before, leading, targetChinese, targetEnglish } from './place-patterns.ts'
import { type Skeleton, slotOf, symbols, wordsAt } from './skeleton.ts'

const { T, P, L } = symbols

/** Reads a place that a pattern matched; undefined where its words say nothing to place by ("on the floor"). */
export function readPlace(skeleton: Skeleton, request: string, from: number, to: number): EditRelation | undefined {
  const text = skeleton.text.slice(from, to)
  const words = wordsAt(skeleton, request, from, to) || text
  return readEnglish(skeleton, request, from, text, words) ?? readChinese(skeleton, request, from, text, words)
}

type Read = (text: string, offset: number) => EditTarget | undefined

function readEnglish(
  skeleton: Skeleton,
  request: string,
  from: number,
  text: string,
  words: string,
): EditRelation | undefined {
  if (/^in (?:the |a |one )?(?:far |near )?(?:middle|centre|center)/.test(text)) return centredOn(skeleton, text, words)
  const read: Read = (part, offset) => readTarget(skeleton, request, from + offset, part)
  for (const [pattern, type] of before) {
    const match = new RegExp(`^(?:(${L}) )?(?:${pattern}) (${targetEnglish})(?: and (${targetEnglish}))?$`).exec(text)
    if (!match) continue
    const second = match[3]
    const end = text.length - (second ? second.length : 0)
    const first = read(match[2]!, (second ? end - 5 : end) - match[2]!.length)
    const other = second ? read(second, end) : undefined
    return build(skeleton, type, first, other, match[1], words)
  }
  return undefined
}

function readChinese(
  skeleton: Skeleton,
  request: string,
  from: number,
  text: string,
  words: string,
): EditRelation | undefined {
  if (/^(?:房间)?(?:正中间|正中央|正中|中央)$|^居中$/.test(text)) return { type: 'centred', words }
  for (const [pattern, type] of leading) {
    const match = new RegExp(`^(${pattern})(${targetChinese})(?:边|旁边|旁)?$`).exec(text)
    if (!match) continue
    const target = readTarget(skeleton, request, from + match[1]!.length, match[2]!)
    const isWindow = target?.kind === 'building' && type === 'against_wall' && target.part !== 'wall'
    return build(skeleton, isWindow ? 'near' : type, target, undefined, undefined, words)
  }
  for (const [pattern, type] of after) {
    const match = new RegExp(`^(${targetChinese})(?:[和与跟、](${targetChinese}))?(?:${pattern})$`).exec(text)
    if (!match) continue
    const first = readTarget(skeleton, request, from, match[1]!)
    const other = match[2] ? readTarget(skeleton, request, from + match[1]!.length + 1, match[2]) : undefined
    return build(skeleton, type, first, other, undefined, words)
  }
  return undefined
}

function centredOn(skeleton: Skeleton, text: string, words: string): EditRelation | undefined {
  const symbol = new RegExp(`(${P}|${T})$`).exec(text)?.[1]
  const slot = slotOf(skeleton, symbol)
  if (slot?.kind === 'part' && slot.part === 'wall')
    return { type: 'centred_on', target: buildingTarget(slot.meaning), words }
  if (slot?.kind === 'thing') return { type: 'on', target: { kind: 'category', category: slot.category }, words }
  return { type: 'centred', words }
}

/** @returns undefined where the target is nothing that things are placed by. */
export function readTarget(skeleton: Skeleton, request: string, from: number, text: string): EditTarget | undefined {
  const part = slotOf(skeleton, new RegExp(`${P}(?= on the (?:left|right)$|$)`).exec(text)?.[0])
  if (part?.kind === 'part') return buildingTarget({ ...part.meaning, ...sideOf(text, part.part) })
  if (/^(这里|那里)$/.test(text)) return { kind: 'reference', reference: { kind: 'pronoun', words: text } }
  const reference = readPhrase(skeleton, request, from, from + text.length)
  return reference ? { kind: 'reference', reference } : undefined
}

const sideOf = (text: string, part: string) => {
  const side = part === 'corner' ? undefined : /\b(left|right)\b/.exec(text)?.[1]
  return side ? { side: side as 'left' } : {}
}

export function buildingTarget(meaning: {
  readonly part: Extract<RelationTarget, { kind: 'building' }>['part']
  readonly side?: Extract<RelationTarget, { kind: 'building' }>['side']
  readonly choose?: 'longest' | 'shortest' | 'largest'
}): RelationTarget {
  const { part, side, choose } = meaning
  return { kind: 'building', part, ...(side ? { side } : {}), ...(choose ? { choose } : {}) }
}

function build(
  skeleton: Skeleton,
  type: RelationType,
  target: EditTarget | undefined,
  other: EditTarget | undefined,
  length: string | undefined,
  words: string,
): EditRelation | undefined {
  if (!target) return undefined
  const meant = target.kind === 'building' ? ofBuilding(type, target.part) : type === 'against_wall' ? 'beside' : type
  if (!meant) return undefined
  const distance = slotOf(skeleton, length)
  return {
    type: meant,
    target,
    ...(other ? { and: other } : {}),
    ...(distance?.kind === 'length' ? { distance: { exact: distance.values[0]! } } : {}),
    words,
  }
}

/** What words of place mean for a part of the building. */
export function ofBuilding(type: RelationType, part: string): RelationType | undefined {
  switch (part) {
    case 'window':
      if (type === 'under') return 'under_window'
      if (type === 'facing') return 'facing_window'
      if (type === 'opposite') return 'opposite'
      if (type === 'facing_away') return 'facing_away'
      return type === 'far' ? 'away_from_window' : 'by_window'
    case 'door':
      if (type === 'facing') return 'facing_door'
      if (type === 'opposite') return 'opposite'
      if (type === 'facing_away') return 'facing_away'
      return type === 'far' ? 'away_from_door' : 'by_door'
    case 'wall':
      if (type === 'far') return 'away_from_wall'
      if (type === 'on' || type === 'above') return 'on_wall'
      if (type === 'facing' || type === 'facing_away' || type === 'centred_on') return type
      return 'against_wall'
    case 'corner':
      return 'in_corner'
    case 'ceiling':
      return 'hanging'
    case 'room':
      return type === 'between' || type === 'centred_on' ? 'centred' : type === 'facing' ? 'facing' : undefined
    case 'column':
      return type
    default:
      return undefined
  }
}

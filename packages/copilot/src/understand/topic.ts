import { findKind } from '@enfilade/catalogue'
import { hasChinese } from '../lexicon/lexicon.ts'
import { canCarry, goesSo, isForBed, isLaidOn, isSoft } from './companion.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention } from './mention.ts'
import type { Place } from './places.ts'
import { type Attached, ownerOf } from './subjects.ts'

/**
 * What a place without a target speaks of: "a sofa with a table in front and a lamp behind" is the sofa twice; what lies
 * on something lies on the last thing that can carry it. Undefined: what the text before was about.
 */
export function topicAt(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  attached: readonly Attached[],
  place: Place,
  subjects: readonly number[],
  isIt = false,
): number | undefined {
  const before = [...mentions.keys()].filter(
    (index) => mentions[index]!.last < place.first && mentions[index]!.kind === 'object' && !subjects.includes(index),
  )
  const topic = topicOf(clause, mentions, attached, before, isIt)
  const isCarrier = topic !== undefined && canCarry(mentions[topic] as ObjectMention)
  const laid = subjects.map((index) => mentions[index]!).find((mention) => mention.kind === 'object')
  const own = laid?.kind === 'object' ? laid : undefined
  // 「水槽挨着洗碗机，微波炉放台面上」: the worktop, not what stands under it.
  const isWorktop = /^(台面|操作台|料理台)/.test(clause[place.at]!.text)
  if (isWorktop && own && names(own).some((name) => findKind(name)?.group === 'kitchen')) return undefined
  if ((place.type === 'on' || place.type === 'inside') && !(isIt && isCarrier)) {
    const isDesk = (index: number) => names(mentions[index] as ObjectMention).some((name) => /desk$|table$/.test(name))
    const desk = /^桌/.test(clause[place.at]!.text) ? before.findLast(isDesk) : undefined
    if (desk !== undefined) return desk
    const carrier = before.findLast((index) => isLaidOn(mentions[index] as ObjectMention, own))
    const isBed = topic !== undefined && isForBed(mentions[topic] as ObjectMention)
    return carrier ?? (isBed && own && !isSoft(own) ? undefined : topic)
  }
  if (place.type === 'between') return undefined
  if (place.type === 'centred_on') return before.at(-1)
  if (!own || topic === undefined) return topic
  // 「沙发，中间摆圆茶几，底下铺地毯」: under the table, not the sofa.
  const last = mentions[before.at(-1) ?? -1]
  if (place.type === 'under' && last?.kind === 'object' && names(last).some(isTable)) return before.at(-1)
  const fits = (index: number) => goesSo(names(mentions[index] as ObjectMention), names(own), place.type)
  return fits(topic) ? topic : (before.findLast(fits) ?? topic)
}

const isTable = (category: string) => /(coffee|dining|tea|kids|meeting)_table/.test(category)

const names = ({ category, family }: ObjectMention) => family ?? [category]

/** What the clause was about in the end. */
export function topicAtEnd(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  attached: readonly Attached[],
): number | undefined {
  return topicOf(
    clause,
    mentions,
    attached,
    [...mentions.keys()].filter((index) => mentions[index]!.kind === 'object'),
  )
}

/** Things placed by what was spoken of do not change what is spoken of; things placed by others, or by nothing, do. */
function topicOf(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  attached: readonly Attached[],
  among: readonly number[],
  isIt = false,
): number | undefined {
  let topic: number | undefined
  for (const index of among) {
    const own = attached.find(({ subjects }) => subjects.includes(index))
    const isPlacedByTopic =
      own !== undefined &&
      (own.place.isBare ||
        own.place.targets.some((target) => mentions[target]!.kind === 'pronoun') ||
        // "Opposite the sofa a stand, and a fern beside it": the stand.
        (own.isFronted && !isIt && own.place.targets.some((target) => mentions[target]!.kind === 'object')))
    const isPlainTarget = attached.some(({ place, isFronted }) => !isFronted && place.targets.includes(index))
    // 「中间一张茶桌，四周放蒲团」 opens with what it speaks of.
    const isOpening = topic === undefined && own?.place.type === 'between' && own.place.isBare
    // 「单人沙发配脚踏，旁边放落地灯」: beside the armchair.
    const isWith = topic !== undefined && own === undefined && isPartOf(clause, mentions, index)
    if (isWith || (isPlacedByTopic && !isOpening) || (isPlainTarget && topic !== undefined)) continue
    topic = index
  }
  return topic
}

/** What a Chinese sentence names as a companion of the thing before it. */
const isPartOf = (clause: readonly Piece[], mentions: readonly Mention[], index: number) =>
  hasChinese(mentions[index]!.words) && ownerOf(clause, mentions, index) !== undefined

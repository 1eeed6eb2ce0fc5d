import type { RoomReference } from '../intent.ts'
import { type Skeleton, slotOf, symbols } from './skeleton.ts'

const { C, P, R, T } = symbols

const verbs =
  '(?:remove|delete|ditch|lose|get|take|throw|clear|put|move|shift|push|pull|slide|drag|bring|place|add|swap|switch|exchange|replace|rotate|turn|spin|face|make|paint|change|resize|enlarge|shrink|widen|lengthen|shorten|open|close|shut|dim|brighten|tidy|declutter|tuck|hang|give|leave|find|set|have|let|straighten|flip|point|nudge|scoot|restyle)'
const zhVerbs =
  '(?:把|将|让|给|请|再|删|去掉|移|挪|搬|推|拉|放|摆|换|交换|对调|旋转|转|撤|摘|减|刷成|打开|关|开|加|拿走|收|整理|刷|漆|添|扔|用|并把|也把)'

/** Where one task of a sentence ends and the next begins: at a comma or "and" before a verb. */
const joints = new RegExp(
  `(?:[,;.] (?:and |then |and then |also |but )?|[,;.]|,? and (?:then |also )?|,? then |,? but (?:also )?)(?=(?:please |also |then )?${verbs}(?:d|ed|s|ing)? )|(?:[,，;；。]|然后|接着|随后|并且|同时|而且|再)+(?=${zhVerbs})`,
  'g',
)

export function splitSkeleton(skeleton: Skeleton): Skeleton[] {
  return splitAt(skeleton, joints)
}

/** At every comma and "and", for sentences whose tasks have no verb to tell: "the bed bigger, the rug smaller". */
export function splitEverywhere(skeleton: Skeleton): Skeleton[] {
  return splitAt(skeleton, /,? and (?:then |also )?|[,，;；。.] ?|并且|同时|而且|然后/g)
}

function splitAt(skeleton: Skeleton, pattern: RegExp): Skeleton[] {
  const parts: Skeleton[] = []
  let from = 0
  for (const match of skeleton.text.matchAll(pattern)) {
    if (match.index > from) parts.push(cut(skeleton, from, match.index))
    from = match.index + match[0].length
  }
  parts.push(cut(skeleton, from, skeleton.text.length))
  return parts.filter(({ text }) => text.trim() !== '')
}

/** Without the words that only join it to what comes before or after. */
export function withoutJoints(skeleton: Skeleton): Skeleton {
  const { text } = skeleton
  const end = text.replace(/(?:[ ,，、;；.。?？!！]| and| then| but|并且?|然后|和|同时)+$/, '').length
  return end === text.length ? skeleton : cut(skeleton, 0, end)
}

const assurance =
  /[ ,，;；。.]*(?:(?:and |but )?(?:nothing else(?: (?:moves|changes))?|(?:please )?(?:don't|do not) (?:touch|move|change) (?:it|anything(?: else)?|the rest|the others)|(?:leave|keep) (?:everything else|the rest|the others)(?: (?:as (?:it|they) (?:is|are)|where (?:it|they) (?:is|are)|alone|the same))?|everything else (?:stays|is (?:fine|perfect|ok(?:ay)?|good)).*)|(?:别的|其他的?|其它的?|其余的?|剩下的|另外的)(?:东西|家具|地方)?(?:我|们|都|就|请|一律|千万)*(?:别动|不要动|不动|不变|不用动|保持.*|不用.*|挺.*|很.*|满意.*)|千万别动|别动别的|不要动别的)[ ,，。.!！]*$/

/** Without the words that nothing else shall change: nothing else ever does. */
export function withoutAssurance(skeleton: Skeleton): Skeleton {
  let left = skeleton
  for (let round = 0; round < 3; round += 1) {
    const match = assurance.exec(left.text)
    if (!match || match.index === 0) return left
    left = withoutJoints(cut(left, 0, match.index))
  }
  return left
}

const polite =
  /^(?:(?:please|pls|can you|could you|would you(?: be so (?:kind|good) (?:and|as to))?|and|then|also|but|so|just|help me(?: to)?|请|麻烦你?|帮我|帮忙|能不能|可以|你|我想|我要|再|然后|并且?|就|那就?|给我|原地|在原地|原位|直接|顺便|还|也|都|现在|先)[ ,，]*)+/

/** Without the words of politeness before it. */
export function withoutLead(skeleton: Skeleton): Skeleton {
  const match = polite.exec(skeleton.text)
  return match ? cut(skeleton, match[0].length, skeleton.text.length) : skeleton
}

/** "The bed should be moved to the window" as "moved the bed to the window", which the patterns read. */
export function activeVoice({ text, slots, offsets }: Skeleton): Skeleton | undefined {
  const match =
    /^(?<lead>(?:please |can |could |i would like |i'd like |we would like |we'd like |i want |we want |also )*)(?<s>(?:the|this|that|my|our|both|these|those|all|it|they|them)\b.*?|[\ue000-\ue1ff]) (?:(?:should|must|needs?|has|have|is|are|ought|can|could|may|might|will|would|shall)(?: to)?|to) be (?<v>moved|shifted|placed|put|hung|set|swung|turned|rotated|removed|replaced|swapped|taken|brought|pushed|pulled|painted|dimmed|switched|raised|lowered|made|changed|enlarged|widened|shortened|resized|exchanged|relocated|repositioned|centred|centered)(?<r> .*|)$/d.exec(
      text,
    )
  const at = match?.indices?.groups
  if (!match || !at) return undefined
  const order = [at['v']!, at['s']!, at['r']!]
  const pieces = order.map(([from, to]) => text.slice(from, to))
  const joined = `${pieces[0]} ${pieces[1]}${pieces[2]}`
  const spots = order.map(([from, to]) => offsets.slice(from, to))
  return { text: joined, slots, offsets: [...spots[0]!, spots[0]!.at(-1) ?? 0, ...spots[1]!, ...spots[2]!] }
}

/** Without the part between. */
export function withoutSpan({ text, slots, offsets }: Skeleton, from: number, to: number): Skeleton {
  return {
    text: text.slice(0, from) + text.slice(to),
    slots,
    offsets: [...offsets.slice(0, from), ...offsets.slice(to)],
  }
}

function cut({ text, slots, offsets }: Skeleton, from: number, to: number): Skeleton {
  return { text: text.slice(from, to), slots, offsets: offsets.slice(from, to) }
}

/** The sentence without the room that it is restricted to: "in the bedroom, …", 「卧室里的…」; undefined where it names none. */
export function withoutPlace(
  skeleton: Skeleton,
): { readonly text: Skeleton; readonly place: RoomReference } | undefined {
  const { text } = skeleton
  const match =
    new RegExp(
      `(?:^|[, ]+)(?:in|inside|within|from|of) (?:(all|every|each|both) )?(?:the |my |our |your )?(${R})(?:,|(?= )|$)`,
    ).exec(text) ??
    new RegExp(`(?:^|[, ]+)(?:in|inside) (all|every|each) (?:the )?(${R})`).exec(text) ??
    new RegExp(
      `(?<![到进去入往向换成改])(?:在)?(所有|全部|每个|各个?|[两三四俩]个?间?)?(${R})(?:里面的?|里的?|中的?|内的?|的)(?:[,，])?`,
    ).exec(text) ??
    new RegExp(
      `(?<![到进去入往向换成改] ?)(?:\\b(all|every|both) (?:the )?)?(?<!\\b(?:to|into|a|an) (?:the )?)(${R})(?: |'s )?(?=(?:${C}| )*[${T.slice(1, -1)}${P.slice(1, -1)}])`,
    ).exec(text) ??
    new RegExp(`^(?:在)?(所有|全部|每个|各个?)?(${R})[,，]`).exec(text) ??
    // 「客厅左边那把椅子」, 「客厅我不想要沙发了」.
    new RegExp(
      `^(?:这套房的?|家里的?|我家的?)?()(${R})(?=我|所有|全部|每|最?[左右](?:边|侧|面|手)|靠|那[个把张盏两]|这[个把张盏两])`,
    ).exec(text) ??
    new RegExp(`(?:^| )(all|every|each)() ?(${R})'s `).exec(text)
  const slot = match && slotOf(skeleton, match[2])
  if (!match || slot?.kind !== 'room') return undefined
  const { index } = match
  const end = index + match[0].length
  const isMiddle =
    index > 0 && end < text.length && /[a-z\ue000-\uedff]$/.test(text.slice(0, index)) && /^[a-z]/.test(text.slice(end))
  return {
    place: { ...slot.reference, ...(match[1] ? { every: true } : {}) },
    text: withoutSpaceBefore({
      ...skeleton,
      text: `${text.slice(0, index)}${isMiddle ? ' ' : ''}${text.slice(end)}`,
      offsets: [
        ...skeleton.offsets.slice(0, index),
        ...(isMiddle ? [skeleton.offsets[end]!] : []),
        ...skeleton.offsets.slice(end),
      ],
    }),
  }
}

/** Without spaces and commas at its start. */
function withoutSpaceBefore(skeleton: Skeleton): Skeleton {
  const from = skeleton.text.search(/[^ ,]/)
  return from > 0 ? cut(skeleton, from, skeleton.text.length) : skeleton
}

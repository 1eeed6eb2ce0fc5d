import type { EditTurn } from '../intent.ts'
import { readDestination } from './destination.ts'
import { asMany, frame, several, tail } from './english-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { isThere, referenceAt, referencesAt } from './frame.ts'
import { englishPhrase, englishPlacedPhrase, hasDeterminer, isDefinitePhrase } from './noun-phrase.ts'
import { readTarget } from './place-phrase.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, A, L, C } = symbols

const moveVerb =
  '(?:mov|shift|push|slid|drag|pull|bring|brought|tak|took|carr(?:y|ied)|relocat|reposition|put|plac|set|stand|stood|hang|hung|scoot|nudg|position|get|stick|stuck|pop|transfer|send|sent|want|lean|park|lay|lift|rais|lower|keep|have|need)(?:e|ed|ped|ging|ing|s|es)?'

const turnVerb = '(?:rotat|turn|spin|swivel|twist|pivot|flip|spun|angl|swing|orient)(?:e|ed|ing|s)?'

export const turning: readonly Frame[] = [
  frame(
    `(?:face|point|aim|turn|rotate|orient|angle|swivel|make|have|let) (?<s>${englishPhrase}) (?:so (?:that )?(?:it|they) (?:faces?|looks? at|looks? towards?|points? (?:at|to|towards?))|to face(?: towards?)?|faces?|facing|look(?:s|ing)? at|to look at|to look towards|at|towards?|to|look(?:ing)? (?:out of|towards?)|out of) (?<t>${englishPhrase}|(?:the |a |its )?(?:[a-z]+ )??${P}|(?:the )?(?:north|south|east|west))${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const turn = facing(context, part('t')!, 'facing')
      const isColour = new RegExp(`^${C}`).test(part('t')!.text)
      return reference && turn && !isColour && isDefinitePhrase(part('s')!.text)
        ? { type: 'rotate', reference, turn }
        : undefined
    },
  ),
  frame(
    `(?:turn|rotate|have|make|put) (?<s>${englishPhrase})(?: so (?:that )?it has| with)? (?:its|their)? ?backs? (?:to|towards|against) (?<t>${englishPhrase}|(?:the )?${P})${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const turn = facing(context, part('t')!, 'facing_away')
      return reference && turn && { type: 'rotate', reference, turn }
    },
  ),
  frame(`${turnVerb} (?<s>${englishPhrase}) away from (?<t>${englishPhrase}|(?:the )?${P})${tail}`, (part, context) => {
    const reference = referenceAt(context, part('s'))
    const turn = facing(context, part('t')!, 'facing_away')
    return reference && turn && { type: 'rotate', reference, turn }
  }),
  frame(
    `${turnVerb}(?: it)? (?<s>${englishPhrase})(?<how>(?: (?:${C} )?(?:by |through )?(?:${A}|a (?:quarter|half) turn|a quarter|half way|halfway|the other way|back to front))?(?: (?:around|round|about|over|the other way(?: a?round)?|sideways|clockwise|counter-? ?clockwise|anti-? ?clockwise|(?:to the )?(?:left|right)|left|right|north|south|east|west))*(?: by ${A})?)${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      if (!reference || !part('how')) return undefined
      if (/ (?:on|off)$/.test(part('how')!.text)) return undefined
      if (!isDefinitePhrase(part('s')!.text)) return undefined
      return { type: 'rotate', reference, turn: angleOf(context, part('how')!.text) }
    },
  ),
  frame(
    `(?<s>${englishPhrase}) (?:should |must |needs to |has to |to )?(?:face|look at|look towards?|point at|point to|facing)(?: towards?)? (?<t>${englishPhrase}|(?:the )?(?:[a-z]+ )??${P})${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const turn = facing(context, part('t')!, 'facing')
      return reference && turn && hasDeterminer(part('s')!.text) && isThere(reference, context.existing)
        ? { type: 'rotate', reference, turn }
        : undefined
    },
  ),
]

/** Yaw whose front looks that way: the front is (sin yaw, −cos yaw). */
const compass: { readonly [side: string]: number } = { south: 0, east: Math.PI / 2, north: Math.PI, west: -Math.PI / 2 }

function facing({ skeleton, request }: FrameContext, span: Span, type: 'facing' | 'facing_away'): EditTurn | undefined {
  const side = /(north|south|east|west)$/.exec(span.text)?.[1]
  if (side) return { to: compass[side]! }
  const target = readTarget(skeleton, request, span.from, span.text)
  if (!target) return undefined
  const isPart = target.kind === 'building'
  const named = isPart && type === 'facing' && (target.part === 'window' || target.part === 'door')
  return { facing: { type: named ? `facing_${target.part as 'door'}` : type, target, words: span.text } }
}

function angleOf({ skeleton }: FrameContext, text: string): EditTurn {
  const sign = /counter|anti/.test(text) ? 1 : -1
  const symbol = new RegExp(A).exec(text)?.[0]
  const slot = slotOf(skeleton, symbol)
  const isLeft = /\bleft\b/.test(text)
  if (slot?.kind === 'angle') return { by: (isLeft ? 1 : sign) * slot.value }
  const side = /(north|south|east|west)/.exec(text)?.[1]
  if (side) return { to: compass[side]! }
  if (/half|around|round|about|other way|back to front|over/.test(text)) return { by: Math.PI }
  return { by: ((isLeft ? 1 : sign) * Math.PI) / 2 }
}

export const moving: readonly Frame[] = [
  frame(
    `${moveVerb} (?<s>${englishPhrase})(?: (?:over|along|away|back|across))?,? (?:until|till|so that|so|such that) (?:there(?:'s| is| are)|you (?:get|have)|we (?:get|have)|i (?:get|have)) (?:(?:no less than|at least|a good|about|around|some|a|an|exactly) )*(?<l>${L}) ?(?:of )?(?:(?:space|room|gap|floor|clearance|clear|free|left|${P}) )*(?:between (?:it|them|the two|${englishPhrase}) and|from|to) (?<t>${englishPhrase}|(?:the )?${P})${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      const target = readTarget(context.skeleton, context.request, part('t')!.from, part('t')!.text)
      const length = slotOf(context.skeleton, part('l')!.text)
      if (!reference || !target || length?.kind !== 'length') return undefined
      const distance = length.values[0]!
      const words = part('t')!.text
      return target.kind === 'building'
        ? { type: 'move', reference, to: { along: target, isAway: true, distance } }
        : { type: 'move', reference, to: { relations: [{ type: 'far', target, distance: { min: distance }, words }] } }
    },
  ),
  frame(
    `(?<v>rais|lift|lower|hang|mov|put)(?:e|es|ed|ing)? (?<s>${several})(?: (?<w>up|down|higher|lower))?(?:,? (?:by )?(?<l>${L}|(?:a (?:bit|little)|slightly)(?= (?:up|down|higher|lower),? (?:by |about )*${L})|a (?:bit|little)|slightly))?(?: (?<w2>up|down|higher|lower)(?:,? (?:by |about |say |maybe )*(?<l2>${L}))?)?${tail}`,
    (part, context) => {
      const text = `${part('v')!.text} ${part('w')?.text ?? ''} ${part('w2')?.text ?? ''}`
      if (!/rais|lift|lower|higher|up|down/.test(text)) return undefined
      const length = slotOf(context.skeleton, (part('l2') ?? part('l'))?.text)
      const distance = length?.kind === 'length' ? length.values[0]! : 0.1
      const direction = /lower|down/.test(text) ? 'down' : 'up'
      return asMany(context, part('s'), (reference) => ({ type: 'move', reference, to: { direction, distance } }))
    },
  ),
  ...[englishPlacedPhrase, englishPhrase].map((phrase) =>
    frame(
      `(?<v>${moveVerb}) (?:back )?(?<s>${phrase}(?:(?:, and |, | and )${phrase})*)(?<d>(?: |,).+)$`,
      (part, context) => {
        const to = readDestination(context.skeleton, context.request, part('d')!.from)
        if (!to) return undefined
        const acts = referencesAt(context, part('s'), phrase).map((reference): Act => ({ type: 'move', reference, to }))
        const isNew = /^(?:put|plac|set|stand|hang|bring|want|have|need|get|stick|pop|lay)/.test(part('v')!.text)
        if (acts.length === 0 || (isNew && !acts.every((act) => isOld(act, context, part('s')!.text)))) return undefined
        return acts
      },
    ),
  ),
  frame(
    `(?:i|we)(?:'d| would)? (?:want|like|prefer|need|love)(?: to (?:have|see|move|put))? (?<s>${englishPhrase})(?<d> .+)$`,
    moveWithoutVerb,
  ),
  frame(
    `(?<s>${englishPhrase})(?: (?:should|must|could|can|ought to|needs? to|has to|have to|is to|would be better(?: off)?|would look better(?: off)?|belongs?|goes|go|be|stand|to go|to be|sit|hang|moves?|better))+(?<d> .+)$`,
    moveWithoutVerb,
  ),
  frame(
    `(?<s>(?:the|this|that|my|our|these|those) ${englishPhrase}|it|them|${T})(?<d> (?:to|into|closer|nearer|further|over to|onto) .+)$`,
    moveWithoutVerb,
  ),
]

/** What stands there already, not what is to be brought: "put the lamp on the desk", not "put a lamp on the desk". */
function isOld(act: Act, { existing }: FrameContext, text: string): boolean {
  if (act.type !== 'move') return true
  if (act.reference.kind !== 'named') return true
  return isDefinitePhrase(text) && hasDeterminer(text) && isThere(act.reference, existing)
}

function moveWithoutVerb(part: (name: string) => Span | undefined, context: FrameContext): Act | undefined {
  const reference = referenceAt(context, part('s'))
  if (!reference || !isDefinitePhrase(part('s')!.text) || !isThere(reference, context.existing)) return undefined
  if (reference.kind === 'named' && !hasDeterminer(part('s')!.text) && !/^ (?:to|closer|nearer)/.test(part('d')!.text))
    return undefined
  const to = readDestination(context.skeleton, context.request, part('d')!.from)
  return to && { type: 'move', reference, to }
}

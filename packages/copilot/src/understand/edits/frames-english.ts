import type { EditTurn, Reference } from '../intent.ts'
import { readDestination } from './destination.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { framesWhen, isThere, referenceAt, referencesAt } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { newObject } from './new-object.ts'
import {
  englishEverything,
  englishPhrase,
  englishPlacedPhrase,
  hasDeterminer,
  isDefinitePhrase,
} from './noun-phrase.ts'
import { readTarget } from './place-phrase.ts'
import { readSizeWish } from './size-wish.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, A, L, C, N, R } = symbols

const lead =
  "(?:(?:please|pls|plz|can you|could you|would you|will you|can we|could we|may i|let's|lets|let us|(?:i|we)(?:'d| would)? (?:want|like|love|need)(?: you)? to|i would like you to|i'd like you to|(?:we|you|i) should|help me(?: to)?|would you be so (?:kind|good) (?:and|as to)|be so (?:kind|good) (?:and|as to)|now|and|then|also|but|just|simply|ok|okay|hey|hi|hello|what if (?:we|you|i|one)|how about(?: we)?|what about|what happens if (?:we|i|you)|suppose (?:we|i)|maybe|perhaps|try to|try|go ahead and|first|finally|next|after that|to|so|instead|actually|if (?:we|i|you)(?: were to)?),? |[,.] ?)*"
const tail =
  '(?:[, ]+(?:please|pls|thanks|thank you|for me|now|instead|too|as well|again|if possible|if you can|would you|anymore|any more|any longer|at all|completely|entirely|a bit|a little))*[ ,.]*$'
const several = `(?:${englishPlacedPhrase}(?:(?:, and |, | and )${englishPlacedPhrase})*|${englishEverything})`

const frame = (pattern: string, read: Frame['read']): Frame => ({
  pattern: new RegExp(`^${lead}${pattern}`, 'd'),
  read,
})

const asMany = (
  context: FrameContext,
  span: Span | undefined,
  act: (reference: Reference) => Act,
): Act[] | undefined => {
  const whole = span && new RegExp(`^${englishEverything}$`).test(span.text) ? referenceAt(context, span) : undefined
  const references = whole ? [whole] : referencesAt(context, span, englishPlacedPhrase)
  return references.length > 0 ? references.map(act) : undefined
}

const moveVerb =
  '(?:mov|shift|push|slid|drag|pull|bring|brought|tak|took|carr(?:y|ied)|relocat|reposition|put|plac|set|stand|stood|hang|hung|scoot|nudg|position|get|stick|stuck|pop|transfer|send|sent|want|lean|park|lay|lift|rais|lower|keep|have|need)(?:e|ed|ped|ging|ing|s|es)?'

const removal: readonly Frame[] = [
  frame(
    `(?:remov|delet|ditch|los|drop|scrap|bin|discard|eliminat|eras|clear away|take away|took away|take up|took up|roll up|take down|took down|take out|took out|throw out|threw out|throw away|get rid of|got rid of|clear out|clear|empty|do away with)(?:e|ed|ing|s)? (?<s>${several})(?: (?:from|out of) (?:here|the (?:${R}|${P})))?${tail}`,
    (part, context) => asMany(context, part('s'), (reference) => ({ type: 'remove', reference })),
  ),
  frame(
    `(?:take|took|throw|clear|move) (?<s>${several}) (?:away|out|off|down)(?: of (?:here|the (?:${R}|${P})))?${tail}`,
    (part, context) => asMany(context, part('s'), (reference) => ({ type: 'remove', reference })),
  ),
  frame(`(?:clear|empty|tidy)(?: off| up)? (?<d>(?:the|my) ${T})${tail}`, (part, context) => {
    const target = part('d') && readTarget(context.skeleton, context.request, part('d')!.from, part('d')!.text)
    return (
      target && {
        type: 'remove',
        reference: { kind: 'all', except: [], which: { near: { type: 'on', target } }, words: part('d')!.text },
      }
    )
  }),
  frame(`(?:clear|empty)(?: out)? (?:the|this|my) (?:${R}|${P})${tail}`, () => ({
    type: 'remove',
    reference: { kind: 'all', except: [], words: '' },
  })),
  frame(
    `(?:(?:i|we) (?:don't|do not|no longer) (?:want|need|like|use)|no more|lose|there should be no|without) (?<s>${several})${tail}`,
    (part, context) => {
      if (!/^(?:any |all )/.test(part('s')!.text) && !hasDeterminer(part('s')!.text)) return undefined
      const acts = asMany(context, part('s'), (reference) => ({ type: 'remove', reference }))
      return acts?.every((act) => act.type === 'remove' && isThere(act.reference, context.existing)) ? acts : undefined
    },
  ),
  frame(
    `(?<s>${several}) (?:has|have|needs?|must|should|can|ought) (?:to )?(?:go|be (?:removed|deleted|taken away|thrown out)|leave)${tail}`,
    (part, context) => asMany(context, part('s'), (reference) => ({ type: 'remove', reference })),
  ),
]

const exchange: readonly Frame[] = [
  frame(
    `(?:swap|switch|exchange|interchange)(?:ped|ed|d)?(?: around| round| over)? (?<s>(?:the |these |those |both |my )?(?:(?:two|both|${N}) )?(?:${C} )*${T}|them)(?: around| round| over)?${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'swap', reference, other: reference }
    },
  ),
  frame(
    `(?:swap|swapped|swapping|exchange|switch|trade|interchange)(?: the)?(?: (?:places|positions)(?: of)?)? (?<a>${englishPhrase}) (?:and|with|for) (?<b>${englishPhrase})(?: around| over| round)?(?: places)?${tail}`,
    (part, context) => {
      const [a, b] = [referenceAt(context, part('a')), referenceAt(context, part('b'))]
      if (!a || !b) return undefined
      if (!hasDeterminer(part('b')!.text) && (/^(?:an?|one|some|another) /.test(part('b')!.text) || isNew(b, context)))
        return replace(context, a, part('b')!)
      return { type: 'swap', reference: a, other: b }
    },
  ),
  frame(
    `(?:let |have |make )?(?<a>${englishPhrase}) and (?<b>${englishPhrase}) (?:should |to )?(?:swap|switch|trade|change|exchange) (?:places|positions)${tail}`,
    (part, context) => {
      const [a, b] = [referenceAt(context, part('a')), referenceAt(context, part('b'))]
      return a && b && { type: 'swap', reference: a, other: b }
    },
  ),
  frame(
    `(?:replac|substitut|swap out|swapp? out|exchang|chang|switch|trad|turn|convert)(?:e|ed|ing|s)? (?:out )?(?<a>${englishPhrase}) (?:with|by|for|to|into) (?<b>(?:an? |some |another |one |two |three |${N} )?${englishPhrase})${tail}`,
    (part, context) => {
      const a = referenceAt(context, part('a'))
      if (!a || !/\S/.test(part('b')!.text) || !new RegExp(T).test(part('b')!.text)) return undefined
      return replace(context, a, part('b')!)
    },
  ),
  frame(
    `(?:(?:i|we)(?:'d| would)? (?:rather have|prefer|like|want)|use|put|have|get)(?: in)? (?<b>an? ${englishPhrase}|another ${englishPhrase}|${englishPhrase}) (?:instead of|rather than|in place of|than) (?<a>${englishPhrase})${tail}`,
    (part, context) => {
      const a = referenceAt(context, part('a'))
      return a && replace(context, a, part('b')!)
    },
  ),
  frame(
    `instead of (?<a>${englishPhrase}),? (?:i(?:'d| would)? (?:want|like|prefer)|use|put|have|get|add|place) (?:in )?(?<b>${englishPhrase})${tail}`,
    (part, context) => {
      const a = referenceAt(context, part('a'))
      return a && replace(context, a, part('b')!)
    },
  ),
]

/** What is not there can only be meant to come. */
const isNew = (reference: Reference, { existing }: FrameContext) =>
  reference.kind === 'named' && !isThere(reference, existing)

function replace(context: FrameContext, reference: Reference, span: Span): Act | undefined {
  const object = newObject(context, span)
  return object && { type: 'replace', reference, object }
}

const turnVerb = '(?:rotat|turn|spin|swivel|twist|pivot|flip|spun|angl|swing|orient)(?:e|ed|ing|s)?'

const turning: readonly Frame[] = [
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
    `${turnVerb}(?: it)? (?<s>${englishPhrase})(?<how>(?: (?:by |through )?(?:${A}|a (?:quarter|half) turn|a quarter|half way|halfway|the other way|back to front))?(?: (?:around|round|about|over|the other way(?: a?round)?|sideways|clockwise|counter-? ?clockwise|anti-? ?clockwise|(?:to the )?(?:left|right)|left|right|north|south|east|west))*(?: by ${A})?)${tail}`,
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

const look = `(?:(?:a |an |in |of |all |more |very |the |colou?r |style |shade of |and |,|wood(?:en)? )*${C}(?:[ -](?:wood(?:en)?|style|look|colou?r|one|finish|fabric|ish))?)`
const looks = `(?<l>${look}(?:(?:,| and| in|) ${look})*)`

const restyling: readonly Frame[] = [
  frame(
    `(?:make|paint|colou?r|dye|turn|recolou?r|repaint|redo|change|set|switch|have|want|finish|stain|upholster|cover)(?:ed|d|s|ing)? (?:the (?:colou?r|material|finish|style|shape|look) of )?(?<s>${several})(?:'s (?:colou?r|material|finish|style|shape))?(?: (?:to|in|into|as|look|be|a|with|out of|of|more|from ${C} to))* ${looks}${tail}`,
    restyle,
  ),
  frame(
    `(?:the )?(?:colou?r|material|finish|shape|style) of (?<s>${several}) (?:should be|to|is to be|becomes) ${looks}${tail}`,
    restyle,
  ),
  frame(
    `(?<s>${several}) (?:should (?:be|look)|to be|must be|needs to be|could be|would look (?:better|nicer|good) (?:in|as)?|in) ?(?:a |in |made of |more )*${looks}${tail}`,
    (part, context) => (hasDeterminer(part('s')!.text) ? restyle(part, context) : undefined),
  ),
  frame(
    `(?:i|we)(?:'d| would)? (?:want|like|prefer) (?<s>${several}) (?:to be |in |made of |more )*${looks}${tail}`,
    (part, context) => (hasDeterminer(part('s')!.text) ? restyle(part, context) : undefined),
  ),
  frame(
    `(?:(?:i|we)(?:'d| would)? (?:want|like|prefer)|give me|use|have) (?<s>an? (?:${C}[ ]?)+(?:${T})) instead${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      if (reference?.kind !== 'named' || !isThere(reference, context.existing) || !reference.attributes)
        return undefined
      const { attributes, ...rest } = reference
      return { type: 'restyle', reference: rest, attributes }
    },
  ),
  frame(
    `(?:make|paint|colou?r|redo|restyle|redecorate|decorate|change|turn|do up|have|want|do|style|give|refresh|update)(?:d|ed|s|ing)? (?:the (?:look|style|colou?r) of )?(?<w>(?:the |this |my |our |all (?:the )?|it all |whole |entire |place|house|flat|apartment|interior|style|look|decor|home|it |a )*(?:${R}|${P}s?|place|flat|home|interior|decor|style|look)?)(?:'s \\w+)?(?: (?:to|in|into|look|feel|be|a|an|with|more|of|as))* ${looks}(?: (?:look|feel|style|touch|vibe))?${tail}`,
    (part, context) => {
      const attributes = looksOf(context.skeleton, part('l')!.text)
      const slot = slotOf(context.skeleton, new RegExp(`${P}`).exec(part('w')?.text ?? '')?.[0])
      if (!attributes) return undefined
      if (slot?.kind === 'part') {
        const surface = ({ wall: 'walls', floor: 'floor', ceiling: 'ceiling' } as const)[slot.part as 'wall']
        if (surface) return { type: 'restyle-room', surface, attributes }
        if (slot.part !== 'room') return undefined
      }
      if (attributes.style === 'cosy') return { type: 'mood', mood: 'cosier' }
      return context.existing.size > 0 && (attributes.style || part('w')!.text.trim() !== '')
        ? { type: 'restyle-all', attributes }
        : undefined
    },
  ),
  frame(
    `(?<p>(?:the |all (?:the )?|all |my )?${P}s?) (?:should be|to be|in|must be|could be) ?${looks}${tail}`,
    (part, context) => {
      const slot = slotOf(context.skeleton, new RegExp(P).exec(part('p')!.text)?.[0])
      const attributes = looksOf(context.skeleton, part('l')!.text)
      const surface =
        slot?.kind === 'part'
          ? ({ wall: 'walls', floor: 'floor', ceiling: 'ceiling' } as const)[slot.part as 'wall']
          : undefined
      return surface && attributes && { type: 'restyle-room', surface, attributes }
    },
  ),
]

function restyle(part: (name: string) => Span | undefined, context: FrameContext): Act | readonly Act[] | undefined {
  const attributes = looksOf(context.skeleton, part('l')!.text)
  if (!attributes) return undefined
  if (/^an? |^another /.test(part('s')!.text)) return undefined
  if (/^(?:it|this|that)$/.test(part('s')!.text) && attributes.style === 'cosy') return { type: 'mood', mood: 'cosier' }
  return asMany(context, part('s'), (reference) => ({ type: 'restyle', reference, attributes }))
}

const sizeWords = `(?:bigger|larger|smaller|wider|narrower|longer|shorter|taller|higher|lower|deeper|shallower|broader|thinner|big|small|wide|long|tall|high|deep|size|width|length|height|depth|twice|half|double|triple|times|as|its|the|x|%|percent|per cent|by|to|be|a (?:bit|little|lot|touch)|slightly|much|somewhat|even|about|only|just|of|in|at|and|,|even|more|less|than|it is|now|current|original|previous|${L}|${N} ?%|${N})`
const sizing: readonly Frame[] = [
  frame(
    `(?:mak|chang|resiz|scal|set|adjust|get|want|have|keep|let|need|grow)(?:e|ed|ing|s)? (?:the (?:size|width|length|height|depth) of )?(?<s>${several})(?:'s (?:size|width|length|height|depth))?(?<how>(?:[ ,]+${sizeWords})+)${tail}`,
    (part, context) => resize(context, part('s'), part('how')!.text),
  ),
  frame(
    `(?<v>enlarg|expand|shrink|shrunk|reduc|widen|lengthen|extend|shorten|scale up|scale down|size up|size down|doubl|halv|tripl|narrow|deepen|stretch|grow)(?:e|ed|ing|s)? (?:the (?:size|width|length|height|depth) of )?(?<s>${several})(?:'s (?:size|width|length|height|depth))?(?<how>(?:[ ,]+${sizeWords})*)${tail}`,
    (part, context) => {
      const verb = part('v')!.text
      const word = /shrink|shrunk|reduc|shorten|down|narrow/.test(verb)
        ? `smaller ${/shorten/.test(verb) ? 'shorter' : /narrow/.test(verb) ? 'narrower' : ''}`
        : /doubl/.test(verb)
          ? 'double'
          : /halv/.test(verb)
            ? 'half'
            : /tripl/.test(verb)
              ? 'triple'
              : /widen|lengthen|extend|stretch/.test(verb)
                ? 'wider'
                : /deepen/.test(verb)
                  ? 'deeper'
                  : 'bigger'
      return resize(context, part('s'), `${part('how')!.text} ${word}`)
    },
  ),
  frame(
    `(?<s>${several}) (?:should be|must be|needs to be|has to be|is to be|could be|ought to be|is)(?<how>(?:[ ,]+(?:too )?${sizeWords})+)${tail}`,
    (part, context) => {
      if (!hasDeterminer(part('s')!.text)) return undefined
      const how = part('how')!.text
      const isTooBig = /too (?:big|wide|long|large|tall|high|deep)/.test(how)
      const isTooSmall = /too (?:small|narrow|short|low)/.test(how)
      if (/ is(?: |$)/.test(context.skeleton.text) && !isTooBig && !isTooSmall) return undefined
      const plain = isTooBig
        ? how
            .replace(/too (?:big|large)/, 'smaller')
            .replace(/too (wide|long)/, 'narrower')
            .replace(/too (tall|high)/, 'lower')
            .replace(/too deep/, 'shallower depth')
        : how
            .replace(/too small/, 'bigger')
            .replace(/too (narrow|short)/, 'wider')
            .replace(/too low/, 'higher')
      return resize(context, part('s'), plain)
    },
  ),
  frame(
    `(?:i|we)(?:'d| would)? (?:want|like|prefer|need) (?<s>${several})(?<how>(?: to be)?(?:[ ,]+${sizeWords})+)${tail}`,
    (part, context) => (hasDeterminer(part('s')!.text) ? resize(context, part('s'), part('how')!.text) : undefined),
  ),
  frame(
    `(?:i|we)?(?:'d| would)? ?(?:want|like|prefer|need|give me) an? (?<how>bigger|larger|smaller|wider|longer|taller|lower|narrower) (?<s>${T})${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && isThere(reference, context.existing)
        ? resize(context, part('s'), part('how')!.text)
        : undefined
    },
  ),
]

function resize(context: FrameContext, span: Span | undefined, how: string): Act | readonly Act[] | undefined {
  const size = readSizeWish(context.skeleton, how)
  if (!size || /^an? /.test(span?.text ?? '')) return undefined
  return asMany(context, span, (reference) => ({ type: 'resize', reference, size }))
}

const moving: readonly Frame[] = [
  frame(
    `(?<v>rais|lift|lower|hang|mov|put)(?:e|es|ed|ing)? (?<s>${several})(?: (?<w>up|down|higher|lower))?(?: (?:by )?(?<l>${L}|a (?:bit|little)|slightly))?(?: (?<w2>up|down|higher|lower))?${tail}`,
    (part, context) => {
      const text = `${part('v')!.text} ${part('w')?.text ?? ''} ${part('w2')?.text ?? ''}`
      if (!/rais|lift|lower|higher|up|down/.test(text)) return undefined
      const length = slotOf(context.skeleton, part('l')?.text)
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
    `(?<s>${englishPhrase})(?: (?:should|must|could|can|ought to|needs? to|has to|have to|is to|would be better|would look better|belongs?|goes|go|be|stand|to go|to be|sit|hang|moves?|better))+(?<d> .+)$`,
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

const on = '(?:on|off)'
const operating: readonly Frame[] = [
  frame(
    `(?:turn|switch|put|flip|leave|power|click)(?:ed|ing|s)? (?<o>${on}|out)(?: just| only)? (?<s>${several})${tail}`,
    (part, context) => operate(context, part('s'), part('o')!.text === 'on'),
  ),
  frame(
    `(?:turn|switch|put|flip|leave|keep|power|have|make|set)(?:ed|ing|s)? (?<s>${several}) (?:to )?(?<o>${on})${tail}`,
    (part, context) => operate(context, part('s'), part('o')!.text === 'on'),
  ),
  frame(`(?:light(?: up)?|illuminate|extinguish) (?<s>${several})${tail}`, (part, context) =>
    operate(context, part('s'), !context.skeleton.text.includes('extinguish')),
  ),
  frame(`(?<s>${several}) (?:on|off)${tail}`, (part, context) =>
    hasDeterminer(part('s')!.text)
      ? operate(context, part('s'), / on/.test(context.skeleton.text.slice(part('s')!.to)))
      : undefined,
  ),
  frame(
    `(?<o>open|close|shut|draw)(?:ed|d|ing|s)?(?: up| down)? (?<s>${several}|(?:the |all the |all |every |both |this |that |my )?${P}s?)(?: wide)?${tail}`,
    (part, context) => {
      const active = part('o')!.text === 'open'
      const slot = slotOf(
        context.skeleton,
        new RegExp(`^(?:the |all the |all |every |both |this |that |my )?(${P})`).exec(part('s')!.text)?.[1],
      )
      if (slot?.kind === 'part' && (slot.part === 'door' || slot.part === 'window'))
        return {
          type: 'operate-opening',
          part: slot.part,
          isPlural: slot.isPlural || /all|every|both/.test(part('s')!.text),
          active,
        }
      return slot ? undefined : operate(context, part('s'), active)
    },
  ),
  frame(
    `(?<v>dim|brighten)(?:med|ming|ed|s)?(?: down| up)? (?<s>${several})(?: (?:to|by) (?<n>${N}) ?(?:%|percent))?${tail}`,
    (part, context) => {
      const percent = slotOf(context.skeleton, part('n')?.text)
      const isDim = part('v')!.text === 'dim'
      const share = percent?.kind === 'number' ? percent.value / 100 : undefined
      const isTo = / to /.test(context.skeleton.text.slice(part('s')!.to))
      const factor = share === undefined ? (isDim ? 0.5 : 1.5) : isTo ? share : isDim ? 1 - share : 1 + share
      return asMany(context, part('s'), (reference) => ({ type: 'light', reference, factor }))
    },
  ),
  frame(
    `(?:make|set|turn|have|change|switch)(?:ed|s|d)? (?<s>${several})(?:'s (?:light|colou?r temperature))?(?: (?:up|down|to|a (?:bit|little)|much|slightly|be|light))* ?(?<how>brighter|dimmer|darker|warmer|cooler|colder|warm white|cool white|daylight|(?:(?<n>${N}) ?(?:k|kelvin|lm|lumens?|%|percent)))${tail}`,
    (part, context) => {
      const how = part('how')!.text
      const number = slotOf(context.skeleton, part('n')?.text)
      const value = number?.kind === 'number' ? number.value : undefined
      const wish =
        value !== undefined
          ? /k/.test(how)
            ? { kelvin: value }
            : /l/.test(how)
              ? { lumens: value }
              : { factor: value / 100 }
          : /warm white/.test(how)
            ? { kelvin: 2700 }
            : /cool white/.test(how)
              ? { kelvin: 4000 }
              : /daylight/.test(how)
                ? { kelvin: 5500 }
                : /warm|cool|cold/.test(how)
                  ? { warmer: /warm/.test(how) }
                  : { factor: /bright/.test(how) ? 1.5 : 0.6 }
      const acts = asMany(context, part('s'), (reference) => ({ type: 'light', reference, ...wish }))
      return acts?.some(
        (act) => 'reference' in act && act.reference.kind === 'pronoun' && /^(this|it)$/.test(act.reference.words),
      ) &&
        !('kelvin' in wish || 'lumens' in wish) &&
        context.existing.size === 0
        ? undefined
        : acts
    },
  ),
]

function operate(context: FrameContext, span: Span | undefined, active: boolean): Act[] | undefined {
  return asMany(context, span, (reference) => ({ type: 'operate', reference, active }))
}

const whole: readonly Frame[] = [
  frame(`find (?:me )?(?<s>${englishPlacedPhrase})${tail}`, (part, context) => {
    const reference = referenceAt(context, part('s'))
    return reference && { type: 'find', reference }
  }),
  frame(
    `(?<o>push|tuck|slide|put|pull|move)(?:ed|s|ing)? (?<d>in|under|out) (?<s>${several})(?: (?:under|to|into|at|from) (?:the |their )?${T})?${tail}`,
    (part, context) => tuck(context, part('s'), part('d')!.text),
  ),
  frame(
    `(?<o>push|tuck|slide|put|pull)(?:ed|s|ing)? (?<s>${several}) (?<d>in|out|under (?:the |their )?${T})${tail}`,
    (part, context) => tuck(context, part('s'), part('d')!.text),
  ),
  frame(
    `(?:make|leave|create|clear|free(?: up)?|find|give)(?: some| enough| more)? (?:room|space|way|place|floor|${P}) for (?<o>${englishPhrase}|(?:an? |the |my )?[a-z-]+(?: [a-z-]+)?)${tail}`,
    (part, context) => {
      const object = newObject(context, part('o')!)
      return object && { type: 'make-room', object }
    },
  ),
  frame(
    `(?:(?:make|leave|create|give|have|want|need|i want|i need|we need|add|get)(?: me)? )?(?:some |a (?:bit|little) )?(?:more|extra|bigger|wider|${L}(?: of)?|some) (?:free |open |clear )?(?:space|room|clearance|gap|distance|${P})s? (?:around|beside|next to|by|near|in front of|between|behind|for|at|on (?:both|either) sides? of) (?<s>${several})${tail}`,
    (part, context) => {
      const length = slotOf(context.skeleton, new RegExp(L).exec(context.skeleton.text.slice(0, part('s')!.from))?.[0])
      const distance = length?.kind === 'length' ? length.values[0] : undefined
      const [reference] = referencesAt(context, part('s'), englishPlacedPhrase)
      return reference && { type: 'spread', reference, ...(distance === undefined ? {} : { distance }) }
    },
  ),
  frame(
    `give (?<s>${englishPhrase}) (?:some |a (?:bit|little) )?(?:more|extra) (?:space|room|${P})${tail}`,
    (part, context) => {
      const reference = referenceAt(context, part('s'))
      return reference && { type: 'spread', reference }
    },
  ),
  frame(
    `(?:tidy|clean|neaten|straighten|sort)(?: (?:up|out))?(?: (?:the |this |my |our )?(?:${R}|${P}|place|everything|things|it|here|flat|house|home))?(?: up| out)?${tail}`,
    () => ({ type: 'mood', mood: 'tidy' }),
  ),
  frame(
    `(?:declutter|de-clutter|reduce (?:the )?clutter|less clutter|clear (?:out |up )?(?:the )?clutter|remove (?:the |all )?clutter|get rid of (?:the |all )?clutter|too (?:much clutter|cluttered))(?: (?:in |of )?(?:the |this |my |our )?(?:${R}|${P}|place|flat|house|home|it))?${tail}`,
    () => ({ type: 'mood', mood: 'declutter' }),
  ),
  frame(
    `.*\\b(?:cosier|cozier|cosy|cozy|homelier|more (?:cosy|cozy|homely|inviting|welcoming|comfortable|snug)|warmer atmosphere|snug|homely|less (?:cold|bare|sterile))${tail}`,
    (_, { existing }) => (existing.size > 0 ? { type: 'mood', mood: 'cosier' } : undefined),
  ),
  frame(
    `(?:make|have|get|want)?(?:s|d)? ?(?:the |this |my |it |everything )?(?:${R}|${P}|place|flat|it|this|here|everything)?(?: (?:a (?:bit|little|lot)|much|be|feel|look))* ?(?<m>brighter|lighter|darker|dimmer|better lit)(?: in here)?${tail}`,
    (part, { existing }) =>
      existing.size > 0 ? { type: 'mood', mood: /dark|dim/.test(part('m')!.text) ? 'darker' : 'brighter' } : undefined,
  ),
]

function tuck(context: FrameContext, span: Span | undefined, direction: string): Act[] | undefined {
  const acts = asMany(context, span, (reference) => ({ type: 'tuck', reference, isOut: direction === 'out' }))
  const isSeats = acts?.every(
    (act) =>
      act.type === 'tuck' &&
      (act.reference.kind !== 'named' ||
        act.reference.categories.some((category) => /chair|stool|bench/.test(category))),
  )
  return isSeats ? acts : undefined
}

/** In order: the first that reads a sentence wins, so the narrow ones come first. */
export const englishFrames: readonly Frame[] = [
  ...framesWhen(
    /find|push|tuck|slide|put|pull|move|room|space|way|place|floor|clearance|gap|distance|tidy|clean|neaten|straighten|sort|clutter|co[sz]|home|snug|warm|comfort|invit|welcom|cold|bare|bright|light|dark|dim|lit|[\ue200-\ue3ff]/,
    whole,
  ),
  ...framesWhen(
    /\b(?:on|off|out|open|clos|shut|draw|dim|bright|dark|warm|cool|cold|light|illuminate|extinguish|daylight|k|kelvin|lm|lumen|percent)|%/,
    operating,
  ),
  ...framesWhen(
    /swap|switch|exchang|interchang|trad|replac|substitut|instead|rather|chang|turn|convert|use|place/,
    exchange,
  ),
  ...framesWhen(/rotat|turn|spin|spun|swivel|twist|pivot|flip|angl|swing|orient|fac|point|aim|look|back/, turning),
  ...framesWhen(/[\uea00-\uebff]/, restyling),
  ...framesWhen(
    /big|large|small|wid|narrow|long|short|tall|high|low|deep|shallow|broad|thin|size|twice|half|doubl|halv|tripl|tim|enlarg|expand|shr|reduc|length|exten|scal|stretch|grow|[\ue600-\ue7ff]|%/,
    sizing,
  ),
  ...framesWhen(
    /remov|delet|ditch|los|drop|scrap|bin|discard|eliminat|eras|away|out|rid|clear|empty|take|took|throw|roll|down/,
    removal.slice(0, 2),
  ),
  ...framesWhen(
    / (?:to|into|in|on|onto|at|by|near|next|beside|under|over|above|behind|against|between|around|along|opposite|across|facing|where|closer|nearer|further|farther|away|off|from|left|right|forward|back|up|down|higher|lower|north|south|east|west|towards?|inside|within|upon|atop|alongside|in|cent|parallel|aligned|with|raise|lower)/,
    moving,
  ),
  ...framesWhen(
    /clear|empty|tidy|don't|do not|no |lose|without|remov|go$|go |deleted|leave|taken|thrown/,
    removal.slice(2),
  ),
]

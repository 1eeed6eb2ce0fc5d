import { asMany, frame, several, tail } from './english-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { isThere, referenceAt } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { hasDeterminer } from './noun-phrase.ts'
import { readSizeWishes } from './size-wish.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, L, C, N, R } = symbols

const look = `(?:(?:a |an |in |of |all |more |very |the |colou?r |style |shade of |and |,|wood(?:en)? )*${C}(?:[ -](?:wood(?:en)?|style|look|colou?r|one|finish|fabric|ish))?)`
const looks = `(?<l>${look}(?:(?:,| and| in|) ${look})*)`

export const restyling: readonly Frame[] = [
  frame(
    `(?:make|paint|colou?r|dye|turn|recolou?r|repaint|redo|change|set|switch|have|want|finish|stain|upholster|cover)(?:ed|d|s|ing)? (?:the (?:colou?r|material|finish|style|shape|look) of )?(?<s>${several})(?:'s (?:colou?r|material|finish|style|shape))?(?: (?:to|in|into|as|look|be|a|with|out of|of|more|from ${C} to))* ${looks}${tail}`,
    restyle,
  ),
  // "沙发 make it red": the thing first.
  frame(`(?<s>${T}),? ?(?:make|paint|colou?r|turn) (?:it|them)(?: in| into| to)* ${looks}${tail}`, restyleOld),
  frame(
    `(?:can|could|may|let|shall|should|might|would) (?<s>${several})(?: please| both| all| each)* (?:be|become|get|go|turn|look) (?:both |all |in |a |made of |more )*${looks}${tail}`,
    (part, context) => restyleOld(part, context),
  ),
  frame(
    `(?:recolou?r|restyle|repaint|refinish|reupholster|new (?:colou?rs?|looks?|finish(?:es)?))(?: only| just)?[:,]? (?<s>${several})(?:,| should be| to be| from (?:the )?(?:${C} ?)+| to| in| into| be| both| all)* ${looks}${tail}`,
    (part, context) => restyleOld(part, context),
  ),
  frame(
    `(?<s>${several})(?:,| should be| to be| go(?:es)?| turns?| becomes?| from (?:the )?(?:${C} ?)+| to| in| into| be| both| all| a)* ${looks}${tail}`,
    (part, context) => (context.isRestyling ? restyleOld(part, context) : undefined),
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

/** Of what is there, with or without an article. */
function restyleOld(part: (name: string) => Span | undefined, context: FrameContext) {
  const acts = restyle(part, context)
  const all = acts && (Array.isArray(acts) ? (acts as readonly Act[]) : [acts as Act])
  return all?.every((act) => act.type !== 'restyle' || isThere(act.reference, context.existing)) ? all : undefined
}

function restyle(part: (name: string) => Span | undefined, context: FrameContext): Act | readonly Act[] | undefined {
  const attributes = looksOf(context.skeleton, part('l')!.text)
  if (!attributes) return undefined
  if (/^an? |^another /.test(part('s')!.text)) return undefined
  if (/^(?:it|this|that)$/.test(part('s')!.text) && attributes.style === 'cosy') return { type: 'mood', mood: 'cosier' }
  return asMany(context, part('s'), (reference) => ({ type: 'restyle', reference, attributes }))
}

const sizeWords = `(?:(?:an? )?(?:super ?king|king|queen)(?:[- ]?sized?)?(?: bed| one)?|bigger|larger|smaller|wider|narrower|longer|shorter|taller|higher|lower|deeper|shallower|broader|thinner|big|small|wide|long|tall|high|deep|size|width|length|height|depth|twice|half|double|triple|times|as|its|the|x|%|percent|per cent|by|to|be|a (?:bit|little|lot|touch)|slightly|much|somewhat|even|about|only|just|of|in|at|and|,|even|more|less|than|it is|now|current|original|previous|${L}|${N} ?%|${N})`
export const sizing: readonly Frame[] = [
  frame(`(?<s>${several}) ?[:=–—-] ?(?<how>(?:[ ,]*${sizeWords})+)${tail}`, (part, context) => {
    const acts = resize(context, part('s'), part('how')!.text)
    const all = acts && (Array.isArray(acts) ? (acts as readonly Act[]) : [acts as Act])
    return all?.every((act) => act.type !== 'resize' || isThere(act.reference, context.existing)) ? all : undefined
  }),
  frame(
    `(?:mak|chang|resiz|scal|set|adjust|get|want|have|keep|let|need|grow)(?:e|ed|ing|s)? (?:the (?:size|width|length|height|depth) of )?(?<s>${several})(?:'s (?:size|width|length|height|depth))?(?<how>(?:[ ,]+${sizeWords})+)${tail}`,
    (part, context) => resize(context, part('s'), part('how')!.text),
  ),
  frame(
    `(?<v>enlarg|expand|shrink|shrunk|reduc|trim|cut|pare|slim|scale|downsize|upsize|widen|lengthen|extend|shorten|scale up|scale down|size up|size down|doubl|halv|tripl|narrow|deepen|stretch|grow)(?:e|ed|ing|s)? (?:the (?:size|width|length|height|depth) of )?(?<s>${several})(?:'s (?:size|width|length|height|depth))?(?<how>(?:[ ,]+(?:${sizeWords}|down|up|back|something|one size|a size))*)${tail}`,
    (part, context) => {
      const verb = part('v')!.text
      const word = /shrink|shrunk|reduc|trim|cut|pare|slim|downsize|shorten|down|narrow/.test(verb)
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
  const sizes = readSizeWishes(context.skeleton, how)
  if (sizes.length === 0 || /^an? /.test(span?.text ?? '')) return undefined
  const acts = sizes.map((size) => asMany(context, span, (reference) => ({ type: 'resize', reference, size })))
  return acts.every((each) => each !== undefined) ? acts.flat() : undefined
}

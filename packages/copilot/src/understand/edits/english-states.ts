import type { Reference } from '../intent.ts'
import { asMany, frame, several, tail } from './english-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { referenceAt, referencesAt } from './frame.ts'
import { newObject } from './new-object.ts'
import { englishPhrase, englishPlacedPhrase, hasDeterminer } from './noun-phrase.ts'
import { slotOf, symbols } from './skeleton.ts'

const { T, P, L, N, R } = symbols

const on = '(?:on|off)'
export const operating: readonly Frame[] = [
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
    hasDeterminer(part('s')!.text) || isLamp(referenceAt(context, part('s')), context)
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

/** A lamp that is there: "floor lamp off". */
const isLamp = (reference: Reference | undefined, { existing }: FrameContext) =>
  reference?.kind === 'named' &&
  reference.categories.some((category) => existing.has(category) && /lamp|light|chandelier/.test(category))

function operate(context: FrameContext, span: Span | undefined, active: boolean): Act[] | undefined {
  return asMany(context, span, (reference) => ({ type: 'operate', reference, active }))
}

export const whole: readonly Frame[] = [
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
    `(?:(?:make|leave|create|give|have|want|need|i want|i need|we need|add|get)(?: me)? )?(?:some |a (?:bit|little) )?(?:more|extra|bigger|wider|${L}(?: of)?|some) (?:free |open |clear )?(?:space|room|clearance|gap|distance|${P})s? (?:around|beside|next to|by|near|in front of|between|behind|for|at|on (?:both|either|each|the (?:left|right|other|window|door))(?:-hand)?(?: sides?)? of|to the (?:left|right)(?: side)? of) (?<s>${several})(?:,? (?:(?:at least|about|of|say|a good) )*${L})?${tail}`,
    (part, context) => {
      const length = slotOf(context.skeleton, new RegExp(L).exec(withoutPart(context.skeleton.text, part('s')!))?.[0])
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

const withoutPart = (text: string, { from, to }: Span) => text.slice(0, from) + text.slice(to)

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

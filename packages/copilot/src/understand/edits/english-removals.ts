import type { Reference } from '../intent.ts'
import { asMany, frame, several, tail } from './english-frame.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { isThere, referenceAt } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { newObject } from './new-object.ts'
import { englishPhrase, englishPlacedPhrase, hasDeterminer } from './noun-phrase.ts'
import { numberIn } from './number-in.ts'
import { readTarget } from './place-phrase.ts'
import { readSizeWish } from './size-wish.ts'
import { symbols } from './skeleton.ts'

const { T, P, C, N, R } = symbols

export const removal: readonly Frame[] = [
  frame(
    `(?:remov|delet|ditch|los|drop|scrap|bin|discard|eliminat|eras|clear away|take away|took away|take up|took up|roll up|take down|took down|take out|took out|throw out|threw out|throw away|get rid of|got rid of|clear out|clear|empty|do away with)(?:e|ed|ing|s)? (?<s>${several})(?: (?:with|together with|along with|including) (?:its|their) ${T})?(?: (?:from|out of) (?:here|the (?:${R}|${P})))?${tail}`,
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

/** Looser forms, read where no other does: of what is there, without a word of bringing something. */
export const goneThings: readonly Frame[] = [
  frame(
    `(?:out with|away with|off with|down with|strip(?:ped|ping)?(?: out| off| away)?|sell|donate|give away|chuck(?: out)?|banish|pack away|store away|dispose of|dump|dismantle|uninstall|pull out|goodbye(?: to)?) (?<s>${several})(?<c> and (?:whatever|whichever|any|its|the) ${T} (?:that )?(?:belongs to|goes with|comes with) (?:it|them))?${tail}`,
    (part, context) => gone(part, context, asMany(context, part('s'), remove)),
  ),
  frame(
    `(?<s>${several})(?: ?[:=–—-])?(?: (?:has|have|had|is|are|was|were|gets?|must|should|can|could|may|will|to|been|be|now|all|both|all of them|just|then|already|needs?))* (?:sold|gone|go|goes|going|out|away|off the (?:${P}|${R})|removed|deleted|thrown out|thrown away|given away|binned|dumped|donated|taken (?:down|away|out)|no longer (?:needed|wanted|used|required)|not (?:needed|wanted|used|required)(?: any ?more| any longer)?|superfluous|unnecessary|redundant|disappear|vanish|come (?:down|out|off)|comes (?:down|out|off)|leave|leaves)${tail}`,
    (part, context) => {
      const acts = asMany(context, part('s'), remove)
      return acts?.every((act) => act.type === 'remove' && isOldThing(act.reference, part('s')!.text, context))
        ? acts
        : undefined
    },
  ),
]

const number = `(?:only |just |a single |no more than )*(?:one|two|a|single|${N})`

/** "Reduce the chairs to two", "keep just one nightstand": what is over goes. */
export const fewer: readonly Frame[] = [
  frame(
    `(?:reduc|cut|bring|trim|pare|take|limit|drop|lower)(?:e|s|ing)? (?:the number of |down )?(?<s>${englishPhrase})(?: down)? to (?<n>${number})${tail}`,
    leaveSome,
  ),
  frame(
    `(?:keep|leave|retain|hold on to|have)(?:s|ing)? (?<n>(?:only|just|no more than) (?:one|two|a single|${N})|(?:one|two|a single|${N})(?= of))(?: of the| of our| of my)? (?<s>${englishPhrase})${tail}`,
    leaveSome,
  ),
  frame(
    `(?<n>${number}) (?<s>${T}) (?:is|are|will be|would be) (?:enough|plenty|sufficient|all we need|all i need)${tail}`,
    leaveSome,
  ),
]

function leaveSome(part: (name: string) => Span | undefined, context: FrameContext): Act | undefined {
  const reference = referenceAt(context, part('s'))
  const leave = numberIn(context.skeleton, part('n')!.text)
  if (reference?.kind !== 'named' || leave === undefined || !isThere(reference, context.existing)) return undefined
  const { count: _, ...rest } = reference
  return remove({ ...rest, isPlural: true, leave })
}

function remove(reference: Reference): Act {
  return { type: 'remove', reference }
}

/** With what belongs to it: "the desk and whatever chair belongs to it". */
function gone(part: (name: string) => Span | undefined, context: FrameContext, acts: Act[] | undefined) {
  const own = part('c')
  if (!acts || !own) return acts
  const at = own.text.search(new RegExp(T))
  const seat = referenceAt(context, { from: own.from + at, to: own.from + at + 1, text: own.text[at]! })
  const main = acts[0]
  if (seat?.kind !== 'named' || main?.type !== 'remove') return acts
  const near = {
    type: 'near' as const,
    target: { kind: 'reference' as const, reference: main.reference },
    words: own.text,
  }
  return [remove({ ...seat, isPlural: false, which: { near } }), ...acts]
}

/** What stands there, or "it"; not "a lamp". */
function isOldThing(reference: Reference, text: string, { existing }: FrameContext): boolean {
  if (/^(?:an?|some|another|more|new) /.test(text)) return false
  return reference.kind !== 'named' || isThere(reference, existing)
}

export const exchange: readonly Frame[] = [
  frame(
    `(?:put|mov|plac|set)(?:e|ing)? (?<a>${englishPhrase}) where (?<b>${englishPhrase}) (?:is|was|stands|stood)(?: now)?,? and (?:put )?${englishPhrase} where ${englishPhrase} (?:is|was|stands|stood)(?: now)?${tail}`,
    (part, context) => {
      const [a, b] = [referenceAt(context, part('a')), referenceAt(context, part('b'))]
      return a && b && { type: 'swap', reference: a, other: b }
    },
  ),
  frame(
    `(?:put|place|get|have|use|add|bring|set|hang)(?: in| up)? (?<b>(?:an? |some |another |one )${englishPhrase}) (?:in (?:its|their|that|the same) (?:place|stead|spot|position)|where (?:it|they) (?:is|was|are|were|stands?|stood)|in exchange)${tail}`,
    (part, context) => replace(context, { kind: 'pronoun', words: part('b')!.text }, part('b')!),
  ),
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
    `(?:replac|substitut|swap out|swapp? out|exchang|chang|switch|trad|turn|convert)(?:e|ed|ing|s)? (?:out )?(?<a>${englishPlacedPhrase}) (?:with|by|for|to|into) (?<b>(?:an? |some |another |one |two |three |${N} )?(?:(?:single|plain|simple|nice|proper|good|comfy|comfortable|modern|new|low|high|slim) )*${englishPhrase})(?:(?: w/|,? with|,? and| plus|,? complete with)(?: its| an?| the| matching)* (?<c>${T}))?${tail}`,
    (part, context) => {
      const a = referenceAt(context, part('a'))
      if (!a || !new RegExp(`${T}|\\bones?$`).test(part('b')!.text)) return undefined
      const act = replace(context, a, part('b')!)
      const more = part('c') && newObject(context, part('c')!)
      return act && more ? [act, { type: 'add', objects: [more], beside: besideIt(part('c')!) }] : act
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

/** Beside what was just brought. */
const besideIt = ({ text }: Span) => ({
  type: 'in_front_of' as const,
  target: { kind: 'reference' as const, reference: { kind: 'pronoun' as const, words: text } },
  words: text,
})

/** What is not there can only be meant to come. */
const isNew = (reference: Reference, { existing }: FrameContext) =>
  reference.kind === 'named' && !isThere(reference, existing)

/** "A round one" of what goes: the thing stays and changes; "a bigger one" too. */
function another({ skeleton }: FrameContext, reference: Reference, { text }: Span): Act | undefined {
  const attributes = looksOf(skeleton, text)
  if (attributes) return { type: 'restyle', reference, attributes }
  const size = readSizeWish(skeleton, text)
  return size && { type: 'resize', reference, size }
}

function replace(context: FrameContext, reference: Reference, span: Span): Act | undefined {
  if (!new RegExp(T).test(span.text) && /\bones?$/.test(span.text)) return another(context, reference, span)
  const object = newObject(context, span)
  return object && { type: 'replace', reference, object }
}

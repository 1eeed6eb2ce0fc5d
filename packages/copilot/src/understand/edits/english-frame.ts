import type { Reference } from '../intent.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { createFrame, referenceAt, referencesAt } from './frame.ts'
import { englishEverything, englishPhrase, englishPlacedPhrase } from './noun-phrase.ts'

const lead =
  "(?:(?:please|pls|plz|can you|could you|would you|will you|can we|could we|may i|let's|lets|let us|(?:i|we)(?:'d| would)? (?:want|like|love|need)(?: you)? to|i would like you to|i'd like you to|(?:we|you|i) should|help me(?: to)?|would you be so (?:kind|good) (?:and|as to)|be so (?:kind|good) (?:and|as to)|now|and|then|also|but|just|simply|ok|okay|hey|hi|hello|what if (?:we|you|i|one)|how about(?: we)?|what about|what happens if (?:we|i|you)|suppose (?:we|i)|maybe|perhaps|try to|try|go ahead and|first|finally|next|after that|to|so|instead|actually|if (?:we|i|you)(?: were to)?),? |[,.] ?)*"
/** What may follow the edit itself. */
export const tail =
  '(?:[, ]+(?:please|pls|thanks|thank you|for me|now|instead|too|as well|again|if possible|if you can|would you|anymore|any more|any longer|at all|completely|entirely|a bit|a little|all of (?:them|it)|both of them|every one(?: of them)?|the lot))*[ ,.]*$'
/** One thing or several in a row. */
export const several = `(?:${englishPlacedPhrase}(?:(?:, and |, | and | or | nor | plus )${englishPlacedPhrase})*|${englishEverything})`

/** A pattern behind words of politeness. */
export const frame = (pattern: string, read: Frame['read']): Frame =>
  createFrame(lead, pattern, [several, englishEverything, englishPlacedPhrase, englishPhrase], read)

/** One act for each thing that a phrase names. */
export const asMany = (
  context: FrameContext,
  span: Span | undefined,
  act: (reference: Reference) => Act,
): Act[] | undefined => {
  const whole = span && new RegExp(`^${englishEverything}$`).test(span.text) ? referenceAt(context, span) : undefined
  const references = whole ? [whole] : referencesAt(context, span, englishPlacedPhrase)
  return references.length > 0 ? references.map(act) : undefined
}

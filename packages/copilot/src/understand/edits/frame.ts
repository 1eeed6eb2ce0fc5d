import type { Intent, Reference } from '../intent.ts'
import { readPhrase } from './noun-phrase.ts'
import type { Skeleton } from './skeleton.ts'

/** What a request says of the space, as far as edits need it. */
export type FrameContext = {
  readonly skeleton: Skeleton
  readonly request: string
  /** Categories that are there. */
  readonly existing: ReadonlySet<string>
  /** The request is of colours and materials: what names a thing and a look gives it that look. */
  readonly isRestyling?: boolean
}

/** An intent without what all have. */
export type Act = Intent extends infer Each ? (Each extends Intent ? Omit<Each, 'words' | 'place'> : never) : never

/** A pattern over a skeleton and what it means; `read` returns undefined where the match says something else. */
export type Frame = {
  readonly pattern: RegExp
  /** A word without which the pattern can't match: long patterns are costly. */
  readonly when?: RegExp
  /** The pattern with anything in place of noun phrases: what it refuses, the pattern does; and it is cheap to make. */
  readonly guard?: RegExp
  read(part: (name: string) => Span | undefined, context: FrameContext): Act | readonly Act[] | undefined
}

export type Span = { readonly from: number; readonly to: number; readonly text: string }

/** Frames that need one of the words. */
export const framesWhen = (when: RegExp, frames: readonly Frame[]): Frame[] =>
  frames.map((frame) => ({ ...frame, when }))

/** A pattern behind the words that may lead to it, with its guard; `phrases` are the noun phrases in it, long ones first. */
export function createFrame(lead: string, pattern: string, phrases: readonly string[], read: Frame['read']): Frame {
  const loose = phrases.reduce((left, phrase) => left.split(phrase).join('.+?'), pattern)
  return {
    pattern: new RegExp(`^${lead}${pattern}`, 'd'),
    guard: new RegExp(loose),
    read,
  }
}

/** The first frame that reads the skeleton. */
export function readFrames(frames: readonly Frame[], context: FrameContext): readonly Act[] | undefined {
  const { text } = context.skeleton
  for (const { pattern, when, guard, read } of frames) {
    if (when && !when.test(text)) continue
    if (guard && !guard.test(text)) continue
    const match = pattern.exec(text)
    if (!match) continue
    const part = (name: string): Span | undefined => {
      const at = match.indices?.groups?.[name]
      return at && { from: at[0], to: at[1], text: text.slice(at[0], at[1]) }
    }
    const acts = read(part, context)
    if (acts) return Array.isArray(acts) ? acts : [acts as Act]
  }
  return undefined
}

export function referenceAt({ skeleton, request }: FrameContext, span: Span | undefined): Reference | undefined {
  return span && readPhrase(skeleton, request, span.from, span.to)
}

/** Several things named in a row: "the rug and the lamp". */
export function referencesAt(context: FrameContext, span: Span | undefined, phrase: string): Reference[] {
  if (!span) return []
  const references: Reference[] = []
  const one = new RegExp(`${phrase}(?=$|,| and |, and | or | nor | plus |和|、|跟|与|以及|还有)`, 'y')
  let at = 0
  while (at < span.text.length) {
    one.lastIndex = at
    const match = one.exec(span.text)
    if (!match) return []
    const reference = readPhrase(context.skeleton, context.request, span.from + at, span.from + at + match[0].length)
    if (!reference) return []
    references.push(reference)
    at += match[0].length
    const joint = /^(?:, and |,? ?and |,? ?(?:or|nor|plus) |, ?|和|、|跟|与|以及|还有)/.exec(span.text.slice(at))
    at += joint?.[0].length ?? 0
  }
  return references
}

/** True where one of the categories meant is there, or the words do not say which kind. */
export function isThere(reference: Reference, existing: ReadonlySet<string>): boolean {
  return reference.kind !== 'named' || reference.categories.some((category) => existing.has(category))
}

import type { Meaning } from './meaning.ts'

export type Entry = readonly [Meaning, readonly string[]]
export type Entries = readonly Entry[]

/** A meaning with the phrases that have it: lists of phrases parted by commas, lower case. */
export const entry = (meaning: Meaning, ...lists: readonly string[]): Entry => [
  meaning,
  lists.flatMap((list) =>
    list
      .split(',')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  ),
]

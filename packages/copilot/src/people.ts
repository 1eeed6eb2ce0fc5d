import type { Brief, Occupants } from '@enfilade/layout'
import { createBriefBuilder } from './understand/brief-builder.ts'
import { readMeasures } from './understand/measures.ts'
import { tokenize } from './understand/tokenize.ts'

/** Reads free words about who lives here ("a couple with a baby", 「两位老人」). */
export function readPeople(
  words: string | undefined,
): { readonly occupants: Occupants; readonly pack?: Brief['pack'] } | undefined {
  if (!words?.trim()) return undefined
  const builder = createBriefBuilder(new Set())
  builder.readClause(readMeasures(tokenize(words), words), words)
  const { occupants, pack } = builder.brief('generic', words)
  return occupants ? { occupants, ...(pack ? { pack } : {}) } : undefined
}

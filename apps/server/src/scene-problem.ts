import type { Diagnostic } from '@enfilade/language'
import { Problem } from './problem.ts'

/** A scene that can't be read: says what is wrong first, and lists the rest. */
export function sceneProblem(diagnostics: readonly Diagnostic[]): Problem {
  const errors = diagnostics.filter((each) => each.severity === 'error')
  const [first] = errors
  const place = first && first.to > 0 ? ` (line ${first.line})` : ''
  const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : ''
  return new Problem(422, 'scene-not-read', `${first?.message ?? 'The scene can not be read.'}${place}${more}`, {
    cure: 'Mend what the diagnostics name; nothing was changed.',
    details: { diagnostics },
  })
}

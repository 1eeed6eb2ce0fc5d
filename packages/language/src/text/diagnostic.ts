export type Severity = 'error' | 'warning' | 'note'

/** What is odd about a text, and where. */
export type Diagnostic = {
  readonly code: string
  readonly message: string
  /** Offsets into the text, UTF-16 units; `to` is exclusive. Both 0 for a value that came without text. */
  readonly from: number
  readonly to: number
  /** Both count from 1. */
  readonly line: number
  readonly column: number
  readonly severity: Severity
  /** Where in a Scene JSON value, as `objects[3].center`. Absent for scripts. */
  readonly path?: string
}

/** A text of oddities must not cost more memory than the text: later ones are only counted. */
export const MAX_DIAGNOSTICS = 1000

/** Collects diagnostics up to `MAX_DIAGNOSTICS`; the last one then says how many more there are. */
export function createDiagnosticList(): { add(diagnostic: Diagnostic): void; finish(): Diagnostic[] } {
  const list: Diagnostic[] = []
  let omitted = 0
  return {
    add(diagnostic) {
      if (list.length < MAX_DIAGNOSTICS) list.push(diagnostic)
      else omitted++
    },
    finish() {
      if (omitted === 0) return list
      const last = list.at(-1)!
      const message = `${omitted} more oddities are not listed.`
      return [...list, { ...last, code: 'more', message, severity: 'note' }]
    },
  }
}

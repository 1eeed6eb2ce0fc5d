import type { SceneDocument } from '@enfilade/scene'
import type { Diagnostic } from '../text/diagnostic.ts'
import type { ScriptEntity } from '../text/entity.ts'
import { type ParsedEntities, type ParseOptions, parseScriptEntities, type ScriptLine } from '../text/parse-entities.ts'
import { type ScriptReading, scriptToDocument } from './script-to-document.ts'

export type ParsedScript = {
  readonly document: SceneDocument
  readonly diagnostics: readonly Diagnostic[]
  /** The file as text. */
  readonly text: ParsedEntities
  /** The lines of each record. */
  readonly origins: ScriptReading['origins']
}

/** Reads a spatial script, core or with lines of ours, into a scene. Never throws; what it cannot read it reports. */
export function parseScript(text: string, options: ParseOptions = {}): ParsedScript {
  const parsed = parseScriptEntities(text, options)
  const reading = scriptToDocument(parsed.entities)
  const diagnostics = [...parsed.diagnostics, ...locateNotes(reading.notes, parsed.lines, options.strict ?? false)]
  return { document: reading.document, diagnostics, text: parsed, origins: reading.origins }
}

function locateNotes(notes: ScriptReading['notes'], lines: readonly ScriptLine[], strict: boolean): Diagnostic[] {
  if (notes.length === 0) return []
  const lineOf = new Map<ScriptEntity, ScriptLine>()
  for (const line of lines) if (line.entity) lineOf.set(line.entity, line)
  return notes.slice(0, 1000).map(({ entity, code, message }) => {
    const { from, to, line } = lineOf.get(entity)!
    return { code, message, from, to, line, column: 1, severity: strict ? 'error' : 'warning' }
  })
}

import { diffDocuments, type Id, isEmptyChange, type SceneDocument } from '@enfilade/scene'
import {
  CORE_KINDS,
  type CoreEntity,
  type CoreKind,
  EXTENSION_KINDS,
  type ExtensionEntity,
  type ScriptEntity,
  type ScriptId,
} from '../text/entity.ts'
import type { ScriptLine } from '../text/parse-entities.ts'
import { type KeyRange, parseExtension } from '../text/parse-extension.ts'
import { writeArguments, writeEntity } from '../text/write-entities.ts'
import { documentToScript, type Naming, writeScript } from './document-to-script.ts'
import { type ParsedScript, parseScript } from './parse-script.ts'
import { isSameValue } from './same-value.ts'
import type { Origin } from './script-to-document.ts'
import { applyTextEdits, cutLines, joinEdits, replaceMiddle, type TextEdit } from './text-edit.ts'

/**
 * The smallest edits that make an author's text say `after` where it says `before`. Order of lines, blank lines, lines
 * of other kinds, lines that are half typed and the spelling of every argument that stays stay as they are.
 *
 * @param before The document that the text said when it could last be read.
 * @returns Edits in order; offsets count in the text as it is now.
 */
export function editScript(text: string, before: SceneDocument, after: SceneDocument): TextEdit[] {
  const parsed = parseScript(text)
  const edits = createEdits(text, parsed, before, after)
  if (!isInStep(parsed.document, before)) return edits
  // The text was whole, so it has to be whole again.
  if (isInStep(parseScript(applyTextEdits(text, edits)).document, after)) return edits
  return replaceMiddle(text, writeScript(after))
}

function isInStep(a: SceneDocument, b: SceneDocument): boolean {
  return isEmptyChange(diffDocuments(a, b))
}

function createEdits(text: string, parsed: ParsedScript, before: SceneDocument, after: SceneDocument): TextEdit[] {
  const naming = namesIn(parsed)
  const old = documentToScript(before, naming).origins
  const now = documentToScript(after, naming).origins
  const lineOf = new Map<ScriptEntity, ScriptLine>()
  for (const line of parsed.text.lines) if (line.entity) lineOf.set(line.entity, line)
  const edits: TextEdit[] = []
  const cut = new Set<ScriptLine>()
  const added: ScriptEntity[] = []
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const written: Origin = parsed.origins.get(id) ?? {}
    for (const part of ['core', 'extension'] as const) {
      const [was, is, own] = [old.get(id)?.[part], now.get(id)?.[part], written[part]]
      if (isSameLine(was, is)) continue
      const line = own && lineOf.get(own)
      if (is && line && own.kind === is.kind) edits.push(...editLine(text, line, is))
      else if (is) added.push(is)
      if (line && (!is || own.kind !== is.kind)) cut.add(line)
    }
  }
  const additions = placeLines(text, parsed, added, cut)
  return joinEdits(text, [...edits, ...cutLines(text, parsed.text.lines, cut), ...additions])
}

/** The core ids that the text uses for records. */
function namesIn(parsed: ParsedScript): Naming {
  const naming = new Map<Id, { readonly kind: CoreKind; readonly id: ScriptId }>()
  for (const [id, { core }] of parsed.origins) if (core) naming.set(id, core)
  return naming
}

function isSameLine(a: ScriptEntity | undefined, b: ScriptEntity | undefined): boolean {
  if (!a || !b || a.kind === 'unknown' || b.kind === 'unknown') return a === b
  return a.kind === b.kind && isSameValue(writeArguments(a), writeArguments(b))
}

/** Edits of one line, argument by argument. */
function editLine(text: string, line: ScriptLine, entity: CoreEntity | ExtensionEntity): TextEdit[] {
  return 'properties' in entity ? editProperties(text, line, entity) : editNumbers(text, line, entity)
}

function editNumbers(text: string, line: ScriptLine, entity: CoreEntity): TextEdit[] {
  const written = writeArguments(line.entity as CoreEntity)
  let at = openOf(text, line) + 1
  return writeArguments(entity).flatMap((argument, i): TextEdit[] => {
    const from = at
    while (text[at] !== ',' && text[at] !== ')') at++
    const to = at++
    return argument === written[i] ? [] : [trimmed(text, from, to, argument)]
  })
}

function editProperties(text: string, line: ScriptLine, entity: ExtensionEntity): TextEdit[] {
  const written = line.entity as ExtensionEntity
  const [old, now] = [argumentsByKey(written), argumentsByKey(entity)]
  const keys = new Map<string, KeyRange>()
  const open = openOf(text, line)
  parseExtension(written.kind, written.id, text, open + 1, line.to, () => {}, keys)
  const edits: TextEdit[] = []
  for (const [key, range] of keys) {
    const argument = now.get(key)
    if (argument === undefined) edits.push(cutArgument(text, range.from, range.to))
    else if (argument !== old.get(key))
      edits.push(trimmed(text, range.valueFrom, range.to, argument.slice(key.length + 1)))
  }
  const fresh = [...now].filter(([key]) => !keys.has(key)).map(([, argument]) => argument)
  if (fresh.length === 0) return edits
  const last = Math.max(open, ...[...keys.values()].map(({ to }) => to))
  const at = text.indexOf(')', last)
  const hasArguments = written.target !== undefined || [...now.keys()].some((key) => keys.has(key))
  return [...edits, { from: at, to: at, insert: `${hasArguments ? ',' : ''}${fresh.join(',')}` }]
}

/** The keyed arguments of a line, as they are written. */
function argumentsByKey(entity: ExtensionEntity): ReadonlyMap<string, string> {
  const keyed = writeArguments(entity).slice(entity.target ? 1 : 0)
  return new Map([...entity.properties.keys()].map((key, i) => [key, keyed[i]!]))
}

/** Offset of the parenthesis that opens the line's arguments. */
function openOf(text: string, line: ScriptLine): number {
  return text.indexOf('(', text.indexOf('=', line.from))
}

/** Takes a keyed argument out with the comma before it, or after it where it is the first. */
function cutArgument(text: string, from: number, to: number): TextEdit {
  if (text[from - 1] === ',') return { from: from - 1, to, insert: '' }
  return { from, to: text[to] === ',' ? to + 1 : to, insert: '' }
}

/** Replaces what is between the spaces. */
function trimmed(text: string, from: number, to: number, insert: string): TextEdit {
  const old = text.slice(from, to)
  const lead = old.length - old.trimStart().length
  const trail = old.trim() === '' ? 0 : old.length - old.trimEnd().length
  return { from: from + (trail || old.trim() ? lead : 0), to: to - trail, insert }
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [...CORE_KINDS, ...EXTENSION_KINDS].map((kind, rank) => [kind, rank]),
)

/** New lines go after the last one of their kind, else where the canonical order has them. */
function placeLines(
  text: string,
  parsed: ParsedScript,
  added: readonly ScriptEntity[],
  cut: ReadonlySet<ScriptLine>,
): TextEdit[] {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const kept = parsed.text.lines.filter((line) => line.entity && !cut.has(line))
  const order = [...added].sort((a, b) => RANKS.get(a.kind)! - RANKS.get(b.kind)!)
  const wholeIds = createExtensionIds(kept)
  const byAnchor = new Map<ScriptLine | undefined, string[]>()
  for (const entity of order) {
    const rank = RANKS.get(entity.kind)!
    let anchor: ScriptLine | undefined
    for (const line of kept) if ((RANKS.get(line.entity!.kind) ?? RANKS.size) <= rank) anchor = line
    const list = byAnchor.get(anchor) ?? []
    byAnchor.set(anchor, list)
    list.push(writeEntity('properties' in entity ? { ...entity, id: wholeIds(entity.kind) } : entity))
  }
  return [...byAnchor].map(([anchor, lines]): TextEdit => {
    if (anchor) return { from: anchor.to, to: anchor.to, insert: lines.map((line) => newline + line).join('') }
    const isAlone = kept.length === 0 && text.trim() === ''
    return { from: 0, to: 0, insert: lines.join(newline) + (isAlone ? '' : newline) }
  })
}

/** Free ids for new lines of our own. */
function createExtensionIds(lines: readonly ScriptLine[]): (kind: string) => ScriptId {
  const next = new Map<string, number>()
  for (const { entity } of lines) {
    if (!entity || !('properties' in entity)) continue
    next.set(entity.kind, Math.max(next.get(entity.kind) ?? 0, Number(entity.id) + 1 || 0))
  }
  return (kind) => {
    const id = next.get(kind) ?? 0
    next.set(kind, id + 1)
    return String(id)
  }
}

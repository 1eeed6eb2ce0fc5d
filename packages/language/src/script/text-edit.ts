import type { ScriptLine } from '../text/parse-entities.ts'

/** Replaces the text between two offsets. Of a list of edits all offsets count in the text before any of them. */
export type TextEdit = { readonly from: number; readonly to: number; readonly insert: string }

/** The text with the edits made. @param edits In order, not overlapping. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}

/** Edits that take whole lines out, with their line breaks. */
export function cutLines(text: string, lines: readonly ScriptLine[], cut: ReadonlySet<ScriptLine>): TextEdit[] {
  const edits: TextEdit[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!cut.has(lines[i]!)) continue
    const first = i
    while (i + 1 < lines.length && cut.has(lines[i + 1]!)) i++
    const next = lines[i + 1]
    // Without a next line the break before goes; with one, the break after.
    const from = next || first === 0 ? lines[first]!.from : lines[first - 1]!.to
    edits.push({ from, to: next ? next.from : text.length, insert: '' })
  }
  return edits
}

/** Edits in order, those that touch made one, those that change nothing left out. */
export function joinEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = []
  const order = [...edits].sort((a, b) => a.from - b.from || a.to - b.to)
  for (const edit of order) {
    const last = joined.at(-1)
    if (last && edit.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, edit.to), insert: last.insert + edit.insert }
    } else joined.push(edit)
  }
  return joined.filter(({ from, to, insert }) => text.slice(from, to) !== insert)
}

/** The one edit that turns a text into another: what lies between their common start and end. */
export function replaceMiddle(text: string, next: string): TextEdit[] {
  if (text === next) return []
  const shortest = Math.min(text.length, next.length)
  let start = 0
  while (start < shortest && text[start] === next[start]) start++
  let end = 0
  while (end < shortest - start && text[text.length - 1 - end] === next[next.length - 1 - end]) end++
  return [{ from: start, to: text.length - end, insert: next.slice(start, next.length - end) }]
}

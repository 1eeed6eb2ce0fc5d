import { type Change, diffDocuments, type SceneDocument } from '@enfilade/scene'

export type TextEdit = { readonly from: number; readonly to: number; readonly insert: string }

export type ScriptDiagnostic = {
  readonly message: string
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'note'
}

/** What the session needs of the script language. */
export type ScriptLanguage = {
  write(document: SceneDocument): string
  parse(text: string): { readonly document: SceneDocument; readonly diagnostics: readonly ScriptDiagnostic[] }
  /** Smallest edits that make a text which says `before` say `after`. Offsets refer to `text`, ascending. */
  edit(text: string, before: SceneDocument, after: SceneDocument): readonly TextEdit[]
}

export type TypedOutcome = {
  readonly diagnostics: readonly ScriptDiagnostic[]
  /** What the person changed since the text was last valid; absent while it has errors. */
  readonly change?: Change
}

/**
 * A script and a scene that follow each other. What a person types becomes a change of exactly that; what others do
 * becomes edits of exactly those places. While the text has errors the scene keeps its last valid state, and edits of
 * others still come into the text around what is being typed.
 */
export type ScriptSession = {
  readonly text: string
  typed(text: string): TypedOutcome
  /** The scene changed. @returns the edits that the shown text needs; they are already in `text`. */
  heard(document: SceneDocument): readonly TextEdit[]
}

export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return result + text.slice(at)
}

export function createScriptSession(language: ScriptLanguage, document: SceneDocument): ScriptSession {
  let text = language.write(document)
  /** The last text without errors, kept up with the scene: what the person changed is the difference to it. */
  let validText = text
  let seen = document

  return {
    get text() {
      return text
    },
    typed(next) {
      text = next
      const { document: said, diagnostics } = language.parse(next)
      if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return { diagnostics }
      const change = diffDocuments(language.parse(validText).document, said)
      validText = next
      return { diagnostics, change }
    },
    heard(next) {
      const edits = language.edit(text, seen, next)
      const isValid = text === validText
      if (!isValid) validText = applyTextEdits(validText, language.edit(validText, seen, next))
      text = applyTextEdits(text, edits)
      if (isValid) validText = text
      seen = next
      return edits
    },
  }
}

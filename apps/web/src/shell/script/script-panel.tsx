import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { editScript, parseScript, writeScript } from '@enfilade/language'
import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { scriptHighlighting } from './script-highlight.ts'
import { createScriptSession, type ScriptDiagnostic, type ScriptLanguage } from './script-session.ts'
import './script.css'

/** Typing rests this long before it becomes an edit. */
const restMs = 350

const language: ScriptLanguage = {
  write: (document) => writeScript(document),
  parse: (text) => parseScript(text, { strict: true }),
  edit: (text, before, after) => editScript(text, before, after),
}

function toLint(diagnostic: ScriptDiagnostic, length: number): Diagnostic {
  const severity = diagnostic.severity === 'note' ? 'info' : diagnostic.severity
  const from = Math.min(diagnostic.from, length)
  return { from, to: Math.min(Math.max(diagnostic.to, from), length), severity, message: diagnostic.message }
}

/** The space as text, live both ways. */
export function ScriptPanel() {
  const { t } = useI18n()
  const editor = useEditor()
  const session = createScriptSession(language, editor.document())
  const [errors, setErrors] = createSignal(0)
  const [firstError, setFirstError] = createSignal('')
  const editable = new Compartment()
  const editability = () => [EditorState.readOnly.of(!editor.canEdit()), EditorView.editable.of(editor.canEdit())]
  let host: HTMLDivElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWriting = false

  onMount(() => {
    const view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: session.text,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          lintGutter(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          scriptHighlighting,
          EditorView.contentAttributes.of({ 'aria-label': t('panel.script'), spellcheck: 'false' }),
          editable.of(editability()),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((step) => step.annotation(Transaction.remote))) return
            clearTimeout(timer)
            timer = setTimeout(flush, restMs)
          }),
        ],
      }),
    })

    const flush = () => {
      clearTimeout(timer)
      timer = undefined
      const { diagnostics, change } = session.typed(view.state.doc.toString())
      const { length } = view.state.doc
      const wrong = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
      const first = wrong[0]
      setErrors(wrong.length)
      if (first) {
        const line = view.state.doc.lineAt(Math.min(first.from, length)).number
        setFirstError(`${t('script.line', { line })}: ${first.message}`)
      }
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((diagnostic) => toLint(diagnostic, length)),
        ),
      )
      if (!change) return
      isWriting = true
      editor.applyChange(change, 'script', { coalesce: 'script' })
      isWriting = false
      follow()
    }
    const follow = () => {
      const changes = session.heard(editor.document())
      if (changes.length === 0) return
      view.dispatch({
        changes: [...changes],
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      })
    }
    // What is typed but not yet an edit goes first, so that the edits of others find the text that they are for.
    createEffect(
      on(
        editor.document,
        () => {
          if (isWriting) return
          if (timer !== undefined) flush()
          follow()
        },
        { defer: true },
      ),
    )
    // The editor's line heights are measured again when the fonts have come: a click would otherwise land a line off.
    void document.fonts.ready.then(() => view.requestMeasure())
    createEffect(on(editor.canEdit, () => view.dispatch({ effects: editable.reconfigure(editability()) })))
    onCleanup(() => {
      if (timer !== undefined) flush()
      view.destroy()
    })
  })

  return (
    <div class="script">
      <div class="script-editor" ref={host} />
      <footer class="script-foot" role="status">
        <Show when={errors() > 0} fallback={<span>{editor.canEdit() ? t('script.live') : t('script.read-only')}</span>}>
          <span class="script-errors">
            <span>{firstError()}</span>
            <span>{t('script.errors', { count: errors() })}</span>
          </span>
        </Show>
      </footer>
    </div>
  )
}

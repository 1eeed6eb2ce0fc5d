import { createSceneStore, writeDocument } from '@enfilade/scene-yjs'
import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEditor, EditorProvider } from '../src/editor/session.tsx'
import { I18nProvider, useI18n } from '../src/i18n/i18n.tsx'
import { PlanView, SceneView, ToolHost } from '../src/views/index.ts'
import { Show } from 'solid-js'
import { buildSampleFlat } from './sample-flat.ts'
import '../src/styles/index.css'
import '../src/shell/editor-layout.css'

/** The views alone, over a flat made in code: open /dev/views.html while `vite` serves this folder. */
function Bench() {
  const { locale } = useI18n()
  const ydoc = new Y.Doc()
  let count = 0
  const createId = () => `x${(count++).toString(36).padStart(4, '0')}`
  const parameters = new URLSearchParams(location.search)
  if (!parameters.has('empty')) writeDocument(ydoc, buildSampleFlat(createId), { type: 'import' })
  void createSceneStore
  const [role] = createSignal<'edit' | 'view'>(parameters.has('view') ? 'view' : 'edit')
  const editor = createEditor({
    ydoc,
    awareness: new Awareness(ydoc),
    user: { id: 'me', name: 'Me', color: '#17685d' },
    role,
    locale,
    createId,
    onRefused: (refusal) => console.warn(refusal.code, refusal.message),
  })
  editor.view.setMode((parameters.get('mode') ?? 'split') as 'split')
  Object.assign(window, { editor })
  const mode = editor.view.mode
  return (
    <EditorProvider editor={editor}>
      <ToolHost>
        <div style={{ display: 'grid', 'grid-auto-flow': 'column', 'grid-auto-columns': '1fr', height: '100vh' }}>
          <Show when={mode() === 'plan' || mode() === 'split'}>
            <PlanView />
          </Show>
          <Show when={mode() !== 'plan'}>
            <SceneView />
          </Show>
        </div>
      </ToolHost>
    </EditorProvider>
  )
}

render(
  () => (
    <I18nProvider>
      <Bench />
    </I18nProvider>
  ),
  document.getElementById('root')!,
)

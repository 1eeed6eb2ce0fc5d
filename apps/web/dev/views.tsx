import { type Change, createEmptyDocument } from '@enfilade/scene'
import { writeDocument } from '@enfilade/scene-yjs'
import { createSignal, Show } from 'solid-js'
import { render } from 'solid-js/web'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEditor, type Editor, EditorProvider } from '../src/editor/session.tsx'
import { I18nProvider, useI18n } from '../src/i18n/i18n.tsx'
import { PlanView, SceneView, ToolHost } from '../src/views/index.ts'
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
  const document = parameters.has('empty') ? createEmptyDocument() : buildSampleFlat(createId)
  writeDocument(ydoc, document, { type: 'import' })
  const [role] = createSignal<'edit' | 'view'>(parameters.has('view') ? 'view' : 'edit')
  const awareness = new Awareness(ydoc)
  const editor = createEditor({
    ydoc,
    awareness,
    user: { id: 'me', name: 'Me', color: '#17685d' },
    role,
    locale,
    createId,
    onRefused: (refusal) => console.warn(refusal.code, refusal.message),
  })
  editor.view.setMode((parameters.get('mode') ?? 'split') as 'split')
  if (parameters.has('peers')) addPeer(awareness, editor)
  if (parameters.has('ghosts')) showGhosts(editor, createId)
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

/** Somebody else, as awareness would bring them. */
function addPeer(awareness: Awareness, editor: Editor): void {
  const level = editor.view.level()
  const sofa = editor.scene().items.find((item) => item.category === 'sofa')
  awareness.states.set(99, {
    user: { id: 'wen', name: '文 Wen', color: '#8a5a9c' },
    cursor: { view: 'plan', level, point: [3.2, 4.4, 0] },
    selection: sofa ? [sofa.id] : [],
    camera: { mode: 'walk', scene: { eye: [4.6, 4.6, 1.6], target: [3.6, 3.6, 1.5] } },
    draft: null,
    proposal: null,
  })
  awareness.emit('change', [{ added: [99], updated: [], removed: [] }, 'test'])
}

/** A proposal of two groups. */
function showGhosts(editor: Editor, createId: () => string): void {
  const level = editor.view.level()
  const item = (category: string, x: number, y: number, size: readonly [number, number, number]) => ({
    kind: 'item',
    level,
    category,
    pose: { x, y, z: 0, yaw: 0 },
    size,
    support: { on: 'floor' },
  })
  const group = (id: string, added: object) => ({
    id,
    title: { en: id, zh: id },
    reason: { en: '', zh: '' },
    measurements: [],
    items: Object.keys(added),
    change: { added, removed: {}, updated: {} } as Change,
  })
  editor.view.setProposal({
    id: 'p',
    status: 'open',
    prompt: '',
    by: 'me',
    unmet: [],
    report: '',
    groups: [
      group('lounge', {
        [createId()]: item('armchair', 1, 1.7, [0.8, 0.8, 0.8]),
        [createId()]: item('side_table', 0.6, 2.5, [0.45, 0.45, 0.5]),
      }),
      group('shelf', { [createId()]: item('sideboard', 4.9, 0.9, [0.9, 0.4, 0.8]) }),
    ],
  })
}

render(
  () => (
    <I18nProvider>
      <Bench />
    </I18nProvider>
  ),
  document.getElementById('root')!,
)

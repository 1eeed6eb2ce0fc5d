import { Show } from 'solid-js'
import { useViewState } from '../editor/session.tsx'
import { InteractionProvider } from '../interaction/index.ts'
import { PlanView, SceneView } from '../views/index.ts'

/** Plan, 3D or both, side by side, of one document. */
export function EditorViews() {
  const view = useViewState()
  return (
    <InteractionProvider>
      <div class="views" data-mode={view.mode()}>
        <Show when={view.mode() === 'plan' || view.mode() === 'split'}>
          <div class="view">
            <PlanView />
          </div>
        </Show>
        <Show when={view.mode() !== 'plan'}>
          <div class="view">
            <SceneView />
          </div>
        </Show>
      </div>
    </InteractionProvider>
  )
}

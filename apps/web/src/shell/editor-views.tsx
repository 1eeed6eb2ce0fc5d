import { Match, Switch } from 'solid-js'
import { useViewState } from '../editor/session.tsx'
import { InteractionProvider, PlanView, SceneView, SplitView } from '../views/index.ts'

/** Plan, 3D or both, side by side, of one document. */
export function EditorViews() {
  const view = useViewState()
  return (
    <InteractionProvider>
      <Switch
        fallback={
          <div class="views">
            <div class="view">
              <SceneView />
            </div>
          </div>
        }
      >
        <Match when={view.mode() === 'plan'}>
          <div class="views">
            <div class="view">
              <PlanView />
            </div>
          </div>
        </Match>
        <Match when={view.mode() === 'split'}>
          <SplitView />
        </Match>
      </Switch>
    </InteractionProvider>
  )
}

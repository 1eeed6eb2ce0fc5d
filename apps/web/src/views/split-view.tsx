import { PlanView } from './plan/plan-view.tsx'
import { SceneView } from './scene3d/scene-view.tsx'

/** Plan and 3D beside each other, over one interaction. */
export function SplitView() {
  return (
    <div class="views" data-mode="split">
      <div class="view">
        <PlanView />
      </div>
      <div class="view">
        <SceneView />
      </div>
    </div>
  )
}

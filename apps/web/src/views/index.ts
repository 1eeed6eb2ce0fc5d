export { InteractionProvider, InteractionProvider as ToolHost } from '../interaction/interaction-context.tsx'
export { PlanView } from './plan/plan-view.tsx'
export { SceneView } from './scene3d/scene-view.tsx'
export { SplitView } from './split-view.tsx'

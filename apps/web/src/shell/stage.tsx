import { lazy, Suspense } from 'solid-js'
import { Logo } from '../controls/logo.tsx'
import { PanelBoundary } from './panel-boundary.tsx'

const EditorViews = lazy(() => import('./editor-views.tsx').then((module) => ({ default: module.EditorViews })))

/** The views come in their own bundle; the frame around them is there at once. */
export function Stage() {
  return (
    <PanelBoundary>
      <Suspense
        fallback={
          <div class="stage-wait">
            <Logo size={34} />
          </div>
        }
      >
        <EditorViews />
      </Suspense>
    </PanelBoundary>
  )
}

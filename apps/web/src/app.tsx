import { Route, Router } from '@solidjs/router'
import { lazy, Suspense } from 'solid-js'
import { ToastRegion } from './controls/toast.tsx'
import { HomePage } from './home/home-page.tsx'
import { I18nProvider } from './i18n/i18n.tsx'
import { ProblemPage } from './problem/problem-page.tsx'
import { EditorSkeleton } from './shell/editor-skeleton.tsx'

// The editor brings three.js and CodeMirror; Home must not wait for them.
const SpacePage = lazy(() => import('./shell/space-page.tsx').then((module) => ({ default: module.SpacePage })))
const LinkPage = lazy(() => import('./shell/space-page.tsx').then((module) => ({ default: module.LinkPage })))

export function App() {
  return (
    <I18nProvider>
      <Router root={(props) => <Suspense fallback={<EditorSkeleton />}>{props.children}</Suspense>}>
        <Route path="/" component={HomePage} />
        <Route path="/s/:id" component={SpacePage} />
        <Route path="/l/:token" component={LinkPage} />
        <Route path="*" component={() => <ProblemPage problem="not-found" />} />
      </Router>
      <ToastRegion />
    </I18nProvider>
  )
}

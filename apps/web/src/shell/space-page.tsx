import { useParams } from '@solidjs/router'
import { createResource, ErrorBoundary, Match, Show, Switch } from 'solid-js'
import { type Account, fetchAccount } from '../api/person.ts'
import { ApiError } from '../api/request.ts'
import { type OpenSpace, openLink, openSpace } from '../api/spaces.ts'
import { createId } from '../editor/create-id.ts'
import { type Problem, ProblemPage } from '../problem/problem-page.tsx'
import { EditorSkeleton } from './editor-skeleton.tsx'
import { SpaceSession } from './space-session.tsx'

type Opened = { readonly space: OpenSpace; readonly account: Account }

async function open(load: Promise<OpenSpace>): Promise<Opened> {
  // The account only decorates: a link opens for somebody without one.
  const account = fetchAccount().catch((): Account => ({ id: createId() }))
  return { space: await load, account: await account }
}

function problemOf(error: unknown, isLink: boolean): Problem {
  if (!(error instanceof ApiError)) return 'broken'
  if (error.status === 0) return 'unreachable'
  if (isLink && [401, 403, 404, 410].includes(error.status)) return 'link-gone'
  if (error.status === 404 || error.status === 410) return 'no-space'
  if (error.status === 401 || error.status === 403) return 'no-access'
  return 'broken'
}

function OpenedSpace(props: { load: () => Promise<Opened>; isLink: boolean }) {
  const [opened, { refetch }] = createResource(() => props.load())
  return (
    <Switch>
      <Match when={opened.error}>
        <ProblemPage problem={problemOf(opened.error, props.isLink)} onRetry={() => refetch()} />
      </Match>
      <Match when={opened.loading}>
        <EditorSkeleton />
      </Match>
      <Match when={opened()} keyed>
        {(ready) => (
          <ErrorBoundary
            fallback={(error) => {
              console.error(error)
              return <ProblemPage problem="broken" onRetry={() => location.reload()} />
            }}
          >
            <SpaceSession
              space={ready.space}
              account={ready.account}
              onReopen={() => refetch()}
              isLink={props.isLink}
            />
          </ErrorBoundary>
        )}
      </Match>
    </Switch>
  )
}

/** The editor on a space of one's own. */
export function SpacePage() {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <OpenedSpace isLink={false} load={() => open(openSpace(id))} />}
    </Show>
  )
}

/** The editor by a link: opens at once, with the link's role. */
export function LinkPage() {
  const params = useParams<{ token: string }>()
  return (
    <Show when={params.token} keyed>
      {(token) => <OpenedSpace isLink load={() => open(openLink(token))} />}
    </Show>
  )
}

import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Account, renameAccount } from '../api/person.ts'
import { ApiError } from '../api/request.ts'
import { type OpenSpace, openLink, openSpace, renameSpace } from '../api/spaces.ts'
import { showToast } from '../controls/toast.tsx'
import { createId } from '../editor/create-id.ts'
import { createPerson } from '../editor/person.ts'
import { createEditor, EditorProvider, type Role } from '../editor/session.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createErrorToast } from '../problem/error-toast.ts'
import { ProblemPage } from '../problem/problem-page.tsx'
import { createConnection } from './connection.ts'
import { createCopilot } from './copilot/copilot.ts'
import { EditorLayout } from './editor-layout.tsx'
import { EditorSkeleton } from './editor-skeleton.tsx'
import { createFilm } from './film/film.ts'
import { createLooks } from './look/looks.ts'
import { createRealisation } from './look/realisation.ts'
import { createRefusalToast } from './refusal-toast.ts'
import { rememberedName, rememberName } from './remembered-name.ts'
import { SpaceProvider } from './space-context.tsx'

/** One visit to one space: its document, its line to the server and its editor, all ended together. */
export function SpaceSession(props: { space: OpenSpace; account: Account; isLink: boolean; onReopen(): void }) {
  const { t, locale } = useI18n()
  const showError = createErrorToast()
  // A visit is of one space: the page makes a new session for another.
  const { space, account } = props
  const ydoc = new Y.Doc()
  const awareness = new Awareness(ydoc)
  const connection = createConnection(ydoc, awareness, space)
  const [role, setRole] = createSignal<Role>(space.role)
  const [name, setName] = createSignal(space.name)
  const [isGone, setGone] = createSignal(false)
  const user = createPerson(account.id, rememberedName() ?? account.name, locale())
  const editor = createEditor({
    ydoc,
    awareness,
    user,
    role,
    readOnlyReason: connection.readOnlyReason,
    locale,
    createId,
    onRefused: createRefusalToast(),
  })
  const copilot = createCopilot({ space, editor })
  const looks = createLooks({ space, editor, copilot })
  const realisation = createRealisation({ space, editor })
  const film = createFilm({ space, editor })
  onCleanup(() => {
    awareness.destroy()
    ydoc.destroy()
  })
  createEffect(
    on(
      editor.presence.me,
      (me) => {
        rememberName(me.name)
        // The name is known here in any case; a visitor by link alone has nowhere else to keep it.
        renameAccount(me.name).catch(() => undefined)
      },
      { defer: true },
    ),
  )
  createEffect(() => {
    document.title = `${name() || t('space.untitled')} · ${t('app.name')}`
  })

  createEffect(
    on(connection.role, (now) => {
      if (!now || now === role()) return
      setRole(now)
      showToast({ kind: 'note', text: t('share.role-now', { role: t(`role.${now}`) }) })
    }),
  )
  // The server ends a connection when access is taken away: ask what is left of it.
  createEffect(
    on(connection.ended, async (end) => {
      if (!end) return
      try {
        const now = await (space.token ? openLink(space.token) : openSpace(space.id))
        if (now.role !== role()) showToast({ kind: 'note', text: t('share.role-now', { role: t(`role.${now.role}`) }) })
        setRole(now.role)
        connection.reconnect()
      } catch (error) {
        if (error instanceof ApiError && error.status !== 0 && error.status < 500) setGone(true)
        else setTimeout(() => connection.reconnect(), 3000)
      }
    }),
  )

  const context = {
    space,
    account,
    name,
    async rename(next: string) {
      const before = name()
      setName(next)
      try {
        await renameSpace(space, next)
      } catch (error) {
        setName(before)
        showError(t('space.rename-failed'), error)
      }
    },
    connection,
    copilot,
    looks,
    realisation,
    film,
  }
  const isReady = createMemo(() => connection.isLoaded())
  return (
    <Show
      when={!isGone()}
      fallback={<ProblemPage problem={props.isLink ? 'link-gone' : 'no-access'} onRetry={props.onReopen} />}
    >
      <Show when={isReady()} fallback={<EditorSkeleton />}>
        <EditorProvider editor={editor}>
          <SpaceProvider value={context}>
            <EditorLayout />
          </SpaceProvider>
        </EditorProvider>
      </Show>
    </Show>
  )
}

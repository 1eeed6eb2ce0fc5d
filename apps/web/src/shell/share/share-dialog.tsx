import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import {
  changeLink,
  createLink,
  type LinkRole,
  linkRoles,
  listLinks,
  revokeLink,
  type ShareLink,
} from '../../api/links.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { Select } from '../../controls/select.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { createErrorToast } from '../../problem/error-toast.ts'
import { useSpace } from '../space-context.tsx'
import { CopyField } from './copy-field.tsx'
import { LinkRow } from './link-row.tsx'
import './share.css'

const expiries = ['never', 'day', 'week', 'month'] as const
type Expiry = (typeof expiries)[number]
const expiryHours = { day: 24, week: 168, month: 720 } as const

function expiresAt(expiry: Expiry): string | undefined {
  return expiry === 'never' ? undefined : new Date(Date.now() + expiryHours[expiry] * 3_600_000).toISOString()
}

/** Links to the space: what each allows, how long, and taking it back. */
export function ShareDialog(props: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t } = useI18n()
  const { space } = useSpace()
  const showError = createErrorToast()
  const [expiry, setExpiry] = createSignal<Expiry>('never')
  const [made, setMade] = createSignal<ShareLink>()
  const [isBusy, setBusy] = createSignal(false)
  let body: HTMLDivElement | undefined
  const [links, { refetch }] = createResource(
    () => props.open,
    (isOpen) => (isOpen ? listLinks(space) : []),
  )
  const standing = () => (links.error ? [] : (links.latest ?? []).filter((link) => !link.isRevoked))

  const run = async (what: () => Promise<unknown>, failure: string) => {
    setBusy(true)
    try {
      await what()
      await refetch()
    } catch (error) {
      showError(failure, error)
    } finally {
      setBusy(false)
      // The button that was pressed may be gone; the keyboard must stay in the dialog.
      if (document.activeElement === document.body) body?.closest<HTMLElement>('.dialog')?.focus()
    }
  }
  const create = (role: LinkRole) =>
    run(async () => setMade(await createLink(space, role, expiresAt(expiry()))), t('share.create-failed'))

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('share.title')}
      description={t('share.lead')}
      width={520}
    >
      <div class="share-create" ref={body}>
        <ul class="share-roles">
          <For each={linkRoles}>
            {(role) => (
              <li>
                <div>
                  <h3>{t(`share.${role}`)}</h3>
                  <p>{t(`share.${role}.detail`)}</p>
                </div>
                <button
                  type="button"
                  class="button small"
                  data-testid={`share-create-${role}`}
                  disabled={isBusy()}
                  onClick={() => create(role)}
                >
                  {t('share.create')}
                </button>
              </li>
            )}
          </For>
        </ul>
        <div class="share-expiry">
          <span>{t('share.expires')}</span>
          <Select<Expiry>
            label={t('share.expires')}
            value={expiry()}
            onChange={setExpiry}
            options={expiries.map((value) => ({ value, label: t(`expiry.${value}`) }))}
          />
        </div>
      </div>
      <Show when={made()}>
        {(link) => (
          <div class="share-made">
            <h3>{t('share.made', { role: t(`share.${link().role}`) })}</h3>
            <CopyField value={link().url ?? ''} />
            <p>{t('share.made-note')}</p>
          </div>
        )}
      </Show>
      <Switch>
        <Match when={links.error}>
          <p class="field-error" role="alert">
            {t('share.list-failed')}
          </p>
        </Match>
        <Match when={standing().length > 0}>
          <div class="share-links">
            <h3>{t('share.links')}</h3>
            <ul>
              <For each={standing()}>
                {(link) => (
                  <LinkRow
                    link={link}
                    onRole={(role) => run(() => changeLink(space, link.id, { role }), t('share.change-failed'))}
                    onRevoke={() =>
                      run(async () => {
                        await revokeLink(space, link.id)
                        if (made()?.id === link.id) setMade(undefined)
                      }, t('share.change-failed'))
                    }
                  />
                )}
              </For>
            </ul>
          </div>
        </Match>
      </Switch>
    </Dialog>
  )
}

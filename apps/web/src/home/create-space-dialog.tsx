import { createSignal } from 'solid-js'
import { Dialog } from '../controls/dialog.tsx'
import { useI18n } from '../i18n/i18n.tsx'

export const maximumSpaceName = 120

export function CreateSpaceDialog(props: {
  open: boolean
  busy: boolean
  onOpenChange(open: boolean): void
  onCreate(name: string): void
}) {
  const { t } = useI18n()
  const [name, setName] = createSignal('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!props.busy) props.onCreate(name().trim() || t('space.untitled'))
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('home.create')}
      description={t('home.create-lead')}
    >
      <form class="create-space" onSubmit={submit}>
        <label class="field">
          <span class="field-label">{t('space.name')}</span>
          <input
            class="input large"
            data-testid="home-create-name"
            maxLength={maximumSpaceName}
            placeholder={t('space.untitled')}
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={() => props.onOpenChange(false)}>
            {t('action.cancel')}
          </button>
          <button type="submit" class="button primary" data-testid="home-create-confirm" disabled={props.busy}>
            {t('action.create')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

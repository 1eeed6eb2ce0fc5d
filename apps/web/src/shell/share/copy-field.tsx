import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'

/** A text to take along. Where the clipboard is closed to pages, it is selected for copying by hand. */
export function CopyField(props: { value: string }) {
  const { t } = useI18n()
  const [isCopied, setCopied] = createSignal(false)
  let field: HTMLInputElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value)
      setCopied(true)
      clearTimeout(timer)
      timer = setTimeout(() => setCopied(false), 2000)
    } catch {
      field?.select()
    }
  }
  return (
    <div class="copy-field">
      <input
        ref={field}
        class="input"
        data-testid="share-url"
        aria-label={t('share.url')}
        readOnly
        value={props.value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" class="button accent" onClick={copy}>
        <Show when={isCopied()} fallback={<Copy size={14} />}>
          <Check size={14} />
        </Show>
        {isCopied() ? t('action.copied') : t('action.copy')}
      </button>
    </div>
  )
}

import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { Portal } from 'solid-js/web'
import { useI18n } from '../i18n/i18n.tsx'

export type Toast = {
  readonly kind: 'note' | 'done' | 'error'
  readonly text: string
  /** What to do about it, or what it means. */
  readonly detail?: string
  readonly action?: { readonly label: string; run(): void }
  /** Default 6 s; toasts with an action or an error stay 10 s. */
  readonly durationMs?: number
  /** Called when it goes without its action having been taken. */
  onExpire?(): void
}

type ShownToast = Toast & { readonly id: number }

const [toasts, setToasts] = createSignal<readonly ShownToast[]>([])
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let nextId = 1

const maximumToasts = 3

function dismiss(toast: ShownToast, isTaken: boolean): void {
  if (!timers.has(toast.id)) return
  clearTimeout(timers.get(toast.id))
  timers.delete(toast.id)
  setToasts((shown) => shown.filter((other) => other.id !== toast.id))
  if (!isTaken) toast.onExpire?.()
}

/** Says something at the foot of the page. The same text again replaces the one that stands. */
export function showToast(toast: Toast): void {
  const shown: ShownToast = { ...toast, id: nextId++ }
  for (const other of toasts()) if (other.text === toast.text && !other.onExpire) dismiss(other, false)
  for (const other of toasts().slice(0, -(maximumToasts - 1))) dismiss(other, false)
  const durationMs = toast.durationMs ?? (toast.action || toast.kind === 'error' ? 10_000 : 6_000)
  timers.set(
    shown.id,
    setTimeout(() => dismiss(shown, false), durationMs),
  )
  setToasts((before) => [...before, shown])
}

export function ToastRegion() {
  const { t } = useI18n()
  return (
    <Portal>
      <div class="toasts" role="status" aria-live="polite">
        <For each={toasts()}>
          {(toast) => (
            <div class={`toast ${toast.kind}`} data-testid="toast">
              <Switch fallback={<Info size={17} />}>
                <Match when={toast.kind === 'error'}>
                  <CircleAlert size={17} />
                </Match>
                <Match when={toast.kind === 'done'}>
                  <CircleCheck size={17} />
                </Match>
              </Switch>
              <div class="toast-text">
                {toast.text}
                <Show when={toast.detail}>
                  <span class="toast-detail">{toast.detail}</span>
                </Show>
              </div>
              <Show when={toast.action}>
                {(action) => (
                  <button
                    type="button"
                    onClick={() => {
                      dismiss(toast, true)
                      action().run()
                    }}
                  >
                    {action().label}
                  </button>
                )}
              </Show>
              <button type="button" aria-label={t('action.close')} onClick={() => dismiss(toast, false)}>
                <X size={15} />
              </button>
            </div>
          )}
        </For>
      </div>
    </Portal>
  )
}

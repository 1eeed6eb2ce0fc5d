import { Dialog as Root } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { createEffect, on, type ParentProps, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'

export type DialogProps = ParentProps<{
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  description?: string
  /** Pixels. */
  width?: number
}>

/** A modal sheet: focus stays inside, Escape and a click outside close it. */
export function Dialog(props: DialogProps) {
  const { t } = useI18n()
  // Opened by state, not by a trigger of its own: the focus goes back to where it was.
  let before: Element | null = null
  createEffect(
    on(
      () => props.open,
      (isOpen) => {
        if (isOpen) before = document.activeElement
      },
    ),
  )
  const restoreFocus = (event: Event) => {
    event.preventDefault()
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }
  return (
    <Root open={props.open} onOpenChange={props.onOpenChange}>
      <Root.Portal>
        <Root.Overlay class="dialog-overlay" />
        <div class="dialog-place">
          <Root.Content
            class="dialog"
            onCloseAutoFocus={restoreFocus}
            style={{ '--dialog-width': `${props.width ?? 440}px` }}
          >
            <div class="dialog-head">
              <div>
                <Root.Title class="dialog-title">{props.title}</Root.Title>
                <Show when={props.description}>
                  <Root.Description class="dialog-description">{props.description}</Root.Description>
                </Show>
              </div>
              <Root.CloseButton class="icon-button" aria-label={t('action.close')}>
                <X size={18} />
              </Root.CloseButton>
            </div>
            <div class="dialog-body">{props.children}</div>
          </Root.Content>
        </div>
      </Root.Portal>
    </Root>
  )
}

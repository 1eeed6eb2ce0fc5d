import { Tooltip } from '@kobalte/core/tooltip'
import { type ComponentProps, type JSX, Show, splitProps } from 'solid-js'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  /** The accessible name and the tooltip. */
  label: string
  /** Shown as a key cap in the tooltip. */
  keys?: string
  placement?: 'top' | 'right' | 'bottom' | 'left'
  children: JSX.Element
}

/** A button that is only an icon; its name is its tooltip. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'keys', 'placement', 'children', 'class'])
  return (
    <Tooltip openDelay={450} closeDelay={60} gutter={6} placement={own.placement ?? 'bottom'}>
      <Tooltip.Trigger type="button" aria-label={own.label} class={`icon-button ${own.class ?? ''}`} {...rest}>
        {own.children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class="tooltip">
          {own.label}
          <Show when={own.keys}>
            <kbd>{own.keys}</kbd>
          </Show>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  )
}

import { Select as Root } from '@kobalte/core/select'
import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { type JSX, Show } from 'solid-js'

export type SelectOption<T extends string> = { readonly value: T; readonly label: string; readonly icon?: JSX.Element }

export type SelectProps<T extends string> = {
  label: string
  /** Draws the label above the control; otherwise it is only for screen readers. */
  labelled?: boolean
  options: readonly SelectOption<T>[]
  value: T | undefined
  onChange(value: T): void
  disabled?: boolean
  placeholder?: string
  class?: string
}

/** Chooses one of a few. */
export function Select<T extends string>(props: SelectProps<T>) {
  const chosen = () => props.options.find((option) => option.value === props.value) ?? null
  return (
    <Root<SelectOption<T>>
      class={`field ${props.class ?? ''}`}
      options={[...props.options]}
      optionValue="value"
      optionTextValue="label"
      value={chosen()}
      // Kobalte types what it gives back as nullable; a click on the chosen option must not clear it.
      onChange={(option: SelectOption<T> | null) =>
        option && option.value !== props.value && props.onChange(option.value)
      }
      disabled={props.disabled}
      disallowEmptySelection
      placeholder={props.placeholder}
      gutter={4}
      sameWidth={false}
      itemComponent={(item) => (
        <Root.Item item={item.item} class="menu-item">
          {item.item.rawValue.icon}
          <Root.ItemLabel class="grow">{item.item.rawValue.label}</Root.ItemLabel>
          <Root.ItemIndicator>
            <Check size={14} />
          </Root.ItemIndicator>
        </Root.Item>
      )}
    >
      <Root.Label class={props.labelled ? 'field-label' : 'visually-hidden'}>{props.label}</Root.Label>
      <Root.Trigger class="select-trigger" aria-label={props.label}>
        <Root.Value<SelectOption<T>>>{(state) => state.selectedOption()?.label}</Root.Value>
        <Show when={!props.disabled}>
          <ChevronDown size={14} />
        </Show>
      </Root.Trigger>
      <Root.Portal>
        <Root.Content class="menu">
          <Root.Listbox />
        </Root.Content>
      </Root.Portal>
    </Root>
  )
}

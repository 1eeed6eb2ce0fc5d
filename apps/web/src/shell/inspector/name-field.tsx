import { createSignal } from 'solid-js'

/** A heading that can be typed over. An empty text gives the default back. */
export function NameField(props: {
  label: string
  value: string
  placeholder: string
  onCommit(value: string): void
  disabled?: boolean
}) {
  const [typed, setTyped] = createSignal<string>()
  let escaped = false
  return (
    <input
      class="name-field"
      aria-label={props.label}
      title={props.value || props.placeholder}
      maxLength={80}
      disabled={props.disabled}
      placeholder={props.placeholder}
      value={typed() ?? props.value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') escaped = true
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
      }}
      onBlur={() => {
        const text = typed()?.trim()
        setTyped(undefined)
        if (!escaped && text !== undefined && text !== props.value) props.onCommit(text)
        escaped = false
      }}
    />
  )
}

import { For, type JSX, Show } from 'solid-js'

export type Segment<T extends string> = {
  readonly value: T
  readonly label: string
  readonly icon?: () => JSX.Element
  readonly testId?: string
  readonly disabled?: boolean
}

/** A row of exclusive choices; arrow keys move between them. */
export function Segmented<T extends string>(props: {
  label: string
  segments: readonly Segment<T>[]
  value: T
  onChange(value: T): void
  class?: string
}) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const enabled = props.segments.filter((segment) => !segment.disabled)
    const index = enabled.findIndex((segment) => segment.value === props.value)
    const next = enabled[(index + step + enabled.length) % enabled.length]
    if (!next) return
    props.onChange(next.value)
    const row = event.currentTarget as HTMLElement
    row.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    <div role="radiogroup" aria-label={props.label} class={`segmented ${props.class ?? ''}`} onKeyDown={move}>
      <For each={props.segments}>
        {(segment) => (
          // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold an icon and text in every browser's focus order
          <button
            type="button"
            role="radio"
            aria-checked={segment.value === props.value}
            tabIndex={segment.value === props.value ? 0 : -1}
            disabled={segment.disabled}
            data-value={segment.value}
            data-testid={segment.testId}
            onClick={() => props.onChange(segment.value)}
          >
            <Show when={segment.icon}>{(icon) => icon()()}</Show>
            <span>{segment.label}</span>
          </button>
        )}
      </For>
    </div>
  )
}

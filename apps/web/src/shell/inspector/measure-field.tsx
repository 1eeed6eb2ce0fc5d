import { createSignal, createUniqueId, Show } from 'solid-js'

export type MeasureFieldProps = {
  label: string
  /** Undefined: the selection's values differ, or there is none. */
  value: number | undefined
  format(value: number): string
  /** @returns undefined for text that is no such measure. */
  parse(text: string): number | undefined
  /** Arrow up and down, in the value's unit; Shift makes it ten times. */
  step: number
  onCommit(value: number): void
  disabled?: boolean
  placeholder?: string
  testId?: string
}

/**
 * A field for one measure: takes it as people write it, commits on Enter or on leaving, goes back on Escape. What is
 * being typed is never replaced by what somebody else does meanwhile.
 */
export function MeasureField(props: MeasureFieldProps) {
  const id = createUniqueId()
  const [typed, setTyped] = createSignal<string>()
  const [isInvalid, setInvalid] = createSignal(false)
  const shown = () => typed() ?? (props.value === undefined ? '' : props.format(props.value))
  let escaped = false

  const commit = () => {
    const text = typed()
    if (text === undefined) return
    const value = props.parse(text)
    if (value === undefined) {
      setInvalid(true)
      return
    }
    setTyped(undefined)
    setInvalid(false)
    if (props.value === undefined || Math.abs(value - props.value) > 1e-6) props.onCommit(value)
  }
  const reset = () => {
    setTyped(undefined)
    setInvalid(false)
  }
  const press = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    if (event.key === 'Enter') {
      commit()
      event.currentTarget.select()
    } else if (event.key === 'Escape') {
      escaped = true
      event.currentTarget.blur()
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && props.value !== undefined) {
      event.preventDefault()
      const sign = event.key === 'ArrowUp' ? 1 : -1
      reset()
      props.onCommit(props.value + sign * props.step * (event.shiftKey ? 10 : 1))
    }
  }
  return (
    <div class="measure">
      <label class="measure-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="input numeric"
        type="text"
        inputmode="text"
        autocomplete="off"
        spellcheck={false}
        data-testid={props.testId}
        disabled={props.disabled}
        placeholder={props.placeholder ?? '—'}
        aria-invalid={isInvalid()}
        value={shown()}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setInvalid(false)
        }}
        onKeyDown={press}
        onBlur={() => {
          if (escaped) reset()
          else commit()
          escaped = false
          if (isInvalid()) reset()
        }}
      />
      <Show when={isInvalid()}>
        <span class="visually-hidden" role="alert">
          {props.label}: ?
        </span>
      </Show>
    </div>
  )
}

import { Switch as Root } from '@kobalte/core/switch'

/** Something that is on or off at once. */
export function Switch(props: {
  label: string
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}) {
  return (
    <Root class="switch" checked={props.checked} onChange={props.onChange} disabled={props.disabled}>
      <Root.Label>{props.label}</Root.Label>
      <Root.Input class="visually-hidden" />
      <Root.Control class="switch-control">
        <Root.Thumb class="switch-thumb" />
      </Root.Control>
    </Root>
  )
}

import type { JSX } from 'solid-js'

/** What it is, what it is called, and what can be done with it as a whole. */
export function InspectorHead(props: { kind: string; name: JSX.Element; actions?: JSX.Element }) {
  return (
    <header class="inspector-head">
      <div class="inspector-kind">{props.kind}</div>
      {props.name}
      <div class="inspector-actions">{props.actions}</div>
    </header>
  )
}

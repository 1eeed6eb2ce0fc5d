import { type ParentProps, Show } from 'solid-js'

/** A titled group of fields. */
export function Section(props: ParentProps<{ title?: string }>) {
  return (
    <section class="inspector-section">
      <Show when={props.title}>
        <h3>{props.title}</h3>
      </Show>
      {props.children}
    </section>
  )
}

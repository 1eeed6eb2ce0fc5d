import { initials } from '../editor/person.ts'

export function Avatar(props: { name: string; color: string; size?: number }) {
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={{
        '--person': props.color,
        ...(props.size ? { width: `${props.size}px`, height: `${props.size}px` } : {}),
      }}
    >
      {initials(props.name)}
    </span>
  )
}

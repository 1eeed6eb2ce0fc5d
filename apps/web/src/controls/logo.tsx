/** Doors lined up, the last one open to light. */
export function Logo(props: { size?: number }) {
  return (
    <svg width={props.size ?? 24} height={props.size ?? 24} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M2.5 21.5V2.8h19v18.7" stroke="currentColor" stroke-width="1.5" />
      <path d="M7 21.5V7.2h10.2v14.3" stroke="currentColor" stroke-opacity=".62" stroke-width="1.4" />
      <path d="M10.8 21.5V11.4h4.4v10.1z" fill="var(--accent)" />
      <path d="M1 21.5h22" stroke="currentColor" stroke-width="1.5" />
    </svg>
  )
}

import type { Kind } from '@enfilade/catalogue'
import { createMemo, For } from 'solid-js'

/** The plan symbol of a kind, y down, for use inside an SVG in metres. */
export function ItemSymbol(props: { kind: Kind }) {
  const paths = createMemo(() => props.kind.symbol({ size: props.kind.size.typical }))
  const extent = () => Math.max(props.kind.size.typical[0], props.kind.size.typical[1])
  return (
    <For each={paths()}>
      {(path) => (
        <path
          d={`M${path.points.map((point) => `${point[0]} ${-point[1]}`).join('L')}${path.closed ? 'Z' : ''}`}
          fill={path.fill ? 'var(--surface)' : 'none'}
          stroke="var(--ink-soft)"
          stroke-width={extent() / (path.style === 'outline' ? 70 : 110)}
          stroke-dasharray={path.style === 'dashed' ? `${extent() / 30} ${extent() / 40}` : undefined}
        />
      )}
    </For>
  )
}

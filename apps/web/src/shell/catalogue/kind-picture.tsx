import type { Kind } from '@enfilade/catalogue'
import { createMemo, For } from 'solid-js'
import { ItemSymbol } from './item-symbol.tsx'
import { drawKind } from './kind-drawing.ts'

/** A small drawing of a kind as it stands in a room, shaded like a model; its plan symbol where it has no mesh. */
export function KindPicture(props: { kind: Kind }) {
  const drawing = createMemo(() => drawKind(props.kind))
  return (
    <svg class="kind-picture" viewBox={drawing().viewBox} aria-hidden="true">
      <For each={drawing().faces} fallback={<ItemSymbol kind={props.kind} />}>
        {(face) => <path d={face.path} fill={face.fill} stroke={face.fill} stroke-width={drawing().seam} />}
      </For>
    </svg>
  )
}

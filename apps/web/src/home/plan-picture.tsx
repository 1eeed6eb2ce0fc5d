import { createMemo, For, Show } from 'solid-js'
import { thumbnailShapes } from './plan-thumbnail.ts'

/** A small plan of a space from its Scene JSON; an empty sheet where nothing is drawn yet. */
export function PlanPicture(props: { scene: unknown }) {
  const shapes = createMemo(() => thumbnailShapes(props.scene))
  return (
    <Show when={shapes()} fallback={<span class="plan-picture-empty" />}>
      {(plan) => (
        <svg class="plan-picture" viewBox={plan().viewBox} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
          <For each={plan().rooms}>
            {(room) => <path class="plan-room" data-room={room.type} d={room.path} fill-rule="evenodd" />}
          </For>
          <For each={plan().objects}>
            {(object) => (
              <rect
                class="plan-object"
                x={object.x - object.width / 2}
                y={object.y - object.depth / 2}
                width={object.width}
                height={object.depth}
                rx={Math.min(0.06, object.width / 4, object.depth / 4)}
                stroke-width={plan().extent / 420}
                transform={`rotate(${object.angleDeg} ${object.x} ${object.y})`}
              />
            )}
          </For>
          <For each={plan().walls}>
            {(wall) => (
              <path class="plan-wall" d={wall.path} stroke-width={Math.max(wall.width, plan().extent / 120)} />
            )}
          </For>
          <For each={plan().openings}>
            {(opening) => (
              <>
                <path
                  class="plan-gap"
                  d={opening.path}
                  stroke-width={Math.max(opening.width, plan().extent / 120) + plan().extent / 300}
                />
                <Show when={opening.kind === 'window'}>
                  <path class="plan-window" d={opening.path} stroke-width={plan().extent / 170} />
                </Show>
              </>
            )}
          </For>
        </svg>
      )}
    </Show>
  )
}

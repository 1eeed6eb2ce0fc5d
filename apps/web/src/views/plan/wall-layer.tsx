import type { Scene } from '@enfilade/scene'
import { createMemo } from 'solid-js'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { ForId } from '../for-id.tsx'
import { openingDrawing } from './opening-drawing.ts'
import { ringPath } from './paths.ts'

/** Walls cut at eye height, filled as on paper. */
export function WallLayer(props: { scene: Scene; level: string }) {
  const { editor } = useInteraction()
  const walls = createMemo(() => props.scene.walls.filter((wall) => wall.level === props.level))
  return (
    <g class="plan-walls">
      <ForId each={walls()}>
        {(wall) => (
          <path
            class="plan-wall"
            classList={{
              'is-selected': editor.selection.has(wall().id),
              'is-hovered': editor.selection.hovered() === wall().id,
            }}
            data-structure={wall().structure}
            data-id={wall().id}
            d={ringPath(wall().outline)}
          />
        )}
      </ForId>
    </g>
  )
}

/** Doors with their leaf and swing, windows with frame and glass, bare passages. */
export function OpeningLayer(props: { scene: Scene; level: string }) {
  const { editor } = useInteraction()
  const openings = createMemo(() => props.scene.openings.filter((opening) => opening.level === props.level))
  return (
    <g class="plan-openings">
      <ForId each={openings()}>
        {(opening) => {
          const drawing = createMemo(() => openingDrawing(opening()))
          return (
            <g
              class="plan-opening"
              classList={{
                'is-selected': editor.selection.has(opening().id),
                'is-hovered': editor.selection.hovered() === opening().id,
              }}
              data-type={opening().type}
              data-id={opening().id}
            >
              <path class="plan-gap" d={drawing().gap} />
              <path class="plan-jamb" d={drawing().jambs} />
              <path class="plan-glass" d={drawing().glass} />
              <path class="plan-leaf" d={drawing().leaf} />
              <path class="plan-swing" d={drawing().swing} />
            </g>
          )
        }}
      </ForId>
    </g>
  )
}

import { formatLength, type Point2, type Scene } from '@enfilade/scene'
import { createMemo, Show } from 'solid-js'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { add, direction, middle, scale } from '../../interaction/plane.ts'
import { ForId } from '../for-id.tsx'
import { chosenDimensions, type Dimension, outerDimensions, readableAngle } from './dimensions.ts'
import { textWidth } from './label-layout.ts'
import { linePath, textTransform } from './paths.ts'

export type DimensionEdit = { readonly wall: string; readonly at: Point2; readonly length: number }

/** Dimension chains outside the walls, and those of what is selected. A wall's number is a button: type a new length. */
export function DimensionLayer(props: {
  scene: Scene
  level: string
  scale: number
  onEdit: (edit: DimensionEdit) => void
}) {
  const { editor } = useInteraction()
  const outer = createMemo(() => outerDimensions(props.scene, props.level))
  const dimensions = createMemo(() => {
    const chosen = chosenDimensions(props.scene, editor.selection.ids())
    const taken = new Set(chosen.map((dimension) => dimension.id))
    return [...outer().filter((dimension) => !taken.has(dimension.id)), ...chosen]
  })
  return (
    <g class="plan-dimensions">
      <ForId each={dimensions()}>
        {(dimension) => (
          <DimensionLine
            dimension={dimension()}
            scale={props.scale}
            editable={editor.canEdit() && dimension().wall !== undefined}
            onEdit={props.onEdit}
          />
        )}
      </ForId>
    </g>
  )
}

const tickPx = 4

function DimensionLine(props: {
  dimension: Dimension
  scale: number
  editable: boolean
  onEdit: (edit: DimensionEdit) => void
}) {
  const shape = createMemo(() => {
    const { from, to, side, offsetPx, length } = props.dimension
    const px = 1 / props.scale
    const shift = scale(side, offsetPx * px)
    const a = add(from, shift)
    const b = add(to, shift)
    const along = direction(from, to)
    const tick = scale(add(along, side), tickPx * px)
    const text = formatLength(length, 'metric')
    return {
      line: linePath(a, b),
      // Slanted ticks and short extension lines, as on paper.
      ticks:
        linePath(add(a, scale(tick, -1)), add(a, tick)) +
        linePath(add(b, scale(tick, -1)), add(b, tick)) +
        linePath(add(from, scale(side, 6 * px)), add(a, scale(side, 4 * px))) +
        linePath(add(to, scale(side, 6 * px)), add(b, scale(side, 4 * px))),
      middle: middle(a, b),
      angle: readableAngle(from, to),
      text,
      width: textWidth(text) * 0.88 + 10,
      fits: length * props.scale > textWidth(text) * 0.88 + 14,
    }
  })
  const edit = () => {
    const { wall, length } = props.dimension
    if (wall !== undefined) props.onEdit({ wall, at: shape().middle, length })
  }
  return (
    <g class="plan-dimension" data-tone={props.dimension.tone}>
      <path class="plan-dimension-ticks" d={shape().ticks} />
      <path class="plan-dimension-line" d={shape().line} />
      <Show when={shape().fits}>
        <g transform={textTransform(shape().middle, props.scale, shape().angle)}>
          <Show
            when={props.editable}
            fallback={
              <>
                <rect
                  class="plan-dimension-paper"
                  x={-shape().width / 2}
                  y={-8}
                  width={shape().width}
                  height={16}
                  rx={3}
                />
                <text class="plan-dimension-text" text-anchor="middle" y={4}>
                  {shape().text}
                </text>
              </>
            }
          >
            {/* biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG. */}
            <g
              class="plan-dimension-button"
              role="button"
              tabindex="0"
              aria-label={shape().text}
              data-control
              onClick={edit}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                event.stopPropagation()
                edit()
              }}
            >
              <rect
                class="plan-dimension-paper"
                x={-shape().width / 2}
                y={-9}
                width={shape().width}
                height={18}
                rx={4}
              />
              <text class="plan-dimension-text" text-anchor="middle" y={4}>
                {shape().text}
              </text>
            </g>
          </Show>
        </g>
      </Show>
    </g>
  )
}

import { formatLength, itemFootprint, type Point2, type Scene } from '@enfilade/scene'
import { createMemo, For, Index, Show } from 'solid-js'
import type { Guide } from '../../interaction/draft.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { distance, middle } from '../../interaction/plane.ts'
import { readableAngle } from './dimensions.ts'
import { textWidth } from './label-layout.ts'
import { linePath, ringPath, round, textTransform } from './paths.ts'

/** Everything of a gesture that is not the scene itself: guides, the rubber band's length, marquee, measure, angle. */
export function DraftLayer(props: { scale: number }) {
  const { draft } = useInteraction()
  const chain = () => draft()?.chain
  return (
    <g class="plan-draft">
      <Index each={draft()?.guides ?? []}>{(guide) => <GuideLine guide={guide()} scale={props.scale} />}</Index>
      <Show when={chain()}>
        {(current) => (
          <>
            <For each={current().points}>
              {(point) => <circle class="plan-chain-point" cx={point[0]} cy={point[1]} r={round(3.5 / props.scale)} />}
            </For>
            <circle
              class="plan-chain-cursor"
              classList={{ 'is-closing': current().closing }}
              cx={current().cursor[0]}
              cy={current().cursor[1]}
              r={round((current().closing ? 8 : 4.5) / props.scale)}
            />
            <Show when={distance(current().points.at(-1)!, current().cursor) * props.scale > 6}>
              <LengthBadge
                from={current().points.at(-1)!}
                to={current().cursor}
                scale={props.scale}
                text={current().typed === '' ? undefined : current().typed}
                offsetPx={24}
                tone={current().typed === '' ? 'mine' : 'typed'}
              />
            </Show>
          </>
        )}
      </Show>
      <Show when={draft()?.measure}>
        {(measure) => <MeasureLine from={measure().from} to={measure().to} scale={props.scale} />}
      </Show>
      <Show when={draft()?.marquee}>
        {(marquee) => (
          <path
            class="plan-marquee"
            d={ringPath([
              marquee().from,
              [marquee().to[0], marquee().from[1]],
              marquee().to,
              [marquee().from[0], marquee().to[1]],
            ])}
          />
        )}
      </Show>
      <Show when={draft()?.turn}>
        {(turn) => (
          <Badge at={turn().at} scale={props.scale} text={`${Math.round((turn().yaw * 180) / Math.PI)}°`} tone="mine" />
        )}
      </Show>
      <Show when={draft()?.opening?.wall === undefined && draft()?.opening}>
        {(opening) => (
          <circle class="plan-no-place" cx={opening().at[0]} cy={opening().at[1]} r={round(7 / props.scale)} />
        )}
      </Show>
    </g>
  )
}

function GuideLine(props: { guide: Guide; scale: number }) {
  return (
    <Show
      when={props.guide.kind !== 'endpoint'}
      fallback={
        <circle class="plan-guide-point" cx={props.guide.from[0]} cy={props.guide.from[1]} r={round(7 / props.scale)} />
      }
    >
      <path class="plan-guide" data-kind={props.guide.kind} d={linePath(props.guide.from, props.guide.to)} />
      <Show when={props.guide.length !== undefined && props.guide.length * props.scale > 26}>
        <Badge
          at={middle(props.guide.from, props.guide.to)}
          scale={props.scale}
          text={formatLength(props.guide.length!, 'metric')}
          tone="guide"
        />
      </Show>
    </Show>
  )
}

/** A measurement: line with ends and its length. */
export function MeasureLine(props: { from: Point2; to: Point2; scale: number; selected?: boolean }) {
  return (
    <g class="plan-measure" classList={{ 'is-selected': props.selected ?? false }}>
      <path d={linePath(props.from, props.to)} />
      <circle cx={props.from[0]} cy={props.from[1]} r={round(3 / props.scale)} />
      <circle cx={props.to[0]} cy={props.to[1]} r={round(3 / props.scale)} />
      <LengthBadge from={props.from} to={props.to} scale={props.scale} offsetPx={0} tone="measure" />
    </g>
  )
}

function LengthBadge(props: {
  from: Point2
  to: Point2
  scale: number
  /** Absent: the distance itself. */
  text?: string
  offsetPx: number
  tone: 'mine' | 'typed' | 'measure'
}) {
  const place = createMemo(() => {
    const at = middle(props.from, props.to)
    const length = distance(props.from, props.to) || 1
    const px = props.offsetPx / props.scale
    const normal: Point2 = [-(props.to[1] - props.from[1]) / length, (props.to[0] - props.from[0]) / length]
    return [at[0] + normal[0] * px, at[1] + normal[1] * px] as Point2
  })
  return (
    <Badge
      at={place()}
      scale={props.scale}
      angle={readableAngle(props.from, props.to)}
      text={props.text ?? formatLength(distance(props.from, props.to), 'metric')}
      tone={props.tone}
    />
  )
}

export function Badge(props: { at: Point2; scale: number; text: string; tone: string; angle?: number }) {
  const width = () => textWidth(props.text) * 0.92 + 12
  return (
    <g class="plan-badge" data-tone={props.tone} transform={textTransform(props.at, props.scale, props.angle)}>
      <rect x={-width() / 2} y={-10} width={width()} height={20} rx={5} />
      <text text-anchor="middle" y={4}>
        {props.text}
        {props.tone === 'typed' ? '│' : ''}
      </text>
    </g>
  )
}

/** Outlines of what is selected, over everything, and the grips to turn and stretch it. */
export function SelectionLayer(props: { scene: Scene; scale: number }) {
  const interaction = useInteraction()
  const { selection } = interaction.editor
  const outlines = createMemo(() =>
    selection.ids().flatMap((id) => {
      const thing = props.scene.byId.get(id)
      return thing && 'worldPose' in thing ? [ringPath(itemFootprint(thing))] : []
    }),
  )
  const handles = createMemo(() => interaction.handles(1 / props.scale))
  return (
    <g class="plan-selection">
      <Index each={outlines()}>{(d) => <path class="plan-outline" d={d()} />}</Index>
      <Index each={handles()}>
        {(handle) => (
          <>
            <Show when={handle().anchor}>
              {(anchor) => <path class="plan-handle-stem" d={linePath(anchor(), handle().at)} />}
            </Show>
            <circle
              class="plan-handle"
              data-handle={handle().handle}
              cx={handle().at[0]}
              cy={handle().at[1]}
              r={round((handle().handle === 'rotate' ? 6 : 5) / props.scale)}
            />
          </>
        )}
      </Index>
    </g>
  )
}

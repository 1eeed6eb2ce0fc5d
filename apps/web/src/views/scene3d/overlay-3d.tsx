import { formatLength } from '@enfilade/scene'
import { createMemo, For, Index, Show } from 'solid-js'
import type { PerspectiveCamera } from 'three'
import type { Handle } from '../../interaction/handles.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { distance, middle } from '../../interaction/plane.ts'
import { textWidth } from '../plan/label-layout.ts'
import { projectPoint } from './projection.ts'

type Screen = readonly [number, number]

/**
 * What is drawn over the 3D picture: guides and lengths of a gesture, grips, and the others' cursors. `tick` changes
 * whenever the camera moved or the picture changed.
 */
export function SceneOverlay(props: {
  camera: PerspectiveCamera
  width: number
  height: number
  tick: number
  handles: readonly Handle[]
  handleZ: number
}) {
  const interaction = useInteraction()
  const { draft, editor, level } = interaction
  const project = (x: number, y: number, z: number): Screen | undefined => {
    void props.tick
    return projectPoint(props.camera, x, y, z, props.width, props.height)
  }
  const lines = createMemo(() =>
    (draft()?.guides ?? []).flatMap((guide) => {
      const from = project(guide.from[0], guide.from[1], 0.01)
      const to = project(guide.to[0], guide.to[1], 0.01)
      return from && to ? [{ kind: guide.kind, from, to, length: guide.length }] : []
    }),
  )
  const chain = createMemo(() => {
    const current = draft()?.chain
    const last = current?.points.at(-1)
    if (!current || !last) return undefined
    const from = project(last[0], last[1], 0)
    const to = project(current.cursor[0], current.cursor[1], 0)
    const text = current.typed === '' ? formatLength(distance(last, current.cursor), 'metric') : `${current.typed}│`
    return from && to ? { from, to, text } : undefined
  })
  const measured = createMemo(() => {
    const measure = draft()?.measure
    if (!measure) return undefined
    const from = project(measure.from[0], measure.from[1], 0.01)
    const to = project(measure.to[0], measure.to[1], 0.01)
    return from && to ? { from, to, text: formatLength(distance(measure.from, measure.to), 'metric') } : undefined
  })
  const turned = createMemo(() => {
    const turn = draft()?.turn
    const at = turn && project(turn.at[0], turn.at[1], 0)
    return at && { at, text: `${Math.round((turn.yaw * 180) / Math.PI)}°` }
  })
  const marquee = createMemo(() => {
    const box = draft()?.marquee
    if (!box) return undefined
    const corners = [box.from, [box.to[0], box.from[1]], box.to, [box.from[0], box.to[1]]] as const
    const points = corners.map((corner) => project(corner[0]!, corner[1]!, 0.01))
    return points.every((point) => point !== undefined) ? points.map((point) => point!.join(',')).join(' ') : undefined
  })
  const grips = createMemo(() =>
    props.handles.flatMap((handle) => {
      const at = project(handle.at[0], handle.at[1], props.handleZ)
      const anchor = handle.anchor && project(handle.anchor[0], handle.anchor[1], props.handleZ)
      return at ? [{ at, anchor, name: handle.handle }] : []
    }),
  )
  const cursors = createMemo(() =>
    editor.presence.peers().flatMap((peer) => {
      const { cursor } = peer
      if (!cursor || cursor.level !== level()) return []
      const at = project(cursor.point[0], cursor.point[1], cursor.point[2])
      return at ? [{ at, name: peer.user.name, color: peer.user.color }] : []
    }),
  )
  const eyes = createMemo(() =>
    editor.presence.peers().flatMap((peer) => {
      const eye = peer.camera?.mode === 'walk' ? peer.camera.scene?.eye : undefined
      const at = eye && project(eye[0], eye[1], eye[2] + 0.28)
      return at ? [{ at, name: peer.user.name, color: peer.user.color }] : []
    }),
  )
  return (
    <svg class="scene-overlay" role="presentation">
      <Index each={lines()}>
        {(line) => (
          <>
            <line
              class="plan-guide-3d"
              data-kind={line().kind}
              x1={line().from[0]}
              y1={line().from[1]}
              x2={line().to[0]}
              y2={line().to[1]}
            />
            <Show when={line().length}>
              {(length) => (
                <Tag at={middle(line().from, line().to)} text={formatLength(length(), 'metric')} tone="guide" />
              )}
            </Show>
          </>
        )}
      </Index>
      <Show when={marquee()}>{(points) => <polygon class="scene-marquee" points={points()} />}</Show>
      <Show when={chain()}>
        {(line) => (
          <>
            <circle class="scene-point" cx={line().to[0]} cy={line().to[1]} r="4.5" />
            <Tag at={middle(line().from, line().to)} text={line().text} tone="mine" />
          </>
        )}
      </Show>
      <Show when={measured()}>
        {(line) => (
          <>
            <line class="scene-measure" x1={line().from[0]} y1={line().from[1]} x2={line().to[0]} y2={line().to[1]} />
            <Tag at={middle(line().from, line().to)} text={line().text} tone="measure" />
          </>
        )}
      </Show>
      <Show when={turned()}>{(badge) => <Tag at={badge().at} text={badge().text} tone="mine" />}</Show>
      <Index each={grips()}>
        {(grip) => (
          <>
            <Show when={grip().anchor}>
              {(anchor) => (
                <line class="scene-stem" x1={anchor()[0]} y1={anchor()[1]} x2={grip().at[0]} y2={grip().at[1]} />
              )}
            </Show>
            <circle class="scene-handle" data-handle={grip().name} cx={grip().at[0]} cy={grip().at[1]} r="6" />
          </>
        )}
      </Index>
      <For each={cursors()}>{(cursor) => <Pointer {...cursor} />}</For>
      <For each={eyes()}>{(eye) => <Tag at={eye.at} text={eye.name} tone="peer" color={eye.color} />}</For>
    </svg>
  )
}

function Tag(props: { at: Screen; text: string; tone: string; color?: string }) {
  const width = () => textWidth(props.text) * 0.92 + 12
  return (
    <g
      class="plan-badge"
      data-tone={props.tone}
      style={{ '--peer': props.color }}
      transform={`translate(${props.at[0].toFixed(1)} ${props.at[1].toFixed(1)})`}
    >
      <rect x={-width() / 2} y={-10} width={width()} height={20} rx={5} />
      <text text-anchor="middle" y={4}>
        {props.text}
      </text>
    </g>
  )
}

function Pointer(props: { at: Screen; name: string; color: string }) {
  return (
    <g
      class="plan-peer-cursor scene-peer-cursor"
      style={{ '--peer': props.color }}
      transform={`translate(${props.at[0].toFixed(1)} ${props.at[1].toFixed(1)})`}
    >
      <path d="M0 0 L0 15 L4.2 11.4 L7 17.4 L9.6 16.2 L6.9 10.4 L12 10.2 Z" />
      <rect x={11} y={15} width={textWidth(props.name) * 0.88 + 14} height={20} rx={10} />
      <text x={18} y={29}>
        {props.name}
      </text>
    </g>
  )
}

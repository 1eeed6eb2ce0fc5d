import { itemFootprint, type Point2, type Scene } from '@enfilade/scene'
import { createMemo, For, Index, Show } from 'solid-js'
import type { Peer } from '../../editor/presence-state.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { textWidth } from './label-layout.ts'
import { ringPath, round, textTransform } from './paths.ts'

/** The others: what they hold, where they point, from where they look. */
export function PeerLayer(props: { scene: Scene; level: string; scale: number }) {
  const { editor } = useInteraction()
  const ids = createMemo(() => editor.presence.peers().map((peer) => peer.clientId), [], {
    equals: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  })
  return (
    <g class="plan-peers">
      <For each={ids()}>
        {(id) => {
          const peer = createMemo<Peer | undefined>(() => editor.presence.peers().find((p) => p.clientId === id))
          return <Show when={peer()}>{(here) => <PeerMarks {...props} peer={here()} />}</Show>
        }}
      </For>
    </g>
  )
}

function PeerMarks(props: { peer: Peer; scene: Scene; level: string; scale: number }) {
  const outlines = createMemo(() =>
    props.peer.selection.flatMap((id) => {
      const thing = props.scene.byId.get(id)
      if (!thing || thing.level !== props.level) return []
      if ('worldPose' in thing) return [ringPath(itemFootprint(thing))]
      if ('outline' in thing) return [ringPath(thing.outline)]
      return 'polygon' in thing ? [ringPath(thing.polygon)] : []
    }),
  )
  const cursor = () => (props.peer.cursor?.level === props.level ? props.peer.cursor : undefined)
  return (
    <g class="plan-peer" style={{ '--peer': props.peer.user.color }} data-peer={props.peer.user.name}>
      <Index each={outlines()}>{(d) => <path class="plan-peer-outline" d={d()} />}</Index>
      <Show when={props.peer.camera?.mode !== 'plan' && props.peer.camera?.scene}>
        {(camera) => <PeerEye eye={camera().eye} target={camera().target} scale={props.scale} />}
      </Show>
      <Show when={cursor()}>
        {(at) => <PeerCursor at={[at().point[0], at().point[1]]} name={props.peer.user.name} scale={props.scale} />}
      </Show>
    </g>
  )
}

export function PeerCursor(props: { at: Point2; name: string; scale: number }) {
  return (
    <g class="plan-peer-cursor" transform={textTransform(props.at, props.scale)}>
      <path d="M0 0 L0 15 L4.2 11.4 L7 17.4 L9.6 16.2 L6.9 10.4 L12 10.2 Z" />
      <rect x={11} y={15} width={textWidth(props.name) * 0.88 + 14} height={20} rx={10} />
      <text x={18} y={29}>
        {props.name}
      </text>
    </g>
  )
}

/** Someone in 3D or walking: a dot where they stand and the cone they see. */
function PeerEye(props: {
  eye: readonly [number, number, number]
  target: readonly [number, number, number]
  scale: number
}) {
  const yaw = () => (Math.atan2(props.target[1] - props.eye[1], props.target[0] - props.eye[0]) * 180) / Math.PI
  return (
    <g
      class="plan-peer-eye"
      transform={`translate(${round(props.eye[0])} ${round(props.eye[1])}) rotate(${round(yaw())}) scale(${round(1 / props.scale)})`}
    >
      <path d="M0 0 L34 -17 A38 38 0 0 1 34 17 Z" />
      <circle r={5} />
    </g>
  )
}

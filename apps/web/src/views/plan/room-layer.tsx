import { openingSwing, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { type Accessor, createMemo, Show } from 'solid-js'
import { formatArea } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { ownRoomName, roomTypeName } from '../../i18n/room-name.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { ForId } from '../for-id.tsx'
import { findLabelAnchor } from './label-anchor.ts'
import { type LabelBox, placeLabels, textWidth } from './label-layout.ts'
import { ringPath, textTransform } from './paths.ts'
import { roomTint } from './room-colors.ts'

type LayerProps = { readonly scene: Scene; readonly level: string; readonly scale: number }

/** Pixels per metre at which a flat fills a window. */
const usualScale = 60

/** Floors, tinted by use. */
export function RoomFloors(props: Omit<LayerProps, 'scale'>) {
  const { editor } = useInteraction()
  const rooms = createMemo(() => props.scene.rooms.filter((room) => room.level === props.level))
  return (
    <ForId each={rooms()}>
      {(room) => (
        <path
          class="plan-floor"
          classList={{ 'is-selected': editor.selection.has(room().id) }}
          d={[room().polygon, ...room().holes].map((ring) => ringPath(ring)).join('')}
          style={{ fill: room().label?.finishes?.floor?.color ?? roomTint(room().type) }}
          fill-rule="evenodd"
        />
      )}
    </ForId>
  )
}

/** Names and areas. A label that does not fit its room loses its area first, then goes. */
export function RoomLabels(props: LayerProps) {
  const { t } = useI18n()
  const { editor, draft } = useInteraction()
  const rooms = createMemo(() => props.scene.rooms.filter((room) => room.level === props.level))
  // Labels keep their places while something is dragged about: only the end of the gesture moves them.
  const items = createMemo<readonly SceneItem[]>((previous) => (draft()?.moves ? previous : props.scene.items), [])
  const swings = createMemo(() =>
    props.scene.openings.flatMap((opening) =>
      opening.level === props.level
        ? [openingSwing(props.scene, opening)?.polygon].filter((swing) => swing !== undefined)
        : [],
    ),
  )
  const nameOf = (room: SceneRoom) => ownRoomName(room, t) || (room.type === 'room' ? '' : roomTypeName(room.type, t))
  const setting = (room: SceneRoom) => ({
    swings: swings(),
    halfWidth: Math.max(textWidth(nameOf(room)) / 2, 24) / usualScale,
  })
  const anchors = createMemo(
    () => new Map(rooms().map((room) => [room.id, findLabelAnchor(room, items(), setting(room))])),
  )
  const boxes = createMemo(() => {
    const labels: LabelBox[] = rooms().map((room) => {
      const anchor = anchors().get(room.id)!
      return {
        id: room.id,
        at: anchor.at,
        clearPx: anchor.clear * props.scale,
        name: nameOf(room),
        area: formatArea(room.area, editor.locale()),
        weight: room.area,
      }
    })
    return placeLabels(labels, props.scale)
  })
  return (
    <g class="plan-room-labels">
      <ForId each={rooms()}>
        {(room) => <Show when={boxes().get(room().id)}>{(box) => <RoomLabel box={box} scale={props.scale} />}</Show>}
      </ForId>
    </g>
  )
}

function RoomLabel(props: { box: Accessor<LabelBox & { showArea: boolean; showName: boolean }>; scale: number }) {
  return (
    <g transform={textTransform(props.box().at, props.scale)} text-anchor="middle">
      <Show when={props.box().showName}>
        <text class="plan-room-name" y={props.box().showArea ? -3 : 4}>
          {props.box().name}
        </text>
      </Show>
      <Show when={props.box().showArea}>
        <text class="plan-room-area" y={props.box().showName ? 13 : 4}>
          {props.box().area}
        </text>
      </Show>
    </g>
  )
}

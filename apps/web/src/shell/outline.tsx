import { itemsInRoom, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { createMemo, For, Show } from 'solid-js'
import { useEditor } from '../editor/session.tsx'
import { formatArea } from '../i18n/format.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { roomName } from '../i18n/room-name.ts'
import { formatSize } from './inspector/format-size.ts'
import { itemName } from './item-name.ts'
import './outline.css'

function ItemEntry(props: { item: SceneItem }) {
  const { locale } = useI18n()
  const { selection } = useEditor()
  return (
    <li>
      <button
        type="button"
        class="outline-entry"
        aria-pressed={selection.has(props.item.id)}
        onClick={(event) => selection.select(props.item.id, event.shiftKey)}
        onPointerEnter={() => selection.setHovered(props.item.id)}
        onPointerLeave={() => selection.setHovered(undefined)}
      >
        <span class="outline-name">{itemName(props.item, locale())}</span>
        <span class="outline-note numeric">{formatSize(props.item.size)}</span>
      </button>
    </li>
  )
}

function RoomEntry(props: { room: SceneRoom; items: readonly SceneItem[] }) {
  const { t, locale } = useI18n()
  const { selection } = useEditor()
  return (
    <li>
      <button
        type="button"
        class="outline-entry room"
        aria-pressed={selection.has(props.room.id)}
        onClick={(event) => selection.select(props.room.id, event.shiftKey)}
      >
        <span class="outline-name">{roomName(props.room, t)}</span>
        <span class="outline-note numeric">{formatArea(props.room.area, locale())}</span>
      </button>
      <Show when={props.items.length > 0}>
        <ul>
          <For each={props.items}>{(item) => <ItemEntry item={item} />}</For>
        </ul>
      </Show>
    </li>
  )
}

/** Every room with what stands in it, as a list to read and to pick from. */
export function Outline() {
  const { t } = useI18n()
  const { scene } = useEditor()
  const rooms = createMemo(() => scene().rooms.map((room) => ({ room, items: itemsInRoom(scene(), room) })))
  const outside = createMemo(() => {
    const inside = new Set(rooms().flatMap((entry) => entry.items.map((item) => item.id)))
    return scene().items.filter((item) => !inside.has(item.id))
  })
  return (
    <ul class="outline" aria-label={t('rail.outline')} data-testid="outline">
      <For each={rooms()} fallback={<li class="outline-none">{t('outline.no-rooms')}</li>}>
        {(entry) => <RoomEntry room={entry.room} items={entry.items} />}
      </For>
      <Show when={outside().length > 0}>
        <li>
          <span class="outline-entry room">{t('outline.outside')}</span>
          <ul>
            <For each={outside()}>{(item) => <ItemEntry item={item} />}</For>
          </ul>
        </li>
      </Show>
    </ul>
  )
}

import { interiorPoint } from '@enfilade/geometry'
import { type Finish, itemsInRoom, type Operation, type SceneRoom } from '@enfilade/scene'
import { For, Show } from 'solid-js'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { formatArea, formatNumber } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { ownRoomName, roomTypeName, roomTypes } from '../../i18n/room-name.ts'
import { useSpace } from '../space-context.tsx'
import { FinishField } from './finish-field.tsx'
import { InspectorHead } from './inspector-head.tsx'
import { NameField } from './name-field.tsx'
import { Section } from './section.tsx'

/** What the views show where a room has no finish of its own. */
const defaults = {
  floor: { material: 'oak' },
  walls: { material: 'plaster' },
  ceiling: { material: 'plaster' },
} as const

type RoomChange = { name?: string; roomType?: string; finishes?: { [surface: string]: Finish | null } }

function perimeterOf(polygon: SceneRoom['polygon']): number {
  return polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length]!
    return sum + Math.hypot(nextX - x, nextY - y)
  }, 0)
}

export function RoomInspector(props: { room: SceneRoom }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const { copilot } = useSpace()
  const isFixed = () => !editor.canEdit()
  const furnish = () => {
    const type = roomTypeName(props.room.type, t)
    const words = locale() === 'en' ? type.toLowerCase() : type
    if (props.room.type !== 'room' && copilot.draft() === '')
      copilot.setDraft(t('room.furnish-prompt', { type: words }))
    editor.view.setPanel('copilot')
  }
  const options = () => {
    const known: readonly string[] = roomTypes
    const types = known.includes(props.room.type) ? known : [...known, props.room.type]
    return types.map((value) => ({ value, label: roomTypeName(value, t) }))
  }
  // A room is found by its walls; its label is made when there is something to say about it.
  const change = ({ finishes, ...values }: RoomChange) => {
    const label = props.room.label?.id
    const id = label ?? editor.createId()
    const operations: Operation[] = []
    if (!label) {
      const at = interiorPoint(props.room.polygon, props.room.holes)
      operations.push({ type: 'room-labelled', id, level: props.room.level, at, ...values })
    }
    if (label || finishes) operations.push({ type: 'room-changed', id, ...values, ...(finishes ? { finishes } : {}) })
    if (editor.apply(operations).ok) editor.selection.select(id)
  }
  return (
    <>
      <InspectorHead
        kind={t('element.room')}
        name={
          <NameField
            label={t('room.name')}
            value={ownRoomName(props.room, t)}
            placeholder={roomTypeName(props.room.type, t)}
            disabled={isFixed()}
            onCommit={(name) => change({ name })}
          />
        }
      />
      <Section title={t('room.use')}>
        <Select
          label={t('room.use')}
          options={options()}
          value={props.room.type}
          disabled={isFixed()}
          onChange={(roomType) => change({ roomType })}
        />
      </Section>
      <Section title={t('inspector.facts')}>
        <dl class="facts">
          <div>
            <dt>{t('room.area')}</dt>
            <dd class="numeric">{formatArea(props.room.area, locale())}</dd>
          </div>
          <div>
            <dt>{t('room.perimeter')}</dt>
            <dd class="numeric">{formatNumber(perimeterOf(props.room.polygon), locale(), 1)} m</dd>
          </div>
          <div>
            <dt>{t('room.items')}</dt>
            <dd class="numeric">{itemsInRoom(editor.scene(), props.room).length}</dd>
          </div>
        </dl>
      </Section>
      <Section title={t('inspector.finishes')}>
        <div class="finishes">
          <For each={['floor', 'walls', 'ceiling'] as const}>
            {(surface) => (
              <FinishField
                label={t(`surface.${surface}`)}
                value={props.room.label?.finishes?.[surface]}
                fallback={defaults[surface]}
                disabled={isFixed()}
                onChange={(finish) => change({ finishes: { [surface]: finish } })}
              />
            )}
          </For>
        </div>
      </Section>
      <Show when={!isFixed()}>
        <div class="inspector-section">
          <button type="button" class="button" onClick={furnish}>
            {t('room.furnish')}
          </button>
        </div>
      </Show>
    </>
  )
}

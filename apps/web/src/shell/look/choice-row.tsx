import ChevronRight from 'lucide-solid/icons/chevron-right'
import Lock from 'lucide-solid/icons/lock'
import LockOpen from 'lucide-solid/icons/lock-open'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { LookChoice } from '../../api/looks.ts'
import { IconButton } from '../../controls/icon-button.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { roomName } from '../../i18n/room-name.ts'
import { FinishField } from '../inspector/finish-field.tsx'
import { slotName } from '../inspector/slot-name.ts'
import { itemName } from '../item-name.ts'
import { useSpace } from '../space-context.tsx'
import { roomOf } from './choice-groups.ts'
import { colorOf, finishesOf, withFinish } from './finish-value.ts'
import { LampFields } from './lamp-fields.tsx'
import { LightFields } from './light-fields.tsx'

/** More colours than this say no more about a thing. */
const mostSwatches = 4

/** One decision of a look: what it is about, its finishes or settings, and its lock. */
export function ChoiceRow(props: { choice: LookChoice }) {
  const { t } = useI18n()
  const { looks } = useSpace()
  const editor = useEditor()
  const name = useChoiceName(() => props.choice)
  return (
    <li class="choice" data-locked={props.choice.locked ? '' : undefined}>
      <Show when={props.choice.kind === 'palette'} fallback={<ChoiceDetails choice={props.choice} name={name()} />}>
        <Finishes choice={props.choice} name={name()} />
      </Show>
      <IconButton
        class="small choice-lock"
        label={t(props.choice.locked ? 'look.unlock' : 'look.lock', { name: name() })}
        placement="left"
        aria-pressed={props.choice.locked}
        disabled={!editor.canEdit()}
        onClick={() => looks.setLocked(props.choice.id, !props.choice.locked)}
      >
        <Show when={props.choice.locked} fallback={<LockOpen size={14} />}>
          <Lock size={14} />
        </Show>
      </IconButton>
    </li>
  )
}

/** What a person knows the thing by: its name here, else the look's word for it. */
function useChoiceName(choice: () => LookChoice): () => string {
  const { t, locale } = useI18n()
  const editor = useEditor()
  return () => {
    const { kind, target, what } = choice()
    const scene = editor.scene()
    if (kind === 'item' || kind === 'lamp') {
      const item = scene.items.find(({ id }) => id === target)
      if (item) return itemName(item, locale())
    }
    const room = kind === 'room' ? roomOf(choice(), scene) : undefined
    return room ? roomName(room, t) : what[locale()]
  }
}

function ChoiceDetails(props: { choice: LookChoice; name: string }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  /** Where it is; a room's own choice is named after it already. */
  const room = () => (props.choice.kind === 'room' ? undefined : roomOf(props.choice, editor.scene()))
  const [isOpen, setOpen] = createSignal(false)
  const colors = () =>
    [...new Set(finishesOf(props.choice).map(({ finish }) => colorOf(finish)))].slice(0, mostSwatches)
  /** Shows which of the six chairs it is. */
  const point = (open: boolean) => {
    setOpen(open)
    const { target } = props.choice
    if (open && target && editor.scene().byId.has(target)) editor.selection.select([target])
  }
  return (
    <details class="choice-details" onToggle={(event) => point(event.currentTarget.open)}>
      <summary>
        <ChevronRight size={13} class="choice-mark" />
        <span class="choice-name">
          {props.name}
          <Show when={room()}>{(found) => <span class="choice-room">{roomName(found(), t)}</span>}</Show>
        </span>
        <span class="choice-swatches">
          <For each={colors()}>{(color) => <span class="swatch" style={{ background: color }} />}</For>
        </span>
      </summary>
      <Show when={isOpen()}>
        <div class="choice-body">
          <Show when={props.choice.why[locale()]}>{(why) => <p class="choice-why">{why()}</p>}</Show>
          <Switch fallback={<Finishes choice={props.choice} name={props.name} />}>
            <Match when={props.choice.kind === 'lamp'}>
              <LampFields choice={props.choice} />
            </Match>
            <Match when={props.choice.kind === 'light'}>
              <LightFields choice={props.choice} />
            </Match>
          </Switch>
        </div>
      </Show>
    </details>
  )
}

function Finishes(props: { choice: LookChoice; name: string }) {
  const { locale } = useI18n()
  const editor = useEditor()
  const { looks } = useSpace()
  const slots = () => finishesOf(props.choice).map(({ slot }) => slot)
  const finish = (slot: string) => finishesOf(props.choice).find((part) => part.slot === slot)?.finish ?? {}
  return (
    <div class="choice-finishes">
      <For each={slots()}>
        {(slot) => (
          <FinishField
            label={slot === '' ? props.name : slotName(slot, locale())}
            value={finish(slot)}
            fallback={{ material: '' }}
            disabled={!editor.canEdit()}
            onChange={(next) =>
              next === null
                ? looks.release(props.choice.id)
                : looks.setValue(props.choice.id, withFinish(props.choice, slot, next))
            }
          />
        )}
      </For>
    </div>
  )
}

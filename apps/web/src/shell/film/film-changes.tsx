import type { Id } from '@enfilade/scene'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { roomName } from '../../i18n/room-name.ts'
import { ForId } from '../../views/for-id.tsx'
import { itemName } from '../item-name.ts'
import { NumberField } from '../look/number-field.tsx'
import { useSpace } from '../space-context.tsx'
import { addChange, type FilmChange, longestFilm, removeChange, setChange } from './film-draft.ts'
import { changeableOf, type NamedThing, numberNames } from './film-things.ts'

/** Doors that open and lamps that are switched on the way. */
export function FilmChanges() {
  const { t } = useI18n()
  const editor = useEditor()
  const { film } = useSpace()
  const things = useThings()
  const add = (thing: Id) => {
    const opening = editor.scene().openings.find(({ id }) => id === thing)
    const isLit = editor.scene().items.find(({ id }) => id === thing)?.states?.on ?? false
    const to = opening ? ((opening.open ?? 0) > 0.5 ? 'closed' : 'open') : isLit ? 'off' : 'on'
    const time = film.player.isOpen() ? Math.round(film.player.time() * 10) / 10 : (film.draft().keys[0]?.time ?? 0)
    film.change((draft) => addChange(draft, { id: editor.createId(), time, thing, to }))
  }
  return (
    <>
      <h3>{t('film.changes')}</h3>
      <Show when={film.draft().changes.length > 0}>
        <ol class="film-keys">
          <ForId each={film.draft().changes}>
            {(change) => (
              <ChangeRow
                change={change()}
                name={things().find(({ id }) => id === change().thing)?.name ?? t('film.thing-gone')}
              />
            )}
          </ForId>
        </ol>
      </Show>
      <Show when={things().length > 0} fallback={<p class="look-note">{t('film.no-things')}</p>}>
        <Select
          class="film-add-change"
          label={t('film.add-change')}
          value={undefined}
          placeholder={t('film.add-change')}
          options={things().map(({ id, name }) => ({ value: id, label: name }))}
          onChange={add}
        />
      </Show>
    </>
  )
}

/** Doors and windows by the rooms they join, then lamps. */
function useThings(): () => readonly NamedThing[] {
  const { t, locale } = useI18n()
  const editor = useEditor()
  return () => {
    const scene = editor.scene()
    const { doors, lamps } = changeableOf(scene, editor.view.level())
    const named = doors.map((id) => {
      const rooms = scene.rooms.filter(({ openings }) => openings.includes(id)).map((room) => roomName(room, t))
      const type = t(`element.${scene.openings.find((opening) => opening.id === id)!.type}`)
      return { id, name: rooms.length > 0 ? `${type} · ${rooms.join(' – ')}` : type }
    })
    const lit = lamps.map((id) => ({ id, name: itemName(scene.items.find((item) => item.id === id)!, locale()) }))
    return [...numberNames(named), ...numberNames(lit)]
  }
}

function ChangeRow(props: { change: FilmChange; name: string }) {
  const { t } = useI18n()
  const { film } = useSpace()
  const choices = () =>
    props.change.to === 'open' || props.change.to === 'closed'
      ? (['open', 'closed'] as const)
      : (['on', 'off'] as const)
  return (
    <li class="film-key">
      <p class="film-thing">{props.name}</p>
      <div class="film-row">
        <NumberField
          label={t('film.change-time', { name: props.name })}
          value={props.change.time}
          min={0}
          max={longestFilm}
          step={0.5}
          unit="s"
          onChange={(time) => film.change((draft) => setChange(draft, props.change.id, { time }))}
        />
        <Select<FilmChange['to']>
          label={t('film.change-to', { name: props.name })}
          value={props.change.to}
          options={choices().map((value) => ({ value, label: t(`film.to.${value}`) }))}
          onChange={(to) => film.change((draft) => setChange(draft, props.change.id, { to }))}
        />
        <IconButton
          class="small"
          label={t('film.change-remove', { name: props.name })}
          placement="left"
          onClick={() => film.change((draft) => removeChange(draft, props.change.id))}
        >
          <Trash size={14} />
        </IconButton>
      </div>
    </li>
  )
}

import Camera from 'lucide-solid/icons/camera'
import Eye from 'lucide-solid/icons/eye'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { For, Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { ForId } from '../../views/for-id.tsx'
import { itemName } from '../item-name.ts'
import { NumberField } from '../look/number-field.tsx'
import { useSpace } from '../space-context.tsx'
import { addKey, changeKey, type FilmKey, longestFilm, removeKey, setKeyTime, setLookAt } from './film-draft.ts'
import { isInRoom, numberNames } from './film-things.ts'

const ahead = ''

/** The views that a film passes, by time; the one that is seen now can be added. */
export function FilmKeys() {
  const { t } = useI18n()
  const editor = useEditor()
  const { film } = useSpace()
  const add = () => {
    const view = editor.view.sceneCamera()?.read()
    if (view) film.change((draft) => addKey(draft, { id: editor.createId(), ...view }))
  }
  return (
    <>
      <Show when={film.draft().keys.length === 0}>
        <p class="look-note">{t('film.keys-lead')}</p>
      </Show>
      <Show when={film.draft().keys.length > 0}>
        <ol class="film-keys" data-testid="film-key-list">
          <ForId each={film.draft().keys}>{(key) => <KeyRow key={key()} />}</ForId>
        </ol>
      </Show>
      <Show
        when={editor.view.sceneCamera()}
        fallback={
          <div class="film-no-camera">
            <p class="look-note">{t('film.no-camera')}</p>
            <button type="button" class="button small" onClick={() => editor.view.setMode('walk')}>
              {t('film.walk')}
            </button>
          </div>
        }
      >
        <button type="button" class="button" data-testid="film-add" onClick={add}>
          <Plus size={15} />
          {t('film.add')}
        </button>
      </Show>
      <Show when={film.draft().keys.length === 1}>
        <p class="look-note">{t('film.one-more')}</p>
      </Show>
    </>
  )
}

function KeyRow(props: { key: FilmKey }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const { film } = useSpace()
  const number = () => film.draft().keys.findIndex(({ id }) => id === props.key.id) + 1
  const things = () => {
    const items = editor.scene().items.filter(({ level }) => level === editor.view.level())
    return numberNames(items.map((item) => ({ id: item.id, name: itemName(item, locale()) })))
  }
  const isGone = () => props.key.lookAt !== undefined && !editor.scene().byId.has(props.key.lookAt)
  const retake = () => {
    const view = editor.view.sceneCamera()?.read()
    if (view) film.change((draft) => changeKey(draft, props.key.id, view))
  }
  return (
    <li class="film-key">
      <div class="film-row">
        <span class="film-number numeric">{number()}</span>
        <NumberField
          label={t('film.time', { number: number() })}
          value={props.key.time}
          min={0}
          max={longestFilm}
          step={0.5}
          unit="s"
          onChange={(time) => film.change((draft) => setKeyTime(draft, props.key.id, time))}
        />
        <Select
          label={t('film.look-at')}
          value={isGone() ? ahead : (props.key.lookAt ?? ahead)}
          options={[
            { value: ahead, label: t('film.ahead') },
            ...things().map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => film.change((draft) => setLookAt(draft, props.key.id, id === ahead ? undefined : id))}
        />
        <IconButton
          class="small"
          label={t('film.show-key', { number: number() })}
          placement="left"
          disabled={film.draft().keys.length < 2}
          onClick={() => void film.stand(props.key.time)}
        >
          <Eye size={14} />
        </IconButton>
        <IconButton
          class="small"
          label={t('film.retake', { number: number() })}
          placement="left"
          disabled={!editor.view.sceneCamera()}
          onClick={retake}
        >
          <Camera size={14} />
        </IconButton>
        <IconButton
          class="small"
          label={t('film.remove', { number: number() })}
          placement="left"
          onClick={() => film.change((draft) => removeKey(draft, props.key.id))}
        >
          <Trash size={14} />
        </IconButton>
      </div>
      <For each={isInRoom(editor.scene(), editor.view.level(), props.key.eye) ? [] : [t('film.outside')]}>
        {(text) => <p class="film-warning">{text}</p>}
      </For>
    </li>
  )
}

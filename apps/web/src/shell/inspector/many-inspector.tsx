import type { Id, SceneItem, SceneOpening, SceneRoom, SceneWall } from '@enfilade/scene'
import Group from 'lucide-solid/icons/group'
import Ungroup from 'lucide-solid/icons/ungroup'
import { createMemo, For, Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { roomName } from '../../i18n/room-name.ts'
import { itemName } from '../item-name.ts'
import { commandKey } from '../shortcut-groups.ts'
import { DeleteAction, DuplicateAction, LockAction, RotateAction } from './element-actions.tsx'
import { InspectorHead } from './inspector-head.tsx'

type Element = SceneWall | SceneOpening | SceneRoom | SceneItem

/** Several things at once: what they are, and what can be done with all of them. */
export function ManyInspector(props: { elements: readonly Element[] }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  const items = createMemo(() =>
    props.elements.filter((element): element is SceneItem => 'kind' in element && element.kind === 'item'),
  )
  const itemIds = () => items().map((item) => item.id)
  const group = createMemo((): Id | undefined => {
    const first = items()[0]?.group
    const isWhole = first !== undefined && items().every((item) => item.group === first)
    return isWhole ? first : undefined
  })
  const name = (element: Element) => {
    if (!('kind' in element)) return roomName(element, t)
    if (element.kind === 'item') return itemName(element, locale())
    return t(element.kind === 'wall' ? 'element.wall' : `element.${element.type}`)
  }
  return (
    <>
      <InspectorHead
        kind={t('inspector.many')}
        name={<h2>{t('inspector.count', { count: props.elements.length })}</h2>}
        actions={
          <Show when={isEditor()}>
            <Show when={items().length > 0}>
              <RotateAction ids={itemIds()} />
              <DuplicateAction ids={itemIds()} />
              <Show
                when={group()}
                fallback={
                  <IconButton
                    class="small"
                    label={t('action.group')}
                    keys={commandKey('G')}
                    disabled={!editor.canEdit() || items().length < 2}
                    onClick={() => editor.apply({ type: 'items-grouped', id: editor.createId(), items: itemIds() })}
                  >
                    <Group size={15} />
                  </IconButton>
                }
              >
                {(id) => (
                  <IconButton
                    class="small"
                    label={t('action.ungroup')}
                    disabled={!editor.canEdit()}
                    onClick={() => editor.apply({ type: 'items-ungrouped', id: id() })}
                  >
                    <Ungroup size={15} />
                  </IconButton>
                )}
              </Show>
              <LockAction
                isLocked={items().every((item) => item.locked === true)}
                operation={(locked) => itemIds().map((id) => ({ type: 'item-changed' as const, id, locked }))}
              />
            </Show>
            <DeleteAction ids={props.elements.map((element) => element.id)} />
          </Show>
        }
      />
      <ul class="inspector-list">
        <For each={props.elements}>
          {(element) => (
            <li>
              <button
                type="button"
                class="outline-entry"
                onClick={() => editor.selection.select(element.id)}
                onPointerEnter={() => editor.selection.setHovered(element.id)}
                onPointerLeave={() => editor.selection.setHovered(undefined)}
              >
                <span class="outline-name">{name(element)}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

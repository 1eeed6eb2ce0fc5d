import type { Operation, SceneWall, WallStructure } from '@enfilade/scene'
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right'
import { For, Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { DeleteAction, LockAction } from './element-actions.tsx'
import { FinishField } from './finish-field.tsx'
import { InspectorHead } from './inspector-head.tsx'
import { LengthField } from './length-field.tsx'
import { Section } from './section.tsx'

const structures: readonly WallStructure[] = ['unknown', 'partition', 'load-bearing']

/** The finish of a wall face that nobody has painted. */
const plaster = { material: 'plaster' } as const

export function WallInspector(props: { wall: SceneWall }) {
  const { t } = useI18n()
  const editor = useEditor()
  const isFixed = () => !editor.canEdit() || props.wall.locked === true
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  const change = (values: Omit<Extract<Operation, { type: 'wall-changed' }>, 'type' | 'id'>) =>
    editor.apply({ type: 'wall-changed', id: props.wall.id, ...values }, { coalesce: `wall-${props.wall.id}` })
  const openings = () => editor.scene().openings.filter((opening) => opening.wall === props.wall.id)
  return (
    <>
      <InspectorHead
        kind={t(props.wall.bulge ? 'wall.arc' : 'wall.straight')}
        name={<h2>{t('element.wall')}</h2>}
        actions={
          <Show when={isEditor()}>
            <IconButton
              class="small"
              label={t('wall.flip')}
              disabled={isFixed()}
              onClick={() => editor.apply({ type: 'wall-flipped', id: props.wall.id })}
            >
              <ArrowLeftRight size={15} />
            </IconButton>
            <LockAction
              isLocked={props.wall.locked === true}
              operation={(locked) => ({ type: 'wall-changed', id: props.wall.id, locked })}
            />
            <DeleteAction ids={[props.wall.id]} />
          </Show>
        }
      />
      <Section title={t('inspector.size')}>
        <div class="measures two">
          <LengthField
            label={t('wall.length')}
            value={props.wall.length}
            disabled={isFixed()}
            testId="wall-length"
            onCommit={(length) => editor.apply({ type: 'wall-resized', id: props.wall.id, length })}
          />
          <LengthField
            label={t('wall.thickness')}
            value={props.wall.thickness}
            disabled={isFixed()}
            testId="wall-thickness"
            onCommit={(thickness) => change({ thickness })}
          />
          <LengthField
            label={t('axis.height')}
            value={props.wall.resolvedHeight}
            disabled={isFixed()}
            onCommit={(height) => change({ height })}
          />
        </div>
        <Show when={props.wall.height !== undefined && !isFixed()}>
          <button type="button" class="button small quiet" onClick={() => change({ height: null })}>
            {t('wall.follow-storey')}
          </button>
        </Show>
        <p class="inspector-note">{t('field.units')}</p>
      </Section>
      <Section title={t('wall.structure')}>
        <Select<WallStructure>
          label={t('wall.structure')}
          options={structures.map((value) => ({ value, label: t(`structure.${value}`) }))}
          value={props.wall.structure}
          disabled={isFixed()}
          onChange={(structure) => change({ structure })}
        />
      </Section>
      <Section title={t('inspector.finishes')}>
        <div class="finishes">
          <For each={['left', 'right'] as const}>
            {(face) => (
              <FinishField
                label={t(`wall.${face}`)}
                value={props.wall.finishes?.[face]}
                fallback={plaster}
                disabled={isFixed()}
                onChange={(finish) => change({ finishes: { [face]: finish } })}
              />
            )}
          </For>
        </div>
      </Section>
      <Show when={openings().length > 0}>
        <Section title={t('wall.openings')}>
          <ul>
            <For each={openings()}>
              {(opening) => (
                <li>
                  <button type="button" class="outline-entry" onClick={() => editor.selection.select(opening.id)}>
                    {t(`element.${opening.type}`)}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Section>
      </Show>
    </>
  )
}

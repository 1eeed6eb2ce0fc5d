import type { Operation, SceneOpening, Swing } from '@enfilade/scene'
import { Show } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import { Select } from '../../controls/select.tsx'
import { Slider } from '../../controls/slider.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { DeleteAction, LockAction } from './element-actions.tsx'
import { InspectorHead } from './inspector-head.tsx'
import { LengthField } from './length-field.tsx'
import { Section } from './section.tsx'

const swingTypes: readonly Swing['type'][] = ['hinged', 'sliding', 'none']

export function OpeningInspector(props: { opening: SceneOpening }) {
  const { t } = useI18n()
  const editor = useEditor()
  const isFixed = () => !editor.canEdit() || props.opening.locked === true
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  const change = (values: Omit<Extract<Operation, { type: 'opening-changed' }>, 'type' | 'id'>) =>
    editor.apply(
      { type: 'opening-changed', id: props.opening.id, ...values },
      { coalesce: `opening-${props.opening.id}` },
    )
  const swing = (values: Partial<Swing>) => {
    const type = values.type ?? props.opening.swing.type
    if (type !== 'hinged') change({ swing: { type } })
    else {
      const { hinge = 'a', side = 'left' } = { ...props.opening.swing, ...values }
      change({ swing: { type, hinge, side } })
    }
  }
  return (
    <>
      <InspectorHead
        kind={t('element.opening')}
        name={<h2>{t(`element.${props.opening.type}`)}</h2>}
        actions={
          <Show when={isEditor()}>
            <LockAction
              isLocked={props.opening.locked === true}
              operation={(locked) => ({ type: 'opening-changed', id: props.opening.id, locked })}
            />
            <DeleteAction ids={[props.opening.id]} />
          </Show>
        }
      />
      <Section title={t('inspector.size')}>
        <div class="measures two">
          <LengthField
            label={t('axis.width')}
            value={props.opening.width}
            disabled={isFixed()}
            testId="opening-width"
            onCommit={(width) => change({ width })}
          />
          <LengthField
            label={t('axis.height')}
            value={props.opening.height}
            disabled={isFixed()}
            onCommit={(height) => change({ height })}
          />
          <LengthField
            label={t('opening.sill')}
            value={props.opening.sill}
            disabled={isFixed()}
            onCommit={(sill) => change({ sill })}
          />
          <LengthField
            label={t('opening.along')}
            value={props.opening.along}
            disabled={isFixed()}
            onCommit={(along) => change({ along })}
          />
        </div>
      </Section>
      <Show when={props.opening.type !== 'passage'}>
        <Section title={t('opening.swing')}>
          <Select<Swing['type']>
            label={t('opening.swing')}
            options={swingTypes.map((value) => ({ value, label: t(`swing.${value}`) }))}
            value={props.opening.swing.type}
            disabled={isFixed()}
            onChange={(type) => swing({ type })}
          />
          <Show when={props.opening.swing.type === 'hinged'}>
            <div class="inspector-pair">
              <Segmented<'a' | 'b'>
                label={t('opening.hinge')}
                class="small"
                value={props.opening.swing.hinge ?? 'a'}
                onChange={(hinge) => swing({ hinge })}
                segments={[
                  { value: 'a', label: t('hinge.a'), disabled: isFixed() },
                  { value: 'b', label: t('hinge.b'), disabled: isFixed() },
                ]}
              />
              <Segmented<'left' | 'right'>
                label={t('opening.side')}
                class="small"
                value={props.opening.swing.side ?? 'left'}
                onChange={(side) => swing({ side })}
                segments={[
                  { value: 'left', label: t('side.left'), disabled: isFixed() },
                  { value: 'right', label: t('side.right'), disabled: isFixed() },
                ]}
              />
            </div>
          </Show>
          <Show when={props.opening.swing.type !== 'none'}>
            <Slider
              label={t('item.open')}
              value={props.opening.open ?? 0}
              disabled={!editor.canEdit()}
              onChange={(open) => change({ open })}
            />
          </Show>
        </Section>
      </Show>
    </>
  )
}

import { describeItem, findKind } from '@enfilade/catalogue'
import type { Operation, Pose, SceneItem, Size3 } from '@enfilade/scene'
import { createMemo, For, Show } from 'solid-js'
import { Select } from '../../controls/select.tsx'
import { Slider } from '../../controls/slider.tsx'
import { Switch } from '../../controls/switch.tsx'
import { useEditor } from '../../editor/session.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { ownLabel } from '../item-name.ts'
import { AngleField } from './angle-field.tsx'
import { DeleteAction, DuplicateAction, LockAction, RotateAction } from './element-actions.tsx'
import { FinishField } from './finish-field.tsx'
import { InspectorHead } from './inspector-head.tsx'
import { LengthField } from './length-field.tsx'
import { NameField } from './name-field.tsx'
import { Section } from './section.tsx'
import { shownVariants } from './shown-variants.ts'
import { slotName, variantName } from './slot-name.ts'

export function ItemInspector(props: { item: SceneItem }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const kind = createMemo(() => findKind(props.item.category))
  const isFixed = () => !editor.canEdit() || props.item.locked === true
  const kindName = () => describeItem({ category: props.item.category }, locale())
  const apply = (operation: Operation, coalesce?: string) => editor.apply(operation, coalesce ? { coalesce } : {})
  const move = (change: Partial<Pose>) =>
    apply(
      { type: 'items-moved', moves: { [props.item.id]: { ...props.item.worldPose, ...change } } },
      `pose-${props.item.id}`,
    )
  const resize = (axis: 0 | 1 | 2, value: number) => {
    const size = props.item.size.map((old, index) => (index === axis ? value : old))
    apply({ type: 'item-resized', id: props.item.id, size: size as unknown as Size3 }, `size-${props.item.id}`)
  }
  const change = (values: Omit<Extract<Operation, { type: 'item-changed' }>, 'type' | 'id'>, coalesce?: string) =>
    apply({ type: 'item-changed', id: props.item.id, ...values }, coalesce)
  const variants = createMemo(() => {
    const { category, size, variant, shape } = props.item
    return shownVariants({ category, size, ...(variant ? { variant } : {}), ...(shape ? { shape } : {}) })
  })
  const slots = () => Object.entries(kind()?.finishes ?? {})
  const mass = () => props.item.physics?.mass ?? kind()?.physics.mass
  const isMovable = () => props.item.physics?.movable ?? kind()?.physics.movable

  return (
    <>
      <InspectorHead
        kind={ownLabel(props.item) ? kindName() : t(`group.${kind()?.group ?? 'other'}`)}
        name={
          <NameField
            label={t('item.label')}
            value={ownLabel(props.item) ?? ''}
            placeholder={kindName()}
            disabled={isFixed()}
            onCommit={(label) => change({ label: label === '' ? null : label })}
          />
        }
        actions={
          <Show when={editor.role() === 'edit' || editor.role() === 'owner'}>
            <RotateAction ids={[props.item.id]} />
            <DuplicateAction ids={[props.item.id]} />
            <LockAction
              isLocked={props.item.locked === true}
              operation={(locked) => ({ type: 'item-changed', id: props.item.id, locked })}
            />
            <DeleteAction ids={[props.item.id]} />
          </Show>
        }
      />
      <Section title={t('inspector.size')}>
        <div class="measures three">
          <For each={[t('axis.width'), t('axis.depth'), t('axis.height')]}>
            {(label, index) => (
              <LengthField
                label={label}
                value={props.item.size[index() as 0 | 1 | 2]}
                disabled={isFixed()}
                testId={`item-size-${index()}`}
                onCommit={(value) => resize(index() as 0 | 1 | 2, value)}
              />
            )}
          </For>
        </div>
        <Show when={(kind()?.presets.length ?? 0) > 0 && !isFixed()}>
          <div class="chips">
            <For each={kind()?.presets}>
              {(preset) => (
                <button
                  type="button"
                  class="chip"
                  aria-pressed={preset.size.every((value, axis) => Math.abs(value - props.item.size[axis]!) < 1e-3)}
                  onClick={() =>
                    editor.apply([
                      { type: 'item-resized', id: props.item.id, size: preset.size },
                      {
                        type: 'item-changed',
                        id: props.item.id,
                        ...(preset.variant ? { variant: preset.variant } : {}),
                        ...(preset.shape ? { shape: preset.shape } : {}),
                      },
                    ])
                  }
                >
                  {preset.names[locale()][0]}
                </button>
              )}
            </For>
          </div>
        </Show>
      </Section>
      <Section title={t('inspector.position')}>
        <div class="measures two">
          <LengthField
            label="X"
            value={props.item.worldPose.x}
            disabled={isFixed()}
            testId="item-x"
            onCommit={(x) => move({ x })}
          />
          <LengthField
            label="Y"
            value={props.item.worldPose.y}
            disabled={isFixed()}
            testId="item-y"
            onCommit={(y) => move({ y })}
          />
          <LengthField
            label={t('axis.above-floor')}
            value={props.item.worldPose.z}
            disabled={isFixed() || props.item.support.on === 'floor'}
            onCommit={(z) => move({ z })}
          />
          <AngleField
            label={t('axis.rotation')}
            value={props.item.worldPose.yaw}
            disabled={isFixed()}
            testId="item-yaw"
            onCommit={(yaw) => move({ yaw })}
          />
        </div>
      </Section>
      <Show when={variants().length > 0 || (kind()?.shapes.length ?? 0) > 0}>
        <Section title={t('inspector.form')}>
          <div class="measures two">
            <Show when={variants().length > 0}>
              <Select
                label={t('item.variant')}
                labelled
                options={variants().map((value) => ({ value, label: variantName(value, locale()) }))}
                value={props.item.variant ?? kind()?.variants[0]}
                disabled={isFixed()}
                onChange={(variant) => change({ variant })}
              />
            </Show>
            <Show when={(kind()?.shapes.length ?? 0) > 0}>
              <Select
                label={t('item.shape')}
                labelled
                options={(kind()?.shapes ?? []).map((value) => ({ value, label: variantName(value, locale()) }))}
                value={props.item.shape ?? kind()?.shapes[0]}
                disabled={isFixed()}
                onChange={(shape) => change({ shape })}
              />
            </Show>
          </div>
        </Section>
      </Show>
      <Show when={slots().length > 0}>
        <Section title={t('inspector.finishes')}>
          <div class="finishes">
            <For each={slots()}>
              {([slot, fallback]) => (
                <FinishField
                  label={slotName(slot, locale())}
                  value={props.item.finishes?.[slot]}
                  fallback={fallback}
                  disabled={isFixed()}
                  onChange={(finish) => change({ finishes: { [slot]: finish } })}
                />
              )}
            </For>
          </div>
        </Section>
      </Show>
      <Show when={kind()?.light || kind()?.opens}>
        <Section title={t('inspector.state')}>
          <Show when={kind()?.light}>
            <Switch
              label={t('item.on')}
              checked={props.item.states?.on ?? true}
              disabled={!editor.canEdit()}
              onChange={(on) => change({ states: { on } })}
            />
          </Show>
          <Show when={kind()?.opens}>
            <Slider
              label={t('item.open')}
              value={props.item.states?.open ?? 0}
              disabled={!editor.canEdit()}
              onChange={(open) => change({ states: { open } }, `open-${props.item.id}`)}
            />
          </Show>
        </Section>
      </Show>
      <Section title={t('inspector.facts')}>
        <dl class="facts">
          <Show when={mass()}>
            {(kilograms) => (
              <div>
                <dt>{t('item.mass')}</dt>
                <dd class="numeric">{formatNumber(kilograms(), locale(), 1)} kg</dd>
              </div>
            )}
          </Show>
          <div>
            <dt>{t('item.movable')}</dt>
            <dd>{t(isMovable() === undefined ? 'fact.unknown' : isMovable() ? 'fact.yes' : 'fact.no')}</dd>
          </div>
          <div>
            <dt>{t('item.support')}</dt>
            <dd>{t(`support.${props.item.support.on}`)}</dd>
          </div>
        </dl>
      </Section>
    </>
  )
}

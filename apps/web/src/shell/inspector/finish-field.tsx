import { type MaterialName, materials } from '@enfilade/catalogue'
import type { Finish } from '@enfilade/scene'
import { Popover } from '@kobalte/core/popover'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import './finish-field.css'

/** Colours that go with one another and with the materials; anything else can be typed. */
const palette = [
  '#f5f1e8',
  '#e3d8c6',
  '#c9b49a',
  '#a98467',
  '#7a5640',
  '#4a3a30',
  '#d9c7b8',
  '#c98f74',
  '#a8573f',
  '#d8b45c',
  '#8f9a72',
  '#55684f',
  '#a9bfc0',
  '#5d8185',
  '#3d5a73',
  '#b7a6b4',
  '#8d8d8a',
  '#2f2f31',
] as const

export type FinishFieldProps = {
  label: string
  /** What is set; undefined: the default stands. */
  value: Finish | undefined
  /** What is shown where nothing is set. */
  fallback: { readonly material: string; readonly color?: string }
  /** `null` gives the default back. */
  onChange(finish: Finish | null): void
  disabled?: boolean
}

function isMaterial(name: string | undefined): name is MaterialName {
  return name !== undefined && name in materials
}

/** Material and colour of one surface. */
export function FinishField(props: FinishFieldProps) {
  const { t, locale } = useI18n()
  const [isOpen, setOpen] = createSignal(false)
  const material = (): MaterialName | undefined => {
    const name = props.value?.material ?? props.fallback.material
    return isMaterial(name) ? name : undefined
  }
  const color = () => {
    const name = material()
    const own = props.value?.material ? undefined : props.fallback.color
    return props.value?.color ?? own ?? (name ? materials[name].color : '#cccccc')
  }
  const materialName = () => {
    const name = material()
    return name ? materials[name].name[locale()] : '—'
  }
  const setColor = (text: string) => {
    const hex = text.trim().replace(/^#?/, '#').toLowerCase()
    if (/^#[0-9a-f]{6}$/.test(hex)) props.onChange({ ...props.value, color: hex })
  }
  const setMaterial = (name: string) => props.onChange({ material: name })
  return (
    <Popover placement="left-start" gutter={10} open={isOpen()} onOpenChange={setOpen}>
      <Popover.Trigger
        class="finish-trigger"
        disabled={props.disabled}
        aria-label={`${props.label}: ${materialName()}`}
      >
        <span class="swatch" style={{ background: color() }} />
        <span class="finish-label">{props.label}</span>
        <span class="finish-material">{materialName()}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="popover finish-popover">
          <Popover.Title class="finish-title">{props.label}</Popover.Title>
          <h4>{t('finish.colour')}</h4>
          <div class="finish-palette">
            <For each={palette}>
              {(entry) => (
                <button
                  type="button"
                  class="finish-swatch"
                  style={{ background: entry }}
                  aria-label={entry}
                  aria-pressed={props.value?.color === entry}
                  onClick={() => setColor(entry)}
                />
              )}
            </For>
          </div>
          <label class="input-group">
            <span class="swatch" style={{ background: color() }} />
            <input
              class="numeric"
              aria-label={t('finish.hex')}
              maxLength={7}
              spellcheck={false}
              value={color()}
              onChange={(event) => setColor(event.currentTarget.value)}
            />
          </label>
          <h4>{t('finish.material')}</h4>
          <ul class="finish-materials">
            <For each={Object.entries(materials)}>
              {([name, entry]) => (
                <li>
                  <button
                    type="button"
                    class="finish-entry"
                    aria-pressed={material() === name}
                    onClick={() => setMaterial(name)}
                  >
                    <span class="swatch" style={{ background: entry.color }} />
                    {entry.name[locale()]}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <Show when={props.value}>
            <button type="button" class="button small" onClick={() => props.onChange(null)}>
              {t('finish.reset')}
            </button>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

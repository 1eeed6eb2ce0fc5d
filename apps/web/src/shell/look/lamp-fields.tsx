import type { LookChoice } from '../../api/looks.ts'
import { Select } from '../../controls/select.tsx'
import { Switch } from '../../controls/switch.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import { NumberField } from './number-field.tsx'

/** Candle, warm, soft, neutral and cool white, as lamps are sold. */
const temperatures = [2200, 2700, 3000, 4000, 5000, 6500] as const

/** A lamp of a look: on or off, its light's colour and how much of it. */
export function LampFields(props: { choice: LookChoice }) {
  const { t } = useI18n()
  const editor = useEditor()
  const { looks } = useSpace()
  const value = () => props.choice.value as { on?: boolean; kelvin?: number; lumens?: number }
  const set = (change: object) => looks.setValue(props.choice.id, { ...props.choice.value, ...change })
  const kelvins = () =>
    [...new Set([...temperatures, ...(value().kelvin ? [value().kelvin!] : [])])].sort((a, b) => a - b).map(String)
  return (
    <>
      <Switch
        label={t('look.lamp-on')}
        checked={value().on ?? false}
        disabled={!editor.canEdit()}
        onChange={(on) => set({ on })}
      />
      <Select
        label={t('look.lamp-kelvin')}
        labelled
        options={kelvins().map((each) => ({ value: each, label: `${each} K` }))}
        value={value().kelvin === undefined ? undefined : String(value().kelvin)}
        placeholder={t('look.automatic')}
        disabled={!editor.canEdit()}
        onChange={(kelvin) => set({ kelvin: Number(kelvin) })}
      />
      <NumberField
        label={t('look.lamp-lumens')}
        value={value().lumens}
        min={1}
        max={100_000}
        step={50}
        unit="lm"
        onChange={(lumens) => set({ lumens })}
      />
    </>
  )
}

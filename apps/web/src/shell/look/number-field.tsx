import { useEditor } from '../../editor/session.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { MeasureField } from '../inspector/measure-field.tsx'
import { parseAmount } from './parse-amount.ts'

export type NumberFieldProps = {
  label: string
  /** Undefined: it is found automatically. */
  value: number | undefined
  min: number
  max: number
  /** By the arrow keys. */
  step: number
  unit?: string
  onChange(value: number): void
  testId?: string
}

/** A number within bounds, with its unit behind it. */
export function NumberField(props: NumberFieldProps) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const clamp = (value: number) => Math.min(props.max, Math.max(props.min, value))
  const spaced = () => (props.unit === undefined ? '' : props.unit === '°' ? '°' : ` ${props.unit}`)
  return (
    <MeasureField
      label={props.label}
      value={props.value}
      format={(value) => `${formatNumber(value, locale())}${spaced()}`}
      parse={(text) => parseAmount(text, props.min, props.max)}
      step={props.step}
      placeholder={t('look.automatic')}
      disabled={!editor.canEdit()}
      onCommit={(value) => props.onChange(clamp(value))}
      {...(props.testId ? { testId: props.testId } : {})}
    />
  )
}

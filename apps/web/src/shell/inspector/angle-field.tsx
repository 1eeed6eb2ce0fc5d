import { MeasureField, type MeasureFieldProps } from './measure-field.tsx'
import { formatAngle, parseAngle } from './parse-angle.ts'

/** An angle in radians, shown and typed in degrees. */
export function AngleField(props: Omit<MeasureFieldProps, 'format' | 'parse' | 'step'>) {
  return <MeasureField {...props} step={Math.PI / 180} format={formatAngle} parse={parseAngle} />
}

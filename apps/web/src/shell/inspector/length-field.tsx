import { formatLength, parseLength } from '@enfilade/scene'
import { MeasureField, type MeasureFieldProps } from './measure-field.tsx'

type Own = 'format' | 'parse' | 'step'

/** A length in metres, typed as "3.2m", "320cm", "3200mm", "10'6\"" or plain metres. */
export function LengthField(props: Omit<MeasureFieldProps, Own> & { step?: number }) {
  return (
    <MeasureField
      {...props}
      step={props.step ?? 0.01}
      format={(value) => formatLength(value, 'metric')}
      parse={(text) => parseLength(text)}
    />
  )
}

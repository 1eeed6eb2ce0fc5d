import type { LevelAppearance } from '@enfilade/scene'
import type { LookChoice } from '../../api/looks.ts'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import { NumberField } from './number-field.tsx'

const skies = ['clear', 'cloudy', 'overcast', 'dusk', 'night'] as const
const degree = Math.PI / 180

/** The light of day in a look: the sky, where the sun stands, and how bright the picture is. */
export function LightFields(props: { choice: LookChoice }) {
  const { t } = useI18n()
  const editor = useEditor()
  const { looks } = useSpace()
  const value = () => props.choice.value as LevelAppearance
  const set = (change: LevelAppearance) => looks.setValue(props.choice.id, { ...props.choice.value, ...change })
  const degrees = (radians: number | undefined) => (radians === undefined ? undefined : Math.round(radians / degree))
  return (
    <>
      <Select
        label={t('look.sky')}
        labelled
        options={skies.map((sky) => ({ value: sky, label: t(`look.sky.${sky}`) }))}
        value={value().sky}
        placeholder={t('look.automatic')}
        disabled={!editor.canEdit()}
        onChange={(sky) => set({ sky })}
      />
      <NumberField
        label={t('look.sun-height')}
        value={degrees(value().sunElevation)}
        min={-90}
        max={90}
        step={5}
        unit="°"
        onChange={(angle) => set({ sunElevation: angle * degree })}
      />
      <NumberField
        label={t('look.sun-direction')}
        value={degrees(value().sunAzimuth)}
        min={-360}
        max={360}
        step={15}
        unit="°"
        onChange={(angle) => set({ sunAzimuth: angle * degree })}
      />
      <NumberField
        label={t('look.exposure')}
        value={value().exposure}
        min={-5}
        max={5}
        step={0.5}
        onChange={(exposure) => set({ exposure })}
      />
    </>
  )
}

import { Slider as Root } from '@kobalte/core/slider'

/** A share from 0 to 1. */
export function Slider(props: { label: string; value: number; onChange(value: number): void; disabled?: boolean }) {
  return (
    <Root
      class="slider"
      minValue={0}
      maxValue={100}
      step={1}
      value={[Math.round(props.value * 100)]}
      onChange={(values) => props.onChange((values[0] ?? 0) / 100)}
      getValueLabel={({ values }) => `${values[0] ?? 0} %`}
      disabled={props.disabled}
    >
      <Root.Label>{props.label}</Root.Label>
      <Root.Track class="slider-track">
        <Root.Fill class="slider-fill" />
        <Root.Thumb class="slider-thumb">
          <Root.Input />
        </Root.Thumb>
      </Root.Track>
      <Root.ValueLabel class="slider-value numeric" />
    </Root>
  )
}

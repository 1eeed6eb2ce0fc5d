import { type MaterialName, materials } from '@enfilade/catalogue'
import type { Finish } from '@enfilade/scene'
import type { LookChoice } from '../../api/looks.ts'

/** Where one of a choice's finishes lies: under its slot, or, in a palette, in the value itself. */
export type FinishPart = { readonly slot: string; readonly finish: Finish }

/** The finishes that a choice decides; none for lamps and the light of day. */
export function finishesOf({ kind, value }: LookChoice): FinishPart[] {
  if (kind === 'lamp' || kind === 'light') return []
  if (kind === 'palette') return [{ slot: '', finish: readFinish(value) }]
  return Object.entries(value).map(([slot, finish]) => ({ slot, finish: readFinish(finish) }))
}

/** The choice's value with one finish changed; a material without a colour takes its own. */
export function withFinish({ kind, value }: LookChoice, slot: string, finish: Finish): LookChoice['value'] {
  const whole = { ...finish, color: colorOf(finish) }
  return kind === 'palette' ? { ...value, ...whole } : { ...value, [slot]: whole }
}

/** As it shows: its own colour, else its material's. */
export function colorOf({ color, material }: Finish): string {
  return color ?? (material && material in materials ? materials[material as MaterialName].color : '#cccccc')
}

function readFinish(value: unknown): Finish {
  const { color, material } = (value ?? {}) as { color?: unknown; material?: unknown }
  return {
    ...(typeof color === 'string' ? { color } : {}),
    ...(typeof material === 'string' ? { material } : {}),
  }
}

import { type DefaultFinish, type MaterialName, materials } from '@enfilade/catalogue'
import type { Text } from './appearance-brief.ts'
import type { ItemRole } from './slot-role.ts'

export type SurfaceRole = 'walls' | 'ceiling' | 'floor' | 'tile' | 'wallTile' | 'trim' | 'leaf' | 'feature'
export type PaletteRole = SurfaceRole | ItemRole

export type FullFinish = { readonly material: MaterialName; readonly color: string }

/** A finish of the palette, why it is this one, and whether somebody said so (then nothing changes it). */
export type PaletteEntry = { readonly finish: FullFinish; readonly why: Text; readonly isFixed: boolean }

export type Draft = Map<PaletteRole, PaletteEntry>

export const fullFinish = ({ material, color }: DefaultFinish): FullFinish => ({
  material,
  color: color ?? materials[material].color,
})

export function set(draft: Draft, role: PaletteRole, finish: FullFinish, why: Text, isFixed = false): void {
  draft.set(role, { finish, why, isFixed })
}

/** Changes what nobody has fixed. */
export function adjust(draft: Draft, role: PaletteRole, color: string, why?: Text): void {
  const entry = draft.get(role)
  if (!entry || entry.isFixed || entry.finish.color === color) return
  draft.set(role, { ...entry, finish: { ...entry.finish, color }, why: why ? both(entry.why, why) : entry.why })
}

const both = (a: Text, b: Text): Text => ({ en: `${a.en}; ${b.en}`, zh: `${a.zh}；${b.zh}` })

export const colorAt = (draft: Draft, role: PaletteRole) => draft.get(role)!.finish.color

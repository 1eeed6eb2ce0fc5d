import type { AppearanceBrief, Text, Wish } from './appearance-brief.ts'
import { avoid } from './avoid.ts'
import { type Draft, type FullFinish, type PaletteEntry, type PaletteRole, set } from './palette-draft.ts'
import { fromNamedPalettes, fromPicture, fromStyle } from './palette-sources.ts'
import { fromFreeColors, fromFreeMaterials, fromWishes } from './palette-wishes.ts'
import { harmonise, moods } from './set-apart.ts'
import { blendStyles, type StyleBlend } from './style-blend.ts'

/** What a space is made of: 60 % walls and floor, 30 % wood and large cloth, 10 % accents. */
export type Palette = {
  readonly entries: ReadonlyMap<PaletteRole, PaletteEntry>
  readonly blend: StyleBlend
  /** Wishes for surfaces and parts that cannot be of that material. */
  readonly refused: readonly Wish[]
}

/**
 * The palette for a brief.
 *
 * @param locks Roles that are decided already.
 */
export function choosePalette(
  brief: AppearanceBrief,
  seed: number,
  locks: ReadonlyMap<string, FullFinish> = new Map(),
): Palette {
  const blend = blendStyles(brief, seed)
  const draft: Draft = new Map()
  fromStyle(draft, blend, seed)
  fromPicture(draft, brief)
  fromNamedPalettes(draft, brief, seed)
  fromFreeColors(draft, brief)
  fromFreeMaterials(draft, brief)
  const refused = fromWishes(draft, brief.wishes)
  avoid(draft, brief)
  moods(draft, brief.moods)
  for (const [role, finish] of locks) set(draft, role as PaletteRole, finish, LOCKED, true)
  harmonise(draft)
  return { entries: draft, blend, refused }
}

const LOCKED: Text = { en: 'locked', zh: '已锁定' }

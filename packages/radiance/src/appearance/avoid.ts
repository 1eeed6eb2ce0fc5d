import { type MaterialName, materialFamily, materials } from '@enfilade/catalogue'
import type { AppearanceBrief, Text } from './appearance-brief.ts'
import { shift } from './harmony.ts'
import { colorDistance, lchOf } from './oklab.ts'
import { type Draft, type FullFinish, set } from './palette-draft.ts'
import { isHide } from './plausible-material.ts'

/** Metals that look like each other are refused together. */
const ALIKE: readonly (readonly MaterialName[])[] = [
  ['gold', 'brass'],
  ['chrome', 'silver', 'steel', 'aluminium'],
  ['leather', 'faux_leather'],
]

export function avoid(draft: Draft, { avoid: { colors, materials: refused } }: AppearanceBrief): void {
  const gone = new Set(refused.flatMap((name) => ALIKE.find((group) => group.includes(name)) ?? [name]))
  const why: Text = { en: 'instead of what is not wanted', zh: '替代不想要的' }
  for (const [role, entry] of draft) {
    if (entry.isFixed) continue
    let { finish } = entry
    if (gone.has(finish.material)) finish = insteadOf(finish, gone)
    const hit = colors.some((color) => isOfHue(finish.color, color))
    if (hit) finish = { ...finish, color: shift(finish.color, { chroma: 0.1 }) }
    if (finish !== entry.finish) set(draft, role, finish, why)
  }
}

const STANDINS: { readonly [family: string]: readonly MaterialName[] } = {
  metal: ['black_metal', 'bronze', 'chrome', 'brass'],
  wood: ['oak', 'walnut', 'ash', 'black_oak'],
  fabric: ['linen', 'cotton', 'wool', 'velvet'],
  leather: ['linen', 'wool'],
  woven: ['linen', 'wool'],
  stone: ['sintered_stone', 'quartz', 'travertine', 'tile', 'plaster'],
  painted: ['painted_wood', 'oak'],
  ceramic: ['sintered_stone', 'terrazzo'],
  other: ['linen', 'plaster'],
}

function insteadOf({ material, color }: FullFinish, gone: ReadonlySet<MaterialName>): FullFinish {
  const family = materialFamily(material)
  const found = (STANDINS[family] ?? []).find((name) => !gone.has(name)) ?? 'painted_wood'
  const keepsColor = ['fabric', 'leather', 'painted'].includes(family) && !isHide(color)
  return { material: found, color: keepsColor ? color : materials[found].color }
}

/** Nearly the colour itself, or of its hue and as lively. */
function isOfHue(color: string, refused: string): boolean {
  if (colorDistance(color, refused) < 0.09) return true
  const [a, b] = [lchOf(color), lchOf(refused)]
  const apart = Math.abs(Math.atan2(Math.sin(a.h - b.h), Math.cos(a.h - b.h)))
  return b.c > 0.04 && a.c > 0.045 && apart < 0.42 && Math.abs(a.l - b.l) < 0.35
}

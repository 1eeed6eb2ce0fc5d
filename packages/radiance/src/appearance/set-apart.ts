import { materialFamily } from '@enfilade/catalogue'
import type { Mood, Text } from './appearance-brief.ts'
import { agree, inMood, standOut } from './harmony.ts'
import { colorDistance } from './oklab.ts'
import { adjust, colorAt, type Draft, type PaletteRole } from './palette-draft.ts'

/** How far moods reach into a role: paint and cloth follow, wood and stone hardly. */
const REACH: { readonly [role in PaletteRole]?: number } = {
  walls: 1,
  feature: 0.5,
  fabric: 0.8,
  seat: 0.8,
  rug: 0.8,
  curtain: 0.8,
  painted: 0.7,
  accent: 1,
  accent2: 1,
  accent3: 1,
  blanket: 0.8,
  wood: 0.25,
  floor: 0.3,
  tile: 0.4,
}

export function moods(draft: Draft, list: readonly Mood[]): void {
  if (list.length === 0) return
  for (const [role, share] of Object.entries(REACH) as [PaletteRole, number][]) {
    const entry = draft.get(role)
    if (entry) adjust(draft, role, inMood(entry.finish.color, list, share, role === 'walls'))
  }
}

/** Least distances in OKLab between what stands before what. */
const APART = { wall: 0.062, floor: 0.09, front: 0.05, rug: 0.078, sofa: 0.065, curtain: 0.035 }

/**
 * Neighbours are set apart in an order that keeps a pale room pale: the sofa from the wall, the floor from the sofa, the
 * rug from both; only then does the sofa give way.
 */
export function harmonise(draft: Draft): void {
  const at = (role: PaletteRole) => colorAt(draft, role)
  const clear: Text = { en: 'moved a little to stand out from what is behind it', zh: '略作调整，与背景拉开层次' }
  const part = (role: PaletteRole, from: readonly PaletteRole[], apart: number) =>
    adjust(draft, role, standOut(at(role), from.map(at), apart), clear)
  part('fabric', ['walls'], APART.wall)
  part('floor', ['fabric'], APART.floor)
  if (isBoards(draft) && !agree(at('wood'), at('floor'))) agreeWoods(draft)
  part('rug', ['floor', 'fabric'], APART.rug)
  if (colorDistance(at('fabric'), at('floor')) < APART.sofa) part('fabric', ['walls', 'floor', 'rug'], APART.floor)
  if (colorDistance(at('fabric'), at('rug')) < APART.sofa) part('fabric', ['walls', 'floor', 'rug'], APART.sofa)
  part('seat', ['walls', 'floor', 'fabric'], APART.front)
  part('painted', ['walls', 'floor'], APART.front)
  part('curtain', ['walls'], APART.curtain)
  part('accent', ['fabric'], 0.1)
  part('accent2', ['fabric'], 0.08)
  part('blanket', ['bedding'], 0.06)
}

const isBoards = (draft: Draft) => materialFamily(draft.get('floor')!.finish.material) === 'wood'

/** The floor gives way: to the very wood of the furniture when they nearly are it, else further from it. */
function agreeWoods(draft: Draft): void {
  const [wood, floor] = [draft.get('wood')!, draft.get('floor')!]
  const why: Text = { en: 'set apart from the furniture’s wood', zh: '与家具木色拉开' }
  const moved = standOut(floor.finish.color, [wood.finish.color, colorAt(draft, 'fabric')], 0.095)
  if (!floor.isFixed) adjust(draft, 'floor', moved, why)
  else adjust(draft, 'wood', standOut(wood.finish.color, [floor.finish.color], 0.1), why)
}

import { readScene } from '@enfilade/scene'
import type { Unit } from '../arrangement.ts'
import type { Candidate } from '../candidate.ts'
import { findRoom, wayWidthOf } from '../furnish.ts'
import { planRoomProgram } from '../programs/index.ts'
import { createProgram } from '../programs/program.ts'
import { createSite } from '../site.ts'
import { continueScript } from './continue-script.ts'
import type { Guide } from './guide-search.ts'
import type { HintedItem, LayoutModel } from './layout-model.ts'
import type { Network } from './network.ts'

/** The layout model on a script network: a pose for the main thing of each unit of the room's program, large ones first. */
export const createScriptModel = (network: Network): LayoutModel => ({
  propose: async ({ document, roomId, brief, density = brief.density, seed }) => {
    const scene = readScene(document)
    const room = findRoom(scene, roomId)
    if (!room) return { items: [] }
    const site = createSite(scene, room, new Set(), wayWidthOf(brief))
    const program = createProgram(site, brief, density)
    planRoomProgram(program)
    const kinds = new Map<string, number>()
    for (const category of program.units.flatMap(mainThing)) kinds.set(category, (kinds.get(category) ?? 0) + 1)
    const things = await continueScript(network, site, brief, { seed, kinds, isWhole: true })
    return { items: things }
  },
})

/** A lounge takes its form from the room, but a sofa it will have; kitchen runs are the solver's own. */
const mainThing = ({ arrangements: [first], purpose }: Unit): string[] => {
  if (purpose === 'cook') return []
  return first ? [first.pieces[first.anchor]!.category] : purpose === 'lounge' ? ['sofa'] : []
}

/** Farther than this from where its main thing was said a candidate is not what was meant, metres (a half turn counts 2). */
const REACH = 1
/** What a metre off weighs against the cost: where a start begins, and wherever candidates are compared. */
const [OFF, WEIGHT] = [3, 0.3]

/** Steers a search by poses of main things that name no unit. */
export const guideByItems = (
  units: readonly Unit[],
  items: readonly HintedItem[],
): Required<Pick<Guide, 'begin' | 'prior'>> => ({
  begin: (candidates) => {
    const free = new Set(items)
    const chosen: (Candidate | undefined)[] = units.map(() => undefined)
    const order = units.map((_, index) => index).sort((a, b) => units[a]!.rank - units[b]!.rank || a - b)
    for (const index of order) {
      let best: { candidate: Candidate; item: HintedItem; price: number } | undefined
      for (const candidate of candidates[index]!) {
        for (const item of free) {
          const off = distance(candidate, item)
          const price = candidate.cost + OFF * off
          if (off <= REACH && (!best || price < best.price)) best = { candidate, item, price }
        }
      }
      if (!best) continue
      free.delete(best.item)
      chosen[index] = best.candidate
    }
    return chosen
  },
  prior: (candidate) => {
    const off = items.reduce((least, item) => Math.min(least, distance(candidate, item)), Number.POSITIVE_INFINITY)
    return WEIGHT * Math.min(2 * REACH, off)
  },
})

/** From a candidate's main thing to where one of its kind was said, metres; infinite for other kinds. */
const distance = ({ arrangement, shapes }: Candidate, { category, x, y, yaw }: HintedItem): number => {
  const main = arrangement.pieces[arrangement.anchor]!.category
  const box = main === category ? shapes.find((shape) => shape.category === main)?.box : undefined
  return box ? Math.hypot(box.x - x, box.y - y) + 2 * Math.abs(Math.sin((box.yaw - yaw) / 2)) : Number.POSITIVE_INFINITY
}

import { readScene } from '@enfilade/scene'
import type { Unit } from '../arrangement.ts'
import { findRoom, wayWidthOf } from '../furnish.ts'
import { planRoomProgram } from '../programs/index.ts'
import { createProgram } from '../programs/program.ts'
import { createSite } from '../site.ts'
import { unitName } from './guide-search.ts'
import type { FormHint, LayoutModel } from './layout-model.ts'
import type { Network } from './network.ts'
import { buildSearchInputs, formsOf, type SearchQuestion } from './search-inputs.ts'
import type { Vocabulary } from './tokens.ts'

export const SEARCH_MODEL_FORMAT = 'enfilade.search-model/1'

/**
 * The layout model on a search network: asks once which forms of the program's units are likely to stand in the room. It
 * knows empty rooms; where furniture stands already it has no hints.
 */
export const createSearchModel = (network: Network, vocabulary: Vocabulary): LayoutModel => ({
  propose: async ({ document, roomId, brief, density = brief.density }) => {
    const scene = readScene(document)
    const room = findRoom(scene, roomId)
    if (!room) return { items: [] }
    const site = createSite(scene, room, new Set(), wayWidthOf(brief))
    if (site.standing.some(({ role }) => role === 'solid')) return { items: [] }
    const program = createProgram(site, brief, density)
    planRoomProgram(program)
    return { items: [], forms: await askForms(network, { site, brief, units: program.units }, vocabulary) }
  },
})

/** How likely each form of each unit is; units that have one form or none are left out. */
export const askForms = async (
  network: Network,
  question: SearchQuestion,
  vocabulary: Vocabulary,
): Promise<FormHint[]> => {
  const { units } = question
  if (!units.some(hasChoice)) return []
  const { shares } = await network.run(buildSearchInputs(question, vocabulary))
  const logits = shares!.data as Float32Array
  const width = logits.length / units.length
  return units.flatMap((unit, index) =>
    hasChoice(unit)
      ? [{ unit: unitName(unit), shares: toShares(logits.slice(index * width, (index + 1) * width), unit) }]
      : [],
  )
}

const hasChoice = (unit: Unit): boolean => unit.arrangements.length > 1

/** Shares of the forms alone, rounded, so that what hardware adds in another order is the same. */
const toShares = (logits: Float32Array, unit: Unit): number[] => {
  const known = [...logits.subarray(0, formsOf(unit).length)].map((value) => (Number.isFinite(value) ? value : -100))
  const top = Math.max(...known)
  const sum = known.reduce((total, value) => total + Math.exp(value - top), 0)
  return known.map((value) => Math.round((Math.exp(value - top) / sum) * 1e4) / 1e4)
}

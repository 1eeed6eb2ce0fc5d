import { readScene } from '@enfilade/scene'
import type { Unit } from '../arrangement.ts'
import type { Candidate } from '../candidate.ts'
import { findRoom, wayWidthOf } from '../furnish.ts'
import { planRoomProgram } from '../programs/index.ts'
import { createProgram } from '../programs/program.ts'
import { createSite } from '../site.ts'
import { isHinted, unitName } from './guide-search.ts'
import type { HintedItem, LayoutModel } from './layout-model.ts'
import type { Network } from './network.ts'
import { standingThings } from './place-inputs.ts'
import { askPlaces, placeUnits } from './place-units.ts'
import { findPlaces } from './places.ts'
import type { Vocabulary } from './tokens.ts'

export const PLACE_MODEL_FORMAT = 'enfilade.place-model/1'

export type PlaceModelOptions = {
  /** Whether to lay the room out as well, unit after unit: a run of the network for each. Default false. */
  readonly hasLayout?: boolean
}

/**
 * The layout model on a place network: asks once where every unit of the room's program is likely to stand. Rooms without
 * such units get no hints.
 */
export const createPlaceModel = (
  network: Network,
  vocabulary: Vocabulary,
  { hasLayout = false }: PlaceModelOptions = {},
): LayoutModel => ({
  propose: async ({ document, roomId, brief, density = brief.density }) => {
    const scene = readScene(document)
    const room = findRoom(scene, roomId)
    if (!room) return { items: [] }
    const site = createSite(scene, room, new Set(), wayWidthOf(brief))
    const program = createProgram(site, brief, density)
    planRoomProgram(program)
    const units = program.units.filter(isHinted)
    if (units.length === 0) return { items: [] }
    const places = findPlaces(site)
    const question = { site, brief, places, units, things: standingThings(site) }
    const { scores } = await askPlaces(network, question, vocabulary)
    const layout = hasLayout ? await placeUnits(network, question, vocabulary) : []
    return {
      items: layout.flatMap((candidate, index) => (candidate ? [toItem(units[index]!, candidate)] : [])),
      units: units.map((unit, index) => ({ unit: unitName(unit), scores: [...scores[index]!] })),
    }
  },
})

const toItem = (unit: Unit, { arrangement, frame }: Candidate): HintedItem => ({
  category: arrangement.pieces[arrangement.anchor]!.category,
  unit: unitName(unit),
  ...frame,
})

/** The vocabulary of a model's card; undefined when it has none. */
export const readVocabulary = (card: { readonly [key: string]: unknown }): Vocabulary | undefined => {
  const vocabulary = card.vocabulary as Partial<Vocabulary> | undefined
  const isList = (list: unknown): boolean =>
    Array.isArray(list) && list.length > 0 && list.every((word) => typeof word === 'string')
  return isList(vocabulary?.words) && isList(vocabulary?.rooms) ? (vocabulary as Vocabulary) : undefined
}

import {
  armchairs,
  barTables,
  basins,
  bathMats,
  bathtubs,
  bedBenches,
  beds,
  coffeeTables,
  deskChairs,
  diningTables,
  drawerChests,
  dressingTables,
  dryers,
  family,
  floorLamps,
  footRests,
  hangingLights,
  join,
  loungeSeats,
  mealTables,
  mirrors,
  monitors,
  paperHolders,
  pictures,
  shoeBenches,
  shoeCabinets,
  sideboards,
  sideTables,
  sofas,
  toilets,
  tvStands,
  tvs,
  wardrobes,
  washers,
  workDesks,
} from '../categories.ts'
import type { PairFact } from '../facts/fact.ts'
import { factOf } from './pairs.ts'

/**
 * gap: between nearest edges in plan · before: the same, of a thing whose front looks at the anchor · rise: from the
 * anchor's top to the other's underside, of a thing right above it · middles: between middles, of things that face each
 * other · lateral: the gap, of a thing before the anchor's front · on: none, of a thing over the anchor.
 */
export type PairMeasure = 'gap' | 'before' | 'rise' | 'middles' | 'lateral' | 'on'

export type PairRow = {
  readonly rule: string
  readonly anchors: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  readonly fact: PairFact
  readonly measure: PairMeasure
  /** Farther away the two have nothing to do with each other, metres. */
  readonly reach: number
  /** How far the other's middle may lie beside the anchor's middle axis, metres. */
  readonly aside?: number
  /** same: both fronts look the same way · anchor: the other looks at the anchor. */
  readonly facing?: 'same' | 'anchor'
  /** The number of the fact is an upper bound only. */
  readonly isOnlyUpper?: boolean
}

const row = (
  rule: string,
  anchors: ReadonlySet<string>,
  others: ReadonlySet<string>,
  fact: PairFact,
  measure: PairMeasure,
  reach: number,
  more: Partial<PairRow> = {},
): PairRow => ({ rule, anchors, others, fact, measure, reach, ...more })

/** Alignments that the table gives in words: "within 0.3", "centred". */
const ALIGNED = 0.3

/** Pairs that are judged by their row alone. Those with rules of their own (nightstands, coffee tables' gap, hoods) are not here. */
export const pairRows: readonly PairRow[] = [
  row('bench-to-bed', beds, bedBenches, factOf('bed', 'bed_bench'), 'lateral', 1, { aside: ALIGNED }),
  row('drawers-to-bed', beds, drawerChests, factOf('bed', 'dresser'), 'before', 3),
  row('wardrobe-to-bed', beds, wardrobes, factOf('bed', 'wardrobe'), 'before', 3),
  row('mirror-to-wardrobe', wardrobes, family('floor_mirror'), factOf('wardrobe', 'floor_mirror'), 'gap', 5, {
    isOnlyUpper: true,
  }),
  row('shelf-to-desk', workDesks, family('bookcase'), factOf('desk', 'bookcase'), 'gap', 3, { isOnlyUpper: true }),
  row('screen-to-bed', beds, join(tvs, tvStands), factOf('bed', 'tv_stand'), 'before', 8, { aside: ALIGNED * 2 }),
  row('picture-over-bed', beds, pictures, factOf('bed', 'wall_art'), 'rise', 1.2, { aside: ALIGNED }),
  row('table-before-sofa', sofas, coffeeTables, factOf('sofa', 'coffee_table'), 'lateral', 1.2, {
    aside: ALIGNED,
    isOnlyUpper: true,
  }),
  row('side-table-to-seat', loungeSeats, sideTables, factOf('sofa', 'side_table'), 'gap', 1),
  row('conversation-distance', sofas, armchairs, factOf('sofa', 'armchair', 'conversation'), 'middles', 5),
  row('lamp-to-seat', loungeSeats, floorLamps, factOf('sofa', 'floor_lamp'), 'gap', 1, { isOnlyUpper: true }),
  row('picture-over-sofa', sofas, pictures, factOf('sofa', 'wall_art'), 'rise', 1.2, { aside: ALIGNED }),
  row('foot-rest-to-seat', armchairs, footRests, factOf('armchair', 'ottoman'), 'lateral', 1),
  row('screen-on-stand', tvStands, tvs, factOf('tv_stand', 'tv'), 'on', 1, {
    aside: ALIGNED,
    facing: 'same',
  }),
  row(
    'chair-to-table',
    mealTables,
    family('dining_chair', 'chair'),
    factOf('dining_table', 'dining_chair'),
    'gap',
    0.6,
  ),
  row('lamp-over-table', diningTables, hangingLights, factOf('dining_table', 'pendant_light'), 'rise', 2, {
    aside: ALIGNED * 3,
  }),
  row('sideboard-to-table', mealTables, sideboards, factOf('dining_table', 'sideboard'), 'before', 3),
  row('stool-to-bar', barTables, family('bar_stool'), factOf('bar_table', 'bar_stool'), 'gap', 0.6),
  row('chair-to-desk', workDesks, deskChairs, factOf('desk', 'office_chair'), 'lateral', 0.8, { facing: 'anchor' }),
  row(
    'stool-to-dressing-table',
    dressingTables,
    family('vanity_stool', 'stool'),
    factOf('vanity', 'vanity_stool'),
    'lateral',
    0.8,
  ),
  row('mirror-over-dressing-table', dressingTables, mirrors, factOf('vanity', 'mirror'), 'rise', 1, { aside: 0.2 }),
  row('mirror-over-basin', basins, mirrors, factOf('basin', 'mirror'), 'rise', 1, { aside: 0.2 }),
  row('paper-to-toilet', toilets, paperHolders, factOf('toilet', 'paper_holder'), 'gap', 1.5, { isOnlyUpper: true }),
  row('mat-to-bath', bathtubs, bathMats, factOf('bathtub', 'bath_mat'), 'gap', 0.8),
  row('dryer-to-washer', washers, dryers, factOf('washing_machine', 'dryer'), 'gap', 1, { isOnlyUpper: true }),
  row('bench-to-shoes', shoeCabinets, shoeBenches, factOf('shoe_cabinet', 'shoe_bench'), 'gap', 3, {
    isOnlyUpper: true,
  }),
  row('monitor-on-desk', workDesks, monitors, factOf('desk', 'monitor'), 'on', 1, { facing: 'same' }),
]

import type { Kind } from './kind.ts'
import { armchair } from './kinds/armchair.ts'
import { bookcase } from './kinds/bookcase.ts'
import { chestOfDrawers } from './kinds/chest-of-drawers.ts'
import { coffeeTable } from './kinds/coffee-table.ts'
import { desk } from './kinds/desk.ts'
import { diningChair } from './kinds/dining-chair.ts'
import { diningTable } from './kinds/dining-table.ts'
import { doubleBed } from './kinds/double-bed.ts'
import { floorLamp } from './kinds/floor-lamp.ts'
import { nightstand } from './kinds/nightstand.ts'
import { officeChair } from './kinds/office-chair.ts'
import { plant } from './kinds/plant.ts'
import { rug } from './kinds/rug.ts'
import { singleBed } from './kinds/single-bed.ts'
import { sofa } from './kinds/sofa.ts'
import { tableLamp } from './kinds/table-lamp.ts'
import { television } from './kinds/television.ts'
import { tvStand } from './kinds/tv-stand.ts'
import { wardrobe } from './kinds/wardrobe.ts'

/** Every kind, sorted by id. */
export const kinds: readonly Kind[] = [
  armchair,
  bookcase,
  chestOfDrawers,
  coffeeTable,
  desk,
  diningChair,
  diningTable,
  doubleBed,
  floorLamp,
  nightstand,
  officeChair,
  plant,
  rug,
  singleBed,
  sofa,
  tableLamp,
  television,
  tvStand,
  wardrobe,
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of a category, exactly; `resolveCategory` finds categories from words. */
export function findKind(category: string): Kind | undefined {
  return byId.get(category)
}

import type { Kind } from './kind.ts'
import { armchair } from './kinds/armchair.ts'
import { baseCabinet } from './kinds/base-cabinet.ts'
import { basin } from './kinds/basin.ts'
import { bathtub } from './kinds/bathtub.ts'
import { bookcase } from './kinds/bookcase.ts'
import { chestOfDrawers } from './kinds/chest-of-drawers.ts'
import { clock } from './kinds/clock.ts'
import { coffeeTable } from './kinds/coffee-table.ts'
import { cooker } from './kinds/cooker.ts'
import { curtain } from './kinds/curtain.ts'
import { desk } from './kinds/desk.ts'
import { diningChair } from './kinds/dining-chair.ts'
import { diningTable } from './kinds/dining-table.ts'
import { dishwasher } from './kinds/dishwasher.ts'
import { doubleBed } from './kinds/double-bed.ts'
import { dryer } from './kinds/dryer.ts'
import { floorLamp } from './kinds/floor-lamp.ts'
import { grabBar } from './kinds/grab-bar.ts'
import { hob } from './kinds/hob.ts'
import { kitchenIsland } from './kinds/kitchen-island.ts'
import { microwave } from './kinds/microwave.ts'
import { mirror } from './kinds/mirror.ts'
import { nightstand } from './kinds/nightstand.ts'
import { officeChair } from './kinds/office-chair.ts'
import { oven } from './kinds/oven.ts'
import { picture } from './kinds/picture.ts'
import { plant } from './kinds/plant.ts'
import { rangeHood } from './kinds/range-hood.ts'
import { refrigerator } from './kinds/refrigerator.ts'
import { rug } from './kinds/rug.ts'
import { shower } from './kinds/shower.ts'
import { singleBed } from './kinds/single-bed.ts'
import { sinkCabinet } from './kinds/sink-cabinet.ts'
import { sofa } from './kinds/sofa.ts'
import { tableLamp } from './kinds/table-lamp.ts'
import { television } from './kinds/television.ts'
import { toilet } from './kinds/toilet.ts'
import { towelRack } from './kinds/towel-rack.ts'
import { tvStand } from './kinds/tv-stand.ts'
import { vanity } from './kinds/vanity.ts'
import { wallCabinet } from './kinds/wall-cabinet.ts'
import { wardrobe } from './kinds/wardrobe.ts'
import { washingMachine } from './kinds/washing-machine.ts'

/** Every kind, sorted by id. */
export const kinds: readonly Kind[] = [
  armchair,
  baseCabinet,
  basin,
  bathtub,
  bookcase,
  chestOfDrawers,
  clock,
  coffeeTable,
  cooker,
  curtain,
  desk,
  diningChair,
  diningTable,
  dishwasher,
  doubleBed,
  dryer,
  floorLamp,
  grabBar,
  hob,
  kitchenIsland,
  microwave,
  mirror,
  nightstand,
  officeChair,
  oven,
  picture,
  plant,
  rangeHood,
  refrigerator,
  rug,
  shower,
  singleBed,
  sinkCabinet,
  sofa,
  tableLamp,
  television,
  toilet,
  towelRack,
  tvStand,
  vanity,
  wallCabinet,
  wardrobe,
  washingMachine,
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of a category, exactly; `resolveCategory` finds categories from words. */
export function findKind(category: string): Kind | undefined {
  return byId.get(category)
}

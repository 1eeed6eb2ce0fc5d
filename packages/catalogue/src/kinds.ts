import type { Kind } from './kind.ts'
import { airConditioner } from './kinds/air-conditioner.ts'
import { aquarium } from './kinds/aquarium.ts'
import { armchair } from './kinds/armchair.ts'
import { barStool } from './kinds/bar-stool.ts'
import { baseCabinet } from './kinds/base-cabinet.ts'
import { basin } from './kinds/basin.ts'
import { basket } from './kinds/basket.ts'
import { bathtub } from './kinds/bathtub.ts'
import { beanBag } from './kinds/bean-bag.ts'
import { bench } from './kinds/bench.ts'
import { book } from './kinds/book.ts'
import { bookcase } from './kinds/bookcase.ts'
import { bunkBed } from './kinds/bunk-bed.ts'
import { cabinet } from './kinds/cabinet.ts'
import { careBed } from './kinds/care-bed.ts'
import { ceilingLight } from './kinds/ceiling-light.ts'
import { chaiseLongue } from './kinds/chaise-longue.ts'
import { chandelier } from './kinds/chandelier.ts'
import { chestOfDrawers } from './kinds/chest-of-drawers.ts'
import { clock } from './kinds/clock.ts'
import { coatRack } from './kinds/coat-rack.ts'
import { coffeeTable } from './kinds/coffee-table.ts'
import { consoleTable } from './kinds/console-table.ts'
import { cooker } from './kinds/cooker.ts'
import { crib } from './kinds/crib.ts'
import { cup } from './kinds/cup.ts'
import { curtain } from './kinds/curtain.ts'
import { cushion } from './kinds/cushion.ts'
import { desk } from './kinds/desk.ts'
import { deskLamp } from './kinds/desk-lamp.ts'
import { diningChair } from './kinds/dining-chair.ts'
import { diningTable } from './kinds/dining-table.ts'
import { dishwasher } from './kinds/dishwasher.ts'
import { displayCabinet } from './kinds/display-cabinet.ts'
import { doubleBed } from './kinds/double-bed.ts'
import { dressingTable } from './kinds/dressing-table.ts'
import { dryer } from './kinds/dryer.ts'
import { dryingRack } from './kinds/drying-rack.ts'
import { exerciseBike } from './kinds/exercise-bike.ts'
import { fireplace } from './kinds/fireplace.ts'
import { floorLamp } from './kinds/floor-lamp.ts'
import { grabBar } from './kinds/grab-bar.ts'
import { highChair } from './kinds/high-chair.ts'
import { hob } from './kinds/hob.ts'
import { ironingBoard } from './kinds/ironing-board.ts'
import { kidsChair } from './kinds/kids-chair.ts'
import { kidsTable } from './kinds/kids-table.ts'
import { kitchenIsland } from './kinds/kitchen-island.ts'
import { laptop } from './kinds/laptop.ts'
import { mat } from './kinds/mat.ts'
import { microwave } from './kinds/microwave.ts'
import { mirror } from './kinds/mirror.ts'
import { mirrorCabinet } from './kinds/mirror-cabinet.ts'
import { monitor } from './kinds/monitor.ts'
import { nightstand } from './kinds/nightstand.ts'
import { officeChair } from './kinds/office-chair.ts'
import { ottoman } from './kinds/ottoman.ts'
import { oven } from './kinds/oven.ts'
import { pendantLight } from './kinds/pendant-light.ts'
import { piano } from './kinds/piano.ts'
import { picture } from './kinds/picture.ts'
import { pillow } from './kinds/pillow.ts'
import { plant } from './kinds/plant.ts'
import { pottedPlant } from './kinds/potted-plant.ts'
import { radiator } from './kinds/radiator.ts'
import { rangeHood } from './kinds/range-hood.ts'
import { recliner } from './kinds/recliner.ts'
import { refrigerator } from './kinds/refrigerator.ts'
import { rockingChair } from './kinds/rocking-chair.ts'
import { roomDivider } from './kinds/room-divider.ts'
import { rug } from './kinds/rug.ts'
import { shelvingUnit } from './kinds/shelving-unit.ts'
import { shoeCabinet } from './kinds/shoe-cabinet.ts'
import { shower } from './kinds/shower.ts'
import { showerSeat } from './kinds/shower-seat.ts'
import { sideTable } from './kinds/side-table.ts'
import { sideboard } from './kinds/sideboard.ts'
import { singleBed } from './kinds/single-bed.ts'
import { sinkCabinet } from './kinds/sink-cabinet.ts'
import { sofa } from './kinds/sofa.ts'
import { stool } from './kinds/stool.ts'
import { tableLamp } from './kinds/table-lamp.ts'
import { television } from './kinds/television.ts'
import { toilet } from './kinds/toilet.ts'
import { towelRack } from './kinds/towel-rack.ts'
import { toyBox } from './kinds/toy-box.ts'
import { trashBin } from './kinds/trash-bin.ts'
import { treadmill } from './kinds/treadmill.ts'
import { trolley } from './kinds/trolley.ts'
import { tvStand } from './kinds/tv-stand.ts'
import { vanity } from './kinds/vanity.ts'
import { vase } from './kinds/vase.ts'
import { walker } from './kinds/walker.ts'
import { wallCabinet } from './kinds/wall-cabinet.ts'
import { wallLamp } from './kinds/wall-lamp.ts'
import { wallShelf } from './kinds/wall-shelf.ts'
import { wardrobe } from './kinds/wardrobe.ts'
import { washingMachine } from './kinds/washing-machine.ts'
import { waterDispenser } from './kinds/water-dispenser.ts'
import { wheelchair } from './kinds/wheelchair.ts'
import { SPATIAL_LABELS } from './spatial-labels.ts'

/** Every kind, sorted by id. */
export const kinds: readonly Kind[] = [
  airConditioner,
  aquarium,
  armchair,
  barStool,
  baseCabinet,
  basin,
  basket,
  bathtub,
  beanBag,
  bench,
  book,
  bookcase,
  bunkBed,
  cabinet,
  careBed,
  ceilingLight,
  chaiseLongue,
  chandelier,
  chestOfDrawers,
  clock,
  coatRack,
  coffeeTable,
  consoleTable,
  cooker,
  crib,
  cup,
  curtain,
  cushion,
  deskLamp,
  desk,
  diningChair,
  diningTable,
  dishwasher,
  displayCabinet,
  doubleBed,
  dressingTable,
  dryer,
  dryingRack,
  exerciseBike,
  fireplace,
  floorLamp,
  grabBar,
  highChair,
  hob,
  ironingBoard,
  kidsChair,
  kidsTable,
  kitchenIsland,
  laptop,
  mat,
  microwave,
  mirrorCabinet,
  mirror,
  monitor,
  nightstand,
  officeChair,
  ottoman,
  oven,
  pendantLight,
  piano,
  picture,
  pillow,
  plant,
  pottedPlant,
  radiator,
  rangeHood,
  recliner,
  refrigerator,
  rockingChair,
  roomDivider,
  rug,
  shelvingUnit,
  shoeCabinet,
  showerSeat,
  shower,
  sideTable,
  sideboard,
  singleBed,
  sinkCabinet,
  sofa,
  stool,
  tableLamp,
  television,
  toilet,
  towelRack,
  toyBox,
  trashBin,
  treadmill,
  trolley,
  tvStand,
  vanity,
  vase,
  walker,
  wallCabinet,
  wallLamp,
  wallShelf,
  wardrobe,
  washingMachine,
  waterDispenser,
  wheelchair,
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of a category or of a SpatialLM label, letter by letter; `resolveCategory` finds categories from words. */
export function findKind(category: string): Kind | undefined {
  return (
    byId.get(category) ?? (Object.hasOwn(SPATIAL_LABELS, category) ? byId.get(SPATIAL_LABELS[category]![0]) : undefined)
  )
}

import type { Kind } from './kind.ts'
import { ledStrip, nightLight, stringLights, trackLight } from './kinds/accent-lights.ts'
import { airConditioner } from './kinds/air-conditioner.ts'
import { aquarium } from './kinds/aquarium.ts'
import { armchair } from './kinds/armchair.ts'
import { barStool } from './kinds/bar-stool.ts'
import { baseCabinet } from './kinds/base-cabinet.ts'
import { basin } from './kinds/basin.ts'
import { basket } from './kinds/basket.ts'
import {
  bidet,
  heatedTowelRail,
  laundryBasket,
  medicineCabinet,
  showerCurtain,
  soapDispenser,
  toiletBrush,
  toiletPaperHolder,
  towel,
} from './kinds/bathroom-fittings.ts'
import { bathtub } from './kinds/bathtub.ts'
import { beanBag } from './kinds/bean-bag.ts'
import { bench } from './kinds/bench.ts'
import { book } from './kinds/book.ts'
import { bookcase } from './kinds/bookcase.ts'
import { bunkBed, loftBed } from './kinds/bunk-bed.ts'
import { cabinet } from './kinds/cabinet.ts'
import {
  bedRail,
  commodeChair,
  emergencyCord,
  overbedTable,
  patientLift,
  raisedToiletSeat,
  ramp,
  rollator,
  walkingStick,
} from './kinds/care-aids.ts'
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
import { clothesRail, coatStand, shoeRack, umbrellaStand, wallHooks } from './kinds/entrance.ts'
import { exerciseBike } from './kinds/exercise-bike.ts'
import { fireplace } from './kinds/fireplace.ts'
import {
  dumbbellRack,
  ellipticalTrainer,
  exerciseBall,
  kettlebell,
  punchingBag,
  rowingMachine,
  weightBench,
} from './kinds/fitness.ts'
import { floorLamp } from './kinds/floor-lamp.ts'
import { bathMat, doormat, floorCushion, playMat, yogaMat } from './kinds/floor-mats.ts'
import { chessTable, dartboard, foosballTable, mahjongTable, poolTable, tableTennisTable } from './kinds/game-tables.ts'
import { grabBar } from './kinds/grab-bar.ts'
import { highChair } from './kinds/high-chair.ts'
import { hob } from './kinds/hob.ts'
import {
  airPurifier,
  ceilingFan,
  dehumidifier,
  fan,
  heater,
  robotVacuum,
  sewingMachine,
  vacuumCleaner,
  waterHeater,
} from './kinds/home-appliances.ts'
import { bicycle, stepLadder, suitcase } from './kinds/household.ts'
import { ironingBoard } from './kinds/ironing-board.ts'
import { electronicKeyboard, grandPiano, pianoBench } from './kinds/keyboards.ts'
import { kidsChair } from './kinds/kids-chair.ts'
import { kidsTable } from './kinds/kids-table.ts'
import { coffeeMachine, kettle, riceCooker, toaster } from './kinds/kitchen-appliances.ts'
import { kitchenIsland } from './kinds/kitchen-island.ts'
import { barCabinet, tallCabinet, wineRack } from './kinds/kitchen-storage.ts'
import { bottle, bowl, cookingPot, fruitBowl, knifeBlock, plate, spiceRack, teaSet, tray } from './kinds/kitchenware.ts'
import { laptop } from './kinds/laptop.ts'
import { daybed, kang, pouf, sofaBed } from './kinds/lounging.ts'
import { nestingTables, outdoorTable, plantStand, shrine, teaTable } from './kinds/low-tables.ts'
import { mat } from './kinds/mat.ts'
import {
  desktopComputer,
  gameConsole,
  printer,
  projector,
  projectorScreen,
  recordPlayer,
  safe,
  soundbar,
  speaker,
} from './kinds/media-devices.ts'
import { microwave } from './kinds/microwave.ts'
import { mirror } from './kinds/mirror.ts'
import { mirrorCabinet } from './kinds/mirror-cabinet.ts'
import { monitor } from './kinds/monitor.ts'
import { nightstand } from './kinds/nightstand.ts'
import { babyGate, babyMobile, bassinet, changingTable, playpen, stroller } from './kinds/nursery.ts'
import { deskOrganiser, filingCabinet, meetingTable, pinboard, receptionDesk, whiteboard } from './kinds/office.ts'
import { officeChair } from './kinds/office-chair.ts'
import {
  alarmClock,
  blanket,
  blanketLadder,
  candle,
  globe,
  grandfatherClock,
  magazineRack,
  photoFrame,
  sculpture,
  tapestry,
  telescope,
} from './kinds/ornaments.ts'
import { ottoman } from './kinds/ottoman.ts'
import {
  barbecue,
  hammock,
  hangingChair,
  outdoorChair,
  parasol,
  planter,
  sunLounger,
  trellis,
} from './kinds/outdoor.ts'
import { oven } from './kinds/oven.ts'
import { pendantLight } from './kinds/pendant-light.ts'
import { birdCage, catTree, dogCrate, litterBox, petBed, petBowl } from './kinds/pets.ts'
import { piano } from './kinds/piano.ts'
import { picture } from './kinds/picture.ts'
import { pillow } from './kinds/pillow.ts'
import { plant } from './kinds/plant.ts'
import { buildingBlocks, dollhouse, easel, playTent, rockingHorse, slide, stuffedToy } from './kinds/play-things.ts'
import { pottedPlant } from './kinds/potted-plant.ts'
import { radiator } from './kinds/radiator.ts'
import { rangeHood } from './kinds/range-hood.ts'
import { liftChair, massageChair, recliner } from './kinds/recliner.ts'
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
import { amplifier, drumKit, guzheng, harp, microphoneStand, musicStand } from './kinds/stage-instruments.ts'
import { stool } from './kinds/stool.ts'
import { cello, erhu, guitar, guitarStand, pipa, violin } from './kinds/string-instruments.ts'
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
  airPurifier,
  alarmClock,
  amplifier,
  aquarium,
  armchair,
  babyGate,
  babyMobile,
  barbecue,
  barCabinet,
  barStool,
  baseCabinet,
  basin,
  basket,
  bassinet,
  bathMat,
  bathtub,
  beanBag,
  bedRail,
  bench,
  bicycle,
  bidet,
  birdCage,
  blanket,
  blanketLadder,
  book,
  bookcase,
  bottle,
  bowl,
  buildingBlocks,
  bunkBed,
  cabinet,
  candle,
  careBed,
  catTree,
  ceilingFan,
  ceilingLight,
  cello,
  chaiseLongue,
  chandelier,
  changingTable,
  chessTable,
  chestOfDrawers,
  clock,
  clothesRail,
  coatRack,
  coatStand,
  coffeeMachine,
  coffeeTable,
  commodeChair,
  consoleTable,
  cooker,
  cookingPot,
  crib,
  cup,
  curtain,
  cushion,
  dartboard,
  daybed,
  dehumidifier,
  desk,
  deskLamp,
  deskOrganiser,
  desktopComputer,
  diningChair,
  diningTable,
  dishwasher,
  displayCabinet,
  dogCrate,
  dollhouse,
  doormat,
  doubleBed,
  dressingTable,
  drumKit,
  dryer,
  dryingRack,
  dumbbellRack,
  easel,
  electronicKeyboard,
  ellipticalTrainer,
  emergencyCord,
  erhu,
  exerciseBall,
  exerciseBike,
  fan,
  filingCabinet,
  fireplace,
  floorCushion,
  floorLamp,
  foosballTable,
  fruitBowl,
  gameConsole,
  globe,
  grabBar,
  grandfatherClock,
  grandPiano,
  guitar,
  guitarStand,
  guzheng,
  hammock,
  hangingChair,
  harp,
  heatedTowelRail,
  heater,
  highChair,
  hob,
  ironingBoard,
  kang,
  kettle,
  kettlebell,
  kidsChair,
  kidsTable,
  kitchenIsland,
  knifeBlock,
  laptop,
  laundryBasket,
  ledStrip,
  liftChair,
  litterBox,
  loftBed,
  magazineRack,
  mahjongTable,
  massageChair,
  mat,
  medicineCabinet,
  meetingTable,
  microphoneStand,
  microwave,
  mirror,
  mirrorCabinet,
  monitor,
  musicStand,
  nestingTables,
  nightLight,
  nightstand,
  officeChair,
  ottoman,
  outdoorChair,
  outdoorTable,
  oven,
  overbedTable,
  parasol,
  patientLift,
  pendantLight,
  petBed,
  petBowl,
  photoFrame,
  piano,
  pianoBench,
  picture,
  pillow,
  pinboard,
  pipa,
  plant,
  planter,
  plantStand,
  plate,
  playMat,
  playpen,
  playTent,
  poolTable,
  pottedPlant,
  pouf,
  printer,
  projector,
  projectorScreen,
  punchingBag,
  radiator,
  raisedToiletSeat,
  ramp,
  rangeHood,
  receptionDesk,
  recliner,
  recordPlayer,
  refrigerator,
  riceCooker,
  robotVacuum,
  rockingChair,
  rockingHorse,
  rollator,
  roomDivider,
  rowingMachine,
  rug,
  safe,
  sculpture,
  sewingMachine,
  shelvingUnit,
  shoeCabinet,
  shoeRack,
  shower,
  showerCurtain,
  showerSeat,
  shrine,
  sideboard,
  sideTable,
  singleBed,
  sinkCabinet,
  slide,
  soapDispenser,
  sofa,
  sofaBed,
  soundbar,
  speaker,
  spiceRack,
  stepLadder,
  stool,
  stringLights,
  stroller,
  stuffedToy,
  suitcase,
  sunLounger,
  tableLamp,
  tableTennisTable,
  tallCabinet,
  tapestry,
  teaSet,
  teaTable,
  telescope,
  television,
  toaster,
  toilet,
  toiletBrush,
  toiletPaperHolder,
  towel,
  towelRack,
  toyBox,
  trackLight,
  trashBin,
  tray,
  treadmill,
  trellis,
  trolley,
  tvStand,
  umbrellaStand,
  vacuumCleaner,
  vanity,
  vase,
  violin,
  walker,
  walkingStick,
  wallCabinet,
  wallHooks,
  wallLamp,
  wallShelf,
  wardrobe,
  washingMachine,
  waterDispenser,
  waterHeater,
  weightBench,
  wheelchair,
  whiteboard,
  wineRack,
  yogaMat,
].sort((a, b) => (a.id < b.id ? -1 : 1))

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** English names and synonyms in snake case; a kind's first name wins over another's synonym. */
const byNoun: ReadonlyMap<string, Kind> = new Map(
  [...kinds]
    .flatMap((kind) =>
      [...kind.names.en, ...kind.presets.flatMap((preset) => [preset.id, ...preset.names.en])].map((name, place) => ({
        noun: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_'),
        kind,
        place,
      })),
    )
    .sort((a, b) => b.place - a.place)
    .map(({ noun, kind }) => [noun, kind] as const),
)

/**
 * The kind of a category: an id, a SpatialLM label, or another program's plain noun in snake case (`desk_chair`), letter
 * by letter; `resolveCategory` finds categories from a person's words.
 */
export function findKind(category: string): Kind | undefined {
  const own = byId.get(category)
  if (own) return own
  if (Object.hasOwn(SPATIAL_LABELS, category)) return byId.get(SPATIAL_LABELS[category]![0])
  return byNoun.get(category)
}

// Families of categories
export {
  armchairs,
  basins,
  bathtubs,
  beds,
  chairs,
  coffeeTables,
  cookers,
  curtains,
  desks,
  diningTables,
  doubleBeds,
  flatThings,
  fridges,
  hoods,
  loungeSeats,
  lowLegroom,
  mirrors,
  nightstands,
  openTables,
  showers,
  sinks,
  sofas,
  tableSeats,
  toilets,
  tvStands,
  tvs,
  wardrobes,
  workDesks,
} from './categories.ts'
export { checkRoom, checkScene } from './check-scene.ts'
export { type Checker, type CheckOptions, createChecker } from './checker.ts'
// Facts with their sources
export { accessFacts } from './facts/access.ts'
export { clearances } from './facts/clearances.ts'
export type { AccessFact, Fact, PairFact } from './facts/fact.ts'
export { pairFacts } from './facts/pair-relations.ts'
export { roomMinimums } from './facts/room-minimums.ts'
export { type Finding, type RulePack, rulePacks, type Severity, type Standing } from './finding.ts'
export { bareSpace, doorCells } from './floor.ts'
// Measures: what the rules and the solver both measure by
export { clearDepth, type Side, sideStrip } from './measure/clear-depth.ts'
export {
  CELL,
  copyFreeSpace,
  createFreeSpace,
  type FreeSpace,
  stampBox,
} from './measure/free-space.ts'
export { freeFront, freeSide } from './measure/item-clearance.ts'
export { type ItemShape, type ShapeRole, type ShapeSource, shapeItem } from './measure/item-shape.ts'
export { clearDepthBefore, DOOR_APPROACH, hiddenWindowShare, WINDOW_DEPTH } from './measure/opening-clearance.ts'
export {
  boxCorners,
  boxFront,
  boxPoint,
  createBox,
  heightOverlap,
  type OrientedBox,
  placeBox,
  planGap,
  planPenetration,
  pointToBox,
  toBoxFrame,
} from './measure/oriented-box.ts'
export { boxOverlap, itemOverlap, OVERLAP_TOLERANCE } from './measure/overlap.ts'
export {
  isSatAt,
  sideWayWidth,
  usedSides,
  wayWidth,
  ZONE_DEPTH,
  zoneSides,
  zoneWayWidth,
} from './measure/reach.ts'
export { eachCellInBox, largestInBox, rollDiscs } from './measure/roll-discs.ts'
export {
  openingPortal,
  openingStrip,
  planRoom,
  type RoomOpening,
  type RoomPlan,
  swingOutline,
  swingPenetration,
} from './measure/room-plan.ts'
export { facesOf, offAxis, screenDiagonal, viewingDistance } from './measure/view.ts'
export { barsWay, createRoomContext, type RoomContext, wayParts } from './room-context.ts'
export { frontDemand } from './rules/clearances.ts'
export { factOf } from './rules/pairs.ts'

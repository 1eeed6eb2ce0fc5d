/**
 * What each relation means in numbers. Metres between edges in plan where nothing else is said; degrees for angles.
 * Slightly stricter than what a person would let pass, so that a relation holds clearly.
 */
export const thresholds = {
  /** Beside: the gap, and how far before or behind the other's flank the middle may stand. */
  besideGap: 0.6,
  besideOverhang: 0.35,
  nearGap: 1.2,
  /** Far: this gap, or this share of the room's diagonal where the room is small. */
  farGap: 1.8,
  farShare: 0.4,
  /** Left, right, before, behind. */
  sideGap: 1.2,
  frontGap: 1.5,
  /** A screen or a fire is before a seat at a viewing distance. */
  screenGap: 5,
  facingAngle: 30,
  oppositeAngle: 40,
  aroundGap: 0.8,
  aroundAngle: 35,
  /** Largest empty angle seen from the middle: of two things, of three and more. */
  aroundEmptyTwo: 270,
  aroundEmpty: 190,
  flankGap: 0.8,
  /** Standing on: height difference of contact, and how far the footprint may stick out. */
  contact: 0.03,
  onOverhang: 0.03,
  /** On a rug: share of the footprint. */
  onClothShare: 0.3,
  /** Rug under: share of the thing above that it reaches; or of itself that is below. */
  underShare: 0.25,
  aboveGap: 0.4,
  aboveOffset: 0.35,
  betweenSlack: 0.15,
  centredOffset: 0.15,
  centredOnCloth: 0.3,
  parallelAngle: 5,
  /** Asked distances hold within. */
  distanceSlack: 0.05,
  wallGap: 0.12,
  curvedWallGap: 0.3,
  cornerWallGap: 0.35,
  cornerGap: 0.5,
  windowGap: 1,
  underWindowGap: 0.3,
  underWindowShare: 0.5,
  /** How far a thing under the window may rise over the sill. */
  sillRise: 0.25,
  doorGap: 1.2,
  awayFromDoor: 1.5,
  awayFromWindow: 1.2,
  awayFromWall: 0.4,
  /** Middle of the room: metres, or this share of the room's side. */
  centredGap: 0.5,
  centredShare: 0.15,
  hungGap: 0.08,
  hungHeight: 0.25,
  ceilingGap: 0.1,
  facingOpeningAngle: 35,
  /** Asked measures of things. */
  measureSlack: 0.025,
  /** Share of a mesh's surface that shows a colour or a material. */
  colorShare: 0.15,
  materialShare: 0.1,
  squareRatio: 0.08,
  /** Seats: least width of one on a sofa, and of table edge for one eater. */
  seatWidth: 0.5,
  eaterWidth: 0.5,
  /** Floor areas asked for, share. */
  areaSlack: 0.03,
  outlineSlack: 0.05,
  /** Edits: what counts as moved, what as kept. */
  movedDistance: 0.05,
  keptDistance: 0.01,
  keptAngle: 0.6,
  turnedAngle: 3,
  resized: 0.02,
} as const

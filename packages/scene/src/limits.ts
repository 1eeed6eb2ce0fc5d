/** Farther than this from the origin is a mistake of units; double precision still has a nanometre there. Metres. */
export const MAX_COORDINATE = 10_000
/** Least and greatest edge of an item, metres. */
export const MIN_SIZE = 0.001
export const MAX_SIZE = 100
/** A face without a body, as scanned layouts have them (half of it is too little to measure), to a castle's wall. Metres. */
export const MIN_THICKNESS = 0.001
export const MAX_THICKNESS = 2
/** Storeys and walls, metres. */
export const MIN_HEIGHT = 0.05
export const MAX_HEIGHT = 100
/** An arc of bulge 10 is a circle but for 23°: more can't be told from a full one. */
export const MAX_BULGE = 10
/** A wall shorter than this has no direction to speak of, metres. */
export const MIN_WALL_LENGTH = 0.001
/** A wall shorter than this carries no opening: it would be all frame, metres. */
export const MIN_OPENING_WALL = 0.2
/** The narrowest and lowest opening, metres. */
export const MIN_OPENING = 0.05
/** While drawing, points this close to a corner or a wall are on it, metres. */
export const SNAP_DISTANCE = 0.005
/** In derived geometry points this close are one: a tenth of a joint that shows, far above rounding. Metres. */
export const WELD_DISTANCE = 0.001
/** How far a flattened arc may be off the arc, metres. */
export const ARC_TOLERANCE = 0.002
/** A closed chain round less than this is a column or a shaft, not a room, m². */
export const MIN_ROOM_AREA = 0.1
/** Coordinates of derived outlines are rounded to this many steps a metre, so that every peer has the same digits. */
export const COORDINATE_STEPS = 1e9

export const DEFAULT_WALL_THICKNESS = 0.12
export const DEFAULT_STOREY_HEIGHT = 2.8

/** Ungrouped floor items moved together, from this many on, become an implicit group: the next move is one write. */
export const IMPLICIT_GROUP_SIZE = 9

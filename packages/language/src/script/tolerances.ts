/** Ends of walls nearer than this share a corner; one bin of the integer form, metres. */
export const SNAP = 0.025

/** A box may sink this far into the floor of the storey that it stands on, metres. */
export const ROUNDING_Z = 0.05

/**
 * What leaving something undone costs, against places that cost 0 to about 10. What was asked comes before what is added:
 * no saving on a clearance pays for a named thing that stays out.
 */
export const prices = {
  /** A named thing without a place. */
  named: 80,
  /** One of several named things that a group leaves out, so that the rest can stand. */
  namedOfGroup: 30,
  /** A thing of the layout's own without which the room is none. */
  essential: 40,
} as const

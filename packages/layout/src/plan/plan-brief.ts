import type { Bounds, RoomType } from '../brief.ts'

/**
 * A space to be made, in typed form: one room or a home of several, as far as the words say it. Plain JSON; metres and m².
 * Sizes are inner ones, from wall face to wall face. `planSpace` turns it into walls, openings and room labels.
 */
export type PlanBrief = {
  readonly version: 1
  /** One to twenty-four; a single one may have an outline of its own. */
  readonly rooms: readonly PlanRoom[]
  /** Net floor area of all rooms together, m². Absent: the rooms' own, else usual ones. */
  readonly totalArea?: Bounds
  /** Inner size of the whole home, when said ("a flat of 10 by 8 m"). */
  readonly size?: PlanSize
  /** Of the whole home, when it is no rectangle; a home is divided along right angles. */
  readonly outline?: PlanShape
  /** Floor to ceiling. Absent: the storey's. */
  readonly height?: number
  readonly adjacency?: readonly PlanAdjacency[]
  /** The door from outside. */
  readonly entrance?: { readonly side?: PlanSide; readonly room?: string }
  /** Wheelchair users: larger least sizes, 0.9 m doors, 1.2 m hallways. */
  readonly accessible?: boolean
  /** The whole request as it was written. */
  readonly words?: string
}

export type PlanSize = { readonly width?: number; readonly depth?: number }

/** Plan sides: north is +y. */
export type PlanSide = 'north' | 'east' | 'south' | 'west'
export type PlanCorner = 'north-east' | 'north-west' | 'south-east' | 'south-west'

export const planSides = ['north', 'east', 'south', 'west'] as const
export const planCorners = ['north-east', 'north-west', 'south-east', 'south-west'] as const

export type PlanRoom = {
  /** Unique in the plan. */
  readonly key: string
  readonly type: RoomType
  /** The label's name. Absent: the usual one in the language of the request. */
  readonly name?: string
  readonly words?: string
  /** Net floor area, m². */
  readonly area?: Bounds
  /** Width runs west–east where the room is the only one; in a home either way. */
  readonly size?: PlanSize
  /** Long side over short side ("long and narrow" 2.2, "square" 1). */
  readonly proportion?: number
  /** "Big", "small": against other rooms of its type. */
  readonly sizeClass?: 'small' | 'medium' | 'large'
  /** Of a room that is planned alone; in a home rooms are rectangles, or an L of two. */
  readonly shape?: PlanShape
  readonly openings?: readonly PlanOpening[]
  /** Openings of this kind that shall not be there ("no windows"). */
  readonly without?: readonly ('door' | 'window')[]
  readonly columns?: readonly PlanColumn[]
  /** Only entered from this room: an en-suite bathroom, a walk-in closet, a balcony. */
  readonly of?: string
  /** Outer wall that it shall have. */
  readonly side?: PlanSide
  /** Key of a room that was described together with it ("two bedrooms, each with a desk"). */
  readonly like?: string
}

/** Sides and corners that are not said are chosen. Lengths that are not said are usual shares of the room. */
export type PlanShape =
  | { readonly type: 'rectangle' }
  /** A bite out of one corner: [along west–east, along north–south]. */
  | { readonly type: 'L'; readonly corner?: PlanCorner; readonly bite?: readonly [number, number] }
  /** A bar across with a stem: `side` is where the stem points. */
  | { readonly type: 'T'; readonly side?: PlanSide; readonly stem?: readonly [number, number] }
  /** A bite out of the middle of a side. */
  | { readonly type: 'U'; readonly side?: PlanSide; readonly bite?: readonly [number, number] }
  /** A rectangle with a part that stands out (bay) or a niche. [width along the wall, depth]. */
  | {
      readonly type: 'bay' | 'niche'
      readonly side?: PlanSide
      readonly span?: readonly [number, number]
      /** Splayed sides; a bay has them unless it is said to be square. */
      readonly splayed?: boolean
    }
  /** One wall runs askew: `by` is how much shorter the room is at one end of it. */
  | { readonly type: 'slanted'; readonly side?: PlanSide; readonly by?: number; readonly angleDeg?: number }
  /** Cut-off corners: metres along each wall. */
  | { readonly type: 'chamfered'; readonly corners?: readonly PlanCorner[]; readonly by?: number }
  /** A wall that bows outwards (or inwards, negative) by `rise`. */
  | { readonly type: 'curved'; readonly side?: PlanSide; readonly rise?: number }
  | { readonly type: 'round'; readonly diameter?: number }
  /** A regular polygon. */
  | { readonly type: 'polygon'; readonly corners: number }
  /** Corner by corner, either way round. `bulges`: arc of the edge that starts in the corner, middle offset over half chord, positive outwards. */
  | {
      readonly type: 'ring'
      readonly points: readonly (readonly [number, number])[]
      readonly bulges?: readonly number[]
    }
  /** Wall by wall: lengths with right angles, first wall east along the south; positive turns are left. */
  | { readonly type: 'walls'; readonly lengths: readonly number[]; readonly turns?: readonly ('left' | 'right')[] }

export type PlanOpening = {
  readonly kind: 'door' | 'window' | 'passage'
  readonly words: string
  /** Absent: one. */
  readonly count?: number
  /** Wall: compass, or as seen on entering by the first door. */
  readonly side?: PlanSide | 'left' | 'right' | 'front' | 'back'
  readonly choose?: 'longest' | 'shortest'
  /** On the wall across from the first opening of this kind. */
  readonly opposite?: 'door' | 'window'
  /** Number of the wall in a given ring or wall list, from 0. */
  readonly wall?: number
  /** Near an end of its wall: towards this side, or `left`/`right` seen from within the room facing the wall. Absent: free. */
  readonly near?: PlanSide | 'left' | 'right' | 'corner' | 'centre'
  /** Clear distance between the end of the wall named by `near` (absent: the first end) and the opening's nearer jamb. */
  readonly offset?: number
  readonly width?: number
  readonly height?: number
  readonly sill?: number
  readonly swing?: 'hinged' | 'sliding' | 'none'
  readonly opens?: 'in' | 'out'
  /** Hinge side as seen from within the room. */
  readonly hinge?: 'left' | 'right'
  /** Floor to near the ceiling: French windows, 落地窗. */
  readonly tall?: boolean
  /** In the roof: said to be impossible. */
  readonly roof?: boolean
  /** A double door has two; one is drawn, as wide as both. */
  readonly leaves?: number
  /** Where the door leads, when said. */
  readonly to?: string
}

/** `at` is the centre, from the south-west inner corner. Absent: where it is least in the way. */
export type PlanColumn = {
  readonly words: string
  readonly size: readonly [number, number]
  readonly round?: boolean
  readonly at?: readonly [number, number]
  readonly count?: number
}

/** `door` also holds with a passage; `open` asks for a wide passage without a leaf; `apart` for no door between. */
export type PlanAdjacency = {
  readonly a: string
  readonly b: string
  readonly type: 'door' | 'open' | 'apart'
  readonly words?: string
}

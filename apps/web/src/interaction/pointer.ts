import type { Id, Point2, Support } from '@enfilade/scene'

/** Where a pointer event came from. Tools treat both alike; it only matters for what can be reached (a table top). */
export type ViewName = 'plan' | '3d'

/** Parts of a selected thing that can be dragged on their own. */
export type HandleName = 'rotate' | 'corner' | 'opening-a' | 'opening-b'

/** What lies under the pointer. A handle's id is the thing it belongs to (for corners: the corner). */
export type Hit =
  | { readonly kind: 'item' | 'wall' | 'opening' | 'room'; readonly id: Id }
  | { readonly kind: 'handle'; readonly id: Id; readonly handle: HandleName }

export type Modifiers = {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean
}

/** One pointer event as tools see it, whichever view it came from. */
export type ToolPointer = {
  readonly view: ViewName
  /** On the level's floor, metres. In 3D: where the ray meets the drag plane or the floor. */
  readonly plan: Point2
  readonly hit: Hit | undefined
  /** In 3D: a surface other than the floor that the ray meets, with what carries a thing put there. */
  readonly surface?: { readonly z: number; readonly support: Support }
  readonly modifiers: Modifiers
  /** Size of a screen pixel on the plan, metres: turns pixel tolerances into plan distances. */
  readonly metresPerPixel: number
  readonly touch: boolean
}

export const noModifiers: Modifiers = { shift: false, alt: false, mod: false }

import type { Size3 } from '@enfilade/scene'
import type { Kind, Physics, Side } from './kind.ts'

/** How things of one role stand and are used: the fields of a kind that they share. */
type Role = Pick<Kind, 'mount' | 'wallAffinity' | 'functionalSides' | 'clearance'> & { readonly mountHeight?: number }

const NO_CLEARANCE = { front: { min: 0, recommended: 0 }, side: 0 }
const ALL_SIDES: readonly Side[] = ['front', 'back', 'left', 'right']

/** A small thing that stands on furniture. */
export const onSurface: Role = { mount: 'surface', wallAffinity: 'free', functionalSides: [], clearance: NO_CLEARANCE }

/** Hangs in a room from its ceiling. */
export const onCeiling: Role = {
  mount: 'ceiling',
  wallAffinity: 'ceiling',
  functionalSides: [],
  clearance: NO_CLEARANCE,
}

/** Stands where there is room; nobody needs to get at it. */
export const standing: Role = { mount: 'floor', wallAffinity: 'free', functionalSides: [], clearance: NO_CLEARANCE }

/** Hangs flat on a wall, its underside at a height; `front`: free depth before it. */
export function onWall(mountHeight: number, front = 0): Role {
  return {
    mount: 'wall',
    mountHeight,
    wallAffinity: 'flush',
    functionalSides: front > 0 ? ['front'] : [],
    clearance: { front: { min: front, recommended: front * 1.4 }, side: 0 },
  }
}

/** Stands with its back to a wall and is used from the front. */
export function atWall(front: number, recommended = front * 1.25, side = 0): Role {
  return {
    mount: 'floor',
    wallAffinity: 'back',
    functionalSides: ['front'],
    clearance: { front: { min: front, recommended }, side },
  }
}

/** Stands free and is used from the given sides, from all of them if none is given. */
export function onFloor(front: number, recommended = front * 1.4, sides = ALL_SIDES, side = 0): Role {
  return {
    mount: 'floor',
    wallAffinity: 'free',
    functionalSides: sides,
    clearance: { front: { min: front, recommended }, side },
  }
}

/** Typical size with the range that the trade offers around it, by two factors. */
export function sizeRange(typical: Size3, low = 0.75, high = 1.35): Kind['size'] {
  const scaled = (factor: number) => typical.map((side) => Math.round(side * factor * 1e4) / 1e4) as unknown as Size3
  return { typical, min: scaled(low), max: scaled(high) }
}

/** Something that a person can carry or push; `rest` overrides the usual wood-on-wood values. */
export function movable(mass: number, rest: Partial<Physics> = {}): Physics {
  return { mass, movable: true, friction: 0.45, centerOfMass: 0.48, ...rest }
}

/** Something fixed to the building. */
export function fixed(mass: number, rest: Partial<Physics> = {}): Physics {
  return { mass, movable: false, friction: 0.5, centerOfMass: 0.5, ...rest }
}

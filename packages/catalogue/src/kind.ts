import type { Finish, ItemStates, Size3 } from '@enfilade/scene'
import { buildParts, type Finishes, type MeshPart, type Model } from './mesh.ts'
import type { SymbolPath } from './symbol.ts'

export type KindGroup =
  | 'seating'
  | 'tables'
  | 'beds'
  | 'storage'
  | 'lighting'
  | 'kitchen'
  | 'bathroom'
  | 'decor'
  | 'electronics'
  | 'kids'
  | 'care'
  | 'music'
  | 'fitness'
  | 'outdoor'
  | 'other'

export type Side = 'front' | 'back' | 'left' | 'right'

/** What stands at a wall: its back, its head end, one long side, two sides in a corner, flat on it (hung), nothing. */
export type WallAffinity = 'back' | 'head' | 'side' | 'corner' | 'flush' | 'free' | 'ceiling'

/** Room types as the scene's labels name them; `any` stands for all. */
export type RoomUse =
  | 'any'
  | 'bedroom'
  | 'living_room'
  | 'dining_room'
  | 'kitchen'
  | 'bathroom'
  | 'study'
  | 'kids_room'
  | 'entrance'
  | 'balcony'
  | 'laundry'
  | 'gym'
  | 'hallway'
  | 'nursery'
  | 'playroom'
  | 'music_room'
  | 'walk_in_closet'
  | 'library'
  | 'office'
  | 'home_cinema'
  | 'storage_room'
  | 'terrace'

/** Everything a builder may look at. */
export type BuildParameters = {
  readonly size: Size3
  readonly variant?: string
  readonly shape?: string
  readonly finishes?: { readonly [slot: string]: Finish }
  readonly states?: ItemStates
}

/** A place where small things can stand; local frame, z is the height of the standing plane. */
export type Surface = {
  /** Centre of the plane. */
  readonly x: number
  readonly y: number
  readonly z: number
  readonly width: number
  readonly depth: number
  /** Free height over the plane, metres; Infinity on top of things. */
  readonly clear: number
  /** Inside a shelf or cabinet rather than on its top. */
  readonly inside?: boolean
  /** Round rather than rectangular plane: width is its diameter. */
  readonly round?: boolean
}

export type CompanionRelation =
  | 'beside'
  | 'front'
  | 'around'
  | 'opposite'
  | 'on_top'
  | 'above'
  | 'under'
  | 'beside_angled'
  | 'near'
  | 'counter_run'
  | 'inside'

/** What usually goes with a kind. Gaps are from edge to edge, metres. */
export type Companion = {
  readonly category: string
  readonly relation: CompanionRelation
  readonly count: { readonly min: number; readonly max: number }
  readonly gap?: { readonly min: number; readonly best: number; readonly max: number }
  /** One companion per this many metres of usable edge (chairs around a table). */
  readonly pitch?: number
}

export type Physics = {
  /** kg at the typical size. */
  readonly mass: number
  /** A person can push it aside. False: fixed to the building or to plumbing. */
  readonly movable: boolean
  /** Coefficient against a wooden floor. */
  readonly friction: number
  /** Height of the centre of mass over the height. */
  readonly centerOfMass: number
  /** 0 rigid … 1 yields like a cushion. */
  readonly softness?: number
  readonly fragile?: boolean
  /** Rolls when pushed. */
  readonly wheels?: boolean
}

/** A named size or form that people ask for by its own word: a two-seat sofa, a 1.8 m bed. */
export type Preset = {
  readonly id: string
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] }
  readonly size: Size3
  readonly variant?: string
  readonly shape?: string
}

/** The part of a kind that may open, and how `states.open` = 1 looks. */
export type Opening = 'doors' | 'drawers' | 'lid'

export type Light = {
  readonly lumens: number
  readonly kelvin: number
  /** Light source in parts of the size, from the base's centre: 0 … 1 of the height. */
  readonly height: number
}

export type Kind = {
  /** Category: a plain English noun in snake case. */
  readonly id: string
  /** The first name is the label, the rest are synonyms. */
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] }
  readonly group: KindGroup
  readonly size: { readonly typical: Size3; readonly min: Size3; readonly max: Size3 }
  /** Where the sizes come from, in words. */
  readonly source: string
  readonly presets: readonly Preset[]
  readonly variants: readonly string[]
  readonly shapes: readonly string[]
  readonly mount: 'floor' | 'surface' | 'wall' | 'ceiling'
  /** Wall-hung: usual height of the underside, metres. */
  readonly mountHeight?: number
  readonly wallAffinity: WallAffinity
  /** Sides from which people use it. */
  readonly functionalSides: readonly Side[]
  /** Free depth before the front (or the used sides), and beside it, metres. */
  readonly clearance: { readonly front: { readonly min: number; readonly recommended: number }; readonly side: number }
  readonly rooms: readonly RoomUse[]
  readonly physics: Physics
  readonly light?: Light
  /** Lies flat: people walk over it. */
  readonly walkable?: boolean
  readonly opens?: Opening
  readonly companions: readonly Companion[]
  /** Default finish per slot; the first slot is the one that a plain "make it blue" means. */
  readonly finishes: Finishes
  surfaces(parameters: BuildParameters): readonly Surface[]
  /** People who can sit (or, in beds, lie). */
  seats(parameters: BuildParameters): number
  /** How deep a chair can be pushed under it from a used side, metres. */
  tuckDepth(parameters: BuildParameters): number
  build(parameters: BuildParameters): MeshPart[]
  symbol(parameters: BuildParameters): SymbolPath[]
}

type Optional = 'presets' | 'variants' | 'shapes' | 'companions' | 'surfaces' | 'seats' | 'tuckDepth'

/** A kind as its file writes it: `shape` models the mesh; what is left out is none. */
export type KindDefinition = Omit<Kind, Optional | 'build'> &
  Partial<Pick<Kind, Optional>> & { shape(model: Model, parameters: BuildParameters): void }

export function defineKind(definition: KindDefinition): Kind {
  const { shape, ...kind } = definition
  return {
    presets: [],
    variants: [],
    shapes: [],
    companions: [],
    surfaces: () => [],
    seats: () => 0,
    tuckDepth: () => 0,
    ...kind,
    build: (p) => buildParts(kind.finishes, p.finishes, (model) => shape(model, p)),
  }
}

/** The usual open top of a box-shaped thing. */
export function topSurface({ size: [width, depth, height] }: BuildParameters, margin = 0.02): Surface {
  return { x: 0, y: 0, z: height, width: width - margin * 2, depth: depth - margin * 2, clear: Infinity }
}

import { applyLooks, findKind } from '@enfilade/catalogue'
import { type ItemShape, shapeItem } from '@enfilade/critic'
import type { Finish, Id, ItemRecord, ItemStates, Pose, Size3, Support } from '@enfilade/scene'
import { pieceSource } from './arrangement.ts'
import type { BriefObject, BriefStyle } from './brief.ts'
import type { Candidate } from './candidate.ts'

/** A thing with its final place, not yet in the document. */
export type Placed = {
  readonly id: Id
  readonly category: string
  readonly size: Size3
  readonly pose: Pose
  readonly support: Support
  readonly variant?: string
  readonly shape?: string
  readonly object?: BriefObject
  readonly finishes?: { readonly [slot: string]: Finish }
  readonly states?: ItemStates
  /** Unit of the layout that it belongs to. */
  readonly unit: number
}

export const placeCandidate = (candidate: Candidate, createId: () => Id): Placed[] =>
  candidate.arrangement.pieces.map((piece) => {
    const source = pieceSource(piece, candidate.frame)
    return {
      id: createId(),
      category: piece.category,
      size: piece.size,
      pose: tidyPose(source.worldPose),
      support: { on: 'floor' },
      variant: piece.variant,
      shape: piece.shape,
      object: piece.object,
      finishes: piece.finishes,
      unit: candidate.unit,
    }
  })

/** To a tenth of a millimetre and a hundredth of a milliradian: equal text on every machine. */
export const tidyPose = ({ x, y, z, yaw }: Pose): Pose => ({
  x: round(x, 1e4),
  y: round(y, 1e4),
  z: round(z, 1e4),
  yaw: round(wrap(yaw), 1e5),
})

const wrap = (angle: number): number => {
  const turn = Math.PI * 2
  const rest = angle - Math.floor((angle + Math.PI) / turn) * turn
  return rest <= -Math.PI + 1e-9 ? Math.PI : rest
}

const round = (value: number, per: number): number => {
  const rounded = Math.round(value * per) / per
  return Object.is(rounded, -0) ? 0 : rounded
}

export const placedShape = (placed: Placed): ItemShape =>
  shapeItem({
    id: placed.id,
    category: placed.category,
    size: placed.size,
    support: placed.support,
    variant: placed.variant,
    shape: placed.shape,
    worldPose: placed.pose,
  })

/**
 * The record's fields; what was said about colour, material, shape and state becomes finish, shape and state, and the
 * room's style colours what nobody spoke of.
 */
export const placedRecord = (placed: Placed, level: Id, style?: BriefStyle): Omit<ItemRecord, 'kind'> => {
  const { object, category } = placed
  const kind = findKind(category)
  const asked = object?.attributes ?? {}
  const { unmet: _, ...looks } = applyLooks(
    category,
    {
      color: asked.color ?? (object ? undefined : styleColor(style, category)),
      material: asked.material,
      shape: asked.shape?.toLowerCase(),
      style: asked.style ?? style?.name,
      variant: asked.variant,
    },
    { finishes: placed.finishes, size: placed.size },
  )
  const finishes = { ...looks.finishes, ...partFinishes(placed) }
  const states = { ...placed.states, ...asked.states }
  return clean({
    id: placed.id,
    level,
    category,
    label: object?.label,
    pose: placed.pose,
    size: placed.size,
    support: placed.support,
    variant: placed.variant ?? looks.variant,
    shape: placed.shape ?? looks.shape,
    style: looks.style,
    finishes: Object.keys(finishes).length > 0 ? finishes : undefined,
    states: Object.keys(states).length > 0 ? states : undefined,
    placeholder: kind ? undefined : true,
  })
}

/** Cloth and seats of the layout's own take the first colour that was asked for the room. */
const styleColor = (style: BriefStyle | undefined, category: string): string | undefined =>
  /^(rug|curtain|cushion|blanket|armchair|sofa|bench|ottoman|pouf)$/.test(category) ? style?.colors?.[0] : undefined

/** Slots that the word for a part may mean, the best first. */
const partSlots: { readonly [part: string]: readonly string[] } = {
  legs: ['legs', 'leg', 'feet', 'base', 'frame'],
  top: ['top', 'plate', 'worktop', 'surface', 'body'],
  shade: ['shade', 'globe'],
  base: ['base', 'legs', 'stand', 'foot', 'frame'],
  frame: ['frame', 'body', 'carcass'],
  handles: ['handles', 'handle', 'knobs'],
  doors: ['doors', 'fronts', 'front'],
  seat: ['seat', 'cushions', 'upholstery', 'cover'],
  cushions: ['cushions', 'cushion', 'seat', 'upholstery'],
  headboard: ['headboard', 'frame'],
}

/** What was said of single parts: "with black legs", "a marble top". */
const partFinishes = ({ category, object }: Placed): { [slot: string]: Finish } => {
  const slots = Object.keys(findKind(category)?.finishes ?? {})
  const found: { [slot: string]: Finish } = {}
  for (const { part, color, material } of object?.attributes?.parts ?? []) {
    const names = partSlots[part] ?? partSlots[`${part}s`] ?? [part]
    const slot = [part, ...names].find((name) => slots.includes(name))
    if (slot) found[slot] = clean({ color, material })
  }
  return found
}

const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T

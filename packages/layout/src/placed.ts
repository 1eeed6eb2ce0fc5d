import { findKind } from '@enfilade/catalogue'
import { type ItemShape, shapeItem } from '@enfilade/critic'
import type { Finish, Id, ItemRecord, ItemStates, Pose, Size3, Support } from '@enfilade/scene'
import { pieceSource } from './arrangement.ts'
import type { BriefObject } from './brief.ts'
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

/** The record's fields; what was said about colour, material and state becomes finish and state. */
export const placedRecord = (placed: Placed, level: Id): Omit<ItemRecord, 'kind'> => {
  const { object } = placed
  const kind = findKind(placed.category)
  const finishes = { ...placed.finishes, ...saidFinish(placed) }
  const states = { ...placed.states, ...object?.attributes?.states }
  const style = object?.attributes?.style
  return clean({
    id: placed.id,
    level,
    category: placed.category,
    label: object?.label,
    pose: placed.pose,
    size: placed.size,
    support: placed.support,
    variant: placed.variant,
    shape: placed.shape,
    style,
    finishes: Object.keys(finishes).length > 0 ? finishes : undefined,
    states: Object.keys(states).length > 0 ? states : undefined,
    placeholder: kind ? undefined : true,
  })
}

/** The first slot of a kind is the one that "a blue sofa" means. */
const saidFinish = ({ category, object }: Placed): { [slot: string]: Finish } => {
  const { color, material } = object?.attributes ?? {}
  if (!color && !material) return {}
  const slot = Object.keys(findKind(category)?.finishes ?? { body: {} })[0] ?? 'body'
  return { [slot]: clean({ color, material }) }
}

const clean = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T

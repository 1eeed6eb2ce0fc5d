import { findKind } from '@enfilade/catalogue'
import type { ItemShape, OrientedBox } from '@enfilade/critic'
import type { Arrangement, Frame, Piece, Unit } from './arrangement.ts'
import { arrangementBounds, pieceBoxes } from './arrangement.ts'
import type { BriefObject, BriefRelation } from './brief.ts'
import { posesInRoom } from './building-poses.ts'
import type { Candidate } from './candidate.ts'
import { isBuildingRelation, type RelationBook, type RelationLink, shapesOf, standingTargets } from './relation-cost.ts'
import { frameFor, type PiecePose, posesAt } from './relation-poses.ts'
import { type Edge, edgePoint, type Site } from './site.ts'

export type Place = { readonly arrangement: Arrangement; readonly frame: Frame; readonly edge?: Edge }

/** Forms of a unit that relation poses are tried with: at the building, and beside each partner's each place. */
const FORMS = { building: 8, partner: 3 } as const
/** What it costs a thing that belongs at a wall to stand away from every one. */
const ADRIFT = 1.6

/** Depths of floor between a wall and a group of seats round a table: none, or a way. Metres. */
const SNUG = [0.02, 0.62]
/** Steps along a wall for such a group, metres. */
const SNUG_STEP = 0.35

/** Places of named groups that stand free, close to a wall or a way off it: a coarse grid leaves out where they just fit. */
const snugPlaces = (site: Site, unit: Unit): Place[] => {
  if (unit.objects.length < 3) return []
  const forms = unit.arrangements.filter(({ placement, missing }) => placement === 'free' && !missing?.length)
  return [...forms]
    .sort((a, b) => a.penalty - b.penalty)
    .slice(0, SNUG_FORMS)
    .flatMap((arrangement) => {
      const { minX, maxX, minY, maxY } = arrangementBounds(arrangement)
      const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2, yaw: 0 }
      return site.edges.flatMap((edge) =>
        [0, Math.PI / 2].flatMap((turn) => {
          const [along, deep] = turn === 0 ? [maxX - minX, maxY - minY] : [maxY - minY, maxX - minX]
          const stops = Math.floor((edge.length - along) / SNUG_STEP)
          return Array.from({ length: Math.max(0, stops + 1) }, (_, stop) => along / 2 + stop * SNUG_STEP).flatMap(
            (s) =>
              SNUG.map((gap): Place => {
                const [x, y] = edgePoint(edge, s, gap + deep / 2)
                return { arrangement, frame: frameFor(middle, { x, y, yaw: edge.yaw + turn }) }
              }),
          )
        }),
      )
    })
}

const SNUG_FORMS = 4

/** Places that follow from what was said of a unit's things and the building, or what already stands. */
export const saidPlaces = (site: Site, unit: Unit): Place[] => [...piecePlaces(site, unit), ...snugPlaces(site, unit)]

const piecePlaces = (site: Site, unit: Unit): Place[] =>
  eachPiece(unit, FORMS.building).flatMap(({ arrangement, piece, object }) =>
    object.relations.flatMap((relation): Place[] => {
      const poses = isBuildingRelation(relation)
        ? posesInRoom(site, relation, piece.category, piece.size)
        : standingPoses(site, relation, piece)
      return poses.map((pose) => placeOf(site, arrangement, piece, pose, object))
    }),
  )

const standingPoses = (site: Site, relation: BriefRelation, piece: Piece): PiecePose[] => {
  const targets = standingTargets(site, relation.target)
  const second = relation.and ? standingTargets(site, relation.and)[0] : targets[1]
  return (relation.type === 'between' ? targets.slice(0, 1) : targets.slice(0, 4)).flatMap((target) =>
    posesAt(relation, target, piece.size, second),
  )
}

/** Places of a unit next to what its things refer to, where those stand now. `key` names the situation. */
export const partnerPlaces = (
  site: Site,
  unit: Unit,
  index: number,
  book: RelationBook,
  at: (unit: number) => Candidate | undefined,
): { readonly key: string; readonly make: () => Place[] }[] =>
  book.links.flatMap((link, number) => {
    if (link.from !== index) return []
    const holders = [...new Set([...link.to, ...link.and])].flatMap((other) =>
      other === index ? [] : (at(other) ?? []),
    )
    if (holders.length === 0) return []
    const key = `${index}:${number}:${holders.map((holder) => holder.id).join(',')}`
    return [{ key, make: () => linkPlaces(site, unit, link, holders) }]
  })

const linkPlaces = (site: Site, unit: Unit, link: RelationLink, holders: readonly Candidate[]): Place[] => {
  const targets = holders.flatMap((holder) => shapesOf(holder, link.isTarget))
  const second = link.isSecond ? holders.flatMap((holder) => shapesOf(holder, link.isSecond!))[0] : targets[1]
  const view = site.plan.doors[0]?.at
  const firsts: readonly ItemShape[] = link.relation.type === 'between' ? targets.slice(0, 1) : targets.slice(0, 6)
  return eachPiece(unit, FORMS.partner)
    .filter(({ object }) => object.key === link.object.key && object.instance === link.object.instance)
    .flatMap(({ arrangement, piece, object }) =>
      firsts.flatMap((target) => {
        const poses = posesAt(link.relation, target, piece.size, second, view)
        const backed = ASIDE.has(link.relation.type) ? poses.flatMap((pose) => atWall(site, piece, pose)) : []
        return [...backed, ...poses].map((pose) => placeOf(site, arrangement, piece, pose, object))
      }),
    )
}

/** The first forms of a unit, with each piece that relations speak of. */
const eachPiece = (unit: Unit, most: number): { arrangement: Arrangement; piece: Piece; object: BriefObject }[] => {
  const forms = [...unit.arrangements].sort((a, b) => a.penalty - b.penalty)
  const sizes = new Set<string>()
  const kept = forms.filter((form) => {
    const key = JSON.stringify([form.placement === 'corner', form.pieces.map((piece) => piece.size.slice(0, 2))])
    if (sizes.has(key) || form.placement === 'corner') return false
    sizes.add(key)
    return true
  })
  const used = [...kept.slice(0, most - 1), ...(kept.length >= most ? kept.slice(-1) : [])]
  return used.flatMap((arrangement) => {
    const seen = new Set<string>()
    return arrangement.pieces.flatMap((piece) => {
      const { object } = piece
      const name = `${object?.key}:${object?.instance}`
      if (!object || piece.isLight || object.relations.length === 0 || seen.has(name)) return []
      seen.add(name)
      return [{ arrangement, piece, object }]
    })
  })
}

const placeOf = (site: Site, arrangement: Arrangement, piece: Piece, pose: PiecePose, object: BriefObject): Place => {
  const frame = frameFor(piece, pose)
  const anchor = arrangement.pieces[arrangement.anchor]!
  const edge = pose.edge ?? edgeBehind(site, pieceBoxes(anchor, frame)[0]!)
  const affinity = findKind(anchor.category)?.wallAffinity ?? 'free'
  const isLoose = affinity === 'free' || affinity === 'ceiling' || object.relations.some(({ type }) => LOOSE.has(type))
  return edge || isLoose
    ? { arrangement, frame, edge }
    : { arrangement: { ...arrangement, penalty: arrangement.penalty + ADRIFT }, frame }
}

/** Relations in which what belongs at a wall may step back to one. */
const ASIDE: ReadonlySet<string> = new Set(['behind', 'in_front_of'])
/** How far it may step back, metres. */
const STEP_BACK = 1.3

/** The same pose with its back at the wall behind it, for what belongs there. */
const atWall = (site: Site, { category, size }: Piece, pose: PiecePose): PiecePose[] => {
  const affinity = findKind(category)?.wallAffinity
  if (affinity !== 'back' && affinity !== 'head') return []
  return site.edges.flatMap((edge) => {
    if (Math.cos(pose.yaw - edge.yaw) < 0.999) return []
    const dx = pose.x - edge.a[0]
    const dy = pose.y - edge.a[1]
    const s = dx * edge.along[0] + dy * edge.along[1]
    const off = dx * edge.inward[0] + dy * edge.inward[1] - size[1] / 2 - WALL_AIR
    if (s < 0 || s > edge.length || Math.abs(off) > STEP_BACK || Math.abs(off) < 0.02) return []
    return [{ x: pose.x - edge.inward[0] * off, y: pose.y - edge.inward[1] * off, yaw: edge.yaw, edge }]
  })
}

const WALL_AIR = 0.01

const LOOSE: ReadonlySet<string> = new Set(['centred', 'away_from_wall'])

/** The wall that a box has its back flat to. */
export const edgeBehind = (site: Site, box: OrientedBox): Edge | undefined =>
  site.edges.find((edge) => {
    if (box.sin * edge.inward[0] - box.cos * edge.inward[1] < 0.998) return false
    const dx = box.x - edge.a[0]
    const dy = box.y - edge.a[1]
    const gap = dx * edge.inward[0] + dy * edge.inward[1] - box.halfDepth
    const s = dx * edge.along[0] + dy * edge.along[1]
    return gap > -0.01 && gap < 0.06 && s > 0 && s < edge.length
  })

import {
  beds,
  coffeeTables,
  desks,
  diningTables,
  type ItemShape,
  nightstands,
  planGap,
  planPenetration,
  shapeItem,
  sofas,
  tableSeats,
} from '@enfilade/critic'
import type { Ring } from '@enfilade/geometry'
import type { Id, Scene, SceneItem } from '@enfilade/scene'

/** A thing with all that goes where it goes. */
export type Cluster = {
  readonly main: SceneItem
  /** On the floor beside it: chairs of a table, nightstands of a bed. */
  readonly companions: readonly SceneItem[]
  /** What stands on or in these. */
  readonly carried: readonly SceneItem[]
  /** Ids of all of them. */
  readonly ids: ReadonlySet<Id>
  /** The floors that there are. */
  readonly floors: readonly Ring[]
}

export const findItem = (scene: Scene, id: Id): SceneItem | undefined => {
  const found = scene.byId.get(id)
  return found && 'kind' in found && found.kind === 'item' ? found : undefined
}

/** Seats, stands and tables that belong to a thing by kind and by distance. */
const COMPANION_GAP = 0.35
const SOFA_GAP = 0.75

export const clusterOf = (scene: Scene, main: SceneItem, withCompanions: boolean): Cluster => {
  const shape = shapeItem(main)
  const companions = withCompanions
    ? scene.items.filter(
        (item) =>
          item.id !== main.id &&
          item.level === main.level &&
          item.support.on === 'floor' &&
          !item.locked &&
          isCompanion(shape, shapeItem(item)) &&
          isNearestAnchor(scene, main, item),
      )
    : []
  const ids = withCarried(scene, [main, ...companions])
  const carried = scene.items.filter((item) => ids.has(item.id) && item !== main && !companions.includes(item))
  return { main, companions, carried, ids, floors: scene.rooms.map(({ polygon }) => polygon) }
}

const isCompanion = (anchor: ItemShape, other: ItemShape): boolean => {
  const gap = planGap(anchor.box, other.box)
  if (diningTables.has(anchor.category) || desks.has(anchor.category))
    return tableSeats.has(other.category) && gap < COMPANION_GAP
  if (beds.has(anchor.category)) {
    if (other.category === 'rug') return planPenetration(anchor.box, other.box) > 0.2
    return (nightstands.has(other.category) || other.category === 'bench') && gap < COMPANION_GAP
  }
  if (sofas.has(anchor.category)) {
    if (other.category === 'rug') return planPenetration(anchor.box, other.box) > 0.02
    return coffeeTables.has(other.category) ? gap < SOFA_GAP : other.category === 'side_table' && gap < COMPANION_GAP
  }
  return false
}

/** A chair between two tables goes with the nearer one. */
const isNearestAnchor = (scene: Scene, main: SceneItem, companion: SceneItem): boolean => {
  const shape = shapeItem(companion)
  const own = planGap(shapeItem(main).box, shape.box)
  return scene.items.every((other) => {
    if (other.id === main.id || other.category !== main.category || other.level !== main.level) return true
    const gap = planGap(shapeItem(other).box, shape.box)
    return gap > own || (gap === own && other.id > main.id)
  })
}

/** The items and everything that stands on or in them. */
export const withCarried = (scene: Scene, items: readonly SceneItem[]): Set<Id> => {
  const ids = new Set(items.map((item) => item.id))
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const item of scene.items) {
      if (item.support.on !== 'item' || ids.has(item.id) || !ids.has(item.support.id)) continue
      ids.add(item.id)
      isGrowing = true
    }
  }
  return ids
}

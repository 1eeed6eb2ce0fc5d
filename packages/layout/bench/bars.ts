import {
  boxFootprint,
  convexPenetration,
  isPointInRegion,
  polygonIntersectionArea,
  protrusion,
  type Ring,
} from '@enfilade/geometry'
import { openingSwing, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'

/** What no furnished room may show. */
export type BarFailure = {
  readonly bar: 'overlap' | 'outside' | 'door' | 'floating'
  readonly what: string
  readonly measured: number
}

/** Overlap and protrusion up to here are contact, metres. */
const TOLERANCE = 0.005

const footprint = ({ worldPose, size }: SceneItem): Ring =>
  boxFootprint(worldPose.x, worldPose.y, worldPose.yaw, size[0], size[1])

const isCarriedBy = (item: SceneItem, other: SceneItem): boolean =>
  item.support.on === 'item' && item.support.id === other.id

/**
 * Judges a scene by plain boxes with geometry alone, sharing no code with solver or critic: no two boxes share more
 * than 5 mm (a thing and its carrier excepted), none stands outside its room, none in a door's swing or way.
 */
export const findBarFailures = (scene: Scene, room: SceneRoom): BarFailure[] => {
  const items = scene.items.filter((item) => item.level === room.level)
  const failures: BarFailure[] = []
  items.forEach((a, index) => {
    for (const b of items.slice(index + 1)) {
      if (isCarriedBy(a, b) || isCarriedBy(b, a) || isCornerSofa(a) || isCornerSofa(b)) continue
      const low = Math.max(a.worldPose.z, b.worldPose.z)
      const high = Math.min(a.worldPose.z + a.size[2], b.worldPose.z + b.size[2])
      if (high - low <= TOLERANCE) continue
      const depth = Math.min(convexPenetration(footprint(a), footprint(b)), high - low)
      if (depth > TOLERANCE) failures.push({ bar: 'overlap', what: `${a.category}+${b.category}`, measured: depth })
    }
  })
  const outer = [...room.polygon]
  const holes = room.holes.map((hole) => [...hole])
  for (const item of items) {
    const { x, y } = item.worldPose
    const out = isPointInRegion([x, y], outer, holes) ? protrusion(footprint(item), outer, holes) : 9
    if (out > TOLERANCE) failures.push({ bar: 'outside', what: item.category, measured: out })
    if (item.support.on === 'floor' && Math.abs(item.worldPose.z) > 0.001)
      failures.push({ bar: 'floating', what: item.category, measured: item.worldPose.z })
  }
  failures.push(...findDoorFailures(scene, room, items))
  return failures
}

const isCornerSofa = (item: SceneItem): boolean => item.shape === 'l'

/** Depth of the way before a door that must be free for a body, metres. */
const APPROACH = 0.6

const findDoorFailures = (scene: Scene, room: SceneRoom, items: readonly SceneItem[]): BarFailure[] => {
  const failures: BarFailure[] = []
  for (const opening of scene.openings) {
    if (opening.type === 'window' || !room.openings.includes(opening.id)) continue
    const swing = openingSwing(scene, opening)
    const [dx, dy] = opening.direction
    const top = opening.sill + opening.height
    for (const sign of [1, -1]) {
      const [nx, ny] = [-dy * sign, dx * sign]
      const reach = opening.wallThickness / 2
      const probe = [opening.center[0] + nx * (reach + 0.05), opening.center[1] + ny * (reach + 0.05)] as const
      if (
        !isPointInRegion(
          probe,
          [...room.polygon],
          room.holes.map((hole) => [...hole]),
        )
      )
        continue
      const middle = reach + APPROACH / 2
      const strip = boxFootprint(
        opening.center[0] + nx * middle,
        opening.center[1] + ny * middle,
        Math.atan2(dy, dx),
        opening.width,
        APPROACH,
      )
      const swingsHere =
        swing && isPointInRegion([swing.hinge[0] + nx * 0.05, swing.hinge[1] + ny * 0.05], [...room.polygon])
      for (const item of items) {
        if (item.worldPose.z >= top || item.size[2] < 0.03) continue
        const shape = footprint(item)
        if (convexPenetration(strip, shape) > TOLERANCE)
          failures.push({
            bar: 'door',
            what: `${item.category} before a door`,
            measured: convexPenetration(strip, shape),
          })
        else if (swingsHere && polygonIntersectionArea(swing.polygon, shape) > 0.0005) {
          failures.push({
            bar: 'door',
            what: `${item.category} in a door's swing`,
            measured: polygonIntersectionArea(swing.polygon, shape),
          })
        }
      }
    }
  }
  return failures
}

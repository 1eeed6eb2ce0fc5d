import type { Vector3 } from '../scene/trace-scene.ts'
import type { Camera } from '../views/camera.ts'
import type { Standing } from './walkable.ts'

/** Farther apart than this another place to look from adds little, metres. */
const APART = 0.9
/** Heights of eyes above the floor, one place after another, metres. */
const HEIGHTS = [1.5, 1.2, 1.65, 0.95]
/** Of successive views, radians above the horizon. */
const PITCHES = [-0.12, -0.42, 0.12, -0.25]
/** Width of a view, radians: four from one place look all around. */
const FIELD = (88 * Math.PI) / 180
const GOLDEN = (3 - Math.sqrt(5)) * Math.PI

/** Cameras spread over the places where one can stand, as many directions as there is room for; square pictures. */
export function trainingCameras(standings: readonly Standing[], count: number, size: number): Camera[] {
  const places = spreadPlaces(standings, Math.max(1, Math.ceil(count / 3)))
  const cameras: Camera[] = []
  for (let i = 0; i < count && places.length > 0; i++) {
    const place = i % places.length
    const turn = Math.floor(i / places.length)
    const turns = Math.ceil(count / places.length)
    const { foot } = places[place]!
    const eye: Vector3 = [foot[0], foot[1], foot[2] + HEIGHTS[place % HEIGHTS.length]!]
    const yaw = place * GOLDEN + (turn * 2 * Math.PI) / turns
    cameras.push(cameraAt(`view-${i}`, eye, yaw, PITCHES[(place + turn) % PITCHES.length]!, size, size, FIELD))
  }
  return cameras
}

/** Farthest-point sampling, from the place nearest to the middle. */
function spreadPlaces(standings: readonly Standing[], most: number): Standing[] {
  if (standings.length === 0) return []
  const middle = [0, 1, 2].map((k) => standings.reduce((sum, { foot }) => sum + foot[k]!, 0) / standings.length)
  const gaps = standings.map(({ foot }) => distance(foot, middle))
  let next = gaps.indexOf(Math.min(...gaps))
  gaps.fill(Infinity)
  const places: Standing[] = []
  while (places.length < most) {
    const place = standings[next]!
    places.push(place)
    for (const [i, { foot }] of standings.entries()) gaps[i] = Math.min(gaps[i]!, distance(foot, place.foot))
    next = gaps.indexOf(Math.max(...gaps))
    if (gaps[next]! < APART) break
  }
  return places
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)

/** A level camera turned by yaw (counter-clockwise from +x) and pitch (up), radians; `field` is its width. */
export function cameraAt(
  id: string,
  eye: Vector3,
  yaw: number,
  pitch: number,
  width: number,
  height: number,
  field: number,
): Camera {
  const focal = width / 2 / Math.tan(field / 2)
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)]
  return {
    id,
    width,
    height,
    intrinsic: [focal, 0, width / 2, 0, focal, height / 2, 0, 0, 1],
    pose: [sy, cy * sp, cy * cp, eye[0], -cy, sy * sp, sy * cp, eye[1], 0, -cp, sp, eye[2], 0, 0, 0, 1],
  }
}

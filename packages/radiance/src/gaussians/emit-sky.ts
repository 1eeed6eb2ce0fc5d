import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import type { Gaussians } from './gaussians.ts'

/** Display values of what lies outside along a unit direction. @param display Mutated: three numbers. */
export type ShadeSky = (direction: Vector3, display: Float32Array) => void

/** The sky is drawn so far away, metres. */
const RADIUS = 80
/** Heights of the rows' borders above the horizon and below it, degrees: the colours change most at the horizon. */
const BORDERS = [0, 0.6, 1.4, 2.6, 4.4, 7, 10.5, 15, 20.5, 27, 34, 42, 51, 61, 72, 83]
/** Eyes from which each patch of sky is tried. */
const TRIES = 48
/** Standard deviation over the side of a patch. */
const SPREAD = 0.75

/** Gaussians far outside for the parts of the sky and the ground that can be seen through windows and doors. */
export function emitSky(scene: TraceScene, caster: RayCaster, shade: ShadeSky, eyes: readonly Vector3[]): Gaussians {
  const patches = skyPatches()
  const seen = eyes.length > 0 ? keepSeen(patches, caster, eyes) : []
  const center = [0, 1, 2].map((k) => (scene.bounds.min[k]! + scene.bounds.max[k]!) / 2)
  const count = seen.length
  const table = {
    count,
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count * 3),
    rotations: new Float32Array(count * 4),
    opacities: new Float32Array(count).fill(0.998),
    colors: new Float32Array(count * 3),
    instances: new Uint32Array(count),
    semantics: new Uint8Array(count),
    levels: [count],
  }
  const color = new Float32Array(3)
  for (const [i, { direction, yaw, pitch, width, height }] of seen.entries()) {
    shade(direction, color)
    for (let k = 0; k < 3; k++) table.positions[3 * i + k] = center[k]! + RADIUS * direction[k]!
    // Local x looks outwards, y along the row, z up the sky: a turn by yaw about z after one by −pitch about y.
    const scale = RADIUS * SPREAD
    table.scales.set([RADIUS * 0.002, scale * width, scale * height], 3 * i)
    const [sy, cy] = [Math.sin(yaw / 2), Math.cos(yaw / 2)]
    const [sp, cp] = [Math.sin(-pitch / 2), Math.cos(-pitch / 2)]
    table.rotations.set([-sy * sp, cy * sp, sy * cp, cy * cp], 4 * i)
    table.colors.set(color, 3 * i)
  }
  return table
}

/** A piece of the sky; width and height in radians as seen from the middle. */
type SkyPatch = { direction: Vector3; yaw: number; pitch: number; width: number; height: number }

function skyPatches(): SkyPatch[] {
  const patches: SkyPatch[] = []
  for (const side of [1, -1]) {
    for (let row = 0; row + 1 < BORDERS.length; row++) {
      const pitch = (side * (BORDERS[row]! + BORDERS[row + 1]!) * Math.PI) / 360
      const height = ((BORDERS[row + 1]! - BORDERS[row]!) * Math.PI) / 180
      const around = 2 * Math.PI * Math.cos(pitch)
      const many = Math.max(6, Math.ceil(around / Math.max(height, 0.06)))
      for (let i = 0; i < many; i++) {
        const yaw = (2 * Math.PI * (i + 0.5)) / many
        const direction = towards(yaw, pitch)
        patches.push({ direction, yaw, pitch, width: around / many, height })
      }
    }
  }
  return patches
}

const towards = (yaw: number, pitch: number): Vector3 => [
  Math.cos(pitch) * Math.cos(yaw),
  Math.cos(pitch) * Math.sin(yaw),
  Math.sin(pitch),
]

/** Patches that some eye sees, or whose neighbourhood some eye sees: rays go to their middles and around them. */
function keepSeen(patches: readonly SkyPatch[], caster: RayCaster, eyes: readonly Vector3[]): SkyPatch[] {
  const rays = new Float32Array(patches.length * TRIES * 7)
  for (const [i, { yaw, pitch, width, height }] of patches.entries()) {
    for (let k = 0; k < TRIES; k++) {
      const eye = eyes[(i * 31 + k * 97) % eyes.length]!
      const aside = ((k % 3) - 1) * (1.2 * width + 0.03)
      const above = ((Math.floor(k / 3) % 3) - 1) * (1.2 * height + 0.03)
      const direction = towards(yaw + aside / Math.max(0.1, Math.cos(pitch)), pitch + above)
      rays.set([...eye, ...direction, 1000], (i * TRIES + k) * 7)
    }
  }
  const blocked = new Uint8Array(patches.length * TRIES)
  caster.occluded(rays, blocked.length, blocked)
  return patches.filter((_, i) => blocked.subarray(i * TRIES, (i + 1) * TRIES).includes(0))
}

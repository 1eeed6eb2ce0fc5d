import type { PerspectiveCamera } from 'three'

/**
 * A camera that circles a target, z up. Plain numbers changed in place: orbiting and panning allocate nothing.
 * Azimuth and elevation are those of the eye as seen from the target, radians.
 */
export type Orbit = {
  targetX: number
  targetY: number
  targetZ: number
  azimuth: number
  elevation: number
  distance: number
}

const elevationRange = { min: 0.04, max: Math.PI / 2 - 0.002 }
const distanceRange = { min: 0.4, max: 120 }
const farthest = 2000
/** Air around what is fitted. */
const air = 1.12
/** Radians per pixel. */
const orbitRate = 0.0052

export function createOrbit(): Orbit {
  return { targetX: 2.5, targetY: 2, targetZ: 0.8, azimuth: -1.05, elevation: 0.82, distance: 9 }
}

const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max)

export function turnOrbit(orbit: Orbit, dx: number, dy: number): void {
  orbit.azimuth -= dx * orbitRate
  orbit.elevation = clamp(orbit.elevation + dy * orbitRate, elevationRange.min, elevationRange.max)
}

/**
 * Moves the target in the picture plane, so that what is under the pointer stays under it.
 *
 * @param perPixel Metres per pixel at the target's distance.
 */
export function panOrbit(orbit: Orbit, dx: number, dy: number, perPixel: number): void {
  const sin = Math.sin(orbit.azimuth)
  const cos = Math.cos(orbit.azimuth)
  const rise = Math.sin(orbit.elevation)
  // Right is (−sin, cos); the floor's direction away from the eye is (−cos, −sin). Looking flat, a drag up must not
  // shoot the target off to the horizon.
  const away = dy / Math.max(rise, 0.35)
  orbit.targetX = clamp(orbit.targetX + (sin * dx - cos * away) * perPixel, -farthest, farthest)
  orbit.targetY = clamp(orbit.targetY + (-cos * dx - sin * away) * perPixel, -farthest, farthest)
}

/** Zooms towards a point: it stays where it is in the picture. Factor over 1: closer. */
export function zoomOrbit(orbit: Orbit, factor: number, x: number, y: number): void {
  const next = clamp(orbit.distance / factor, distanceRange.min, distanceRange.max)
  const share = 1 - next / orbit.distance
  orbit.targetX = clamp(orbit.targetX + (x - orbit.targetX) * share, -farthest, farthest)
  orbit.targetY = clamp(orbit.targetY + (y - orbit.targetY) * share, -farthest, farthest)
  orbit.distance = next
}

/** Frames a box over plan bounds, from the side that the orbit looks from, with a little air around. */
export function fitOrbit(
  orbit: Orbit,
  bounds: { minX: number; minY: number; maxX: number; maxY: number },
  height: number,
  fovDeg: number,
  aspect: number,
): void {
  orbit.targetX = (bounds.minX + bounds.maxX) / 2
  orbit.targetY = (bounds.minY + bounds.maxY) / 2
  orbit.targetZ = height * 0.35
  const tall = Math.tan((fovDeg * Math.PI) / 360) / air
  const wide = tall * aspect
  const sinA = Math.sin(orbit.azimuth)
  const cosA = Math.cos(orbit.azimuth)
  const sinE = Math.sin(orbit.elevation)
  const cosE = Math.cos(orbit.elevation)
  let distance = 0
  for (let corner = 0; corner < 8; corner++) {
    const x = (corner & 1 ? bounds.maxX : bounds.minX) - orbit.targetX
    const y = (corner & 2 ? bounds.maxY : bounds.minY) - orbit.targetY
    const z = (corner & 4 ? height : 0) - orbit.targetZ
    // In the camera's frame: to the right, up, and towards the eye.
    const right = -sinA * x + cosA * y
    const outward = cosA * x + sinA * y
    const up = -sinE * outward + cosE * z
    const near = cosE * outward + sinE * z
    distance = Math.max(distance, near + Math.abs(right) / wide, near + Math.abs(up) / tall)
  }
  orbit.distance = clamp(distance, distanceRange.min, distanceRange.max)
}

/** Plan heading of the picture's up direction, against the plan's own up (+y). */
export function headingOf(orbit: Orbit): number {
  return orbit.azimuth + Math.PI / 2
}

/** Puts a three.js camera where the orbit says. */
export function applyOrbit(orbit: Orbit, camera: PerspectiveCamera): void {
  const flat = Math.cos(orbit.elevation) * orbit.distance
  camera.position.set(
    orbit.targetX + Math.cos(orbit.azimuth) * flat,
    orbit.targetY + Math.sin(orbit.azimuth) * flat,
    orbit.targetZ + Math.sin(orbit.elevation) * orbit.distance,
  )
  camera.lookAt(orbit.targetX, orbit.targetY, orbit.targetZ)
  camera.updateMatrixWorld()
}

/** The orbit that looks from an eye to a target. */
export function orbitFrom(
  orbit: Orbit,
  eye: readonly [number, number, number],
  target: readonly [number, number, number],
): void {
  const dx = eye[0] - target[0]
  const dy = eye[1] - target[1]
  const dz = eye[2] - target[2]
  const distance = Math.hypot(dx, dy, dz)
  orbit.targetX = target[0]
  orbit.targetY = target[1]
  orbit.targetZ = target[2]
  orbit.distance = clamp(distance, distanceRange.min, distanceRange.max)
  orbit.azimuth = Math.atan2(dy, dx)
  orbit.elevation = clamp(Math.asin(dz / Math.max(distance, 1e-6)), elevationRange.min, elevationRange.max)
}

import type { Daylight } from '../scene/trace-scene.ts'

/** Radiance of the sky, and of the ground below the horizon, without the sun. @param into Mutated: red, green, blue. */
export function skyRadiance({ sky }: Daylight, dz: number, into: Float64Array): void {
  if (dz < 0) {
    into.set(sky.ground)
    return
  }
  const part = Math.min(1, dz) ** 0.55
  for (let channel = 0; channel < 3; channel++)
    into[channel] = sky.horizon[channel]! + (sky.zenith[channel]! - sky.horizon[channel]!) * part
}

/** Solid angle of a disk, steradians. @param radius Radians. */
export const diskSolidAngle = (radius: number): number => 2 * Math.PI * (1 - Math.cos(radius))

/** Whether a direction ends in the sun's disk. */
export function meetsSun({ sun }: Daylight, dx: number, dy: number, dz: number): boolean {
  if (!sun) return false
  const [x, y, z] = sun.direction
  return dx * x + dy * y + dz * z > Math.cos(sun.angularRadius)
}

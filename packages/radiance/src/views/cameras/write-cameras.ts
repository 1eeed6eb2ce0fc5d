import type { Camera } from '../camera.ts'

/** Digits after the point: a tenth of a millimetre is 1e-4 m. */
const DIGITS = 7

/**
 * A cameras file of cameras with one lens, as `readCameras` reads it; equal cameras give equal text.
 *
 * @param times Seconds per camera, for films.
 * @throws RangeError when the cameras differ in size, intrinsic or projection, or two have one id.
 */
export function writeCameras(cameras: readonly Camera[], times?: ReadonlyMap<string, number>): string {
  const [first] = cameras
  if (!first) throw new RangeError('writeCameras: there is no camera')
  const lens = lensOf(first)
  const poses = new Map<string, readonly number[]>()
  for (const camera of cameras) {
    if (lensOf(camera) !== lens) throw new RangeError(`writeCameras: ${camera.id} has another lens than ${first.id}`)
    if (poses.has(camera.id)) throw new RangeError(`writeCameras: there are two cameras ${camera.id}`)
    poses.set(camera.id, camera.pose)
  }
  const lines = [
    `"width": ${first.width}`,
    `"height": ${first.height}`,
    `"intrinsic": ${list(first.intrinsic)}`,
    ...(first.projection ? [`"projection": ${JSON.stringify(first.projection)}`] : []),
    `"cameras": {\n${[...poses].map(([id, pose]) => `    ${JSON.stringify(id)}: ${list(pose)}`).join(',\n')}\n  }`,
  ]
  if (times) {
    const seconds = cameras.map(({ id }) => `    ${JSON.stringify(id)}: ${round(times.get(id) ?? 0)}`)
    lines.push(`"times": {\n${seconds.join(',\n')}\n  }`)
  }
  return `{\n  ${lines.join(',\n  ')}\n}\n`
}

function lensOf({ width, height, intrinsic, projection }: Camera): string {
  return JSON.stringify([width, height, intrinsic, projection ?? ''])
}

const list = (numbers: readonly number[]) => `[${numbers.map(round).join(', ')}]`

function round(value: number): number {
  const rounded = Number(value.toFixed(DIGITS))
  return rounded === 0 ? 0 : rounded
}

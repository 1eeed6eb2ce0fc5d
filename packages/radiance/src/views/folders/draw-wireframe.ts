import type { Id, Scene } from '@enfilade/scene'
import { semanticPalette } from '../../scene/semantic-palette.ts'
import type { Vector3 } from '../../scene/trace-scene.ts'
import type { Camera } from '../camera.ts'
import { boxCorners, sceneBoxes } from './scene-boxes.ts'

type Line = { readonly from: Vector3; readonly to: Vector3; readonly color: readonly [number, number, number] }

/** Edges of a box by its corners. */
const EDGES = [0, 1, 2, 3].flatMap((k) => [
  [k, (k + 1) % 4],
  [k + 4, ((k + 1) % 4) + 4],
  [k, k + 4],
])
const NEAR = 0.05
/** Half a line's width, pixels of a 512 px picture. */
const HALF_WIDTH = 1
const BLACK = 0

/**
 * Edges of rooms and boxes in the palette's colours on black, as a camera sees them: what text-conditioned generators take.
 *
 * @returns Three bytes a pixel, top row first.
 */
export function drawWireframe(scene: Scene, level: Id, camera: Camera): Uint8Array {
  const pixels = new Uint8Array(camera.width * camera.height * 3).fill(BLACK)
  for (const line of linesOf(scene, level)) drawLine(pixels, camera, line)
  return pixels
}

function linesOf(scene: Scene, level: Id): Line[] {
  const { elevation = 0, height = 2.8 } = scene.levels.find(({ id }) => id === level) ?? {}
  const wall = colorOf('wall')
  const rooms = scene.rooms
    .filter((room) => room.level === level)
    .flatMap(({ polygon, holes }) => [polygon, ...holes])
    .flatMap((ring) =>
      ring.flatMap(([x, y], i): Line[] => {
        const [nx, ny] = ring[(i + 1) % ring.length]!
        const [low, high] = [elevation, elevation + height]
        return [
          { from: [x, y, low], to: [nx, ny, low], color: wall },
          { from: [x, y, high], to: [nx, ny, high], color: wall },
          { from: [x, y, low], to: [x, y, high], color: wall },
        ]
      }),
    )
  const boxes = sceneBoxes(scene, level).flatMap((box) => {
    const corners = boxCorners(box)
    const color = colorOf(box.label)
    return EDGES.map(([a, b]): Line => ({ from: corners[a!]!, to: corners[b!]!, color }))
  })
  return [...rooms, ...boxes]
}

function colorOf(label: string): readonly [number, number, number] {
  return semanticPalette.find((entry) => entry.label === label)?.rgb ?? [255, 255, 255]
}

function drawLine(pixels: Uint8Array, camera: Camera, { from, to, color }: Line): void {
  let a = toCamera(camera, from)
  let b = toCamera(camera, to)
  if (a[2] < NEAR && b[2] < NEAR) return
  if (a[2] < NEAR) a = cut(b, a)
  if (b[2] < NEAR) b = cut(a, b)
  const [ax, ay] = project(camera, a)
  const [bx, by] = project(camera, b)
  const { width, height } = camera
  // Only the part near the picture is walked along.
  const clipped = clipLine(ax, ay, bx, by, width, height)
  if (!clipped) return
  const [x0, y0, x1, y1] = clipped
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))))
  const half = Math.max(1, Math.round((HALF_WIDTH * width) / 512))
  for (let k = 0; k <= steps; k++) {
    const x = Math.floor(x0 + ((x1 - x0) * k) / steps)
    const y = Math.floor(y0 + ((y1 - y0) * k) / steps)
    for (let dy = 1 - half; dy <= half; dy++)
      for (let dx = 1 - half; dx <= half; dx++) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue
        pixels.set(color, ((y + dy) * width + x + dx) * 3)
      }
  }
}

function toCamera({ pose: p }: Camera, [x, y, z]: Vector3): Vector3 {
  const [dx, dy, dz] = [x - p[3]!, y - p[7]!, z - p[11]!]
  const axis = (k: number) => p[k]! * dx + p[4 + k]! * dy + p[8 + k]! * dz
  return [axis(0), axis(1), axis(2)]
}

/** The point before the camera on the way to one behind it. */
function cut(front: Vector3, behind: Vector3): Vector3 {
  const t = (front[2] - NEAR) / (front[2] - behind[2])
  return [front[0] + (behind[0] - front[0]) * t, front[1] + (behind[1] - front[1]) * t, NEAR]
}

function project({ intrinsic: k }: Camera, [x, y, z]: Vector3): readonly [number, number] {
  return [(k[0]! * x + k[1]! * y) / z + k[2]!, (k[4]! * y) / z + k[5]!]
}

/** Liang–Barsky against the picture. */
function clipLine(ax: number, ay: number, bx: number, by: number, width: number, height: number) {
  let [low, high] = [0, 1]
  const [dx, dy] = [bx - ax, by - ay]
  for (const [step, room] of [
    [-dx, ax],
    [dx, width - ax],
    [-dy, ay],
    [dy, height - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return undefined
    } else if (step < 0) low = Math.max(low, room / step)
    else high = Math.min(high, room / step)
  }
  return low > high ? undefined : ([ax + dx * low, ay + dy * low, ax + dx * high, ay + dy * high] as const)
}

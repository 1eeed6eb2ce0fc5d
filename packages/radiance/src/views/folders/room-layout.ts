import type { Id, Point2, Scene } from '@enfilade/scene'
import { sceneBoxes } from './scene-boxes.ts'

const MILLIMETRES = 1000

/** `room_layout.json` of a SpatialGen scene folder: wall bases and heads in millimetres, boxes in metres. */
export function roomLayout(scene: Scene, level: Id) {
  const { elevation = 0, height = 2.8 } = scene.levels.find(({ id }) => id === level) ?? {}
  const edges = scene.rooms
    .filter((room) => room.level === level)
    .flatMap(({ polygon, holes }) => [polygon, ...holes].flatMap(edgesOf))
  const segments = (z: number) => edges.map(([a, b]) => ({ start: millimetres(a, z), end: millimetres(b, z) }))
  const bboxes = sceneBoxes(scene, level).map(({ label, size, center, yaw }) => {
    const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
    const transform = [c, -s, 0, center[0], s, c, 0, center[1], 0, 0, 1, center[2], 0, 0, 0, 1].map(round)
    return { class: label, size: size.map(round), transform }
  })
  return { floor: segments(elevation), ceil: segments(elevation + height), bboxes }
}

function edgesOf(ring: readonly Point2[]): (readonly [Point2, Point2])[] {
  return ring.map((point, i) => [point, ring[(i + 1) % ring.length]!] as const)
}

function millimetres([x, y]: Point2, z: number) {
  return { x: Math.round(x * MILLIMETRES), y: Math.round(y * MILLIMETRES), z: Math.round(z * MILLIMETRES) }
}

/** Six digits, and no −0. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6 || 0
}

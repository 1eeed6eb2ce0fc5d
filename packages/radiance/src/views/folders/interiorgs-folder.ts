import { flattenAxis, type Id, type Scene, type SceneOpening } from '@enfilade/scene'
import type { TraceScene, Vector3 } from '../../scene/trace-scene.ts'
import { freeFloor } from '../cameras/free-floor.ts'
import { greyPngOf } from './encode-picture.ts'
import { round } from './room-layout.ts'
import { boxCorners, type SceneBox, sceneBoxes } from './scene-boxes.ts'
import { type FolderFile, json, levelWithRooms } from './spatialgen-folder.ts'

export type InteriorGsOptions = {
  /** Absent: the first level that has rooms. */
  readonly level?: Id
  /** Gaussians as compressed PLY. */
  readonly gaussians: Uint8Array
  /** Whose instances the gaussians' ids mean: instance + 1 becomes `ins_id`. */
  readonly instances: TraceScene['instances']
}

/** Side of the occupancy map, pixels, and what its greys mean. */
const SIDE = 1024
const FREE = 255
const OCCUPIED = 0
const UNKNOWN = 127

/** The files of a scene folder in the layout of InteriorGS: x right, y back, z up, metres. */
export function interiorGsFolder(scene: Scene, options: InteriorGsOptions): FolderFile[] {
  const level = options.level ?? levelWithRooms(scene)
  const map = occupancy(scene, level)
  return [
    { path: '3dgs_compressed.ply', bytes: options.gaussians },
    { path: 'labels.json', bytes: json(labels(scene, level, options.instances)) },
    { path: 'occupancy.png', bytes: greyPngOf(SIDE, SIDE, map.pixels) },
    { path: 'occupancy.json', bytes: json(map.frame) },
    { path: 'structure.json', bytes: json(structure(scene, level)) },
  ]
}

/** Every instance with its id; what has a box has its corners, underside first. */
function labels(scene: Scene, level: Id, instances: TraceScene['instances']) {
  const boxes = new Map(sceneBoxes(scene, level).map((box) => [box.id, box]))
  return instances.map(({ id, category }, index) => {
    const box = boxes.get(id)
    const corners = box && boxCorners(box).map(([x, y, z]) => ({ x: round(x), y: round(y), z: round(z) }))
    return { ins_id: String(index + 1), label: category, ...(corners && { bounding_box: corners }) }
  })
}

/** Free floor, things on it, and what is not known; row 0 is the lowest y. */
function occupancy(scene: Scene, level: Id) {
  const { raster } = freeFloor(scene, level)
  const { minX, minY, columns, rows, cell } = raster
  const scale = (Math.max(columns, rows) * cell) / SIDE
  const center: Vector3 = [minX + (columns * cell) / 2, minY + (rows * cell) / 2, 0]
  const lower = [center[0] - (scale * SIDE) / 2, center[1] - (scale * SIDE) / 2]
  const inside = rasterOfFloor(scene, level)
  const pixels = new Uint8Array(SIDE * SIDE).fill(UNKNOWN)
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const x = Math.floor((lower[0]! + (column + 0.5) * scale - minX) / cell)
      const y = Math.floor((lower[1]! + (row + 0.5) * scale - minY) / cell)
      if (x < 0 || y < 0 || x >= columns || y >= rows) continue
      const index = y * columns + x
      if (raster.data[index] === 0) pixels[row * SIDE + column] = FREE
      else if (inside[index]) pixels[row * SIDE + column] = OCCUPIED
    }
  }
  const { elevation = 0, height = 2.8 } = scene.levels.find(({ id }) => id === level) ?? {}
  const low = [...lower, elevation].map(round)
  const high = [lower[0]! + scale * SIDE, lower[1]! + scale * SIDE, elevation + height].map(round)
  const middle = [center[0], center[1], elevation + height / 2].map(round)
  return { pixels, frame: { scale, min: low, lower: low, max: high, upper: high, center: middle } }
}

/** 1 where there is a room or a wall: in the raster of the level's free floor. */
function rasterOfFloor(scene: Scene, level: Id): Uint8Array {
  const { raster } = freeFloor({ ...scene, items: [] }, level)
  const { columns, rows, cell } = raster
  const known = new Uint8Array(raster.data.length)
  // Walls lie beside the rooms: what is within a wall's thickness of free floor is known.
  const reach = Math.ceil(Math.max(0.1, ...scene.walls.map(({ thickness }) => thickness)) / cell)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (raster.data[y * columns + x] !== 0) continue
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx >= 0 && ny >= 0 && nx < columns && ny < rows) known[ny * columns + nx] = 1
        }
      }
    }
  }
  return known
}

function structure(scene: Scene, level: Id) {
  const { elevation = 0 } = scene.levels.find(({ id }) => id === level) ?? {}
  const point = ([x, y]: readonly [number, number]) => [round(x), round(y)]
  const walls = scene.walls.filter((wall) => wall.level === level)
  return {
    rooms: scene.rooms
      .filter((room) => room.level === level)
      .map(({ polygon, type }) => ({ profile: polygon.map(point), room_type: type })),
    walls: walls.flatMap((wall) => {
      const line = flattenAxis(wall)
      return line.slice(1).map((end, i) => ({
        location: [point(line[i]!), point(end)],
        thickness: wall.thickness,
        height: wall.resolvedHeight,
      }))
    }),
    holes: scene.openings.filter((opening) => opening.level === level).map((opening) => hole(opening, elevation)),
    ins: sceneBoxes(scene, level)
      .filter(({ category }) => category !== 'door' && category !== 'window')
      .map((box) => ({ label: box.category, position: box.center.map(round), size: worldSize(box).map(round) })),
  }
}

function hole(
  { type, center: [x, y], direction: [dx, dy], width, height, sill, wallThickness }: SceneOpening,
  elevation: number,
) {
  const [low, high] = [elevation + sill, elevation + sill + height]
  const at = (along: number, z: number) => [x + dx * along, y + dy * along, z].map(round)
  const half = width / 2
  const profile = [at(-half, low), at(half, low), at(half, high), at(-half, high)]
  return { profile, thickness: wallThickness, type: type === 'window' ? 'WINDOW' : 'DOOR' }
}

/** Extent of a turned box along the world's axes. */
function worldSize({ size: [width, depth, height], yaw }: SceneBox): Vector3 {
  const [c, s] = [Math.abs(Math.cos(yaw)), Math.abs(Math.sin(yaw))]
  return [width * c + depth * s, width * s + depth * c, height]
}

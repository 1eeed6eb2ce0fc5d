import { isPointInRegion } from '@enfilade/geometry'
import { parseSceneJson } from '@enfilade/language'
import { readScene, type Scene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { buildTraceScene } from '../../scene/build-trace-scene.ts'
import { createRayCaster } from '../../trace/create-ray-caster.ts'
import type { Camera } from '../camera.ts'
import { createAim } from '../camera-rays.ts'
import { cubeCameras, panoramaCamera } from './panorama.ts'
import { readCameras } from './read-cameras.ts'
import { tour, withOpenDoors } from './tour.ts'
import { freePoses, type TrajectoryKind, trajectory } from './trajectories.ts'
import { writeCameras } from './write-cameras.ts'

/** Two rooms of 4 by 4 m side by side, a door between them and one to the outside; a table and a wardrobe in the first. */
function flat(elevation = 0): Scene {
  const square = (x: number) => [
    [x, 0],
    [x + 4, 0],
    [x + 4, 4],
    [x, 4],
  ]
  const thing = (id: string, category: string, center: number[], size: number[]) => ({
    id,
    category,
    label: id,
    center: [center[0], center[1], elevation + center[2]!],
    yaw: 0,
    size,
    mount: 'floor',
  })
  const door = (id: string, x: number, y: number) => ({
    id,
    kind: 'door',
    center: [x, y, elevation + 1.05],
    width: 0.9,
    height: 2.1,
    swing: 'left-in',
  })
  const { document } = parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'l', elevation, height: 2.8 }],
    rooms: [
      { id: 'a', level: 'l', type: 'living_room', name: 'a', polygon: square(0) },
      { id: 'b', level: 'l', type: 'bedroom', name: 'b', polygon: square(4.12) },
    ],
    openings: [door('out', 1, -0.06), door('between', 4.06, 2)],
    objects: [
      thing('t', 'dining_table', [2, 2, 0.37], [1.4, 0.9, 0.74]),
      thing('w', 'wardrobe', [2, 3.68, 1], [2, 0.6, 2]),
      thing('p', 'bed', [6.1, 3, 0.25], [1.6, 2, 0.5]),
    ],
  })
  return readScene(document)
}

const eyeOf = ({ pose }: Camera) => [pose[3]!, pose[7]!, pose[11]!] as const
const kinds: TrajectoryKind[] = ['line', 'orbit', 'inward', 'outward', 'random-walk']

/** Distance from an eye to the nearest surface, in 200 directions. */
function nearest(scene: Scene, cameras: readonly Camera[]): number {
  const caster = createRayCaster(buildTraceScene(scene))
  const directions = Array.from({ length: 200 }, (_, k) => {
    const z = 1 - (2 * k + 1) / 200
    const r = Math.sqrt(1 - z * z)
    return [r * Math.cos(k * 2.399963), r * Math.sin(k * 2.399963), z]
  })
  let least = Infinity
  for (const camera of cameras) {
    const rays = Float32Array.from(directions.flatMap((direction) => [...eyeOf(camera), ...direction]))
    const where = new Float32Array(directions.length * 3)
    caster.closest(rays, directions.length, new Uint32Array(directions.length), where)
    for (let k = 0; k < directions.length; k++) least = Math.min(least, where[k * 3]!)
  }
  return least
}

describe.each(kinds)('the path %s', (kind) => {
  const scene = flat(3)
  const cameras = trajectory(scene, kind, { count: 12, seed: 5, room: 'a' })

  it('stays in the room, at eye height, clear of things', () => {
    expect(cameras).toHaveLength(12)
    const room = scene.rooms.find(({ id }) => id === 'a')!
    for (const camera of cameras) {
      const [x, y, z] = eyeOf(camera)
      expect(isPointInRegion([x, y], room.polygon, room.holes)).toBe(true)
      expect(z).toBeCloseTo(4.5)
    }
    expect(nearest(scene, cameras)).toBeGreaterThan(0.2)
  })

  it('is the same for the same seed, and a sound cameras file', () => {
    const text = writeCameras(cameras)
    expect(writeCameras(trajectory(scene, kind, { count: 12, seed: 5, room: 'a' }))).toBe(text)
    expect(readCameras(text).problems).toEqual([])
  })
})

describe('paths', () => {
  it('look inwards, outwards and ahead as their names say', () => {
    const scene = flat()
    const meet = (kind: TrajectoryKind) => {
      const cameras = trajectory(scene, kind, { count: 8, room: 'b' })
      const center = [0, 1].map((k) => cameras.reduce((sum, camera) => sum + eyeOf(camera)[k]!, 0) / cameras.length)
      return cameras.map((camera) => {
        const [x, y] = eyeOf(camera)
        return camera.pose[2]! * (center[0]! - x) + camera.pose[6]! * (center[1]! - y)
      })
    }
    expect(Math.min(...meet('inward'))).toBeGreaterThan(0)
    expect(Math.max(...meet('outward'))).toBeLessThan(0)
    const line = trajectory(scene, 'line', { count: 5, room: 'b' })
    const [first, last] = [eyeOf(line[0]!), eyeOf(line[4]!)]
    expect(line[0]!.pose[2]! * (last[0] - first[0]) + line[0]!.pose[6]! * (last[1] - first[1])).toBeGreaterThan(1)
  })

  it('have free poses anywhere in the room', () => {
    const scene = flat()
    const cameras = freePoses(scene, { count: 60, seed: 2, room: 'a' })
    expect(nearest(scene, cameras)).toBeGreaterThan(0.15)
    expect(new Set(cameras.map((camera) => eyeOf(camera).join())).size).toBe(60)
  })

  it('are empty where there is no room', () => {
    expect(trajectory({ ...flat(), rooms: [] }, 'orbit')).toEqual([])
  })
})

describe('a tour', () => {
  const scene = flat()
  const { cameras, times, doors, rooms, missed } = tour(scene)

  it('begins behind the front door and goes through the inner door into every room', () => {
    expect(rooms).toEqual(['a', 'b'])
    expect(missed).toEqual([])
    expect(doors).toEqual(['between'])
  })

  it('touches nothing where its doors are open, and a leaf where they are shut', () => {
    expect(nearest(withOpenDoors(scene, doors), cameras)).toBeGreaterThan(0.1)
    expect(nearest(scene, cameras)).toBeLessThan(0.1)
  })

  it('moves and turns a little at a time, with time going on', () => {
    const list = [...times.values()]
    for (let k = 1; k < cameras.length; k++) {
      const [a, b] = [cameras[k - 1]!, cameras[k]!]
      expect(Math.hypot(...eyeOf(b).map((value, axis) => value - eyeOf(a)[axis]!))).toBeLessThan(0.4)
      expect(a.pose[2]! * b.pose[2]! + a.pose[6]! * b.pose[6]!).toBeGreaterThan(0.9)
      expect(list[k]!).toBeGreaterThan(list[k - 1]!)
    }
  })

  it('says which rooms it could not reach', () => {
    const shut = { ...scene, openings: scene.openings.filter(({ id }) => id !== 'between') }
    expect(tour(shut).missed).toEqual(['b'])
  })
})

describe('panoramas', () => {
  it('have cube faces whose edges meet', () => {
    const cube = cubeCameras([1, 2, 1.5], 64, 0.3)
    const ray = (camera: Camera, x: number, y: number) => {
      const rays = new Float32Array(6)
      createAim(camera)(x, y, rays, 0)
      return [...rays.subarray(3)]
    }
    const same = (a: number[], b: number[]) => {
      for (let k = 0; k < 3; k++) expect(a[k]).toBeCloseTo(b[k]!, 5)
    }
    same(ray(cube.front, 64, 20), ray(cube.right, 0, 20))
    same(ray(cube.front, 0, 20), ray(cube.left, 64, 20))
    same(ray(cube.front, 12, 0), ray(cube.up, 12, 64))
    same(ray(cube.front, 12, 64), ray(cube.down, 12, 0))
    for (const camera of Object.values(cube)) expect(readCameras(writeCameras([camera])).problems).toEqual([])
  })

  it('keep their projection in the cameras file', () => {
    const file = writeCameras([panoramaCamera('p', [0, 0, 1.5], 256)])
    expect(readCameras(file).cameras[0]).toMatchObject({ projection: 'equirectangular', width: 512, height: 256 })
  })
})

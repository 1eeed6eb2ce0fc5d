import { parseSceneJson } from '@enfilade/language'
import { readScene, type Scene } from '@enfilade/scene'
import { decode } from 'fast-png'
import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { buildTraceScene } from '../../scene/build-trace-scene.ts'
import { createRayCaster } from '../../trace/create-ray-caster.ts'
import type { Camera, View } from '../camera.ts'
import { lookAt } from '../cameras/aim-camera.ts'
import { readCameras } from '../cameras/read-cameras.ts'
import { drawGeometry } from '../draw-rows.ts'
import { interiorGsFolder } from './interiorgs-folder.ts'
import { type FolderFile, spatialGenFolder } from './spatialgen-folder.ts'

/** A room of 4 by 3 m with a window, and a sofa turned by a quarter. */
function room(): Scene {
  const polygon = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ]
  const { document } = parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'l', elevation: 0, height: 2.6 }],
    rooms: [{ id: 'r', level: 'l', type: 'living_room', name: 'r', polygon }],
    openings: [{ id: 'w', kind: 'window', center: [2, 3.06, 1.6], width: 1.6, height: 1.4, swing: 'none' }],
    objects: [
      {
        id: 's',
        category: 'sofa',
        label: 's',
        center: [0.45, 1.5, 0.4],
        yaw: Math.PI / 2,
        size: [2, 0.9, 0.8],
        mount: 'floor',
      },
    ],
  })
  return readScene(document)
}

const scene = room()
const text = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes))
const camera = lookAt('front', [3.5, 0.5, 1.4], [0.45, 1.5, 0.4], { width: 96, height: 64, fov: 1.3 })

async function render(of: Camera): Promise<View> {
  const trace = buildTraceScene(scene)
  const count = of.width * of.height
  const view = {
    depth: new Float32Array(count),
    normal: new Float32Array(count * 3),
    semantic: new Uint8Array(count),
  }
  drawGeometry({ scene: trace, caster: createRayCaster(trace) }, of, [0, of.height], view)
  return { width: of.width, height: of.height, color: new Float32Array(count * 3).fill(0.5), ...view }
}

async function spatialGen(): Promise<Map<string, FolderFile>> {
  const files = new Map<string, FolderFile>()
  const toPicture = (color: Float32Array) => Uint8Array.from(color, (value) => value * 255)
  for await (const file of spatialGenFolder(scene, [camera], { render, toPicture })) files.set(file.path, file)
  return files
}

describe('a SpatialGen folder', async () => {
  const files = await spatialGen()
  const bytes = (path: string) => files.get(path)!.bytes
  const jpg = (path: string) => jpeg.decode(bytes(path), { useTArray: true, formatAsRGBA: false })

  it('has the files of the layout', () => {
    expect([...files.keys()]).toEqual([
      'cameras.json',
      'room_layout.json',
      'labels.json',
      'rgb/frame_front.jpg',
      'semantic/frame_front.jpg',
      'normal/frame_front.jpg',
      'depth/frame_front.png',
      'layout_semantic/frame_front.jpg',
      'layout_depth/frame_front.png',
      'condition/frame_front.jpg',
    ])
    expect(readCameras(text(bytes('cameras.json'))).cameras).toHaveLength(1)
    expect(text(bytes('labels.json'))).toHaveLength(62)
  })

  it('gives walls in millimetres, boxes in metres', () => {
    const { floor, ceil, bboxes } = text(bytes('room_layout.json'))
    expect(floor).toHaveLength(4)
    expect(floor[0]).toEqual({ start: { x: 0, y: 0, z: 0 }, end: { x: 4000, y: 0, z: 0 } })
    expect(ceil[0].end).toEqual({ x: 4000, y: 0, z: 2600 })
    const sofa = bboxes.find((box: { class: string }) => box.class === 'sofa')
    expect(sofa.size).toEqual([2, 0.9, 0.8])
    // The box's own x runs along the world's y.
    expect(sofa.transform).toEqual([0, -1, 0, 0.45, 1, 0, 0, 1.5, 0, 0, 1, 0.4, 0, 0, 0, 1])
  })

  it('keeps depth in 16-bit millimetres', () => {
    const depth = decode(bytes('depth/frame_front.png'))
    expect([depth.width, depth.height, depth.depth, depth.channels]).toEqual([96, 64, 16, 1])
    const values = [...depth.data]
    expect(Math.min(...values)).toBeGreaterThan(500)
    expect(Math.max(...values)).toBeLessThan(5500)
    const boxes = decode(bytes('layout_depth/frame_front.png'))
    // A box is never behind the thing in it.
    const behind = values.filter((value, i) => boxes.data[i]! > value + 3).length
    expect(behind).toBeLessThan(values.length * 0.02)
  })

  it('paints labels in the palette’s colours', () => {
    for (const folder of ['semantic', 'layout_semantic']) {
      const { data } = jpg(`${folder}/frame_front.jpg`)
      const middle = (32 * 96 + 48) * 3
      for (const [k, value] of [11, 102, 255].entries()) expect(Math.abs(data[middle + k]! - value)).toBeLessThan(12)
    }
  })

  it('draws the wireframe where the boxes are', () => {
    const { data } = jpg('condition/frame_front.jpg')
    const lit = Array.from({ length: 96 * 64 }, (_, i) => data[i * 3]! + data[i * 3 + 1]! + data[i * 3 + 2]! > 150)
    const share = lit.filter(Boolean).length / lit.length
    expect(share).toBeGreaterThan(0.04)
    expect(share).toBeLessThan(0.5)
  })

  it('is the same bytes for the same scene', async () => {
    expect(await spatialGen()).toEqual(files)
  })
})

describe('an InteriorGS folder', () => {
  const { instances } = buildTraceScene(scene)
  const files = new Map(
    interiorGsFolder(scene, { gaussians: new Uint8Array([1]), instances }).map(({ path, bytes }) => [path, bytes]),
  )

  it('names every instance by the id that its gaussians have', () => {
    const labels = text(files.get('labels.json')!) as {
      ins_id: string
      label: string
      bounding_box?: { x: number }[]
    }[]
    expect(labels.map(({ ins_id }) => Number(ins_id))).toEqual(instances.map((_, index) => index + 1))
    const sofa = labels.find(({ label }) => label === 'sofa')!
    expect(instances[Number(sofa.ins_id) - 1]!.category).toBe('sofa')
    expect(sofa.bounding_box).toHaveLength(8)
    expect(Math.max(...sofa.bounding_box!.map(({ x }) => x))).toBeCloseTo(0.9)
    expect(labels.find(({ label }) => label === 'wall')!.bounding_box).toBeUndefined()
  })

  it('maps free floor, things and the unknown', () => {
    const frame = text(files.get('occupancy.json')!)
    const { data, width } = decode(files.get('occupancy.png')!)
    const at = (x: number, y: number) => {
      const column = Math.floor((x - frame.lower[0]) / frame.scale)
      const row = Math.floor((y - frame.lower[1]) / frame.scale)
      return data[row * width + column]
    }
    expect(width).toBe(1024)
    expect(at(3, 1)).toBe(255)
    expect(at(0.45, 1.5)).toBe(0)
    expect(at(2, -0.06)).toBe(0)
    expect(at(4.4, -0.4)).toBe(127)
  })

  it('tells rooms, walls, holes and things', () => {
    const { rooms, walls, holes, ins } = text(files.get('structure.json')!)
    expect(rooms).toEqual([
      {
        profile: [
          [0, 0],
          [4, 0],
          [4, 3],
          [0, 3],
        ],
        room_type: 'living_room',
      },
    ])
    expect(walls).toHaveLength(4)
    expect(holes[0]).toMatchObject({ type: 'WINDOW', thickness: 0.12 })
    expect(holes[0].profile[2]).toEqual([expect.closeTo(1.2, 5), 3.06, 2.3])
    expect(ins[0]).toMatchObject({ label: 'sofa', size: [0.9, 2, 0.8] })
  })
})

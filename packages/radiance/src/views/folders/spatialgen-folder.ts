import type { Id, Scene } from '@enfilade/scene'
import { buildTraceScene } from '../../scene/build-trace-scene.ts'
import { semanticPalette } from '../../scene/semantic-palette.ts'
import { createRayCaster } from '../../trace/create-ray-caster.ts'
import type { Camera, View } from '../camera.ts'
import { writeCameras } from '../cameras/write-cameras.ts'
import { drawGeometry } from '../draw-rows.ts'
import { depthMillimetres, needChannel, normalColors, semanticColors } from './channel-pixels.ts'
import { drawWireframe } from './draw-wireframe.ts'
import { greyPngOf, jpegOf } from './encode-picture.ts'
import { roomLayout } from './room-layout.ts'

/** A file of a folder that is being written. */
export type FolderFile = { readonly path: string; readonly bytes: Uint8Array }

export type SpatialGenOptions = {
  /** Absent: the first level that has rooms. */
  readonly level?: Id
  /** Renders colour, depth, normal and semantic channels of a camera. */
  readonly render: (camera: Camera) => Promise<View>
  /** Brings a view's colour to a display: three bytes a pixel. */
  readonly toPicture: (color: Float32Array) => Uint8Array
}

/** Depth is cut here in these folders, metres. */
const FARTHEST = 12.5

/**
 * The files of a scene folder in the layout of SpatialGen, one after another as they are rendered: `cameras.json`,
 * `room_layout.json`, `labels.json` (the label map: name and colour), and per camera `rgb`, `semantic`, `normal`, `depth`,
 * `layout_semantic`, `layout_depth` (items as boxes) and `condition` (their wireframe).
 */
export async function* spatialGenFolder(
  scene: Scene,
  cameras: readonly Camera[],
  options: SpatialGenOptions,
): AsyncGenerator<FolderFile> {
  const level = options.level ?? levelWithRooms(scene)
  yield { path: 'cameras.json', bytes: utf8(writeCameras(cameras)) }
  yield { path: 'room_layout.json', bytes: json(roomLayout(scene, level)) }
  yield { path: 'labels.json', bytes: json(semanticPalette.map(({ label, rgb }, id) => ({ id: id + 1, label, rgb }))) }
  const layout = buildTraceScene(scene, { level, boxes: true })
  const open = { scene: layout, caster: createRayCaster(layout) }
  for (const camera of cameras) {
    const { id, width, height } = camera
    const view = await options.render(camera)
    const jpg = (folder: string, rgb: Uint8Array): FolderFile => ({
      path: `${folder}/frame_${id}.jpg`,
      bytes: jpegOf(width, height, rgb),
    })
    const png = (folder: string, depth: Float32Array): FolderFile => ({
      path: `${folder}/frame_${id}.png`,
      bytes: greyPngOf(width, height, depthMillimetres(depth, FARTHEST)),
    })
    yield jpg('rgb', options.toPicture(needChannel(view, 'color')))
    yield jpg('semantic', semanticColors(needChannel(view, 'semantic')))
    yield jpg('normal', normalColors(needChannel(view, 'normal')))
    yield png('depth', needChannel(view, 'depth'))
    const boxes = { depth: new Float32Array(width * height), semantic: new Uint8Array(width * height) }
    drawGeometry(open, camera, [0, height], boxes)
    yield jpg('layout_semantic', semanticColors(boxes.semantic))
    yield png('layout_depth', boxes.depth)
    yield jpg('condition', drawWireframe(scene, level, camera))
  }
}

export function levelWithRooms(scene: Scene): Id {
  const level = scene.levels.find(({ id }) => scene.rooms.some((room) => room.level === id)) ?? scene.levels[0]
  return level?.id ?? ''
}

export function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, undefined, 1)}\n`)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

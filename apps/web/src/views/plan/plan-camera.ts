import type { Point2 } from '@enfilade/scene'
import { type Accessor, createSignal } from 'solid-js'

/**
 * The plan's camera: which plan point is in the middle, and how many pixels a metre has. Numbers are mutated in place;
 * panning and zooming allocate nothing.
 */
export type PlanCamera = {
  x: number
  y: number
  /** Pixels per metre. */
  scale: number
  width: number
  height: number
}

export const scaleRange = { min: 4, max: 1200 }
/** No plan lies farther out than this, metres: a camera beyond would never find home. */
const farthest = 2000

export function createCamera(): PlanCamera {
  return { x: 0, y: 0, scale: 60, width: 800, height: 600 }
}

export function panCamera(camera: PlanCamera, dx: number, dy: number): void {
  camera.x = clampFar(camera.x - dx / camera.scale)
  camera.y = clampFar(camera.y + dy / camera.scale)
}

/** Zooms so that the plan point under a pixel stays there. */
export function zoomCamera(camera: PlanCamera, factor: number, px: number, py: number): void {
  const next = Math.min(Math.max(camera.scale * factor, scaleRange.min), scaleRange.max)
  const inverse = 1 / camera.scale - 1 / next
  camera.x = clampFar(camera.x + (px - camera.width / 2) * inverse)
  camera.y = clampFar(camera.y - (py - camera.height / 2) * inverse)
  camera.scale = next
}

function clampFar(value: number): number {
  return Math.min(Math.max(value, -farthest), farthest)
}

export function toPlan(camera: PlanCamera, px: number, py: number): Point2 {
  return [camera.x + (px - camera.width / 2) / camera.scale, camera.y - (py - camera.height / 2) / camera.scale]
}

export function toScreen(camera: PlanCamera, point: Point2): Point2 {
  return [
    camera.width / 2 + (point[0] - camera.x) * camera.scale,
    camera.height / 2 - (point[1] - camera.y) * camera.scale,
  ]
}

export type PlanBounds = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }

/** Shows bounds whole, with `padding` pixels around; things smaller than `closest` metres are not blown up. */
export function fitCamera(camera: PlanCamera, bounds: PlanBounds, padding: number, closest = 2): void {
  const width = Math.max(bounds.maxX - bounds.minX, closest)
  const height = Math.max(bounds.maxY - bounds.minY, closest)
  const scale = Math.min((camera.width - 2 * padding) / width, (camera.height - 2 * padding) / height)
  camera.scale = Math.min(Math.max(scale, scaleRange.min), scaleRange.max)
  camera.x = (bounds.minX + bounds.maxX) / 2
  camera.y = (bounds.minY + bounds.maxY) / 2
}

export type PlanCameraState = {
  readonly camera: PlanCamera
  /** Pixels per metre, for what keeps its size on screen. Changes with zoom only, never with panning. */
  readonly scale: Accessor<number>
  /** Ticks with every move; only few small things (the overlay's text field) listen. */
  readonly moved: Accessor<number>
  /** Puts the camera's numbers into force. */
  update(): void
  attach(root: SVGGElement): void
  onUpdate(listener: () => void): void
}

/** Keeps an SVG group in step with a camera, through SVG's own transform objects: no strings, no garbage. */
export function createPlanCamera(): PlanCameraState {
  const camera = createCamera()
  const [scale, setScale] = createSignal(camera.scale)
  const [moved, setMoved] = createSignal(0)
  const listeners: (() => void)[] = []
  let translate: SVGTransform | undefined
  let zoom: SVGTransform | undefined
  let ticks = 0

  const update = () => {
    translate?.setTranslate(camera.width / 2 - camera.x * camera.scale, camera.height / 2 + camera.y * camera.scale)
    zoom?.setScale(camera.scale, -camera.scale)
    setScale(camera.scale)
    setMoved(++ticks)
    for (let i = 0; i < listeners.length; i++) listeners[i]!()
  }
  return {
    camera,
    scale,
    moved,
    update,
    attach(root) {
      const svg = root.ownerSVGElement!
      translate = svg.createSVGTransform()
      zoom = svg.createSVGTransform()
      const list = root.transform.baseVal
      list.clear()
      // The list may copy what it is given; the entries it holds are the live ones.
      translate = list.appendItem(translate)
      zoom = list.appendItem(zoom)
      update()
    },
    onUpdate: (listener) => listeners.push(listener),
  }
}

import { type Id, itemFootprint, type Point2, type Scene, type SceneItem } from '@enfilade/scene'
import { Group } from 'three'
import { LineMaterial } from 'three/addons/lines/LineMaterial.js'
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js'
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js'

/** Line segments around a thing, x, y, z per end: what a selection draws. */
export function outlineOf(scene: Scene, id: Id): number[] {
  const thing = scene.byId.get(id)
  if (!thing) return []
  if ('worldPose' in thing) return itemOutline(thing)
  if ('along' in thing) {
    const half = thing.width / 2
    const thick = thing.wallThickness / 2
    const [dx, dy] = thing.direction
    const ring = (
      [
        [-half, -thick],
        [half, -thick],
        [half, thick],
        [-half, thick],
      ] as const
    ).map(([u, v]): Point2 => [thing.center[0] + dx * u - dy * v, thing.center[1] + dy * u + dx * v])
    return prismOutline(ring, thing.sill, thing.sill + thing.height)
  }
  if ('outline' in thing) return prismOutline(thing.outline, 0, thing.resolvedHeight)
  return loop(thing.polygon, 0.012)
}

export function itemOutline(item: SceneItem): number[] {
  const z = item.worldPose.z
  return prismOutline(itemFootprint(item), z + 0.004, z + item.size[2])
}

function loop(ring: readonly Point2[], z: number): number[] {
  const segments: number[] = []
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    segments.push(a[0], a[1], z, b[0], b[1], z)
  }
  return segments
}

function prismOutline(ring: readonly Point2[], bottom: number, top: number): number[] {
  const segments = [...loop(ring, bottom), ...loop(ring, top)]
  // Many-sided outlines (arcs) would be a fence of uprights.
  if (ring.length <= 8) for (const p of ring) segments.push(p[0], p[1], bottom, p[0], p[1], top)
  return segments
}

export type LineStyle = {
  readonly color: string
  readonly widthPx: number
  readonly dashed?: boolean
  readonly opacity?: number
}

/** Sets of lines over the picture, each with its own style; `set` replaces one. */
export type LineOverlay = {
  readonly root: Group
  set(key: string, segments: readonly number[], style: LineStyle): void
  keep(keys: ReadonlySet<string>): void
  dispose(): void
}

type Line = { readonly object: LineSegments2; readonly material: LineMaterial; signature: string }

export function createLineOverlay(): LineOverlay {
  const root = new Group()
  const lines = new Map<string, Line>()
  const remove = (key: string, line: Line) => {
    root.remove(line.object)
    line.object.geometry.dispose()
    line.material.dispose()
    lines.delete(key)
  }
  return {
    root,
    set(key, segments, style) {
      const signature = JSON.stringify([segments, style])
      const known = lines.get(key)
      if (known?.signature === signature) return
      if (known) remove(key, known)
      if (segments.length === 0) return
      const geometry = new LineSegmentsGeometry()
      geometry.setPositions(Float32Array.from(segments))
      const material = new LineMaterial({
        color: style.color,
        linewidth: style.widthPx,
        transparent: true,
        opacity: style.opacity ?? 1,
        depthTest: false,
        dashed: style.dashed ?? false,
        dashSize: 0.08,
        gapSize: 0.05,
        toneMapped: false,
      })
      const object = new LineSegments2(geometry, material)
      if (style.dashed) object.computeLineDistances()
      object.renderOrder = 20
      object.frustumCulled = false
      object.raycast = () => {}
      root.add(object)
      lines.set(key, { object, material, signature })
    },
    keep(keys) {
      for (const [key, line] of lines) if (!keys.has(key)) remove(key, line)
    },
    dispose() {
      for (const [key, line] of lines) remove(key, line)
    },
  }
}

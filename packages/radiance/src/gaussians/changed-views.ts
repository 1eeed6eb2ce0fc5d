import type { TraceScene } from '../scene/trace-scene.ts'
import type { Camera } from '../views/camera.ts'
import type { Standing } from './walkable.ts'

type Box = { readonly min: number[]; readonly max: number[] }

/** Boxes of what two versions of a space do not share, as it was and as it is. */
export function changedBoxes(before: TraceScene, after: TraceScene): Box[] {
  const old = describe(before)
  const current = describe(after)
  const boxes: Box[] = []
  for (const [id, { text, box }] of old) if (current.get(id)?.text !== text) boxes.push(box)
  for (const [id, { text, box }] of current) if (old.get(id)?.text !== text) boxes.push(box)
  return boxes
}

function describe(scene: TraceScene): Map<string, { text: string; box: Box }> {
  const found = new Map<string, { text: string; box: Box }>()
  for (const { id, firstTriangle, triangleCount } of scene.instances) {
    const box: Box = { min: [Infinity, Infinity, Infinity], max: [-Infinity, -Infinity, -Infinity] }
    let sum = 0
    const materials = new Set<number>()
    for (let t = firstTriangle; t < firstTriangle + triangleCount; t++) {
      materials.add(scene.triangleMaterial[t]!)
      for (let k = 0; k < 3; k++) {
        const v = 3 * scene.indices[3 * t + k]!
        for (let axis = 0; axis < 3; axis++) {
          const value = scene.positions[v + axis]!
          box.min[axis] = Math.min(box.min[axis]!, value)
          box.max[axis] = Math.max(box.max[axis]!, value)
          sum = Math.imul(sum ^ Math.round(value * 2000), 0x01000193)
        }
      }
    }
    const looks = [...materials].map((material) => JSON.stringify(scene.materials[material]))
    found.set(id, { text: `${triangleCount} ${sum} ${looks.join(' ')}`, box })
  }
  return found
}

/** Cameras that look at any of some boxes, those that see them largest first; none from where nobody can stand any more. */
export function camerasTowards(
  cameras: readonly Camera[],
  boxes: readonly Box[],
  standings: readonly Standing[],
  most: number,
): Camera[] {
  return cameras
    .filter((camera) =>
      standings.some(({ foot }) => Math.hypot(foot[0] - camera.pose[3]!, foot[1] - camera.pose[7]!) < 0.2),
    )
    .map((camera) => ({ camera, size: boxes.reduce((sum, box) => sum + sizeIn(camera, box), 0) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
    .map(({ camera }) => camera)
}

/** Roughly the solid angle of a box; 0 where its middle lies outside the picture. */
function sizeIn({ pose, intrinsic, width, height }: Camera, { min, max }: Box): number {
  const middle = [0, 1, 2].map((k) => (min[k]! + max[k]!) / 2)
  const d = middle.map((value, k) => value - pose[4 * k + 3]!)
  const [x, y, z] = [0, 1, 2].map((axis) => d[0]! * pose[axis]! + d[1]! * pose[4 + axis]! + d[2]! * pose[8 + axis]!)
  if (z! < 0.1) return 0
  const px = (intrinsic[0]! * x!) / z! + intrinsic[2]!
  const py = (intrinsic[4]! * y!) / z! + intrinsic[5]!
  if (px < 0 || py < 0 || px > width || py > height) return 0
  return Math.hypot(max[0]! - min[0]!, max[1]! - min[1]!, max[2]! - min[2]!) / Math.hypot(...d)
}

import type { Kind, MeshPart } from '@enfilade/catalogue'

/** A picture as a canvas takes it: RGBA rows from the top, straight alpha. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }

/** Seen from the front left and above, as things are shown in a shop. */
const azimuth = 0.6
const elevation = 0.46
/** Towards the light: from the upper left front. */
const light = [-0.45, -0.6, 0.66] as const
const ambient = 0.66
const direct = 0.46
/** Room around the thing, as a share of its larger side. */
const margin = 0.06
const shadowAlpha = 34

type View = { readonly right: readonly number[]; readonly up: readonly number[]; readonly away: readonly number[] }

function createView(): View {
  const [sinA, cosA, sinE, cosE] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)]
  return {
    right: [cosA, -sinA, 0],
    up: [sinA * sinE, cosA * sinE, cosE],
    away: [sinA * cosE, cosA * cosE, -sinE],
  }
}

const dot = (a: readonly number[], x: number, y: number, z: number) => a[0]! * x + a[1]! * y + a[2]! * z

type Frame = { readonly minU: number; readonly maxV: number; readonly scale: number }

function fitFrame(parts: readonly MeshPart[], view: View, size: number): Frame {
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { positions } of parts) {
    for (let i = 0; i < positions.length; i += 3) {
      const u = dot(view.right, positions[i]!, positions[i + 1]!, positions[i + 2]!)
      const v = dot(view.up, positions[i]!, positions[i + 1]!, positions[i + 2]!)
      if (u < minU) minU = u
      if (u > maxU) maxU = u
      if (v < minV) minV = v
      if (v > maxV) maxV = v
    }
  }
  const extent = Math.max(maxU - minU, maxV - minV, 0.01) * (1 + 2 * margin)
  return { minU: (minU + maxU - extent) / 2, maxV: (minV + maxV + extent) / 2, scale: size / extent }
}

/** The thing's outline on the floor, a little beyond it, as a soft dark patch. */
function paintShadow(kind: Kind, view: View, frame: Frame, picture: Picture): void {
  if (kind.mount === 'wall' || kind.mount === 'ceiling') return
  const [width, depth] = kind.size.typical
  const soft = Math.max(width, depth) * 0.09
  const { width: size, data } = picture
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      // The floor point under this pixel: z = 0, so u and v give x and y.
      const u = frame.minU + (column + 0.5) / frame.scale
      const v = frame.maxV - (row + 0.5) / frame.scale
      const along = v / Math.sin(elevation)
      const x = u * view.right[0]! + along * Math.sin(azimuth)
      const y = u * view.right[1]! + along * Math.cos(azimuth)
      const outside = Math.hypot(
        Math.max(0, Math.abs(x) - width / 2 + soft / 2),
        Math.max(0, Math.abs(y) - depth / 2 + soft / 2),
      )
      const share = Math.max(0, 1 - outside / (1.5 * soft))
      const at = (row * size + column) * 4
      data[at] = 50
      data[at + 1] = 40
      data[at + 2] = 25
      data[at + 3] = shadowAlpha * share * share
    }
  }
}

function paintPart(part: MeshPart, view: View, frame: Frame, picture: Picture, nearest: Float32Array): void {
  const { positions, normals, indices } = part
  const { width: size, data } = picture
  const color = Number.parseInt(part.color.slice(1), 16)
  const rgb = [(color >> 16) & 255, (color >> 8) & 255, color & 255]
  const count = positions.length / 3
  const [us, vs, ds, shades] = [0, 1, 2, 3].map(() => new Float32Array(count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [positions[i * 3]!, positions[i * 3 + 1]!, positions[i * 3 + 2]!]
    us[i] = (dot(view.right, x, y, z) - frame.minU) * frame.scale
    vs[i] = (frame.maxV - dot(view.up, x, y, z)) * frame.scale
    ds[i] = dot(view.away, x, y, z)
    const lit = Math.max(0, dot(light, normals[i * 3]!, normals[i * 3 + 1]!, normals[i * 3 + 2]!))
    shades[i] = part.emissive ? 1.08 : ambient + direct * lit
  }
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!]
    const [ua, va, ub, vb, uc, vc] = [us[a]!, vs[a]!, us[b]!, vs[b]!, us[c]!, vs[c]!]
    const area = (ub - ua) * (vc - va) - (vb - va) * (uc - ua)
    // Screen v points down, so what faces us is negative there.
    if (area >= -1e-9) continue
    const firstRow = Math.max(0, Math.floor(Math.min(va, vb, vc)))
    const lastRow = Math.min(size - 1, Math.ceil(Math.max(va, vb, vc)))
    const firstColumn = Math.max(0, Math.floor(Math.min(ua, ub, uc)))
    const lastColumn = Math.min(size - 1, Math.ceil(Math.max(ua, ub, uc)))
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const [u, v] = [column + 0.5, row + 0.5]
        const weightB = ((u - ua) * (vc - va) - (v - va) * (uc - ua)) / area
        const weightC = ((ub - ua) * (v - va) - (vb - va) * (u - ua)) / area
        const weightA = 1 - weightB - weightC
        if (weightA < 0 || weightB < 0 || weightC < 0) continue
        const depth = weightA * ds[a]! + weightB * ds[b]! + weightC * ds[c]!
        const pixel = row * size + column
        if (depth >= nearest[pixel]!) continue
        nearest[pixel] = depth
        const shade = weightA * shades[a]! + weightB * shades[b]! + weightC * shades[c]!
        data[pixel * 4] = rgb[0]! * shade
        data[pixel * 4 + 1] = rgb[1]! * shade
        data[pixel * 4 + 2] = rgb[2]! * shade
        data[pixel * 4 + 3] = 255
      }
    }
  }
}

/** Draws a kind at its typical size with a depth buffer: no canvas, no GPU. @param size Pixels a side. */
export function rasterKind(kind: Kind, size: number): Picture {
  const picture = { width: size, height: size, data: new Uint8ClampedArray(size * size * 4) }
  const parts = kind.build({ size: kind.size.typical, states: { on: true } })
  if (parts.length === 0) return picture
  const view = createView()
  const frame = fitFrame(parts, view, size)
  paintShadow(kind, view, frame, picture)
  const nearest = new Float32Array(size * size).fill(Infinity)
  for (const part of parts) paintPart(part, view, frame, picture, nearest)
  return picture
}

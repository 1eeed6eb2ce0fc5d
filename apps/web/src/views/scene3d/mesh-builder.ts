import { triangulate } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import { BufferAttribute, BufferGeometry } from 'three'

/** Collects triangles of flat faces by material name and turns them into one geometry per name. UVs are metres. */
export type MeshBuilder = {
  /** A flat face through four corners, counter-clockwise seen from outside. */
  quad(material: string, corners: readonly (readonly [number, number, number])[], uvs: readonly Point2[]): void
  /** A level polygon; `up` false: seen from below. */
  cap(material: string, ring: readonly Point2[], holes: readonly (readonly Point2[])[], z: number, up: boolean): void
  /** An upright or level box in a frame: origin, unit x direction in the plan, extents along x, y (left), z. */
  box(material: string, frame: Frame, x: Span, y: Span, z: Span): void
  build(): Map<string, BufferGeometry>
}

export type Span = readonly [from: number, to: number]
export type Frame = { readonly origin: Point2; readonly along: Point2 }

type Part = { positions: number[]; normals: number[]; uvs: number[]; indices: number[] }

export function createMeshBuilder(): MeshBuilder {
  const parts = new Map<string, Part>()
  const partOf = (material: string): Part => {
    let part = parts.get(material)
    if (!part) {
      part = { positions: [], normals: [], uvs: [], indices: [] }
      parts.set(material, part)
    }
    return part
  }

  const builder: MeshBuilder = {
    quad(material, corners, uvs) {
      const part = partOf(material)
      const a = corners[0]!
      const b = corners[1]!
      const d = corners[3]!
      const ux = b[0] - a[0]
      const uy = b[1] - a[1]
      const uz = b[2] - a[2]
      const vx = d[0] - a[0]
      const vy = d[1] - a[1]
      const vz = d[2] - a[2]
      let nx = uy * vz - uz * vy
      let ny = uz * vx - ux * vz
      let nz = ux * vy - uy * vx
      const length = Math.hypot(nx, ny, nz)
      if (length < 1e-12) return
      nx /= length
      ny /= length
      nz /= length
      const first = part.positions.length / 3
      for (let i = 0; i < 4; i++) {
        part.positions.push(...corners[i]!)
        part.normals.push(nx, ny, nz)
        part.uvs.push(uvs[i]![0], uvs[i]![1])
      }
      part.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    },
    cap(material, ring, holes, z, up) {
      const part = partOf(material)
      const first = part.positions.length / 3
      for (const point of [ring, ...holes].flat()) {
        part.positions.push(point[0], point[1], z)
        part.normals.push(0, 0, up ? 1 : -1)
        part.uvs.push(point[0], point[1])
      }
      const indices = triangulate(ring, holes)
      for (let i = 0; i + 2 < indices.length; i += 3) {
        const a = first + indices[i]!
        const b = first + indices[i + 1]!
        const c = first + indices[i + 2]!
        if (isCounterClockwise(part.positions, a, b, c) === up) part.indices.push(a, b, c)
        else part.indices.push(a, c, b)
      }
    },
    box(material, frame, x, y, z) {
      const at = (u: number, v: number, w: number): [number, number, number] => [
        frame.origin[0] + frame.along[0] * u - frame.along[1] * v,
        frame.origin[1] + frame.along[1] * u + frame.along[0] * v,
        w,
      ]
      const [x0, x1] = x
      const [y0, y1] = y
      const [z0, z1] = z
      const side = (a: Point2, b: Point2, length: number) =>
        builder.quad(
          material,
          [at(a[0], a[1], z0), at(b[0], b[1], z0), at(b[0], b[1], z1), at(a[0], a[1], z1)],
          // u runs along the longer side, so that wood grain does.
          z1 - z0 > length
            ? [
                [z0, 0],
                [z0, length],
                [z1, length],
                [z1, 0],
              ]
            : [
                [0, z0],
                [length, z0],
                [length, z1],
                [0, z1],
              ],
        )
      side([x0, y0], [x1, y0], x1 - x0)
      side([x1, y0], [x1, y1], y1 - y0)
      side([x1, y1], [x0, y1], x1 - x0)
      side([x0, y1], [x0, y0], y1 - y0)
      const uvs: Point2[] = [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ]
      builder.quad(material, [at(x0, y0, z1), at(x1, y0, z1), at(x1, y1, z1), at(x0, y1, z1)], uvs)
      builder.quad(material, [at(x0, y1, z0), at(x1, y1, z0), at(x1, y0, z0), at(x0, y0, z0)], uvs)
    },
    build() {
      const geometries = new Map<string, BufferGeometry>()
      for (const [material, part] of parts) {
        if (part.indices.length > 0) geometries.set(material, toGeometry(part))
      }
      return geometries
    },
  }
  return builder
}

function isCounterClockwise(p: readonly number[], a: number, b: number, c: number): boolean {
  const abx = p[b * 3]! - p[a * 3]!
  const aby = p[b * 3 + 1]! - p[a * 3 + 1]!
  const acx = p[c * 3]! - p[a * 3]!
  const acy = p[c * 3 + 1]! - p[a * 3 + 1]!
  return abx * acy - aby * acx > 0
}

function toGeometry(part: Part): BufferGeometry {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(part.positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(part.normals), 3))
  geometry.setAttribute('uv', new BufferAttribute(Float32Array.from(part.uvs), 2))
  geometry.setIndex(new BufferAttribute(Uint32Array.from(part.indices), 1))
  geometry.computeBoundingSphere()
  geometry.computeBoundingBox()
  return geometry
}

import type { SurfaceLook } from '@enfilade/catalogue'
import { triangulate } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'

/** The triangles of one look, in plan coordinates, z above the level's floor. */
export type BuildingPart = {
  /** What of the thing it is: `left`, `frame`, `glass`, … */
  readonly name: string
  readonly look: SurfaceLook
  /** x, y, z per vertex, metres. */
  readonly positions: Float32Array
  /** Unit vectors. */
  readonly normals: Float32Array
  /** Metres along the surface; u follows the grain of wood. */
  readonly uvs: Float32Array
  /** Three per triangle, counter-clockwise seen from outside. */
  readonly indices: Uint32Array
}

/** Collects triangles of flat faces by part name and turns them into one mesh per name. UVs are metres. */
export type MeshBuilder = {
  /** A flat face through four corners, counter-clockwise seen from outside. */
  quad(part: string, corners: readonly (readonly [number, number, number])[], uvs: readonly Point2[]): void
  /** A level polygon; `up` false: seen from below. */
  cap(part: string, ring: readonly Point2[], holes: readonly (readonly Point2[])[], z: number, up: boolean): void
  /** An upright sheet in the frame's own vertical plane; it faces to the right of the frame's x, and is seen from both sides. */
  pane(part: string, frame: Frame, x: Span, z: Span): void
  /** An upright or level box in a frame: origin, unit x direction in the plan, extents along x, y (left), z. */
  box(part: string, frame: Frame, x: Span, y: Span, z: Span): void
  /** The parts that have triangles and a look. */
  build(looks: { readonly [part: string]: SurfaceLook }): BuildingPart[]
}

export type Span = readonly [from: number, to: number]
export type Frame = { readonly origin: Point2; readonly along: Point2 }

type Part = { positions: number[]; normals: number[]; uvs: number[]; indices: number[] }

export function createMeshBuilder(): MeshBuilder {
  const parts = new Map<string, Part>()
  const partOf = (name: string): Part => {
    let part = parts.get(name)
    if (!part) {
      part = { positions: [], normals: [], uvs: [], indices: [] }
      parts.set(name, part)
    }
    return part
  }

  const builder: MeshBuilder = {
    quad(name, corners, uvs) {
      const part = partOf(name)
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
    cap(name, ring, holes, z, up) {
      const part = partOf(name)
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
    pane(name, { origin, along }, x, z) {
      const at = (u: number, w: number): [number, number, number] => [
        origin[0] + along[0] * u,
        origin[1] + along[1] * u,
        w,
      ]
      builder.quad(
        name,
        [at(x[0], z[0]), at(x[1], z[0]), at(x[1], z[1]), at(x[0], z[1])],
        [
          [x[0], z[0]],
          [x[1], z[0]],
          [x[1], z[1]],
          [x[0], z[1]],
        ],
      )
    },
    box(name, frame, x, y, z) {
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
          name,
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
      builder.quad(name, [at(x0, y0, z1), at(x1, y0, z1), at(x1, y1, z1), at(x0, y1, z1)], uvs)
      builder.quad(name, [at(x0, y1, z0), at(x1, y1, z0), at(x1, y0, z0), at(x0, y0, z0)], uvs)
    },
    build(looks) {
      const built: BuildingPart[] = []
      for (const [name, part] of parts) {
        const look = looks[name]
        if (look && part.indices.length > 0) built.push(toPart(name, look, part))
      }
      return built
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

function toPart(name: string, look: SurfaceLook, part: Part): BuildingPart {
  return {
    name,
    look,
    positions: Float32Array.from(part.positions),
    normals: Float32Array.from(part.normals),
    uvs: Float32Array.from(part.uvs),
    indices: Uint32Array.from(part.indices),
  }
}

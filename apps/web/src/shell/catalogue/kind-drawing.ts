import type { Kind, MeshPart } from '@enfilade/catalogue'

export type KindDrawing = {
  readonly viewBox: string
  /** From back to front. */
  readonly faces: readonly { readonly path: string; readonly fill: string }[]
  /** Stroke that hides the hairline between neighbouring faces, in drawing units. */
  readonly seam: number
}

/** Seen from the front left and above, as things are shown in a shop. */
const azimuth = -0.62
const elevation = 0.5
/** Towards the light: from the upper left front. */
const light = [-0.42, -0.58, 0.7] as const
/** Facets of one normal are one path; finer differences can't be seen at this size. */
const shadeSteps = 24

const drawings = new Map<string, KindDrawing>()

type Face = { readonly depth: number; readonly path: string; readonly fill: string }

function shadeColor(color: string, shade: number): string {
  const value = Number.parseInt(color.slice(1), 16)
  const channels = [(value >> 16) & 255, (value >> 8) & 255, value & 255]
  const lit = channels.map((channel) => Math.round(Math.min(255, channel * shade + 255 * Math.max(0, shade - 1) * 0.3)))
  return `rgb(${lit.join(' ')})`
}

function collectFaces(part: MeshPart, faces: Face[], points: [number, number][]): void {
  const [sinA, cosA, sinE, cosE] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)]
  const { positions, indices } = part
  const project = (vertex: number) => {
    const [x, y, z] = [positions[vertex * 3]!, positions[vertex * 3 + 1]!, positions[vertex * 3 + 2]!]
    const right = x * cosA - y * sinA
    const away = x * sinA + y * cosA
    return { x: right, y: -(z * cosE + away * sinE), depth: away * cosE - z * sinE, at: [x, y, z] as const }
  }
  for (let index = 0; index < indices.length; index += 3) {
    const [a, b, c] = [project(indices[index]!), project(indices[index + 1]!), project(indices[index + 2]!)]
    // Screen y points down, so faces towards us turn clockwise there.
    if ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) >= 0) continue
    const u = [b.at[0] - a.at[0], b.at[1] - a.at[1], b.at[2] - a.at[2]] as const
    const v = [c.at[0] - a.at[0], c.at[1] - a.at[1], c.at[2] - a.at[2]] as const
    const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]] as const
    const length = Math.hypot(...normal) || 1
    const lit = (normal[0] * light[0] + normal[1] * light[1] + normal[2] * light[2]) / length
    const shade = 0.62 + 0.44 * Math.max(0, Math.round(lit * shadeSteps) / shadeSteps)
    const points3 = [a, b, c]
    points.push(...points3.map((point): [number, number] => [point.x, point.y]))
    faces.push({
      depth: (a.depth + b.depth + c.depth) / 3,
      path: `M${points3.map((point) => `${point.x.toFixed(3)} ${point.y.toFixed(3)}`).join('L')}Z`,
      fill: shadeColor(part.color, shade),
    })
  }
}

/** Joins runs of faces of one fill, so that the drawing stays a few dozen elements. */
function joinFaces(faces: readonly Face[]): { path: string; fill: string }[] {
  const joined: { path: string; fill: string }[] = []
  for (const face of faces) {
    const last = joined.at(-1)
    if (last?.fill === face.fill) last.path += face.path
    else joined.push({ path: face.path, fill: face.fill })
  }
  return joined
}

/** Draws a kind at its typical size by the painter's algorithm; drawn once, then remembered. */
export function drawKind(kind: Kind): KindDrawing {
  const known = drawings.get(kind.id)
  if (known) return known
  const faces: Face[] = []
  const points: [number, number][] = []
  for (const part of kind.build({ size: kind.size.typical })) collectFaces(part, faces, points)
  faces.sort((a, b) => b.depth - a.depth)
  const [width, depth] = kind.size.typical
  if (points.length === 0) points.push([-width / 2, -depth / 2], [width / 2, depth / 2])
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const extent = Math.max(maxX - minX, maxY - minY, 0.01) * 1.12
  const viewBox = [(minX + maxX - extent) / 2, (minY + maxY - extent) / 2, extent, extent]
  const drawing = {
    viewBox: viewBox.map((value) => value.toFixed(3)).join(' '),
    faces: joinFaces(faces),
    seam: extent / 400,
  }
  drawings.set(kind.id, drawing)
  return drawing
}

/** Small scenes for tests and benchmarks. */
import type { SurfaceMaterial, TraceScene } from '../scene/trace-scene.ts'

const GREY: SurfaceMaterial = {
  albedo: [0.5, 0.5, 0.5],
  roughness: 1,
  metalness: 0,
  transmission: 0,
  pattern: 'none',
  patternScale: 1,
  emission: [0, 0, 0],
}

/** 0 … 1; 32-bit linear congruential, so that tests repeat. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** @param triangles Nine numbers each. @param transmission Of all of them. */
export function trianglesScene(triangles: readonly (readonly number[])[], transmission: number): TraceScene {
  const positions = Float32Array.from(triangles.flat())
  return finish(
    positions,
    Uint32Array.from({ length: 3 * triangles.length }, (_, index) => index),
    [{ ...GREY, transmission }],
  )
}

/** Nine numbers a triangle: the six faces of a room with one corner at the origin. */
export function boxTriangles(x: number, y: number, z: number): number[][] {
  const corner = (bits: number) => [bits & 1 ? x : 0, bits & 2 ? y : 0, bits & 4 ? z : 0]
  const faces = [0o0231, 0o4576, 0o0154, 0o2673, 0o0462, 0o1375]
  return faces.flatMap((face) => {
    const [a, b, c, d] = [9, 6, 3, 0].map((shift) => corner((face >> shift) & 7))
    return [
      [...a!, ...b!, ...c!],
      [...a!, ...c!, ...d!],
    ]
  })
}

/** Spheres within a large one, every tenth sphere of glass. @param rings Of each sphere; 2 · rings² triangles. */
export function spheresScene(count: number, rings: number): TraceScene {
  const random = createRandom(1)
  const positions: number[] = []
  const indices: number[] = []
  const materials: number[] = []
  const addSphere = (radius: number, centre: readonly number[], material: number) => {
    const base = positions.length / 3
    for (let ring = 0; ring <= rings; ring++) {
      for (let step = 0; step <= rings; step++) {
        const [latitude, longitude] = [(Math.PI * ring) / rings, (2 * Math.PI * step) / rings]
        const unit = [
          Math.sin(latitude) * Math.cos(longitude),
          Math.sin(latitude) * Math.sin(longitude),
          Math.cos(latitude),
        ]
        positions.push(...unit.map((value, axis) => centre[axis]! + radius * value))
        if (ring === rings || step === rings) continue
        const corner = base + ring * (rings + 1) + step
        indices.push(corner, corner + rings + 1, corner + 1, corner + 1, corner + rings + 1, corner + rings + 2)
        materials.push(material, material)
      }
    }
  }
  addSphere(10, [0, 0, 0], 0)
  for (let sphere = 0; sphere < count; sphere++) {
    const centre = [6 * random() - 3, 6 * random() - 3, 3 * random() - 1.5]
    addSphere(0.2 + 0.3 * random(), centre, sphere % 10 === 1 ? 1 : 0)
  }
  const scene = finish(Float32Array.from(positions), Uint32Array.from(indices), [GREY, { ...GREY, transmission: 0.8 }])
  return { ...scene, triangleMaterial: Uint16Array.from(materials) }
}

/** Rays from random places amid the spheres in random directions, six numbers each. */
export function directionsInside(count: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const rays = new Float32Array(6 * count)
  for (let ray = 0; ray < count; ray++) {
    const [z, turn] = [2 * random() - 1, 2 * Math.PI * random()]
    const flat = Math.sqrt(1 - z * z)
    const from = [6 * random() - 3, 6 * random() - 3, 3 * random() - 1.5]
    rays.set([...from, flat * Math.cos(turn), flat * Math.sin(turn), z], 6 * ray)
  }
  return rays
}

function finish(positions: Float32Array, indices: Uint32Array, materials: SurfaceMaterial[]): TraceScene {
  const triangleCount = indices.length / 3
  return {
    positions,
    normals: new Float32Array(positions.length),
    uvs: new Float32Array((2 * positions.length) / 3),
    indices,
    triangleMaterial: new Uint16Array(triangleCount),
    triangleInstance: new Uint32Array(triangleCount),
    materials,
    instances: [],
    lamps: [],
    portals: [],
    daylight: { sky: { zenith: [0, 0, 0], horizon: [0, 0, 0], ground: [0, 0, 0] } },
    bounds: { min: [-10, -10, -10], max: [10, 10, 10] },
  }
}

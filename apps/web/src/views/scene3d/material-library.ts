import { materials as catalogue, type MaterialName } from '@enfilade/catalogue'
import {
  DataTexture,
  DoubleSide,
  LinearFilter,
  LinearMipmapLinearFilter,
  type Material,
  MeshStandardMaterial,
  RepeatWrapping,
  RGBAFormat,
  SRGBColorSpace,
} from 'three'
import { paintPattern, patternSize, type SurfacePattern } from './patterns.ts'

export type SurfaceLook = {
  readonly material: MaterialName
  /** `#rrggbb`. */
  readonly color: string
  /** Laid as boards or tiles rather than as on furniture. */
  readonly use?: 'floor'
  /** 0 … 1. */
  readonly emissive?: number
}

/** Materials by look, made once each, and the size of their pattern. */
export type MaterialLibrary = {
  get(look: SurfaceLook): Material
  /** Metres per repeat of a look's pattern: UVs in metres are divided by it. */
  patternScale(look: SurfaceLook): number
  dispose(): void
}

/** A pattern's repeat on floors, metres: boards of 12 cm, tiles as the catalogue says but no smaller than a real one. */
const floorScale = { planks: 1.44, tile: 0.6 }

function patternOf(look: SurfaceLook): SurfacePattern | undefined {
  const pattern = catalogue[look.material].pattern
  if (pattern === 'none') return undefined
  return look.use === 'floor' && pattern === 'wood' ? 'planks' : pattern
}

export type MaterialOptions = {
  /** Runs the painting of a pattern when there is time for it; until then its surfaces are plain. */
  readonly schedule: (paint: () => void) => void
}

/** Without options no pattern is ever painted: what a test of objects needs. */
export function createMaterialLibrary(options: MaterialOptions = { schedule: () => {} }): MaterialLibrary {
  const made = new Map<string, Material>()
  const textures = new Map<SurfacePattern, DataTexture>()

  const textureOf = (pattern: SurfacePattern): DataTexture => {
    let texture = textures.get(pattern)
    if (!texture) {
      const fresh = createTexture()
      texture = fresh
      textures.set(pattern, fresh)
      options.schedule(() => {
        // Disposed of meanwhile: the view is gone.
        if (textures.get(pattern) === fresh) paintTexture(fresh, pattern)
      })
    }
    return texture
  }

  return {
    get(look) {
      const key = `${look.material} ${look.color} ${look.use ?? ''} ${look.emissive ?? ''}`
      let material = made.get(key)
      if (!material) {
        const pattern = patternOf(look)
        material = createMaterial(look, pattern && textureOf(pattern))
        made.set(key, material)
      }
      return material
    },
    patternScale(look) {
      const pattern = patternOf(look)
      if (look.use === 'floor' && pattern === 'planks') return floorScale.planks
      if (look.use === 'floor' && pattern === 'tile') return floorScale.tile
      // Weaves finer than two centimetres would only shimmer.
      return (
        Math.max(catalogue[look.material].patternScale, 0.02) * (pattern === 'fabric' || pattern === 'knit' ? 4 : 1)
      )
    },
    dispose() {
      for (const material of made.values()) material.dispose()
      for (const texture of textures.values()) texture.dispose()
      made.clear()
      textures.clear()
    },
  }
}

function createMaterial(look: SurfaceLook, map: DataTexture | undefined): Material {
  const entry = catalogue[look.material] as (typeof catalogue)[MaterialName] & { transmission?: number }
  const material = new MeshStandardMaterial({
    color: look.color,
    roughness: look.use === 'floor' ? Math.max(entry.roughness * 0.85, 0.2) : entry.roughness,
    metalness: entry.metalness,
    map: map ?? null,
    envMapIntensity: entry.metalness > 0.5 ? 1.4 : 1,
  })
  if (entry.transmission) {
    material.transparent = true
    material.opacity = Math.max(0.16, 1 - entry.transmission)
    material.depthWrite = false
    material.side = DoubleSide
    material.envMapIntensity = 1.6
  }
  if (look.emissive) {
    material.emissive.set(look.color)
    material.emissiveIntensity = 2.4 * look.emissive
  }
  return material
}

/** A single light pixel, so that shaders need no second version once the pattern is there. */
function createTexture(): DataTexture {
  const texture = new DataTexture(new Uint8Array([244, 244, 244, 255]), 1, 1, RGBAFormat)
  texture.wrapS = RepeatWrapping
  texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 8
  texture.colorSpace = SRGBColorSpace
  texture.needsUpdate = true
  return texture
}

function paintTexture(texture: DataTexture, pattern: SurfacePattern): void {
  const size = patternSize(pattern)
  const shade = paintPattern(pattern)
  const data = new Uint8Array(size * size * 4)
  for (let i = 0; i < shade.length; i++) {
    const value = shade[i]!
    data[i * 4] = value
    data[i * 4 + 1] = value
    data[i * 4 + 2] = value
    data[i * 4 + 3] = 255
  }
  // Another size means another texture on the GPU.
  texture.dispose()
  texture.image = { data, width: size, height: size }
  texture.needsUpdate = true
}

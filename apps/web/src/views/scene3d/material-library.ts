import {
  materials as catalogue,
  lookPattern,
  lookPatternScale,
  lookRoughness,
  lookTransmission,
  paintPattern,
  patternSize,
  type SurfaceLook,
  type SurfacePattern,
} from '@enfilade/catalogue'
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

/** Materials by look, made once each, and the size of their pattern. */
export type MaterialLibrary = {
  get(look: SurfaceLook): Material
  /** Metres per repeat of a look's pattern: UVs in metres are divided by it. */
  patternScale(look: SurfaceLook): number
  dispose(): void
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
        const pattern = lookPattern(look)
        material = createMaterial(look, pattern && textureOf(pattern))
        made.set(key, material)
      }
      return material
    },
    patternScale: lookPatternScale,
    dispose() {
      for (const material of made.values()) material.dispose()
      for (const texture of textures.values()) texture.dispose()
      made.clear()
      textures.clear()
    },
  }
}

function createMaterial(look: SurfaceLook, map: DataTexture | undefined): Material {
  const entry = catalogue[look.material]
  const transmission = lookTransmission(look)
  const material = new MeshStandardMaterial({
    color: look.color,
    roughness: lookRoughness(look),
    metalness: entry.metalness,
    map: map ?? null,
    envMapIntensity: entry.metalness > 0.5 ? 1.4 : 1,
  })
  if (transmission > 0) {
    material.transparent = true
    material.opacity = Math.max(0.16, 1 - transmission)
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
  const pixels = paintPattern(pattern)
  const data = new Uint8Array(size * size * 4)
  for (let i = 0; i < size * size; i++) {
    for (let channel = 0; channel < 3; channel++) data[i * 4 + channel] = pixels[i * 3 + channel]!
    data[i * 4 + 3] = 255
  }
  // Another size means another texture on the GPU.
  texture.dispose()
  texture.image = { data, width: size, height: size }
  texture.needsUpdate = true
}

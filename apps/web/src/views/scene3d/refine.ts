import {
  FloatType,
  HalfFloatType,
  LinearFilter,
  Mesh,
  NearestFilter,
  OrthographicCamera,
  type PerspectiveCamera,
  PlaneGeometry,
  Scene,
  ShaderMaterial,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three'
import { type Lighting, strengths } from './lighting.ts'
import { sunDirection } from './sky.ts'

/**
 * Makes the picture better while nothing moves: averages many pictures, each with the sun a little elsewhere on its
 * disc and the sky's light from another direction. That gives soft shadows, shade in corners and smooth edges, by the
 * same lights and shadow maps as the moving picture.
 */
export type Refiner = {
  /** The scene or camera changed: start anew with the next `step`. */
  reset(): void
  /** Adds one picture and shows the average. @returns true while there is more to gain. */
  step(walking: boolean): boolean
  resize(width: number, height: number, pixelRatio: number): void
  dispose(): void
}

/** More pictures than this change nothing that an eye could see. */
const sampleCount = 64
/** The average is blended in between these samples, so that the picture settles rather than jumps. */
const fade = { from: 6, to: 34 }
/** Half the angle that the sun seems wide; ten times the real one, for the softness of hazy light. */
const sunSpread = 0.028
/** Part of the ambient light that stays without shadow, standing in for light that walls throw back. */
const ambientShare = { orbit: 0.6, walk: 0.66 }
/** Strength of one sky direction; together they make up for the ambient light taken away. */
const skyStrength = { orbit: 3.7, walk: 2.3 }

const vertexShader = 'varying vec2 vUv; void main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }'

/** Running mean: each picture counts as much as any other. */
const blendShader = `
  uniform sampler2D previous; uniform sampler2D fresh; uniform float share; varying vec2 vUv;
  void main() { gl_FragColor = mix(texture2D(previous, vUv), texture2D(fresh, vUv), share); }`

/** From the first picture to the average, through the same tone mapping as the screen; paper where nothing is. */
const showShader = `
  uniform sampler2D first; uniform sampler2D average; uniform float amount; uniform vec3 paper; varying vec2 vUv;
  void main() {
    vec4 texel = mix(texture2D(first, vUv), texture2D(average, vUv), amount);
    gl_FragColor = vec4(texel.rgb, 1.0);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
    gl_FragColor.rgb += (1.0 - texel.a) * paper;
  }`

export type RefinerPort = {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  /** Lines over the picture: drawn sharp, after it. */
  readonly overlay: Scene
  readonly camera: PerspectiveCamera
  readonly lighting: Lighting
  /** The background, sRGB 0 … 1. */
  readonly paper: readonly [number, number, number]
}

export function createRefiner(port: RefinerPort): Refiner {
  const { renderer, scene, overlay, camera, lighting } = port
  const target = (type: typeof FloatType | typeof HalfFloatType, depth: boolean) =>
    new WebGLRenderTarget(4, 4, { type, depthBuffer: depth, minFilter: NearestFilter, magFilter: NearestFilter })
  const first = new WebGLRenderTarget(4, 4, { type: HalfFloatType, samples: 4, minFilter: LinearFilter })
  const fresh = target(HalfFloatType, true)
  let average = target(FloatType, false)
  let spare = target(FloatType, false)
  const quad = new Mesh(new PlaneGeometry(2, 2))
  quad.frustumCulled = false
  const quadScene = new Scene()
  quadScene.add(quad)
  const quadCamera = new OrthographicCamera()
  const blend = new ShaderMaterial({
    vertexShader,
    fragmentShader: blendShader,
    uniforms: { previous: { value: null }, fresh: { value: null }, share: { value: 1 } },
    depthTest: false,
    toneMapped: false,
  })
  const show = new ShaderMaterial({
    vertexShader,
    fragmentShader: showShader,
    uniforms: {
      first: { value: null },
      average: { value: null },
      amount: { value: 0 },
      paper: { value: new Vector3(...port.paper) },
    },
    depthTest: false,
  })
  const direction = new Vector3()
  let width = 4
  let height = 4
  let index = -1

  const drawTo = (into: WebGLRenderTarget) => {
    renderer.setRenderTarget(into)
    renderer.setClearAlpha(0)
    renderer.clear()
    renderer.render(scene, camera)
    renderer.setClearAlpha(1)
    renderer.setRenderTarget(null)
  }
  const drawQuad = (material: ShaderMaterial, into: WebGLRenderTarget | null) => {
    quad.material = material
    renderer.setRenderTarget(into)
    renderer.render(quadScene, quadCamera)
    renderer.setRenderTarget(null)
  }
  const addSample = (walking: boolean) => {
    const mode = walking ? 'walk' : 'orbit'
    const environment = scene.environmentIntensity
    scene.environmentIntensity = environment * ambientShare[mode]
    lighting.setFill(0)
    lighting.turnSun(jitterSun(direction, index))
    lighting.setSky(skyDirection(direction, index), skyStrength[mode])
    renderer.shadowMap.needsUpdate = true
    camera.setViewOffset(width, height, halton(index + 1, 2) - 0.5, halton(index + 1, 3) - 0.5, width, height)
    drawTo(fresh)
    camera.clearViewOffset()
    scene.environmentIntensity = environment
    lighting.setFill(strengths.fill)
    lighting.turnSun(sunDirection)
    lighting.setSky(undefined, 0)
    blend.uniforms.previous!.value = average.texture
    blend.uniforms.fresh!.value = fresh.texture
    blend.uniforms.share!.value = 1 / (index + 1)
    drawQuad(blend, spare)
    ;[average, spare] = [spare, average]
  }

  return {
    reset() {
      // The moving picture needs its own shadows back; the maps now hold some other direction's.
      if (index > 0) renderer.shadowMap.needsUpdate = true
      index = -1
    },
    step(walking) {
      if (index < 0) {
        drawTo(first)
        index = 0
        return true
      }
      addSample(walking)
      index++
      const amount = Math.min(Math.max((index - fade.from) / (fade.to - fade.from), 0), 1)
      if (amount > 0) {
        show.uniforms.first!.value = first.texture
        show.uniforms.average!.value = average.texture
        show.uniforms.amount!.value = amount * amount * (3 - 2 * amount)
        drawQuad(show, null)
        renderer.autoClear = false
        renderer.render(overlay, camera)
        renderer.autoClear = true
      }
      return index < sampleCount
    },
    resize(cssWidth, cssHeight, pixelRatio) {
      width = Math.max(1, Math.round(cssWidth * pixelRatio))
      height = Math.max(1, Math.round(cssHeight * pixelRatio))
      for (const buffer of [first, fresh, average, spare]) buffer.setSize(width, height)
      index = -1
    },
    dispose() {
      for (const buffer of [first, fresh, average, spare]) buffer.dispose()
      quad.geometry.dispose()
      blend.dispose()
      show.dispose()
    },
  }
}

/** Evenly spread numbers in 0 … 1 (van der Corput). */
export function halton(index: number, base: number): number {
  let result = 0
  let fraction = 1 / base
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    result += (i % base) * fraction
    fraction /= base
  }
  return result
}

const up = new Vector3(0, 0, 1)
const side = new Vector3()
const other = new Vector3()

/** A place on the sun's disc. */
function jitterSun(target: Vector3, index: number): Vector3 {
  const radius = Math.sqrt(halton(index + 1, 5)) * sunSpread
  const angle = halton(index + 1, 7) * 2 * Math.PI
  side.crossVectors(up, sunDirection).normalize()
  other.crossVectors(sunDirection, side)
  return target
    .copy(sunDirection)
    .addScaledVector(side, Math.cos(angle) * radius)
    .addScaledVector(other, Math.sin(angle) * radius)
    .normalize()
}

/** A direction of the sky's dome, evenly over its area; none so low that it would only graze. */
function skyDirection(target: Vector3, index: number): Vector3 {
  const z = 0.1 + 0.9 * halton(index + 1, 2)
  const angle = halton(index + 1, 3) * 2 * Math.PI
  const flat = Math.sqrt(1 - z * z)
  return target.set(Math.cos(angle) * flat, Math.sin(angle) * flat, z)
}

import { Color, NeutralToneMapping, PCFShadowMap, PerspectiveCamera, Scene, SRGBColorSpace, WebGLRenderer } from 'three'
import { createLighting, type Lighting, strengths } from './lighting.ts'
import { createRefiner } from './refine.ts'
import { createEnvironment, createSkyDome } from './sky.ts'

/** Vertical field of view, degrees: orbiting like a model on a table, walking like an eye. */
export const fieldOfView = { orbit: 36, walk: 66 } as const

/** The picture: renderer, light and camera, drawn only when asked to. */
export type Stage = {
  readonly renderer: WebGLRenderer
  readonly scene: Scene
  /** Lines over the picture. */
  readonly overlay: Scene
  readonly camera: PerspectiveCamera
  readonly lighting: Lighting
  /** Asks for a picture at the next frame; many calls make one picture. */
  requestRender(): void
  /** Something that throws a shadow has changed. */
  invalidateShadows(): void
  resize(width: number, height: number): void
  setWalking(walking: boolean): void
  /** Splats bring their own light, and need none of the refining that the model gets at rest. */
  setRealised(realised: boolean): void
  /** Pictures drawn so far: shows that nothing is drawn while nothing happens. */
  frames(): number
  dispose(): void
}

/** Without a GPU a picture has about this many pixels, so that a drag still follows the hand. */
const slowPixels = 420_000

/** The background: paper, as in the plan. */
const paper = new Color('#f1ede4')
/** The picture gets better once nothing has moved for this long, milliseconds. */
const restBeforeRefining = 180

const softwareRenderer = /swiftshader|llvmpipe|software|basic render/i

function isSoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext()
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  return softwareRenderer.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)))
}

/** `fine` or `fast` in this setting overrules what the graphics card suggests. */
const qualitySetting = 'enfilade.quality'

function chosenQuality(): 'fine' | 'fast' | undefined {
  try {
    const value = localStorage.getItem(qualitySetting)
    return value === 'fine' || value === 'fast' ? value : undefined
  } catch {
    // Storage may be denied.
    return undefined
  }
}

/** @throws when the browser gives no WebGL context. */
export function createStage(canvas: HTMLCanvasElement, onBeforeRender: () => void): Stage {
  const renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' })
  const slow = chosenQuality() === undefined ? isSoftware(renderer) : chosenQuality() === 'fast'
  renderer.outputColorSpace = SRGBColorSpace
  renderer.toneMapping = NeutralToneMapping
  renderer.toneMappingExposure = 0.92
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.shadowMap.autoUpdate = false
  renderer.setClearColor(paper, 1)
  renderer.setPixelRatio(slow ? 1 : Math.min(window.devicePixelRatio || 1, 2))

  const scene = new Scene()
  scene.environment = createEnvironment(renderer)
  scene.environmentIntensity = strengths.environment
  const sky = createSkyDome()
  sky.visible = false
  scene.add(sky)
  const lighting = createLighting(slow ? 1024 : 4096, !slow)
  scene.add(lighting.root)
  const camera = new PerspectiveCamera(fieldOfView.orbit, 1, 0.08, 600)
  camera.up.set(0, 0, 1)

  const overlay = new Scene()
  const shown = paper.clone().convertLinearToSRGB()
  const refiner = slow
    ? undefined
    : createRefiner({ renderer, scene, overlay, camera, lighting, paper: [shown.r, shown.g, shown.b] })

  let frame = 0
  let frames = 0
  let isLost = false
  let isWalking = false
  let isRealised = false
  let lastDrawn = 0
  const draw = (time: number) => {
    frame = 0
    if (isLost) return
    refiner?.reset()
    lastDrawn = time
    onBeforeRender()
    sky.position.copy(camera.position)
    renderer.render(scene, camera)
    renderer.autoClear = false
    renderer.render(overlay, camera)
    renderer.autoClear = true
    frames++
    if (refiner && !isRealised && frame === 0) frame = requestAnimationFrame(refine)
  }
  const refine = (time: number) => {
    frame = 0
    if (isLost || !refiner) return
    if (time - lastDrawn < restBeforeRefining || refiner.step(isWalking)) frame = requestAnimationFrame(refine)
  }
  let isDrawing = false
  const requestRender = () => {
    if (isDrawing) return
    isDrawing = true
    // A refining step that waits for its frame gives way to the new picture.
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame((time) => {
      isDrawing = false
      draw(time)
    })
  }
  const onLost = (event: Event) => {
    event.preventDefault()
    isLost = true
  }
  const onRestored = () => {
    isLost = false
    renderer.shadowMap.needsUpdate = true
    requestRender()
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.addEventListener('webglcontextrestored', onRestored)

  return {
    renderer,
    scene,
    overlay,
    camera,
    lighting,
    requestRender,
    invalidateShadows() {
      renderer.shadowMap.needsUpdate = true
      requestRender()
    },
    resize(width, height) {
      if (slow) renderer.setPixelRatio(Math.min(1, Math.sqrt(slowPixels / Math.max(width * height, 1))))
      renderer.setSize(width, height, false)
      camera.aspect = width / Math.max(height, 1)
      camera.updateProjectionMatrix()
      refiner?.resize(width, height, renderer.getPixelRatio())
      requestRender()
    },
    setWalking(walking) {
      isWalking = walking
      lighting.setSkyOccluders(!walking)
      sky.visible = walking
      camera.fov = walking ? fieldOfView.walk : fieldOfView.orbit
      camera.updateProjectionMatrix()
      scene.environmentIntensity = walking ? strengths.walkEnvironment : strengths.environment
      lighting.sun.intensity = walking ? strengths.walkSun : strengths.sun
      renderer.shadowMap.needsUpdate = true
      requestRender()
    },
    setRealised(realised) {
      isRealised = realised
      requestRender()
    },
    frames: () => frames,
    dispose() {
      cancelAnimationFrame(frame)
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      refiner?.dispose()
      lighting.dispose()
      scene.environment?.dispose()
      renderer.dispose()
      renderer.forceContextLoss()
    },
  }
}

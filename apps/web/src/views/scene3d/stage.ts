import { NeutralToneMapping, PCFShadowMap, PerspectiveCamera, Scene, SRGBColorSpace, WebGLRenderer } from 'three'
import { layers } from './layers.ts'
import { createLighting, type Lighting, strengths } from './lighting.ts'
import { createEnvironment, createSkyDome } from './sky.ts'

/** Vertical field of view, degrees: orbiting like a model on a table, walking like an eye. */
export const fieldOfView = { orbit: 36, walk: 66 } as const

/** The picture: renderer, light and camera, drawn only when asked to. */
export type Stage = {
  readonly scene: Scene
  readonly camera: PerspectiveCamera
  readonly lighting: Lighting
  /** Asks for a picture at the next frame; many calls make one picture. */
  requestRender(): void
  /** Something that throws a shadow has changed. */
  invalidateShadows(): void
  resize(width: number, height: number): void
  setWalking(walking: boolean): void
  /** Pictures drawn so far: shows that nothing is drawn while nothing happens. */
  frames(): number
  dispose(): void
}

const softwareRenderer = /swiftshader|llvmpipe|software|basic render/i

function isSoftware(renderer: WebGLRenderer): boolean {
  const gl = renderer.getContext()
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  return softwareRenderer.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)))
}

/** @throws when the browser gives no WebGL context. */
export function createStage(canvas: HTMLCanvasElement, onBeforeRender: () => void): Stage {
  const renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' })
  const slow = isSoftware(renderer)
  renderer.outputColorSpace = SRGBColorSpace
  renderer.toneMapping = NeutralToneMapping
  renderer.toneMappingExposure = 0.92
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  renderer.shadowMap.autoUpdate = false
  renderer.setClearColor(0xf1ede4, 1)
  renderer.setPixelRatio(slow ? 1 : Math.min(window.devicePixelRatio || 1, 2))

  const scene = new Scene()
  scene.environment = createEnvironment(renderer)
  scene.environmentIntensity = strengths.environment
  const sky = createSkyDome()
  sky.visible = false
  scene.add(sky)
  const lighting = createLighting(slow ? 1024 : 4096)
  lighting.sun.shadow.camera.layers.set(layers.structure)
  lighting.sun.shadow.camera.layers.enable(layers.furniture)
  scene.add(lighting.root)
  const camera = new PerspectiveCamera(fieldOfView.orbit, 1, 0.08, 600)
  camera.up.set(0, 0, 1)

  let frame = 0
  let frames = 0
  let isLost = false
  const draw = () => {
    frame = 0
    if (isLost) return
    onBeforeRender()
    sky.position.copy(camera.position)
    renderer.render(scene, camera)
    frames++
  }
  const requestRender = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
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
    scene,
    camera,
    lighting,
    requestRender,
    invalidateShadows() {
      renderer.shadowMap.needsUpdate = true
      requestRender()
    },
    resize(width, height) {
      renderer.setSize(width, height, false)
      camera.aspect = width / Math.max(height, 1)
      camera.updateProjectionMatrix()
      requestRender()
    },
    setWalking(walking) {
      sky.visible = walking
      camera.fov = walking ? fieldOfView.walk : fieldOfView.orbit
      camera.updateProjectionMatrix()
      scene.environmentIntensity = walking ? strengths.walkEnvironment : strengths.environment
      lighting.sun.intensity = walking ? strengths.walkSun : strengths.sun
      renderer.shadowMap.needsUpdate = true
      requestRender()
    },
    frames: () => frames,
    dispose() {
      cancelAnimationFrame(frame)
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onRestored)
      lighting.dispose()
      scene.environment?.dispose()
      renderer.dispose()
      renderer.forceContextLoss()
    },
  }
}

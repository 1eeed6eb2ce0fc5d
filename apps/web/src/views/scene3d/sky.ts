import {
  BackSide,
  BufferAttribute,
  type BufferGeometry,
  Color,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  type Texture,
  Vector3,
  type WebGLRenderer,
} from 'three'

/** Where the sun stands: mid-morning, over the left shoulder of the first view. */
export const sunDirection = new Vector3(-0.58, -0.42, 0.92).normalize()

/** Linear radiance of the sky by height, for lighting. A bright soft sky, warm near the horizon; from below comes what floors throw back. */
const lightSky = {
  zenith: new Color(0.92, 1.0, 1.12),
  horizon: new Color(1.12, 1.06, 0.97),
  ground: new Color(0.82, 0.78, 0.71),
}
/** What one sees through a window. */
const seenSky = { zenith: new Color('#a9c6dd'), horizon: new Color('#eef2f1'), ground: new Color('#d9d4c6') }

type SkyColors = typeof lightSky

function paintSphere(geometry: BufferGeometry, colors: SkyColors, sunGlow: number): void {
  const positions = geometry.getAttribute('position')
  const values = new Float32Array(positions.count * 3)
  const color = new Color()
  const normal = new Vector3()
  for (let i = 0; i < positions.count; i++) {
    normal.fromBufferAttribute(positions, i).normalize()
    if (normal.z >= 0) color.lerpColors(colors.horizon, colors.zenith, normal.z ** 0.55)
    else color.lerpColors(colors.horizon, colors.ground, Math.min(1, (-normal.z) ** 0.4 * 1.15))
    const glow = sunGlow * Math.max(0, normal.dot(sunDirection)) ** 12
    values[i * 3] = color.r + glow
    values[i * 3 + 1] = color.g + glow * 0.94
    values[i * 3 + 2] = color.b + glow * 0.82
  }
  geometry.setAttribute('color', new BufferAttribute(values, 3))
}

function createDome(colors: SkyColors, radius: number, sunGlow: number): Mesh {
  const geometry = new SphereGeometry(radius, 48, 32)
  // Spheres have their poles on y; ours are up.
  geometry.rotateX(Math.PI / 2)
  paintSphere(geometry, colors, sunGlow)
  return new Mesh(
    geometry,
    new MeshBasicMaterial({ vertexColors: true, side: BackSide, depthWrite: false, fog: false }),
  )
}

/** Image-based light made here, of nothing but a few colours. */
export function createEnvironment(renderer: WebGLRenderer): Texture {
  const scene = new Scene()
  const dome = createDome(lightSky, 10, 2.2)
  scene.add(dome)
  const generator = new PMREMGenerator(renderer)
  const target = generator.fromScene(scene, 0.03, 0.1, 40)
  dome.geometry.dispose()
  ;(dome.material as MeshBasicMaterial).dispose()
  generator.dispose()
  return target.texture
}

/** The sky one sees when walking. */
export function createSkyDome(): Mesh {
  const dome = createDome(seenSky, 400, 0.25)
  dome.name = 'sky'
  dome.renderOrder = -10
  return dome
}

import { findKind } from '@enfilade/catalogue'
import type { Id, Scene, SceneItem } from '@enfilade/scene'
import { Color, DirectionalLight, Group, HemisphereLight, PointLight } from 'three'
import { sunDirection } from './sky.ts'

/** Sun and sky strengths, in the renderer's own scale: tuned by eye so that white plaster stays just under white. */
export const strengths = { sun: 2.6, fill: 0.35, environment: 0.62, walkSun: 4.2, walkEnvironment: 0.5 } as const

/** More lamps than this are not lit one by one: their light would cost more than it shows. */
const mostLamps = 8
/** Candela of three.js per lumen: lamps beside a sun of this strength, as an eye that adapted to the room sees them. */
const perLumen = 0.0019

/** A lamp's own colour temperature, as a display shows it (Helland's fit to the Planckian locus). */
export function kelvinColor(kelvin: number, target: Color): Color {
  const t = Math.min(Math.max(kelvin, 1500), 12000) / 100
  const red = t <= 66 ? 255 : 329.7 * (t - 60) ** -0.1332
  const green = t <= 66 ? 99.47 * Math.log(t) - 161.1 : 288.1 * (t - 60) ** -0.0755
  const blue = t >= 66 ? 255 : t <= 19 ? 0 : 138.5 * Math.log(t - 10) - 305
  const share = (value: number) => Math.min(Math.max(value, 0), 255) / 255
  return target.setRGB(share(red), share(green), share(blue), 'srgb')
}

const white = new Color(1, 1, 1)

export type Lighting = {
  readonly root: Group
  readonly sun: DirectionalLight
  /** Fits the sun's shadow around plan bounds. */
  aim(bounds: { minX: number; minY: number; maxX: number; maxY: number }, height: number): void
  /** Lamps that are on. @returns true when a lamp changed. */
  updateLamps(scene: Scene, level: Id): boolean
  dispose(): void
}

export function createLighting(shadowSize: number): Lighting {
  const root = new Group()
  const sun = new DirectionalLight(new Color(1, 0.955, 0.88), strengths.sun)
  sun.castShadow = true
  sun.shadow.mapSize.set(shadowSize, shadowSize)
  sun.shadow.radius = 3.2
  sun.shadow.bias = -0.0002
  sun.shadow.normalBias = 0.018
  const fill = new HemisphereLight(new Color(0.95, 0.98, 1), new Color(0.78, 0.72, 0.62), strengths.fill)
  fill.position.set(0, 0, 1)
  root.add(sun, sun.target, fill)
  const lamps: PointLight[] = []
  let key = ''

  return {
    root,
    sun,
    aim(bounds, height) {
      const x = (bounds.minX + bounds.maxX) / 2
      const y = (bounds.minY + bounds.maxY) / 2
      const radius = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY, height) / 2 + 0.6
      sun.target.position.set(x, y, height / 2)
      sun.position.copy(sun.target.position).addScaledVector(sunDirection, radius * 2)
      const { camera } = sun.shadow
      camera.left = -radius
      camera.right = radius
      camera.top = radius
      camera.bottom = -radius
      camera.near = 0.1
      camera.far = radius * 4
      camera.updateProjectionMatrix()
      sun.target.updateMatrixWorld()
      sun.updateMatrixWorld()
    },
    updateLamps(scene, level) {
      const lit = collectLamps(scene, level)
      const next = JSON.stringify(lit)
      if (next === key) return false
      key = next
      // A changing number of lights means new shaders; counts go up in steps.
      const wanted = lit.length === 0 ? 0 : lit.length <= 2 ? 2 : lit.length <= 4 ? 4 : mostLamps
      while (lamps.length < wanted) {
        const lamp = new PointLight(0xffffff, 0, 9, 2)
        lamps.push(lamp)
        root.add(lamp)
      }
      while (lamps.length > wanted) lamps.pop()!.removeFromParent()
      lamps.forEach((lamp, index) => {
        const source = lit[index]
        lamp.intensity = source ? source.lumens * perLumen : 0
        if (!source) return
        lamp.position.set(source.x, source.y, source.z)
        // An eye that has adapted to the room sees half of the tint.
        kelvinColor(source.kelvin, lamp.color).lerp(white, 0.5)
      })
      return true
    },
    dispose() {
      sun.shadow.map?.dispose()
      sun.dispose()
      fill.dispose()
      for (const lamp of lamps) lamp.dispose()
    },
  }
}

type Lamp = { x: number; y: number; z: number; lumens: number; kelvin: number }

/** The brightest lamps that are on. */
function collectLamps(scene: Scene, level: Id): Lamp[] {
  const lit: Lamp[] = []
  for (const item of scene.items) {
    const lamp = item.level === level ? lampOf(item) : undefined
    if (lamp) lit.push(lamp)
  }
  return lit.sort((a, b) => b.lumens - a.lumens || a.x - b.x || a.y - b.y).slice(0, mostLamps)
}

function lampOf(item: SceneItem): Lamp | undefined {
  const light = findKind(item.category)?.light
  if (!light || item.states?.on !== true) return undefined
  const { x, y, z } = item.worldPose
  return {
    x,
    y,
    // Just outside the shade, so that the lamp's own body does not swallow the light on a shadeless renderer.
    z: z + item.size[2] * light.height - (item.support.on === 'ceiling' ? 0.12 : 0),
    lumens: item.states.lumens ?? light.lumens,
    kelvin: item.states.kelvin ?? light.kelvin,
  }
}

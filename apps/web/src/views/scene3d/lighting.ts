import { findKind } from '@enfilade/catalogue'
import type { Id, Scene, SceneItem } from '@enfilade/scene'
import { Color, DirectionalLight, Group, HemisphereLight, PointLight, Vector3 } from 'three'
import { layers } from './layers.ts'
import { sunDirection } from './sky.ts'

/** Sun and sky strengths, in the renderer's own scale: tuned by eye so that white plaster stays just under white. */
export const strengths = { sun: 2.5, fill: 0.3, environment: 0.67, walkSun: 4.6, walkEnvironment: 0.76 } as const

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
  /** Puts the sun elsewhere in the sky, its shadow with it. */
  turnSun(direction: Vector3): void
  /** One direction of the sky with its shadow, for refining; undefined: none. Needs `hasSky`. */
  setSky(direction: Vector3 | undefined, strength: number): void
  setFill(strength: number): void
  /** Walls and ceilings keep the sky's light out, or only furniture does (inside, where light comes from all around). */
  setSkyOccluders(structure: boolean): void
  /** Fits the sun's shadow around plan bounds. */
  aim(bounds: { minX: number; minY: number; maxX: number; maxY: number }, height: number): void
  /** Lamps that are on. @returns true when a lamp changed. */
  updateLamps(scene: Scene, level: Id): boolean
  dispose(): void
}

/** @param hasSky Makes the light that refining needs; it costs every picture a little. */
export function createLighting(shadowSize: number, hasSky: boolean): Lighting {
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
  for (const layer of [layers.structure, layers.furniture]) sun.shadow.camera.layers.enable(layer)
  sun.shadow.camera.layers.disable(layers.seen)
  const sky = hasSky ? createSkyLight(shadowSize / 2) : undefined
  if (sky) root.add(sky, sky.target)
  const center = new Vector3()
  let radius = 5
  const aimLight = (light: DirectionalLight, direction: Vector3) => {
    light.target.position.copy(center)
    light.position.copy(center).addScaledVector(direction, radius * 2)
    light.target.updateMatrixWorld()
    light.updateMatrixWorld()
  }
  const lamps: PointLight[] = []
  let key = ''

  return {
    root,
    sun,
    turnSun: (direction) => aimLight(sun, direction),
    setSky(direction, strength) {
      if (!sky) return
      sky.intensity = strength
      // Its map keeps the last direction's shadows; without light they must not show on the ground.
      sky.shadow.intensity = direction ? 1 : 0
      sky.shadow.needsUpdate = direction !== undefined
      if (direction) aimLight(sky, direction)
    },
    setFill(strength) {
      fill.intensity = strength
    },
    setSkyOccluders(structure) {
      if (structure) sky?.shadow.camera.layers.enable(layers.structure)
      else sky?.shadow.camera.layers.disable(layers.structure)
    },
    aim(bounds, height) {
      center.set((bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2, height / 2)
      radius = Math.hypot(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY, height) / 2 + 0.6
      for (const light of [sun, sky]) {
        if (!light) continue
        const { camera } = light.shadow
        camera.left = -radius
        camera.right = radius
        camera.top = radius
        camera.bottom = -radius
        camera.near = 0.1
        camera.far = radius * 4
        camera.updateProjectionMatrix()
        aimLight(light, sunDirection)
      }
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
      sky?.shadow.map?.dispose()
      sky?.dispose()
      fill.dispose()
      for (const lamp of lamps) lamp.dispose()
    },
  }
}

function createSkyLight(shadowSize: number): DirectionalLight {
  const sky = new DirectionalLight(new Color(0.97, 0.99, 1.03), 0)
  sky.castShadow = true
  sky.shadow.mapSize.set(shadowSize, shadowSize)
  sky.shadow.radius = 2
  sky.shadow.bias = -0.0003
  sky.shadow.normalBias = 0.03
  // Drawn only while refining, and once at first so that there is a map at all.
  sky.shadow.autoUpdate = false
  sky.shadow.intensity = 0
  sky.shadow.needsUpdate = true
  sky.shadow.camera.layers.set(layers.furniture)
  sky.shadow.camera.layers.enable(layers.structure)
  return sky
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

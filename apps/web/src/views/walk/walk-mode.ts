import type { Id, Point2, Scene } from '@enfilade/scene'
import type { PerspectiveCamera } from 'three'
import { bodyRadius, eyeHeight, pushOut, stepWalk, type Walker } from './step-walk.ts'
import { createWalkWorld, findStart, type WalkWorld } from './walk-world.ts'

/** Metres a second. */
const speed = { walk: 1.7, run: 3.6 }
/** Radians a second by arrow keys, and per pixel of a drag. */
const turnRate = 1.9
const lookRate = 0.0042
const steepest = 1.2
/** Doors begin to open for somebody this near, metres. */
const doorReach = 1.25
/** Full swings a second. */
const doorSpeed = 2.2
/** A frame that took longer than this counts as this long, seconds. */
const longestFrame = 0.1

export type WalkPort = {
  requestFrame(): void
  /** Opens a door further than the document has it, for me alone. */
  setDoor(id: Id, amount: number | undefined): void
}

/** Walking: keys and drags in, a camera out. Frames are asked for only while something moves. */
export type WalkMode = {
  readonly walker: Walker
  start(scene: Scene, level: Id, wanted: Point2, yaw: number): void
  setWorld(scene: Scene, level: Id): void
  stop(): void
  look(dx: number, dy: number): void
  /** @returns true when the key steers. */
  key(code: string, down: boolean): boolean
  /** Joystick: −1 … 1 to the right and ahead. */
  stick(x: number, y: number): void
  /** Advances to a time in milliseconds. @returns true while something still moves. */
  advance(timeMs: number): boolean
  place(camera: PerspectiveCamera): void
}

const steering = new Set([
  'KeyW',
  'KeyA',
  'KeyS',
  'KeyD',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ShiftLeft',
  'ShiftRight',
])

export function createWalkMode(port: WalkPort): WalkMode {
  const walker: Walker = { x: 0, y: 0, yaw: 0, pitch: 0 }
  const keys = new Set<string>()
  const doors = new Map<Id, number>()
  let world: WalkWorld = { solids: [], doors: [] }
  let stickX = 0
  let stickY = 0
  let last = 0

  const press = (a: string, b: string) => (keys.has(a) || keys.has(b) ? 1 : 0)

  const move = (seconds: number): boolean => {
    const ahead = press('KeyW', 'ArrowUp') - press('KeyS', 'ArrowDown') + stickY
    const aside = (keys.has('KeyD') ? 1 : 0) - (keys.has('KeyA') ? 1 : 0) + stickX
    const turning = (keys.has('ArrowLeft') ? 1 : 0) - (keys.has('ArrowRight') ? 1 : 0)
    walker.yaw += turning * turnRate * seconds
    const length = Math.hypot(ahead, aside)
    if (length > 0) {
      const pace = (press('ShiftLeft', 'ShiftRight') ? speed.run : speed.walk) * seconds * Math.min(1, length)
      const c = Math.cos(walker.yaw)
      const s = Math.sin(walker.yaw)
      const forward = (ahead / length) * pace
      const right = (aside / length) * pace
      stepWalk(walker, c * forward + s * right, s * forward - c * right, world)
    }
    return length > 0 || turning !== 0
  }
  const moveDoors = (seconds: number): boolean => {
    let moving = false
    for (let i = 0; i < world.doors.length; i++) {
      const door = world.doors[i]!
      const isNear = Math.hypot(door.x - walker.x, door.y - walker.y) < doorReach
      const amount = doors.get(door.id) ?? 0
      const next = isNear ? Math.min(1, amount + doorSpeed * seconds) : Math.max(0, amount - doorSpeed * seconds)
      if (next === amount) continue
      moving = true
      doors.set(door.id, next)
      port.setDoor(door.id, next > 0 ? next : undefined)
    }
    return moving
  }
  const setWorld = (scene: Scene, level: Id) => {
    world = createWalkWorld(scene, level)
    pushOut(walker, world, bodyRadius)
    port.requestFrame()
  }

  return {
    walker,
    start(scene, level, wanted, yaw) {
      const [x, y] = findStart(scene, level, wanted)
      walker.x = x
      walker.y = y
      walker.yaw = yaw
      walker.pitch = -0.05
      last = 0
      setWorld(scene, level)
    },
    setWorld,
    stop() {
      keys.clear()
      stickX = 0
      stickY = 0
      for (const id of doors.keys()) port.setDoor(id, undefined)
      doors.clear()
    },
    look(dx, dy) {
      walker.yaw += dx * lookRate
      walker.pitch = Math.min(Math.max(walker.pitch + dy * lookRate, -steepest), steepest)
      port.requestFrame()
    },
    key(code, down) {
      if (!steering.has(code)) return false
      if (down) keys.add(code)
      else keys.delete(code)
      port.requestFrame()
      return true
    },
    stick(x, y) {
      stickX = x
      stickY = y
      port.requestFrame()
    },
    advance(timeMs) {
      const seconds = last === 0 ? 0.016 : Math.min((timeMs - last) / 1000, longestFrame)
      last = timeMs
      const moved = move(seconds)
      const swung = moveDoors(seconds)
      // At rest the clock stops, so that the next step does not make up for the pause.
      if (!moved && !swung) last = 0
      return moved || swung
    },
    place(camera) {
      const flat = Math.cos(walker.pitch)
      camera.position.set(walker.x, walker.y, eyeHeight)
      camera.lookAt(
        walker.x + Math.cos(walker.yaw) * flat,
        walker.y + Math.sin(walker.yaw) * flat,
        eyeHeight + Math.sin(walker.pitch),
      )
      camera.updateMatrixWorld()
    },
  }
}

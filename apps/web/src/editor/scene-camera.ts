import type { Id } from '@enfilade/scene'

export type Vector3 = readonly [x: number, y: number, z: number]

/** What can be asked of the 3D view's camera. */
export type SceneCamera = {
  /** Where the eye is, and a point one metre ahead of it; metres. */
  read(): { readonly eye: Vector3; readonly target: Vector3 }
}

/** One moment of a film, as the 3D view shows it. */
export type FilmedMoment = {
  /** Row-major 4 × 4 camera-to-world, OpenCV axes (x right, y down, z forward), metres. */
  readonly pose: readonly number[]
  /** Of the film's frame, vertical, radians. */
  readonly fov: number
  /** Width over height of the film's frame. */
  readonly aspect: number
  /** Doors and lamps that differ from the scene. */
  readonly states: readonly { readonly id: Id; readonly open?: number; readonly on?: boolean }[]
}

export type { Bake, BakeQuality, LampShare } from './bake/bake.ts'
export { type BakeOptions, bakeScene } from './bake/bake-scene.ts'
export { knownLightOf } from './bake/known-light.ts'
export { buildTraceScene, type TraceSceneOptions } from './scene/build-trace-scene.ts'
export { multiplyByPattern, type PatternTexture, patternTexture } from './scene/pattern-texture.ts'
export { semanticPalette } from './scene/semantic-palette.ts'
export type {
  Daylight,
  Rgb,
  SurfaceMaterial,
  TraceInstance,
  TraceLamp,
  TracePortal,
  TraceScene,
  Vector3,
} from './scene/trace-scene.ts'
export { createRayCaster } from './trace/create-ray-caster.ts'
export { NO_HIT, type RayCaster } from './trace/ray-caster.ts'
export type { Camera, Channel, View } from './views/camera.ts'
export { INTERIOR_LENS, type Lens, lookAlong, lookAt } from './views/cameras/aim-camera.ts'
export { type CubeFace, cubeCameras, panoramaCamera } from './views/cameras/panorama.ts'
export { type CamerasFile, readCameras } from './views/cameras/read-cameras.ts'
export { type Tour, type TourOptions, tour, withOpenDoors } from './views/cameras/tour.ts'
export {
  EYE_HEIGHT,
  freePoses,
  type TrajectoryKind,
  type TrajectoryOptions,
  trajectory,
} from './views/cameras/trajectories.ts'
export { writeCameras } from './views/cameras/write-cameras.ts'

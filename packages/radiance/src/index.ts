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

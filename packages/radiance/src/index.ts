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
export type { RayCaster } from './trace/ray-caster.ts'
export type { Camera, Channel, View } from './views/camera.ts'

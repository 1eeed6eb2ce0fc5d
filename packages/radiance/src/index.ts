export type { Bake, BakeQuality, LampShare } from './bake/bake.ts'
export { type BakeOptions, bakeScene } from './bake/bake-scene.ts'
export { knownLightOf } from './bake/known-light.ts'
export { type PreviousBake, rebakeScene } from './bake/rebake-scene.ts'
export { renderBaked } from './bake/render-baked.ts'
export {
  type Kept,
  type Realised,
  type RealiseOptions,
  type RealiseStage,
  realiseScene,
} from './gaussians/realise-scene.ts'
export { createGaussianPainter } from './gaussians/view-of-gaussians.ts'
export {
  previewFiles,
  type RealisedFile,
  type RealiseFilesOptions,
  type RealiseReport,
  realisedFiles,
} from './realise/realised-files.ts'
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
export { createThreadPool, type JobContext, type Perform, type ThreadPool } from './threads/thread-pool.ts'
export { createRayCaster } from './trace/create-ray-caster.ts'
export { NO_HIT, type RayCaster } from './trace/ray-caster.ts'
export { openScene, type SharedScene, shareScene } from './trace/share-scene.ts'
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
export { displayColors, encodeChannel } from './views/channel-files.ts'
export { type Exposure, radianceAt, toDisplay } from './views/display.ts'
export { exposureOf } from './views/exposure.ts'
export { depthMillimetres, normalColors, semanticColors } from './views/folders/channel-pixels.ts'
export { type InteriorGsOptions, interiorGsFolder } from './views/folders/interiorgs-folder.ts'
export { type FolderFile, type SpatialGenOptions, spatialGenFolder } from './views/folders/spatialgen-folder.ts'
export { type LitSpace, lightSpace } from './views/light-space.ts'
export { renderReference } from './views/reference.ts'
export { renderView, type ViewOptions } from './views/render-view.ts'

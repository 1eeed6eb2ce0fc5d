export { createDenoiser, type DenoiserOptions } from './create-denoiser.ts'
export {
  createLayoutModel,
  createTriedPlaceModel,
  findLayoutModel,
  type LayoutModelOptions,
  openTriedScriptNetwork,
} from './create-layout-model.ts'
export { ModelFileError } from './model-file-error.ts'
export { ModelMemoryError } from './model-memory-error.ts'
export { createMultiViewModel, type MultiViewModelOptions } from './multi-view/create-multi-view-model.ts'
export { isRuntimeLoaded } from './runtime.ts'

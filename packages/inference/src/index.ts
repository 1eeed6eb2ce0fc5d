export {
  createLayoutModel,
  createTriedPlaceModel,
  findLayoutModel,
  type LayoutModelOptions,
  openTriedScriptNetwork,
} from './create-layout-model.ts'
export { ModelFileError } from './model-file-error.ts'
export { isRuntimeLoaded } from './runtime.ts'

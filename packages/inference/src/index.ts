export {
  createLayoutModel,
  createTriedPlaceModel,
  findLayoutModel,
  type LayoutModelOptions,
} from './create-layout-model.ts'
export { ModelFileError } from './model-file-error.ts'
export { isRuntimeLoaded } from './runtime.ts'

/** A model file that is missing, damaged, or not the model that its card describes. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError'
}

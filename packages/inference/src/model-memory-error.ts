/** A model needs more memory than it is allowed. */
export class ModelMemoryError extends Error {
  override readonly name = 'ModelMemoryError'
}

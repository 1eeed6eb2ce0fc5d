/** Thrown within an operation and turned into its result by `applyOperation`; it never leaves the package. */
export class Refusal extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export function refuse(code: string, message: string): never {
  throw new Refusal(code, message)
}

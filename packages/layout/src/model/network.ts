/** Numbers in row-major order; whole numbers travel as 64 bits, as the networks' words do. */
export type Tensor = { readonly data: Float32Array | BigInt64Array; readonly shape: readonly number[] }

export type Tensors = { readonly [name: string]: Tensor }

/** A network that is ready to run; equal inputs give equal outputs. */
export type Network = { run(inputs: Tensors): Promise<Tensors> }

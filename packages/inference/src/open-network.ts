import type { Network, Tensor, Tensors } from '@enfilade/layout'
import type * as Onnx from 'onnxruntime-node'
import { ModelFileError } from './model-file-error.ts'
import type { ModelFile } from './read-model-file.ts'
import { loadRuntime } from './runtime.ts'

/**
 * A network ready to run, on one thread: workers are the parallelism, and one thread adds up in one order.
 *
 * @param name The file, for messages.
 * @throws ModelFileError when the weights are no network, or its inputs and outputs are not those of the card.
 */
export const openNetwork = async (file: ModelFile, name: string): Promise<Network> => {
  const { InferenceSession, Tensor } = await loadRuntime()
  const session = await create(() =>
    InferenceSession.create(file.weights, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' }),
  ).catch((cause) => {
    throw new ModelFileError(`${name}: is no network that the engine can run`, { cause })
  })
  requireNames(name, 'inputs', session.inputNames, file.card.inputs)
  requireNames(name, 'outputs', session.outputNames, file.card.outputs)
  return { run: async (inputs) => fromEngine(await session.run(toEngine(inputs, Tensor))) }
}

/** The engine throws before it returns a promise when the bytes are no model. */
const create = async (open: () => Promise<Onnx.InferenceSession>): Promise<Onnx.InferenceSession> => open()

const requireNames = (name: string, what: string, found: readonly string[], wanted: readonly string[]): void => {
  if ([...found].sort().join() !== [...wanted].sort().join()) {
    throw new ModelFileError(`${name}: its ${what} are ${found.join(', ')}; the card says ${wanted.join(', ')}`)
  }
}

const toEngine = (inputs: Tensors, EngineTensor: typeof Onnx.Tensor): { [name: string]: Onnx.Tensor } =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, { data, shape }]) => [
      name,
      data instanceof Float32Array
        ? new EngineTensor('float32', data, [...shape])
        : new EngineTensor('int64', data, [...shape]),
    ]),
  )

const fromEngine = (outputs: Onnx.InferenceSession.OnnxValueMapType): Tensors =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, value]): [string, Tensor] => {
      const { data, dims } = value as Onnx.Tensor
      return [name, { data: data as Float32Array, shape: dims }]
    }),
  )

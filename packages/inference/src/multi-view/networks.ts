import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Onnx from 'onnxruntime-node'
import { ModelFileError } from '../model-file-error.ts'
import { loadRuntime } from '../runtime.ts'
import type { Condition, MultiViewCard, NetworkFile } from './card.ts'

/** Float tensor, row-major. */
export type FloatTensor = { readonly data: Float32Array; readonly shape: readonly number[] }

export type OpenNetwork = {
  readonly bytes: number
  /** Largest first dimension of its inputs; absent: any. */
  readonly batch?: number
  /** @throws ModelFileError when an output has another shape than `wanted`. */
  run(
    inputs: { readonly [name: string]: FloatTensor },
    output: string,
    wanted: readonly number[],
  ): Promise<Float32Array>
}

export type Networks = {
  readonly denoiser: OpenNetwork
  readonly encoder?: OpenNetwork
  readonly decoder?: OpenNetwork
}

/** Channels of a condition's map. */
export function channelsOf(card: MultiViewCard, condition: Condition): number {
  if (condition === 'rays') return 6
  if (condition === 'known_mask') return 1
  return condition === 'known' || card.encoded.includes(condition) ? card.latent.channels : 3
}

/** Opens the networks of a card and compares what they take with it. @throws ModelFileError that names tensor and shape. */
export async function openNetworks(folder: string, card: MultiViewCard): Promise<Networks> {
  const { channels, factor } = card.latent
  const [w, h] = [card.width / factor, card.height / factor]
  const maps = card.conditions.map((name) => [name, [0, card.views, channelsOf(card, name), h, w]] as const)
  const sample = [0, card.views, channels * card.targets.length, h, w]
  const { denoiser, encoder, decoder } = card.networks
  const picture = [0, 3, card.height, card.width]
  const latent = [0, channels, h, w]
  return {
    denoiser: await openOne(folder, denoiser, { sample, timestep: [0], ...Object.fromEntries(maps) }, 'predicted'),
    ...(encoder && { encoder: await openOne(folder, encoder, { image: picture }, 'latent') }),
    ...(decoder && { decoder: await openOne(folder, decoder, { latent }, 'image') }),
  }
}

/** @param inputs Shapes by name; 0: any size, the batch. */
async function openOne(
  folder: string,
  { file, sha256 }: NetworkFile,
  inputs: { readonly [name: string]: readonly number[] },
  output: string,
): Promise<OpenNetwork> {
  const path = join(folder, file)
  const weights = await readFile(path).catch((cause) => {
    throw new ModelFileError(`${path}: cannot be read`, { cause })
  })
  const found = createHash('sha256').update(weights).digest('hex')
  if (found !== sha256) throw new ModelFileError(`${path}: damaged, its SHA-256 is ${found}, the card says ${sha256}`)
  const { InferenceSession, Tensor } = await loadRuntime()
  const open = async () => InferenceSession.create(weights, { executionMode: 'sequential', interOpNumThreads: 1 })
  const session = await open().catch((cause) => {
    throw new ModelFileError(`${path}: is no network that the engine can run`, { cause })
  })
  const batch = compareInputs(path, session, inputs)
  if (!session.outputNames.includes(output))
    throw new ModelFileError(`${path}: has no output "${output}"; it has ${session.outputNames.join(', ')}`)
  return {
    bytes: weights.length,
    ...(batch > 0 && { batch }),
    async run(given, name, wanted) {
      const feeds = Object.entries(given).map(([each, { data, shape }]) => [
        each,
        new Tensor('float32', data, [...shape]),
      ])
      const made = await runNamed(path, session, Object.fromEntries(feeds), name)
      if (made.type !== 'float32' || made.dims.join() !== wanted.join())
        throw new ModelFileError(
          `${path}: output "${name}" is ${made.type} ${shown(made.dims)}, needs float32 ${shown(wanted)}`,
        )
      return made.data as Float32Array
    },
  }
}

async function runNamed(
  path: string,
  session: Onnx.InferenceSession,
  feeds: { [name: string]: Onnx.Tensor },
  name: string,
): Promise<Onnx.Tensor> {
  try {
    return (await session.run(feeds, [name]))[name]!
  } catch (cause) {
    const shapes = Object.entries(feeds).map(([each, { dims }]) => `${each} ${shown(dims)}`)
    throw new ModelFileError(`${path}: fails on ${shapes.join(', ')}: ${(cause as Error).message}`, { cause })
  }
}

/** @returns The batch that all inputs are fixed to; 0: none. */
function compareInputs(
  path: string,
  session: Onnx.InferenceSession,
  wanted: { readonly [name: string]: readonly number[] },
): number {
  const missing = Object.keys(wanted).filter((name) => !session.inputNames.includes(name))
  const more = session.inputNames.filter((name) => !(name in wanted))
  if (missing.length > 0) throw new ModelFileError(`${path}: has no input "${missing.join('", "')}"`)
  if (more.length > 0)
    throw new ModelFileError(`${path}: has an input "${more.join('", "')}" that the card does not name`)
  let batch = 0
  for (const input of session.inputMetadata) {
    const needed = wanted[input.name]!
    const shape = input.isTensor ? input.shape : []
    const type = input.isTensor ? input.type : 'no tensor'
    // Names and sizes below 1 stand for any size.
    const fits = (size: number | string, at: number) =>
      typeof size === 'string' || size < 1 || needed[at] === 0 || size === needed[at]
    if (type !== 'float32' || shape.length !== needed.length || !shape.every(fits))
      throw new ModelFileError(
        `${path}: input "${input.name}" is ${type} ${shown(shape)}, the card says float32 ${shown(needed)}`,
      )
    if (typeof shape[0] === 'number' && shape[0] >= 1) batch = Math.max(batch, shape[0])
  }
  return batch
}

/** @param shape 0 stands for the batch. */
const shown = (shape: readonly (number | string)[]): string =>
  `[${shape.map((size) => (size === 0 ? 'batch' : size)).join(', ')}]`

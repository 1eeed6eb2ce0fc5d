import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ModelFileError } from './model-file-error.ts'

/** The description beside a network's weights. */
export type ModelCard = {
  readonly format: string
  /** SHA-256 of the weights, hexadecimal. */
  readonly sha256: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly [more: string]: unknown
}

export type ModelFile = { readonly card: ModelCard; readonly weights: Uint8Array }

/**
 * Reads `<base>.json` and `<base>.onnx`.
 *
 * @throws ModelFileError when one is missing, the card is of another format, or the weights are not those of the card.
 */
export const readModelFile = async (base: string, format: string): Promise<ModelFile> => {
  const card = readCard(await read(`${base}.json`), `${base}.json`, format)
  const weights = await read(`${base}.onnx`)
  const sha256 = createHash('sha256').update(weights).digest('hex')
  if (sha256 !== card.sha256) {
    throw new ModelFileError(`${base}.onnx: damaged, its SHA-256 is ${sha256}, the card says ${card.sha256}`)
  }
  return { card, weights }
}

const read = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new ModelFileError(`${path}: cannot be read`, { cause })
  }
}

const readCard = (bytes: Uint8Array, path: string, format: string): ModelCard => {
  let card: Partial<ModelCard> | null
  try {
    card = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new ModelFileError(`${path}: is no JSON`, { cause })
  }
  if (card?.format !== format) throw new ModelFileError(`${path}: format is "${card?.format}", needs "${format}"`)
  const hasNames = (list: unknown): boolean => Array.isArray(list) && list.every((name) => typeof name === 'string')
  if (typeof card.sha256 !== 'string' || !hasNames(card.inputs) || !hasNames(card.outputs)) {
    throw new ModelFileError(`${path}: has no sha256, inputs and outputs`)
  }
  return card as ModelCard
}

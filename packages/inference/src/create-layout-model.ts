import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  createPlaceModel,
  type LayoutModel,
  PLACE_MODEL_FORMAT,
  type PlaceModelOptions,
  readVocabulary,
} from '@enfilade/layout'
import { ModelFileError } from './model-file-error.ts'
import { openNetwork } from './open-network.ts'
import { readModelFile } from './read-model-file.ts'

const MODEL_NAME = 'place-model'

export type LayoutModelOptions = PlaceModelOptions & {
  /** Folder of `place-model.onnx` and `place-model.json`. Default: the one that comes with `layout`. */
  readonly folder?: string
}

/**
 * The layout model on its network. Nothing is read before the first proposal; then engine and weights stay.
 *
 * @returns A model whose `propose` rejects with ModelFileError when its files are missing or damaged.
 */
export const createLayoutModel = (options: LayoutModelOptions = {}): LayoutModel => {
  const base = join(options.folder ?? ownFolder(), MODEL_NAME)
  let model: Promise<LayoutModel> | undefined
  const open = async (): Promise<LayoutModel> => {
    const file = await readModelFile(base, PLACE_MODEL_FORMAT)
    const vocabulary = readVocabulary(file.card)
    if (!vocabulary) throw new ModelFileError(`${base}.json: has no vocabulary`)
    return createPlaceModel(await openNetwork(file, `${base}.onnx`), vocabulary, options)
  }
  return {
    propose: async (input) => {
      model ??= open()
      return (await model).propose(input)
    },
  }
}

/** The weights lie with the package that uses them. */
const ownFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('@enfilade/layout')), '../models')

/**
 * The model that comes with the program, where the operator asks for it by `ENFILADE_LAYOUT_MODEL=on` and its weights are
 * there; else undefined. Off by default, since it has not won its ablation clearly. Reads no weights yet.
 */
export const findLayoutModel = (variables: NodeJS.ProcessEnv = process.env): LayoutModel | undefined =>
  variables.ENFILADE_LAYOUT_MODEL === 'on' && existsSync(join(ownFolder(), `${MODEL_NAME}.json`))
    ? createLayoutModel()
    : undefined

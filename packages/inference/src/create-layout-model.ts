import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  createPlaceModel,
  createSearchModel,
  type LayoutModel,
  type Network,
  PLACE_MODEL_FORMAT,
  type PlaceModelOptions,
  SCRIPT_MODEL_FORMAT,
  SEARCH_MODEL_FORMAT,
  scriptWords,
} from '@enfilade/layout'
import { ModelFileError } from './model-file-error.ts'
import { openModel, ownFolder } from './open-model.ts'

export type LayoutModelOptions = {
  /** Folder of `search-model.onnx` and `search-model.json`. Default: the one that comes with `layout`. */
  readonly folder?: string
}

/**
 * The layout model: which forms of things the search should look at first. Nothing is read before the first proposal; then
 * engine and weights stay.
 *
 * @returns A model whose `propose` rejects with ModelFileError when its files are missing or damaged.
 */
export const createLayoutModel = ({ folder = ownFolder() }: LayoutModelOptions = {}): LayoutModel =>
  createLazily(async () => {
    const { network, vocabulary } = await openModel(folder, 'search-model', SEARCH_MODEL_FORMAT)
    return createSearchModel(network, vocabulary)
  })

/** The model of likely places, which did not win its ablation: for measuring alone. */
export const createTriedPlaceModel = (options: PlaceModelOptions = {}): LayoutModel =>
  createLazily(async () => {
    const { network, vocabulary } = await openModel(ownFolder(), 'place-model', PLACE_MODEL_FORMAT)
    return createPlaceModel(network, vocabulary, options)
  })

/** The network of the spatial language model over script words, which did not win its ablation: for measuring alone. */
export const openTriedScriptNetwork = async (): Promise<Network> => {
  const { network, vocabulary } = await openModel(ownFolder(), 'script-model', SCRIPT_MODEL_FORMAT)
  if (vocabulary.words.join() !== scriptWords.join()) throw new ModelFileError('script-model.json: knows other words')
  return network
}

const createLazily = (open: () => Promise<LayoutModel>): LayoutModel => {
  let model: Promise<LayoutModel> | undefined
  return {
    propose: async (input) => {
      model ??= open()
      return (await model).propose(input)
    },
  }
}

/**
 * The model that comes with the program, unless the operator turns it off by `ENFILADE_LAYOUT_MODEL=off` or its weights are
 * not there. Reads no weights yet.
 */
export const findLayoutModel = (variables: NodeJS.ProcessEnv = process.env): LayoutModel | undefined =>
  variables.ENFILADE_LAYOUT_MODEL !== 'off' && existsSync(join(ownFolder(), 'search-model.json'))
    ? createLayoutModel()
    : undefined

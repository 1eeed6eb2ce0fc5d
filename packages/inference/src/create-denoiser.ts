import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DENOISER_FORMAT, type Denoiser } from '@enfilade/radiance/learned'
import { ModelFileError } from './model-file-error.ts'
import { openNetwork } from './open-network.ts'
import { readModelFile } from './read-model-file.ts'

export type DenoiserOptions = {
  /** Folder of `denoiser.onnx` and `denoiser.json`. Default: the one that comes with `radiance`. */
  readonly folder?: string
}

/** The weights lie with the package that uses them. */
const ownFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('@enfilade/radiance')), '../models')

/**
 * The denoiser of few-path views. Nothing is read before the first view; then engine and weights stay.
 *
 * @returns A denoiser that rejects with ModelFileError when its files are missing, damaged, or give another shape.
 */
export function createDenoiser({ folder = ownFolder() }: DenoiserOptions = {}): Denoiser {
  const base = join(folder, 'denoiser')
  const open = async () => openNetwork(await readModelFile(base, DENOISER_FORMAT), `${base}.onnx`)
  let network: ReturnType<typeof open> | undefined
  return {
    async denoise(light, guides, width, height) {
      network ??= open()
      const { clean } = await (await network).run({
        light: { data: light, shape: [1, 3, height, width] },
        guides: { data: guides, shape: [1, 7, height, width] },
      })
      if (clean?.shape.join() !== [1, 3, height, width].join())
        throw new ModelFileError(`${base}.onnx: output "clean" is [${clean?.shape}], needs [1,3,${height},${width}]`)
      return clean.data as Float32Array
    },
  }
}

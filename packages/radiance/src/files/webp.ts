import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import decodeWithModule, { init as initDecoder } from '@jsquash/webp/decode.js'
import encodeWithModule, { init as initEncoder } from '@jsquash/webp/encode.js'

/** RGBA bytes, four per pixel, row-major, top row first. */
export type RgbaImage = { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

/** The codec would fetch its WebAssembly by URL, which Node cannot do with files: it is compiled from disk and handed over. */
async function compile(specifier: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(fileURLToPath(import.meta.resolve(specifier))))
}

let decoder: Promise<unknown> | undefined
let encoder: Promise<unknown> | undefined

export async function decodeWebp(bytes: Uint8Array): Promise<RgbaImage> {
  decoder ??= compile('@jsquash/webp/codec/dec/webp_dec.wasm').then((module) => initDecoder(module))
  await decoder
  try {
    const { width, height, data } = await decodeWithModule(bytes.slice().buffer)
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
  } catch (error) {
    // A picture that aborted the codec may have left it unusable.
    decoder = undefined
    throw error
  }
}

/** Lossless: the same bytes come back, also where alpha is 0. */
export async function encodeWebpLossless({ width, height, rgba }: RgbaImage): Promise<Uint8Array> {
  encoder ??= compile('@jsquash/webp/codec/enc/webp_enc_simd.wasm').then((module) => initEncoder(module))
  await encoder
  const data = new Uint8ClampedArray(rgba.buffer as ArrayBuffer, rgba.byteOffset, rgba.byteLength)
  return new Uint8Array(await encodeWithModule({ width, height, data, colorSpace: 'srgb' }, { lossless: 1, exact: 1 }))
}

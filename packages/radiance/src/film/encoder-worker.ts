import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { H264MP4Encoder } from 'h264-mp4-encoder'
import { finishMp4 } from './finish-mp4.ts'
import { type ColorMatrix, matrixFor, toYuv } from './to-yuv.ts'

export type EncoderSettings = {
  readonly width: number
  readonly height: number
  readonly fps: number
  /** 10 … 51; lower is better. */
  readonly quantizer: number
}

export type ToEncoder =
  | { readonly type: 'open'; readonly settings: EncoderSettings }
  | { readonly type: 'frame'; readonly rgb: Uint8Array }
  | { readonly type: 'finish' }

export type FromEncoder =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly mp4: Uint8Array }
  | { readonly type: 'failed'; readonly reason: string }

/** 0 is best, 10 fastest; past 5 the files only grow. */
const SPEED = 5

/** A CommonJS bundle whose names Node cannot see by import. */
const { createH264MP4Encoder }: typeof import('h264-mp4-encoder') = createRequire(import.meta.url)('h264-mp4-encoder')

let open: { encoder: H264MP4Encoder; matrix: ColorMatrix; yuv: Uint8Array } | undefined

parentPort!.on('message', async (message: ToEncoder) => {
  try {
    await receive(message)
  } catch (error) {
    post({ type: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
})

async function receive(message: ToEncoder): Promise<void> {
  if (message.type === 'open') {
    open = await start(message.settings)
    return post({ type: 'ready' })
  }
  const { encoder, matrix, yuv } = open!
  if (message.type === 'frame') {
    toYuv(message.rgb, encoder.width, encoder.height, matrix, yuv)
    encoder.addFrameYuv(yuv)
    return post({ type: 'ready' })
  }
  encoder.finalize()
  const mp4 = finishMp4(encoder.FS.readFile(encoder.outputFilename), matrix)
  post({ type: 'done', mp4 })
}

async function start({ width, height, fps, quantizer }: EncoderSettings) {
  const encoder = await createH264MP4Encoder()
  encoder.width = width
  encoder.height = height
  encoder.frameRate = fps
  encoder.quantizationParameter = quantizer
  encoder.speed = SPEED
  // One whole picture a second, so that players can jump.
  encoder.groupOfPictures = Math.max(1, Math.round(fps))
  encoder.initialize()
  return { encoder, matrix: matrixFor(height), yuv: new Uint8Array((width * height * 3) / 2) }
}

function post(message: FromEncoder): void {
  parentPort!.postMessage(message)
}

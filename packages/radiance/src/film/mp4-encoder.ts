import { Worker } from 'node:worker_threads'
import type { EncoderSettings, FromEncoder, ToEncoder } from './encoder-worker.ts'

/** Frames that may wait for the encoder: what is rendered faster than it is encoded waits here, and the renderer with it. */
const MAX_WAITING = 3

export type Mp4Encoder = {
  /** Resolves when the next frame may come. @param rgb Display bytes, three per pixel; handed over: not to be used after. */
  readonly add: (rgb: Uint8Array) => Promise<void>
  readonly finish: () => Promise<Uint8Array>
  /** Ends the thread, whatever it does. */
  readonly close: () => Promise<void>
}

/**
 * H.264 in an MP4, on a thread of its own.
 *
 * @throws RangeError for odd or too small sizes and frame rates out of 1 … 120.
 */
export async function openMp4Encoder(settings: EncoderSettings): Promise<Mp4Encoder> {
  checkSettings(settings)
  const worker = new Worker(new URL('./encoder-worker.ts', import.meta.url))
  const answers: FromEncoder[] = []
  let wake: () => void = () => {}
  worker.on('message', (message: FromEncoder) => {
    answers.push(message)
    wake()
  })
  worker.on('error', (error) => {
    answers.push({ type: 'failed', reason: error.message })
    wake()
  })
  const next = async (): Promise<Exclude<FromEncoder, { type: 'failed' }>> => {
    while (answers.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    const answer = answers.shift()!
    if (answer.type === 'failed') throw new Error(`the film cannot be encoded: ${answer.reason}`)
    return answer
  }
  const post = (message: ToEncoder) => {
    const transfer = message.type === 'frame' && message.rgb.byteLength === message.rgb.buffer.byteLength
    worker.postMessage(message, transfer ? [message.rgb.buffer as ArrayBuffer] : [])
  }
  post({ type: 'open', settings })
  await next()
  let waiting = 0
  return {
    add: async (rgb) => {
      const { width, height } = settings
      if (rgb.length !== width * height * 3)
        throw new RangeError(`openMp4Encoder: a frame of ${rgb.length} bytes for ${width} × ${height} pixels`)
      post({ type: 'frame', rgb })
      for (waiting++; waiting > MAX_WAITING || answers.length > 0; waiting--) await next()
    },
    finish: async () => {
      post({ type: 'finish' })
      for (;;) {
        const answer = await next()
        if (answer.type === 'done') return answer.mp4
      }
    },
    close: async () => void (await worker.terminate()),
  }
}

function checkSettings({ width, height, fps }: EncoderSettings): void {
  const isFit = [width, height].every((side) => Number.isInteger(side) && side % 2 === 0 && side >= 16 && side <= 8192)
  if (!isFit)
    throw new RangeError(`a film of ${width} × ${height} pixels cannot be encoded: both sides must be even, 16 to 8192`)
  if (!(fps >= 1 && fps <= 120)) throw new RangeError(`a film of ${fps} frames a second cannot be encoded: 1 to 120`)
}

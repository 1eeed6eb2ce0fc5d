import { writeCompressedPly } from '../files/compressed-ply.ts'
import { writeIds } from '../files/gaussian-ids.ts'
import { writePly } from '../files/ply.ts'
import { writeSog } from '../files/sog.ts'
import { writeSpz } from '../files/spz.ts'
import type { Gaussians } from '../gaussians/gaussians.ts'
import type { Realised } from '../gaussians/realise-scene.ts'
import type { TraceScene } from '../scene/trace-scene.ts'
import { writeCameras } from '../views/cameras/write-cameras.ts'

export type RealisedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a realisation says of itself in `report.json`. */
export type RealiseReport = {
  readonly quality: string
  readonly seed: number
  readonly style?: string
  readonly gaussians: number
  /** Of the scene as rays see it. */
  readonly triangles: number
  /** Bytes by file. */
  readonly bytes: { readonly [name: string]: number }
  /** Wall and processor seconds by stage. */
  readonly times: Realised['times']
  /** Largest resident size of the process so far, bytes. */
  readonly peakMemory: number
  readonly measures: {
    /** Of the gaussians against the views that their colours were refined with, before each pass, dB. */
    readonly refinement: readonly number[]
  }
  /** What was asked of the look and could not be had. */
  readonly unmet: readonly { readonly request: string; readonly reason: string }[]
}

export type RealiseFilesOptions = {
  /** Scene JSON of the scene in its look. */
  readonly scene: string
  readonly quality: string
  readonly seed: number
  readonly style?: string
  readonly unmet: RealiseReport['unmet']
}

/** The files of a realised scene, one after another, the viewer's first and the report last. */
export async function* realisedFiles(realised: Realised, options: RealiseFilesOptions): AsyncGenerator<RealisedFile> {
  const { gaussians, traceScene } = realised
  const bytes: Record<string, number> = {}
  const file = (name: string, content: Uint8Array): RealisedFile => {
    bytes[name] = content.length
    return { name, bytes: content }
  }
  yield file('scene.spz', writeSpz(gaussians))
  yield file('scene.ids', await writeIds(gaussians, traceScene.instances))
  yield file('scene.json', encode(options.scene))
  yield file('cameras.json', encode(writeCameras(realised.kept.cameras)))
  yield file('scene.compressed.ply', writeCompressedPly(gaussians))
  yield file('scene.sog', await writeSog(gaussians))
  yield file('scene.ply', writePly(gaussians))
  const { quality, seed, style, unmet } = options
  const report: RealiseReport = {
    quality,
    seed,
    ...(style ? { style } : {}),
    gaussians: gaussians.count,
    triangles: traceScene.indices.length / 3,
    bytes,
    times: realised.times,
    peakMemory: process.resourceUsage().maxRSS * 1024,
    measures: { refinement: realised.errors.map((error) => Math.round(-1000 * Math.log10(error)) / 100) },
    unmet,
  }
  yield { name: 'report.json', bytes: encode(`${JSON.stringify(report, null, 2)}\n`) }
}

/** An early version to walk in, with its ids. */
export async function previewFiles(gaussians: Gaussians, traceScene: TraceScene): Promise<RealisedFile[]> {
  return [
    { name: 'preview.spz', bytes: writeSpz(gaussians) },
    { name: 'preview.ids', bytes: await writeIds(gaussians, traceScene.instances) },
  ]
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

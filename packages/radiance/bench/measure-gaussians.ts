/**
 * A space realised, and how near its gaussians come to the path tracer's pictures:
 * `node --import ./infra/typescript.mjs packages/radiance/bench/measure-gaussians.ts scene.json [--quality normal] [--views 12] [--poses 40] [--samples 64]`
 *
 * Test views are free poses at least 0.5 m from every view that the colours were refined against.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import type { BakeQuality } from '../src/bake/bake.ts'
import { writeSpz } from '../src/files/spz.ts'
import { CLASSIC, SPARK } from '../src/gaussians/convention.ts'
import { createRasteriser } from '../src/gaussians/rasteriser.ts'
import { realiseScene } from '../src/gaussians/realise-scene.ts'
import { readView } from '../src/gaussians/render-gaussians.ts'
import { createThreadPool } from '../src/threads/thread-pool.ts'
import { shareScene } from '../src/trace/share-scene.ts'
import type { Camera } from '../src/views/camera.ts'
import { freePoses } from '../src/views/cameras/trajectories.ts'
import { toDisplay } from '../src/views/display.ts'
import { renderReference } from '../src/views/reference.ts'

/** Metres from the nearest view used in refinement. */
const HELD_OUT = 0.5
const WINDOW = 8

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quality: { type: 'string', default: 'normal' },
    views: { type: 'string', default: '12' },
    poses: { type: 'string', default: '40' },
    samples: { type: 'string', default: '64' },
    width: { type: 'string', default: '480' },
  },
})

function meanSquare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (clamp(a[i]!) - clamp(b[i]!)) ** 2
  return sum / a.length
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))
const decibels = (error: number): number => -10 * Math.log10(Math.max(error, 1e-10))

/** Structural similarity of luma over windows of 8 × 8 pixels, every 4. */
function similarity(a: ArrayLike<number>, b: ArrayLike<number>, width: number, height: number): number {
  const luma = (c: ArrayLike<number>, i: number) =>
    0.299 * clamp(c[3 * i]!) + 0.587 * clamp(c[3 * i + 1]!) + 0.114 * clamp(c[3 * i + 2]!)
  let [total, windows] = [0, 0]
  for (let y = 0; y + WINDOW <= height; y += 4) {
    for (let x = 0; x + WINDOW <= width; x += 4) {
      let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
      for (let k = 0; k < WINDOW * WINDOW; k++) {
        const i = (y + Math.floor(k / WINDOW)) * width + x + (k % WINDOW)
        const [p, q] = [luma(a, i), luma(b, i)]
        sa += p
        sb += q
        saa += p * p
        sbb += q * q
        sab += p * q
      }
      const n = WINDOW * WINDOW
      const [ma, mb] = [sa / n, sb / n]
      const [va, vb, cov] = [saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb]
      total += ((2 * ma * mb + 1e-4) * (2 * cov + 9e-4)) / ((ma * ma + mb * mb + 1e-4) * (va + vb + 9e-4))
      windows++
    }
  }
  return total / windows
}

function resize(camera: Camera, width: number): Camera {
  const scale = width / camera.width
  const height = Math.round(camera.height * scale)
  return { ...camera, width, height, intrinsic: camera.intrinsic.map((value, k) => (k < 6 ? value * scale : value)) }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length

for (const path of positionals) {
  const parsed = parseSceneJson(JSON.parse(readFileSync(path, 'utf8')))
  const scene = readScene(parsed.document)
  const pool = createThreadPool()
  const result = await realiseScene(scene, { quality: values.quality as BakeQuality, pool })
  const { gaussians, traceScene, exposure, kept, times } = result
  console.log(path)
  for (const { stage, seconds, processor } of times)
    console.log(`  ${stage}: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor`)
  const bytes = await writeSpz(gaussians)
  console.log(
    `  ${gaussians.count} gaussians, ${(bytes.length / 1e6).toFixed(2)} MB as SPZ, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB now`,
  )
  console.log(`  views refined against: ${result.errors.map((error) => decibels(error).toFixed(2)).join(' → ')} dB`)

  const shared = shareScene(traceScene, pool.size)
  const rasteriser = createRasteriser(gaussians)
  const poses = freePoses(scene, { count: Number(values.poses), seed: 5 }).map((c) => resize(c, Number(values.width)))
  const far = poses.filter(({ pose: p }) =>
    kept.cameras.every(({ pose: q }) => Math.hypot(p[3]! - q[3]!, p[7]! - q[7]!, p[11]! - q[11]!) >= HELD_OUT),
  )
  const rows: { psnr: number; ssim: number; classic: number }[] = []
  for (const camera of far.slice(0, Number(values.views))) {
    const { color } = await renderReference(shared, camera, pool, { samples: Number(values.samples) })
    const truth = new Float32Array(color!.length)
    for (let at = 0; at < truth.length; at += 3) toDisplay(color!, at, exposure, truth, at)
    const classic = readView(gaussians, camera, rasteriser.draw(camera, CLASSIC)).display
    const { display } = readView(gaussians, camera, rasteriser.draw(camera, SPARK))
    const ssim = similarity(display, truth, camera.width, camera.height)
    rows.push({ psnr: decibels(meanSquare(display, truth)), ssim, classic: decibels(meanSquare(classic, truth)) })
  }
  console.log(
    `  held out (${rows.length}): ${mean(rows.map(({ psnr }) => psnr)).toFixed(2)} dB, SSIM ${mean(rows.map(({ ssim }) => ssim)).toFixed(3)}; drawn the classic way ${mean(rows.map(({ classic }) => classic)).toFixed(2)} dB`,
  )
  console.log(`  each: ${rows.map(({ psnr }) => psnr.toFixed(1)).join(' ')}`)
  let [low, pixels] = [0, 0]
  for (const camera of poses) {
    for (const alpha of readView(gaussians, camera, rasteriser.draw(camera, SPARK)).alpha) if (alpha < 0.9) low++
    pixels += camera.width * camera.height
  }
  console.log(`  alpha under 0.9: ${((100 * low) / pixels).toFixed(4)} % of ${poses.length} free poses`)
  await pool.close()
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDenoiser, isRuntimeLoaded, ModelFileError } from './index.ts'

const [width, height] = [32, 48]
const size = width * height
const guides = Float32Array.from({ length: 7 * size }, (_, at) =>
  at < 3 * size ? 0.6 : at < 5 * size ? 0 : at < 6 * size ? -1 : 0.3,
)
/** Light of 1 with noise up to 0.8 either way, by a fixed rule. */
const noisy = Float32Array.from({ length: 3 * size }, (_, at) => 1 + 0.8 * Math.sin(at * at * 0.37))
const deviation = (values: Float32Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - 1) ** 2, 0) / values.length)

describe('createDenoiser', () => {
  it('takes most of the noise off an even wall and keeps its brightness', async () => {
    const denoiser = createDenoiser()
    expect(isRuntimeLoaded()).toBe(false)
    const clean = await denoiser.denoise(noisy, guides, width, height)
    expect(deviation(clean)).toBeLessThan(0.2 * deviation(noisy))
    expect(clean.reduce((sum, value) => sum + value, 0) / clean.length).toBeCloseTo(1, 1)
    expect(await denoiser.denoise(noisy, guides, width, height)).toEqual(clean)
  })

  it('mixes neighbours and makes nothing up: no light stays no light', async () => {
    const dark = await createDenoiser().denoise(new Float32Array(3 * size), guides, width, height)
    expect(dark.every((value) => value === 0)).toBe(true)
  })

  it('names the file that is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denoiser-'))
    const asked = createDenoiser({ folder }).denoise(noisy, guides, width, height)
    await expect(asked).rejects.toThrow(/denoiser\.json: cannot be read/)
    await expect(asked).rejects.toThrow(ModelFileError)
    rmSync(folder, { recursive: true })
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { furnish, type LayoutHints, type Tensor } from '@enfilade/layout'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLayoutModel, findLayoutModel, isRuntimeLoaded, ModelFileError, openTriedScriptNetwork } from './index.ts'
import { createSampleRoom } from './testing/sample-room.ts'

const models = join(dirname(createRequire(import.meta.url).resolve('@enfilade/layout')), '../models')
const weights = readFileSync(join(models, 'search-model.onnx'))
const card = JSON.parse(readFileSync(join(models, 'search-model.json'), 'utf8'))
const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const room = createSampleRoom()

describe('createLayoutModel', () => {
  // Stands first: once the engine is loaded it stays.
  it('loads nothing before the first proposal', async () => {
    expect(findLayoutModel({ ENFILADE_LAYOUT_MODEL: 'off' })).toBeUndefined()
    const model = findLayoutModel({})!
    expect(isRuntimeLoaded()).toBe(false)
    await model.propose(room)
    expect(isRuntimeLoaded()).toBe(true)
  })

  it('gives equal hints for equal input, also from another opening of the same weights', async () => {
    const model = createLayoutModel()
    const first = JSON.stringify(await model.propose(room))
    expect(JSON.stringify(await model.propose(room))).toBe(first)
    expect(JSON.stringify(await createLayoutModel().propose(room))).toBe(first)
  })

  it('gives every unit with a choice of forms their shares, which add up to 1', async () => {
    const { forms } = await createLayoutModel().propose(room)
    expect(forms!.length).toBeGreaterThan(2)
    for (const { shares } of forms!) {
      expect(shares.length).toBeGreaterThan(1)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
    }
  })

  it('gives hints that furnish the room to equal bytes', async () => {
    const hints = await createLayoutModel().propose(room)
    const once = (): string => {
      let count = 0
      return JSON.stringify(furnish({ ...room, createId: () => `f${++count}`, hints }))
    }
    const first = once()
    expect(once()).toBe(first)
    expect(first).toContain('double_bed')
  })

  it('runs in a worker thread', async () => {
    const worker = new Worker(new URL('./testing/propose-in-worker.ts', import.meta.url), { workerData: room })
    const hints = await new Promise<LayoutHints>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    await worker.terminate()
    expect(hints).toEqual(await createLayoutModel().propose(room))
  })
})

describe('openTriedScriptNetwork', () => {
  it('says word by word what it says of the whole line', async () => {
    const network = await openTriedScriptNetwork()
    const ask = (words: readonly number[], past: Tensor) =>
      network.run({ tokens: { data: BigInt64Array.from(words, BigInt), shape: [1, words.length] }, past })
    const none: Tensor = { data: new Float32Array(0), shape: [6, 1, 4, 0, 24] }
    const [whole, first] = [await ask([2, 15, 37, 9], none), await ask([2, 15], none)]
    const second = await ask([37, 9], first.present!)
    const [all, rest] = [whole.logits!.data as Float32Array, second.logits!.data as Float32Array]
    expect(rest.length).toBe(all.length / 2)
    for (const [index, value] of rest.entries()) expect(value).toBeCloseTo(all[rest.length + index]!, 3)
  })
})

describe('a model file', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'inference-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const refusal = async (bytes: Uint8Array | undefined, text: string): Promise<Error> => {
    rmSync(join(folder, 'search-model.onnx'), { force: true })
    if (bytes) writeFileSync(join(folder, 'search-model.onnx'), bytes)
    writeFileSync(join(folder, 'search-model.json'), text)
    return createLayoutModel({ folder })
      .propose(room)
      .then(
        () => new Error('was taken'),
        (error) => error,
      )
  }

  it('is refused with its name where it is missing or damaged', async () => {
    const missing = await refusal(undefined, JSON.stringify(card))
    expect(missing).toBeInstanceOf(ModelFileError)
    expect(missing.message).toMatch(/search-model\.onnx: cannot be read/)
    const cut = await refusal(weights.subarray(0, 9000), JSON.stringify(card))
    expect(cut.message).toMatch(/search-model\.onnx: damaged, its SHA-256 is [0-9a-f]{64}/)
    expect((await refusal(weights, '{')).message).toMatch(/search-model\.json: is no JSON/)
  })

  it('is refused where its card is of another format, lists other inputs, or the weights are no network', async () => {
    const other = await refusal(weights, JSON.stringify({ ...card, format: 'x/1' }))
    expect(other.message).toMatch('format is "x/1", needs "enfilade.search-model/1"')
    const inputs = await refusal(weights, JSON.stringify({ ...card, inputs: ['image'] }))
    expect(inputs.message).toMatch(/its inputs are .*room.*; the card says image/)
    const noise = Buffer.from('no network at all')
    const garbage = await refusal(noise, JSON.stringify({ ...card, sha256: shaOf(noise) }))
    expect(garbage.message).toMatch(/is no network that the engine can run/)
    expect((await refusal(weights, JSON.stringify({ ...card, vocabulary: {} }))).message).toMatch('has no vocabulary')
  })

  it('whose folder is missing leaves furnishing to the solver alone', async () => {
    await expect(createLayoutModel({ folder: join(folder, 'nowhere') }).propose(room)).rejects.toThrow(ModelFileError)
  })
})

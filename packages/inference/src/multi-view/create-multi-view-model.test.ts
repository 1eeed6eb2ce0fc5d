import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Camera } from '@enfilade/radiance'
import type { MultiViewModel, MultiViewRequest, ViewCondition } from '@enfilade/radiance/learned'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMultiViewModel, isRuntimeLoaded, ModelFileError, ModelMemoryError } from '../index.ts'
import { onnxBytes, type TinyNetwork } from '../testing/onnx-bytes.ts'
import { groupsOf } from './generate-views.ts'

const SIDE = 4
const shape = (channels: number) => ['batch', 2, channels, SIDE, SIDE]
/** Says the picture outright: what is known where it is known, else the semantic colours; and the coordinates as they are. */
const painter: TinyNetwork = {
  nodes: [
    { op: 'Mul', inputs: ['semantic', 'known_mask'], output: 'covered' },
    { op: 'Sub', inputs: ['semantic', 'covered'], output: 'free' },
    { op: 'Mul', inputs: ['known', 'known_mask'], output: 'fixed' },
    { op: 'Add', inputs: ['free', 'fixed'], output: 'picture' },
    { op: 'Concat', inputs: ['picture', 'coordinates'], output: 'predicted', attributes: { axis: 2 } },
  ],
  inputs: {
    sample: shape(6),
    timestep: ['batch'],
    semantic: shape(3),
    coordinates: shape(3),
    known: shape(3),
    known_mask: shape(1),
  },
  outputs: { predicted: shape(6) },
}
const card = {
  format: 'enfilade.multi-view/1',
  name: 'painter',
  views: 2,
  width: SIDE,
  height: SIDE,
  latent: { channels: 3, factor: 1, scale: 1 },
  conditions: ['semantic', 'coordinates', 'known', 'known_mask'],
  encoded: [],
  targets: ['color', 'coordinates'],
  schedule: {
    kind: 'ddim',
    prediction: 'sample',
    steps: 3,
    trainSteps: 100,
    betas: 'linear',
    betaStart: 0.001,
    betaEnd: 0.1,
  },
  guidance: { scale: 1, drop: ['semantic'] },
  passMiB: 1,
}

function view(id: string, gray: number, change: Partial<ViewCondition> = {}): ViewCondition {
  const camera: Camera = {
    id,
    width: SIDE,
    height: SIDE,
    intrinsic: [4, 0, 2, 0, 4, 2, 0, 0, 1],
    pose: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  }
  const coordinates = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, at) =>
    at === 4 ? Number.NaN : at / 10 - gray / 50,
  )
  const semantic = new Uint8Array(3 * SIDE * SIDE).fill(gray)
  return { camera, semantic, coordinates, rays: new Float32Array(6 * SIDE * SIDE), ...change }
}

let folder = ''
let model: MultiViewModel | undefined
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'multi-view-'))
})
afterEach(() => model?.close())
afterAll(() => rmSync(folder, { recursive: true }))

function write(network: TinyNetwork = painter, change: object = {}, memory?: number): MultiViewModel {
  const bytes = onnxBytes(network)
  writeFileSync(join(folder, 'painter.onnx'), bytes)
  const denoiser = { file: 'painter.onnx', sha256: createHash('sha256').update(bytes).digest('hex') }
  writeFileSync(join(folder, 'painter.json'), JSON.stringify({ ...card, networks: { denoiser }, ...change }))
  model = createMultiViewModel({ folder, name: 'painter', ...(memory === undefined ? {} : { memory }) })
  return model
}

const ask = (change: Partial<MultiViewRequest> = {}): MultiViewRequest => ({
  views: [view('a', 40), view('b', 200)],
  seed: 3,
  ...change,
})

describe('createMultiViewModel', () => {
  it('gives each view what its network makes of the layout, in a thread of its own', async () => {
    const views = [view('a', 40), view('b', 200)]
    const steps: number[] = []
    const unread = write()
    expect(isRuntimeLoaded()).toBe(false)
    const made = await unread.generate({ views, seed: 1, onProgress: ({ done }) => steps.push(done) })
    expect(made.map(({ camera, color }) => [camera.id, color[0], color.at(-1)])).toEqual([
      ['a', 40, 40],
      ['b', 200, 200],
    ])
    expect(made[1]!.coordinates![7]).toBeCloseTo(views[1]!.coordinates[7]!, 4)
    expect(made[0]!.semantic).toBeUndefined()
    expect(steps).toEqual([1, 2, 3])
    expect(isRuntimeLoaded()).toBe(true)
  })

  it('gives equal pictures for equal seeds, and a view the same noise in another group', async () => {
    // Taken as noise, what the network says leaves some of the seed's noise in the picture.
    const noisy = write(painter, { schedule: { ...card.schedule, prediction: 'noise' } })
    const [first, again, other] = [
      await noisy.generate(ask()),
      await noisy.generate(ask()),
      await noisy.generate(ask({ seed: 4 })),
    ]
    expect(again).toEqual(first)
    expect(other![0]!.color).not.toEqual(first![0]!.color)
    const alone = await noisy.generate(ask({ views: [view('a', 40)] }))
    expect(alone[0]!.color).toEqual(first![0]!.color)
  })

  it('leaves known views as they are and hands them, and what it made, to the groups after', async () => {
    const known = new Uint8Array(3 * SIDE * SIDE).fill(77)
    const views = [view('a', 40, { known }), view('b', 200), view('c', 90)]
    const made = await write().generate({ views, seed: 1 })
    expect(made.map(({ color }) => color[5])).toEqual([77, 200, 90])
    expect(groupsOf(5, { views: 4, conditions: ['known'] })).toEqual([
      [0, 1, 2, 3],
      [2, 3, 4, 4],
    ])
    expect(groupsOf(3, { views: 2, conditions: [] })).toEqual([
      [0, 1],
      [2, 2],
    ])
  })

  it('follows the layout as strictly as guidance says, in one pass or in two', async () => {
    // Three times as far from middle grey as 100 is.
    const grayOf = async (made: MultiViewModel) =>
      (await made.generate(ask({ views: [view('a', 100)], guidance: 3 })))[0]!.color[0]
    const together = await grayOf(write())
    expect(together).toBe(45)
    await model!.close()
    expect(await grayOf(write(painter, {}, 1.5 * 2 ** 20))).toBe(together)
  })

  it('stops when it is told to, and goes on with the next request', async () => {
    const made = write()
    const stop = new AbortController()
    const stopped = made.generate(ask({ signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) }))
    await expect(stopped).rejects.toThrow('enough')
    expect(await made.generate(ask())).toHaveLength(2)
  })
})

describe('a multi-view model that does not fit', () => {
  const refusal = (made: MultiViewModel, request = ask()): Promise<Error> =>
    made.generate(request).then(
      () => new Error('was taken'),
      (error) => error,
    )

  it('is refused by the tensor and its shape', async () => {
    const wide = { ...painter, inputs: { ...painter.inputs, known_mask: shape(3) } }
    const input = await refusal(write(wide))
    expect(input).toBeInstanceOf(ModelFileError)
    expect(input.message).toMatch(
      'painter.onnx: input "known_mask" is float32 [batch, 2, 3, 4, 4], the card says float32 [batch, 2, 1, 4, 4]',
    )
    await model!.close()
    const short: TinyNetwork = {
      ...painter,
      nodes: [...painter.nodes.slice(0, 4), { op: 'Neg', inputs: ['picture'], output: 'predicted' }],
      outputs: { predicted: shape(3) },
    }
    expect((await refusal(write(short))).message).toMatch(
      'output "predicted" is float32 [1, 2, 3, 4, 4], needs float32 [1, 2, 6, 4, 4]',
    )
  })

  it('is refused where a tensor is missing or the file is another', async () => {
    expect((await refusal(write(painter, { conditions: [...card.conditions, 'rays'] }))).message).toMatch(
      'has no input "rays"',
    )
    await model!.close()
    expect((await refusal(write(painter, { conditions: ['semantic', 'coordinates', 'known'] }))).message).toMatch(
      'has an input "known_mask" that the card does not name',
    )
    await model!.close()
    const changed = write()
    writeFileSync(join(folder, 'painter.onnx'), 'x')
    expect((await refusal(changed)).message).toMatch(/painter\.onnx: damaged, its SHA-256 is/)
  })

  it('is refused by the field of its card', async () => {
    expect((await refusal(write(painter, { views: 0 }))).message).toMatch(
      'views is 0, needs a whole number from 1 to 64',
    )
    expect((await refusal(write(painter, { latent: { channels: 4, factor: 1, scale: 1 } }))).message).toMatch(
      'networks.decoder',
    )
    expect((await refusal(write(painter, { schedule: { ...card.schedule, kind: 'flow' } }))).message).toMatch(
      'schedule.prediction',
    )
    expect((await refusal(write(painter, { targets: ['semantic'] }))).message).toMatch(
      'targets is ["semantic"], needs a list with color',
    )
  })

  it('is refused before it takes more memory than it may', async () => {
    const error = await refusal(write(painter, { passMiB: 900 }, 2 ** 29))
    expect(error).toBeInstanceOf(ModelMemoryError)
    expect(error.message).toMatch(/painter: one pass over 2 views of 4 × 4 needs 901 MiB, 512 MiB are allowed/)
  })

  it('names the view that has another size', async () => {
    const large = view('wide', 1)
    const wide = { ...large, camera: { ...large.camera, width: 8 } }
    expect((await refusal(write(), ask({ views: [wide] }))).message).toMatch(
      'view wide: 8 × 4 pixels, painter makes 4 × 4',
    )
    const cut = view('cut', 1, { semantic: new Uint8Array(12) })
    const error = await refusal(write(), ask({ views: [cut] }))
    expect(error).toBeInstanceOf(RangeError)
    expect(error.message).toMatch('view cut: semantic has 12 values, needs 4 × 4 × 3')
    expect((await refusal(write(), ask({ steps: 101 }))).message).toMatch(
      '101 steps, needs a whole number from 1 to 100',
    )
  })
})

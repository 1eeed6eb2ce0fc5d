import { createRandom } from '@enfilade/geometry'
import type { GeneratedView, ViewCondition } from '@enfilade/radiance/learned'
import { ModelMemoryError } from '../model-memory-error.ts'
import type { MultiViewCard } from './card.ts'
import { boundsOf, conditionsOf, type Group, paint } from './conditions.ts'
import type { FloatTensor, Networks } from './networks.ts'
import { createScheduler } from './schedule.ts'

export type GenerateOptions = {
  readonly seed: number
  readonly steps: number
  readonly guidance: number
  /** Bytes that weights and passes may take together. */
  readonly memory: number
  readonly shouldStop: () => boolean
  readonly onStep: (done: number, total: number) => void
}

const MIB = 2 ** 20

/**
 * Pictures of views, group by group: what an earlier group made is known to the next, where the model takes known views.
 *
 * @returns Absent when it was stopped. @throws ModelMemoryError, ModelFileError.
 */
export async function generateViews(
  networks: Networks,
  card: MultiViewCard,
  views: readonly ViewCondition[],
  options: GenerateOptions,
): Promise<GeneratedView[] | undefined> {
  const isGuided = options.guidance !== 1 && card.guidance.drop.length > 0
  const passes = passesAtOnce(networks, card, isGuided, options.memory)
  const bounds = boundsOf(views)
  const groups = groupsOf(views.length, card)
  const made = new Map<number, GeneratedView>()
  const total = groups.length * options.steps
  let done = 0
  for (const indices of groups) {
    const known = indices.map((index) => views[index]!.known ?? made.get(index)?.color)
    const group: Group = { views: indices.map((index) => views[index]!), known, bounds }
    const sample = noiseOf(card, indices, options.seed)
    const told = await conditionsOf(networks, card, group)
    const scheduler = createScheduler(card.schedule, options.steps)
    for (const [step, time] of scheduler.times.entries()) {
      if (options.shouldStop()) return undefined
      const ask = { networks, card, told, sample, time }
      const said = isGuided ? await guided(ask, options.guidance, passes) : await denoise(ask, [false])
      scheduler.step(step, said, sample)
      options.onStep(++done, total)
    }
    const painted = await paint(networks, card, group, sample)
    for (const [place, index] of indices.entries()) if (!made.has(index)) made.set(index, painted[place]!)
  }
  return views.map((_view, index) => made.get(index)!)
}

/** Conditioned and free in one pass where memory and network allow it. */
function passesAtOnce(
  { denoiser, encoder, decoder }: Networks,
  card: MultiViewCard,
  isGuided: boolean,
  memory: number,
) {
  const weights = denoiser.bytes + (encoder?.bytes ?? 0) + (decoder?.bytes ?? 0)
  const needed = (passes: number) => weights + passes * card.passMiB * MIB
  if (needed(1) > memory)
    throw new ModelMemoryError(
      `${card.name}: one pass over ${card.views} views of ${card.width} × ${card.height} needs ${Math.ceil(needed(1) / MIB)} MiB, ${Math.floor(memory / MIB)} MiB are allowed`,
    )
  return isGuided && (denoiser.batch ?? 2) === 2 && needed(2) <= memory ? 2 : 1
}

/** Which views are made together. A group is always full: the last view fills it up. */
export function groupsOf(
  count: number,
  { views, conditions }: Pick<MultiViewCard, 'views' | 'conditions'>,
): number[][] {
  const overlap = conditions.includes('known') && views > 1 ? Math.floor(views / 2) : 0
  const groups: number[][] = []
  for (let from = 0; ; from += views - overlap) {
    groups.push(Array.from({ length: views }, (_, place) => Math.min(count - 1, from + place)))
    if (from + views >= count) return groups
  }
}

/** A view's noise depends on the seed and its number alone, not on its group. */
function noiseOf({ latent, targets, width, height }: MultiViewCard, indices: readonly number[], seed: number) {
  const size = (latent.channels * targets.length * width * height) / latent.factor ** 2
  const sample = new Float32Array(size * indices.length)
  for (const [place, index] of indices.entries()) {
    const random = createRandom(`${seed}:${index}`)
    for (let at = 0; at < size; at++) sample[place * size + at] = random.normal()
  }
  return sample
}

type Ask = {
  readonly networks: Networks
  readonly card: MultiViewCard
  readonly told: { readonly [name: string]: FloatTensor }
  readonly sample: Float32Array
  readonly time: number
}

/** Free + scale × (conditioned − free), Ho and Salimans, 2022. */
async function guided(ask: Ask, scale: number, passes: number): Promise<Float32Array> {
  const size = ask.sample.length
  const both = passes === 2 ? await denoise(ask, [false, true]) : undefined
  const strict = both?.subarray(0, size) ?? (await denoise(ask, [false]))
  const free = both?.subarray(size) ?? (await denoise(ask, [true]))
  return strict.map((value, at) => free[at]! + scale * (value - free[at]!))
}

/** One pass of the network. @param free Per batch entry: whether the guiding conditions are zero. */
function denoise({ networks, card, told, sample, time }: Ask, free: readonly boolean[]): Promise<Float32Array> {
  const { latent, targets, views, width, height } = card
  const shape = [free.length, views, latent.channels * targets.length, height / latent.factor, width / latent.factor]
  const isDropped = (name: string) => (card.guidance.drop as readonly string[]).includes(name)
  const maps = Object.entries(told).map(([name, map]) => [
    name,
    {
      shape: [free.length, ...map.shape.slice(1)],
      data: stack(free.map((isFree) => (isFree && isDropped(name) ? new Float32Array(map.data.length) : map.data))),
    },
  ])
  const inputs = {
    ...Object.fromEntries(maps),
    sample: { data: stack(free.map(() => sample)), shape },
    timestep: { data: new Float32Array(free.length).fill(time), shape: [free.length] },
  }
  return networks.denoiser.run(inputs, 'predicted', shape)
}

function stack(parts: readonly Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0]!
  const all = new Float32Array(parts.length * parts[0]!.length)
  for (const [index, part] of parts.entries()) all.set(part, index * part.length)
  return all
}

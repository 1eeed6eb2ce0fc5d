import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelFileError } from '../model-file-error.ts'

export const MULTI_VIEW_FORMAT = 'enfilade.multi-view/1'

/** Maps that a denoiser is told; each is one of its inputs. Channels: 3, 3, 6, as the latents, 1. */
export const CONDITIONS = ['semantic', 'coordinates', 'rays', 'known', 'known_mask'] as const
export type Condition = (typeof CONDITIONS)[number]
/** Pictures that are made, stacked in this order in the sample's channels. */
export const TARGETS = ['color', 'coordinates', 'semantic'] as const
export type Target = (typeof TARGETS)[number]

export type NetworkFile = { readonly file: string; readonly sha256: string }

export type Schedule = {
  /** How a step is taken: `ddim` and `dpm` (second order) on betas, `flow` along straight lines from noise to picture. */
  readonly kind: 'ddim' | 'dpm' | 'flow'
  /** What the network says. `flow` takes velocity alone. */
  readonly prediction: 'noise' | 'sample' | 'velocity'
  readonly steps: number
  readonly trainSteps: number
  /** Of `ddim` and `dpm`. */
  readonly betas: 'linear' | 'scaled-linear' | 'cosine'
  readonly betaStart: number
  readonly betaEnd: number
}

/** `<name>.json`: a multi-view model's description beside its networks. */
export type MultiViewCard = {
  readonly format: typeof MULTI_VIEW_FORMAT
  readonly name: string
  readonly networks: { readonly denoiser: NetworkFile; readonly encoder?: NetworkFile; readonly decoder?: NetworkFile }
  /** Views that the denoiser sees at once, and their size in pixels. */
  readonly views: number
  readonly width: number
  readonly height: number
  /** Without encoder and decoder: 3 channels, factor 1. `scale` is what encoded pictures are multiplied by. */
  readonly latent: { readonly channels: number; readonly factor: number; readonly scale: number }
  readonly conditions: readonly Condition[]
  /** Conditions that go through the encoder; the others are brought to the latents' size. */
  readonly encoded: readonly Condition[]
  readonly targets: readonly Target[]
  readonly schedule: Schedule
  /** `drop`: conditions that are zero in the free pass. */
  readonly guidance: { readonly scale: number; readonly drop: readonly Condition[] }
  /** Memory that one pass over one group of views takes besides the weights, MiB. */
  readonly passMiB: number
}

/** @throws ModelFileError that names the field. */
export async function readCard(folder: string, name: string): Promise<MultiViewCard> {
  const path = join(folder, `${name}.json`)
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new ModelFileError(`${path}: cannot be read`, { cause })
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ModelFileError(`${path}: is no JSON`, { cause })
  }
  return checkCard(value, path)
}

function checkCard(value: unknown, path: string): MultiViewCard {
  const card = value as MultiViewCard
  const need = (isRight: boolean, field: string, what: string) => {
    if (!isRight) throw new ModelFileError(`${path}: ${field} is ${JSON.stringify(at(card, field))}, needs ${what}`)
  }
  const isCount = (count: unknown, most: number) =>
    Number.isInteger(count) && Number(count) >= 1 && Number(count) <= most
  const isOf = (list: unknown, known: readonly string[]) =>
    Array.isArray(list) && list.every((each) => known.includes(each)) && new Set(list).size === list.length
  need(card?.format === MULTI_VIEW_FORMAT, 'format', `"${MULTI_VIEW_FORMAT}"`)
  for (const part of ['denoiser', 'encoder', 'decoder'] as const) {
    const file = card.networks?.[part]
    if (!file && part !== 'denoiser') continue
    need(/^[\w.-]+\.onnx$/.test(file?.file ?? ''), `networks.${part}.file`, 'the name of an .onnx file beside the card')
    need(/^[0-9a-f]{64}$/.test(file?.sha256 ?? ''), `networks.${part}.sha256`, 'a SHA-256 in hexadecimal')
  }
  need(isCount(card.views, 64), 'views', 'a whole number from 1 to 64')
  for (const side of ['width', 'height'] as const)
    need(isCount(card[side], 4096), side, 'a whole number from 1 to 4096')
  need(isCount(card.latent?.channels, 64), 'latent.channels', 'a whole number from 1 to 64')
  need(isCount(card.latent?.factor, 64), 'latent.factor', 'a whole number from 1 to 64')
  need(card.latent.scale > 0, 'latent.scale', 'a number above 0')
  const fits = card.width % card.latent.factor === 0 && card.height % card.latent.factor === 0
  need(fits, 'latent.factor', `a divisor of ${card.width} and ${card.height}`)
  need(isOf(card.conditions, CONDITIONS), 'conditions', `a list of ${CONDITIONS.join(', ')}`)
  const isEncodable = card.conditions.filter((each) => each !== 'rays' && each !== 'known_mask')
  need(isOf(card.encoded, isEncodable), 'encoded', `a list of ${isEncodable.join(', ')}`)
  need(isOf(card.targets, TARGETS) && card.targets.includes('color'), 'targets', 'a list with color')
  const plain = card.latent.channels === 3 && card.latent.factor === 1
  need(Boolean(card.networks.decoder) || plain, 'networks.decoder', 'a network, as the latents are not plain pictures')
  const encodes = card.encoded.length > 0 || (card.conditions.includes('known') && !plain)
  need(Boolean(card.networks.encoder) || !encodes, 'networks.encoder', 'a network, as conditions are encoded')
  checkSchedule(card, need)
  need(isOf(card.guidance?.drop, card.conditions), 'guidance.drop', `a list of ${card.conditions.join(', ')}`)
  need(Number.isFinite(card.guidance.scale), 'guidance.scale', 'a number')
  need(card.passMiB > 0, 'passMiB', 'a number above 0')
  return card
}

function checkSchedule(
  { schedule }: MultiViewCard,
  need: (isRight: boolean, field: string, what: string) => void,
): void {
  need(['ddim', 'dpm', 'flow'].includes(schedule?.kind), 'schedule.kind', '"ddim", "dpm" or "flow"')
  const says = schedule.kind === 'flow' ? ['velocity'] : ['noise', 'sample', 'velocity']
  need(says.includes(schedule.prediction), 'schedule.prediction', says.map((each) => `"${each}"`).join(' or '))
  need(
    Number.isInteger(schedule.trainSteps) && schedule.trainSteps >= 2,
    'schedule.trainSteps',
    'a whole number from 2',
  )
  const isSteps = Number.isInteger(schedule.steps) && schedule.steps >= 1 && schedule.steps <= schedule.trainSteps
  need(isSteps, 'schedule.steps', `a whole number from 1 to ${schedule.trainSteps}`)
  if (schedule.kind === 'flow') return
  const betas = ['linear', 'scaled-linear', 'cosine']
  need(betas.includes(schedule.betas), 'schedule.betas', betas.map((each) => `"${each}"`).join(' or '))
  if (schedule.betas === 'cosine') return
  need(schedule.betaStart > 0 && schedule.betaStart < 1, 'schedule.betaStart', 'a number between 0 and 1')
  need(schedule.betaEnd > schedule.betaStart && schedule.betaEnd < 1, 'schedule.betaEnd', 'above betaStart, below 1')
}

const at = (card: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], card)

import type { GeneratedView, ViewCondition } from '@enfilade/radiance/learned'
import type { Condition, MultiViewCard } from './card.ts'
import { channelsOf, type FloatTensor, type Networks } from './networks.ts'
import { fromPlanes, type Planes, shrink, toPlanes } from './planes.ts'

/** What coordinates are told relative to: −1 … 1 along the longest side. Metres. */
export type Bounds = { readonly center: readonly number[]; readonly half: number }

/** Views that are made together. */
export type Group = {
  readonly views: readonly ViewCondition[]
  /** Per view its picture, where it is known. */
  readonly known: readonly (Uint8Array | undefined)[]
  readonly bounds: Bounds
}

export function boundsOf(views: readonly ViewCondition[]): Bounds {
  const least = [Infinity, Infinity, Infinity]
  const most = [-Infinity, -Infinity, -Infinity]
  for (const { coordinates } of views)
    for (let at = 0; at < coordinates.length; at++) {
      const value = coordinates[at]!
      if (value < least[at % 3]!) least[at % 3] = value
      if (value > most[at % 3]!) most[at % 3] = value
    }
  if (!(most[0]! >= least[0]!)) return { center: [0, 0, 0], half: 1 }
  const center = least.map((value, axis) => (value + most[axis]!) / 2)
  return { center, half: Math.max(1e-3, ...least.map((value, axis) => (most[axis]! - value) / 2)) }
}

/** The denoiser's condition inputs, 1 × views × channels × height × width each. */
export async function conditionsOf(
  networks: Networks,
  card: MultiViewCard,
  group: Group,
): Promise<{ [name: string]: FloatTensor }> {
  const { factor } = card.latent
  const [w, h] = [card.width / factor, card.height / factor]
  const told: { [name: string]: FloatTensor } = {}
  for (const name of card.conditions) {
    const channels = channelsOf(card, name)
    const data = new Float32Array(channels * w * h * card.views)
    for (const [place, view] of group.views.entries()) {
      const planes = planesOf(card, name, view, group.known[place], group.bounds)
      if (planes) data.set(await toLatent(networks, card, name, planes), place * channels * w * h)
    }
    told[name] = { data, shape: [1, card.views, channels, h, w] }
  }
  return told
}

/** @returns Absent: zeros, as nothing is known. */
function planesOf(
  { width, height }: MultiViewCard,
  name: Condition,
  { semantic, coordinates, rays }: ViewCondition,
  known: Uint8Array | undefined,
  { center, half }: Bounds,
): Planes | undefined {
  switch (name) {
    case 'semantic':
      return toPlanes(semantic, 3, width, height, fromByte)
    case 'coordinates':
      return toPlanes(coordinates, 3, width, height, (value, axis) =>
        Number.isNaN(value) ? 0 : (value - center[axis]!) / half,
      )
    case 'rays':
      return toPlanes(pluckerOf(rays, center, half), 6, width, height, (value) => value)
    case 'known':
      return known && toPlanes(known, 3, width, height, fromByte)
    case 'known_mask':
      return known && { channels: 1, width, height, data: new Float32Array(width * height).fill(1) }
  }
}

const fromByte = (value: number): number => value / 127.5 - 1

/** Direction, and the moment of the ray about the middle of the bounds: the same for every point of the ray. */
function pluckerOf(rays: Float32Array, center: readonly number[], half: number): Float32Array {
  const lines = new Float32Array(rays.length)
  for (let at = 0; at < rays.length; at += 6) {
    const [x, y, z] = [0, 1, 2].map((axis) => (rays[at + axis]! - center[axis]!) / half) as [number, number, number]
    const [dx, dy, dz] = [rays[at + 3]!, rays[at + 4]!, rays[at + 5]!]
    lines.set([dx, dy, dz, y * dz - z * dy, z * dx - x * dz, x * dy - y * dx], at)
  }
  return lines
}

async function toLatent(
  { encoder }: Networks,
  card: MultiViewCard,
  name: Condition,
  planes: Planes,
): Promise<Float32Array> {
  const { channels, factor, scale } = card.latent
  const isEncoded = card.encoded.includes(name) || (name === 'known' && encoder !== undefined)
  if (!isEncoded) return shrink(planes, factor).data
  const image = { data: planes.data, shape: [1, 3, card.height, card.width] }
  const wanted = [1, channels, card.height / factor, card.width / factor]
  const latent = await encoder!.run({ image }, 'latent', wanted)
  return latent.map((value) => value * scale)
}

/** The pictures in a finished sample; what was known stays as it was. */
export async function paint(
  networks: Networks,
  card: MultiViewCard,
  group: Group,
  sample: Float32Array,
): Promise<GeneratedView[]> {
  const { channels, factor } = card.latent
  const size = (channels * card.width * card.height) / factor ** 2
  const made: GeneratedView[] = []
  for (const [place, { camera }] of group.views.entries()) {
    const pictures = new Map<string, Float32Array>()
    for (const [index, target] of card.targets.entries()) {
      const from = (place * card.targets.length + index) * size
      pictures.set(target, await toPicture(networks, card, sample.slice(from, from + size)))
    }
    const coordinates = pictures.get('coordinates')
    const semantic = pictures.get('semantic')
    made.push({
      camera,
      color: group.known[place] ?? toBytes(pictures.get('color')!),
      ...(coordinates && { coordinates: toPoints(coordinates, group.bounds) }),
      ...(semantic && { semantic: toBytes(semantic) }),
    })
  }
  return made
}

async function toPicture({ decoder }: Networks, card: MultiViewCard, data: Float32Array): Promise<Float32Array> {
  if (!decoder) return data
  const { channels, factor, scale } = card.latent
  const shape = [1, channels, card.height / factor, card.width / factor]
  const latent = { data: data.map((value) => value / scale), shape }
  return decoder.run({ latent }, 'image', [1, 3, card.height, card.width])
}

function toBytes(planes: Float32Array): Uint8Array {
  const bytes = new Uint8Array(planes.length)
  fromPlanes(planes, 0, 3, planes.length / 3, (value, at) => {
    bytes[at] = Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)))
  })
  return bytes
}

function toPoints(planes: Float32Array, { center, half }: Bounds): Float32Array {
  const points = new Float32Array(planes.length)
  fromPlanes(planes, 0, 3, planes.length / 3, (value, at, axis) => {
    points[at] = value * half + center[axis]!
  })
  return points
}

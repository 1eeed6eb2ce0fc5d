import { findKind, type Kind, sizeForShape } from '@enfilade/catalogue'
import type { Size3 } from '@enfilade/scene'
import type { Bounds, BriefObject } from './brief.ts'

/** Block that stands for a thing the catalogue does not know. */
const UNKNOWN_SIZE: Size3 = [0.6, 0.5, 0.8]

const pick = (bounds: Bounds | undefined, wish: number, low: number, high: number): number => {
  if (bounds?.exact !== undefined) return bounds.exact
  const least = bounds?.min ?? low
  const most = bounds?.max ?? Math.max(high, least)
  return Math.min(Math.max(wish, Math.min(least, most)), most)
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share

/** To the centimetre, thin things to the millimetre. */
const tidy = (value: number): number => (value < 0.1 ? Math.round(value * 1000) / 1000 : Math.round(value * 100) / 100)

/**
 * Sizes to try, the wanted one first, then smaller ones down to the kind's least. Said dimensions hold exactly.
 *
 * @param wish Preferred size where nothing was said. Absent: the kind's typical one (its preset's for a variant).
 */
export const sizeOptions = (category: string, object?: BriefObject, wish?: Size3): Size3[] => {
  const kind = findKind(category)
  const typical = wish ?? presetSize(kind, object) ?? kind?.size.typical ?? UNKNOWN_SIZE
  const least = kind?.size.min ?? (typical.map((value) => value * 0.7) as unknown as Size3)
  const most = kind?.size.max ?? (typical.map((value) => value * 1.6) as unknown as Size3)
  const bounds = [object?.size?.width, object?.size?.depth, object?.size?.height]
  const wanted = typical.map((value, axis) => {
    if (object?.sizeClass === 'large' && axis < 2) return mix(value, most[axis]!, 0.4)
    if (object?.sizeClass === 'small' && axis < 2) return mix(value, least[axis]!, 0.6)
    return value
  })
  const shape = object?.attributes?.shape?.toLowerCase()
  const isEven = shape === 'round' || shape === 'square' || shape === 'octagonal'
  const isFree = !object?.size?.width && !object?.size?.depth
  const options: Size3[] = []
  for (const share of [0, 0.3, 0.6, 0.95]) {
    const size = wanted.map((value, axis) => {
      // Heights do not shrink to save floor.
      const smaller =
        axis === 2 ? heightOf(object, value, least[axis]!) : mix(value, Math.min(value, least[axis]!), share)
      return tidy(pick(bounds[axis], smaller, least[axis]!, most[axis]!))
    }) as unknown as [number, number, number]
    if (shape && isFree) size.splice(0, 3, ...sizeForShape(category, size, shape))
    else if (isEven && kind?.mount !== 'wall') size[1] = size[0] = roundWidth(size, bounds)
    if (!options.some((other) => other[0] === size[0] && other[1] === size[1])) options.push(size)
  }
  return options
}

/** Under a window a thing that comes in lower sizes is no taller than the sill. */
const heightOf = (object: BriefObject | undefined, usual: number, least: number): number => {
  const isUnder = object?.relations.some(
    ({ type, target, negated }) =>
      !negated && (type === 'under_window' || (type === 'under' && target?.kind === 'building')),
  )
  return isUnder && usual > SILL ? Math.max(least, SILL) : usual
}

const SILL = 0.9

/** What is round is as deep as it is wide: as said of either, else the larger of both. */
const roundWidth = (
  size: readonly [number, number, number],
  [width, depth]: readonly (Bounds | undefined)[],
): number => (width ? size[0] : depth ? size[1] : Math.max(size[0], size[1]))

const presetSize = (kind: Kind | undefined, object: BriefObject | undefined): Size3 | undefined => {
  if (!kind || !object) return undefined
  const { seats, attributes } = object
  const byShape = kind.presets.find(
    (preset) => attributes?.shape !== undefined && preset.shape === attributes.shape.toLowerCase(),
  )
  if (byShape) return byShape.size
  const byVariant = kind.presets.find(
    (preset) => attributes?.variant !== undefined && preset.variant === attributes.variant,
  )
  if (byVariant) return byVariant.size
  if (seats !== undefined) {
    const enough = kind.presets.filter(
      (preset) => kind.seats({ size: preset.size, shape: preset.shape }) >= seats && !preset.shape,
    )
    if (enough.length > 0) return enough.reduce((best, preset) => (preset.size[0] < best.size[0] ? preset : best)).size
    return widthFor(kind, seats)
  }
  return undefined
}

/** The usual size made wide enough for so many, where the kind comes that wide. */
const widthFor = (kind: Kind, seats: number): Size3 | undefined => {
  const [width, depth, height] = kind.size.typical
  for (let wide = width; wide <= kind.size.max[0]; wide += 0.05)
    if (kind.seats({ size: [wide, depth, height] }) >= seats) return [wide, depth, height]
  return undefined
}

/** The catalogue's own size of a kind. */
export const typicalSize = (category: string): Size3 => findKind(category)?.size.typical ?? UNKNOWN_SIZE

/** Whether the catalogue has the kind: own additions are only of known kinds. */
export const isKnown = (category: string): boolean => findKind(category) !== undefined

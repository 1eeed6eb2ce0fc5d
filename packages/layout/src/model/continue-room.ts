import { findKind, type Kind } from '@enfilade/catalogue'
import { createRandom, type Random } from '@enfilade/geometry'
import type { Size3 } from '@enfilade/scene'
import type { Unit } from '../arrangement.ts'
import type { Brief } from '../brief.ts'
import type { Candidate } from '../candidate.ts'
import type { Site } from '../site.ts'
import { usualArrangements } from '../units/simple.ts'
import type { HintedItem } from './layout-model.ts'
import type { Network } from './network.ts'
import { standingThings } from './place-inputs.ts'
import { askPlaces, likeliest, thingsOf, WIDTH_BINS } from './place-units.ts'
import { findPlaces } from './places.ts'
import type { Vocabulary } from './tokens.ts'

export type ContinueOptions = {
  readonly seed: number
  /** Things to add at most. */
  readonly count: number
  /** 0: always the likeliest word; 1: as likely as the network says. Default 0.7. */
  readonly heat?: number
}

/** Metres in a bin of the network's sizes. */
const BIN = 0.1
/** Fruitless words in a row after which the room counts as full. */
const PATIENCE = 4

/**
 * Continues a room with its next things: category, size, place, in this order. The grammar allows a category only if the
 * catalogue has it, it stands on the floor, and the brief neither excludes nor exhausts it; a size only within the kind's
 * range; a place only if the thing fits there. So whatever the network says, what comes out can stand in the room.
 */
export const continueRoom = async (
  network: Network,
  vocabulary: Vocabulary,
  site: Site,
  brief: Brief,
  { seed, count, heat = 0.7 }: ContinueOptions,
): Promise<HintedItem[]> => {
  const random = createRandom(`continue:${seed}`)
  const places = findPlaces(site)
  const things = standingThings(site)
  const placed: Candidate[] = []
  const items: HintedItem[] = []
  const full = new Set<string>()
  for (let idle = 0; items.length < count && idle < PATIENCE; ) {
    const ask = (unit: Unit) => askPlaces(network, { site, brief, places, units: [unit], things }, vocabulary)
    const { next } = await ask(unitOf(findKind('plant')!))
    const kinds = allowedKinds(vocabulary, brief, things, full)
    const word = pick(next, [...kinds.keys()], heat, random)
    const kind = word === undefined ? undefined : kinds.get(word)
    if (!kind) break
    const sized = unitOf(kind, pickSize(kind, (await ask(unitOf(kind))).sizes[0]!, heat, random))
    const candidate = likeliest(site, places, sized, 0, (await ask(sized)).scores[0]!, placed)
    if (!candidate) {
      full.add(kind.id)
      idle++
      continue
    }
    idle = 0
    placed.push(candidate)
    things.push(...thingsOf(candidate))
    const [{ category, box }] = candidate.shapes as [Candidate['shapes'][number]]
    items.push({ category, x: box.x, y: box.y, yaw: box.yaw, size: candidate.arrangement.pieces[0]!.size })
  }
  return items
}

/** Words that may come next, with their kinds. */
const allowedKinds = (
  { words }: Vocabulary,
  brief: Brief,
  things: readonly { readonly category: string }[],
  full: ReadonlySet<string>,
): Map<number, Kind> => {
  const allowed = new Map<number, Kind>()
  for (const [index, word] of words.entries()) {
    const kind = findKind(word)
    if (kind?.id !== word || kind.mount !== 'floor' || kind.walkable || full.has(word)) continue
    if (brief.exclusions.some(({ category }) => category === word)) continue
    const named = brief.objects.filter(({ category }) => category === word)
    const most = named.reduce((sum, { count }) => sum + (count.max ?? Number.POSITIVE_INFINITY), 0)
    const present = things.filter(({ category }) => category === word).length
    if (named.length > 0 ? present < most : !brief.only) allowed.set(index, kind)
  }
  return allowed
}

const pickSize = (kind: Kind, logits: Float32Array, heat: number, random: Random): Size3 => {
  const side = (axis: 0 | 1): number => {
    const [low, high] = [kind.size.min[axis], kind.size.max[axis]]
    const row = axis === 0 ? logits.subarray(0, WIDTH_BINS) : logits.subarray(WIDTH_BINS)
    const bins = [...row.keys()].filter((bin) => (bin + 1) * BIN > low && bin * BIN <= high)
    const bin = pick(row, bins, heat, random) ?? Math.floor(low / BIN)
    return Math.round(Math.min(high, Math.max(low, (bin + 0.5) * BIN)) * 100) / 100
  }
  return [side(0), side(1), kind.size.typical[2]]
}

/** One of the allowed entries, by its logit; undefined when none is allowed. What is no number counts as unlikely. */
const pick = (logits: Float32Array, allowed: readonly number[], heat: number, random: Random): number | undefined => {
  let best: { entry: number; value: number } | undefined
  for (const entry of allowed) {
    const logit = Number.isFinite(logits[entry]) ? Math.round(logits[entry]! * 100) / 100 : -100
    // Adding Gumbel noise and taking the best draws from the distribution.
    const value = logit - heat * Math.log(-Math.log(Math.max(1e-12, random())))
    if (!best || value > best.value) best = { entry, value }
  }
  return best?.entry
}

const unitOf = ({ id: category }: Kind, size?: Size3): Unit => {
  const forms = usualArrangements(category, undefined, size)
  const first = forms[0]!.pieces[0]!.size
  const isFirst = (side: Size3): boolean => side[0] === first[0] && side[1] === first[1]
  return {
    key: `next-${category}`,
    purpose: 'other',
    arrangements: size ? forms.filter(({ pieces }) => isFirst(pieces[0]!.size)) : forms,
    isRequired: false,
    worth: 2,
    objects: [],
    rank: 10,
  }
}

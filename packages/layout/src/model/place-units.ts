import { planPenetration } from '@enfilade/critic'
import type { Arrangement, Frame, Unit } from '../arrangement.ts'
import { type Candidate, tryCandidate } from '../candidate.ts'
import { type Site, WALL_GAP } from '../site.ts'
import type { Network, Tensors } from './network.ts'
import { buildInputs, type PlaceQuestion } from './place-inputs.ts'
import type { Place } from './places.ts'
import type { Thing, Vocabulary } from './tokens.ts'

/** Log-probabilities of a unit over the places, and last over "nowhere". */
export type PlaceScores = Float32Array

export type Answer = {
  /** One for each unit of the question. */
  readonly scores: readonly PlaceScores[]
  /** Logits of the next category, over the vocabulary. */
  readonly next: Float32Array
  /** Logits of each unit's size: `WIDTH_BINS` of its width, then its depth, 10 cm a bin. */
  readonly sizes: readonly Float32Array[]
}

export const WIDTH_BINS = 32

/** Asks the network; at least one unit. Scores are rounded, so that what hardware adds in another order is the same. */
export const askPlaces = async (network: Network, question: PlaceQuestion, vocabulary: Vocabulary): Promise<Answer> => {
  const outputs = await network.run(buildInputs(question, vocabulary))
  const rows = (name: string): Float32Array[] => splitRows(outputs, name, question.units.length)
  return { scores: rows('scores').map(toLogShares), next: outputs.next!.data as Float32Array, sizes: rows('size') }
}

const splitRows = (outputs: Tensors, name: string, count: number): Float32Array[] => {
  const data = outputs[name]!.data as Float32Array
  const width = data.length / count
  return Array.from({ length: count }, (_, index) => data.slice(index * width, (index + 1) * width))
}

/** What is no number counts as unlikely. */
const toLogShares = (raw: Float32Array): PlaceScores => {
  const logits = raw.map((value) => (Number.isFinite(value) ? value : -100))
  const top = logits.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY)
  const sum = logits.reduce((total, value) => total + Math.exp(value - top), 0)
  return logits.map((value) => Math.round((value - top - Math.log(sum)) * 100) / 100)
}

/** Best places that are tried for one unit before it stays out. */
const TRIES = 24

/**
 * Puts units down one by one, the next with what stands already in view, each on the likeliest place that is possible:
 * inside, off the doors, over nothing else.
 *
 * @returns A candidate for each unit, undefined where no likely place was free.
 */
export const placeUnits = async (
  network: Network,
  question: PlaceQuestion,
  vocabulary: Vocabulary,
): Promise<(Candidate | undefined)[]> => {
  const { site, places, units } = question
  const chosen: (Candidate | undefined)[] = units.map(() => undefined)
  const order = units.map((_, index) => index).sort((a, b) => units[a]!.rank - units[b]!.rank || a - b)
  const things = [...question.things]
  for (const [step, index] of order.entries()) {
    const rest = order.slice(step)
    const { scores } = await askPlaces(
      network,
      { ...question, units: rest.map((unit) => units[unit]!), things },
      vocabulary,
    )
    const placed = chosen.filter((candidate) => candidate !== undefined)
    const candidate = likeliest(site, places, units[index]!, index, scores[0]!, placed)
    if (!candidate) continue
    chosen[index] = candidate
    things.push(...thingsOf(candidate))
  }
  return chosen
}

/** What a placed unit is to the units after it. */
export const thingsOf = ({ shapes }: Candidate): Thing[] =>
  shapes.map(({ category, box }) => ({
    category,
    size: [box.halfWidth * 2, box.halfDepth * 2, box.top],
    x: box.x,
    y: box.y,
    yaw: box.yaw,
  }))

/** The unit on its likeliest possible place, in its largest form that fits there. */
export const likeliest = (
  site: Site,
  places: readonly Place[],
  unit: Unit,
  index: number,
  scores: PlaceScores,
  placed: readonly Candidate[],
): Candidate | undefined => {
  const nowhere = scores[places.length]!
  const order = places.map((_, place) => place).sort((a, b) => scores[b]! - scores[a]! || a - b)
  for (const place of order.slice(0, TRIES)) {
    if (scores[place]! < nowhere - 4) return undefined
    for (const arrangement of unit.arrangements) {
      const frame = frameAt(places[place]!, arrangement)
      if (!frame) continue
      const candidate = tryCandidate(site, index, arrangement, frame, index, places[place]!.edge)
      if (candidate && placed.every((other) => !isOver(candidate, other))) return candidate
    }
  }
  return undefined
}

const isOver = (a: Candidate, b: Candidate): boolean =>
  a.boxes.some((box) => b.boxes.some((other) => planPenetration(box, other) > 0))

/** Where an arrangement's origin lies when it stands at a place; undefined when it does not stand at such places. */
const frameAt = (place: Place, { placement }: Arrangement): Frame | undefined => {
  if (placement === 'wall' && place.kind === 'wall') {
    const { inward } = place.edge!
    return { x: place.x + inward[0] * WALL_GAP, y: place.y + inward[1] * WALL_GAP, yaw: place.yaw }
  }
  const isSame = (placement === 'corner' && place.kind === 'corner') || (placement === 'free' && place.kind === 'floor')
  return isSame ? { x: place.x, y: place.y, yaw: place.yaw } : undefined
}

import { findKind } from '@enfilade/catalogue'
import { createRandom, isPointInRegion, type Random } from '@enfilade/geometry'
import type { Brief } from '../brief.ts'
import type { Site } from '../site.ts'
import type { Network, Tensor } from './network.ts'
import { standingThings } from './place-inputs.ts'
import {
  CONTEXT,
  createScriptFrame,
  readThing,
  roomWords,
  type ScriptFrame,
  scriptCells,
  scriptNumber,
  scriptWords,
  THING_WORDS,
  thingsWords,
} from './script-tokens.ts'
import type { Thing } from './tokens.ts'

export const SCRIPT_MODEL_FORMAT = 'enfilade.script-model/1'

export type ContinueScriptOptions = {
  readonly seed: number
  /** How many of each kind may come; what is not listed does not. Absent: what the brief does not exclude. */
  readonly kinds?: ReadonlyMap<string, number>
  /** Whether the line may end only when all `kinds` have come. Default false. */
  readonly isWhole?: boolean
  /** 0: always the likeliest word; 1: as likely as the network says. Default 0. */
  readonly heat?: number
}

/** Keys and values of the network's layers before the first word: 2 × 3 layers, 4 heads of 24. */
const NO_PAST: Tensor = { data: new Float32Array(0), shape: [6, 1, 4, 0, 24] }

/**
 * Continues a room's line word by word. A mask for each place in a thing lets through only what parses: a kind that may
 * come or the end, a size, an x and a y inside the room, a yaw. So whatever the network says, whole things come out.
 */
export const continueScript = async (
  network: Network,
  site: Site,
  brief: Brief,
  { seed, kinds = allKinds(brief), isWhole = false, heat = 0 }: ContinueScriptOptions,
): Promise<Thing[]> => {
  const random = createRandom(`script:${seed}`)
  const frame = createScriptFrame(site)
  const given = [...roomWords(site, brief, frame), ...thingsWords(standingThings(site), frame)]
  const left = new Map(kinds)
  const grammar = createGrammar(site, frame, left, isWhole)
  const things: Thing[] = []
  let said: string[] = []
  let feed = given.map((word) => scriptNumber(word)!)
  let past = NO_PAST
  for (let length = given.length; length + THING_WORDS - said.length < CONTEXT; length++) {
    const allowed = grammar(said)
    if (allowed.length === 0) break
    const output = await network.run({
      tokens: { data: BigInt64Array.from(feed, BigInt), shape: [1, feed.length] },
      past,
    })
    past = output.present!
    const logits = (output.logits!.data as Float32Array).subarray(-scriptWords.length)
    const number = pick(logits, allowed, heat, random)
    const word = scriptWords[number]!
    if (word === 'end') break
    feed = [number]
    said = [...said, word]
    if (said.length < THING_WORDS) continue
    const thing = readThing(said, frame)
    left.set(thing.category, left.get(thing.category)! - 1)
    things.push(thing)
    said = []
  }
  return things
}

/** Every kind that stands on the floor and is not excluded; of what is named, no more than is named. */
const allKinds = (brief: Brief): Map<string, number> => {
  const most = new Map<string, number>()
  for (const word of scriptWords) {
    const category = word.startsWith('#') ? word.slice(1) : ''
    if (!findKind(category) || brief.exclusions.some((exclusion) => exclusion.category === category)) continue
    const named = brief.objects.filter((object) => object.category === category)
    const count = named.reduce((sum, { count: { max } }) => sum + (max ?? CONTEXT), 0)
    if (named.length > 0 || !brief.only) most.set(category, named.length > 0 ? count : CONTEXT)
  }
  return most
}

/** Numbers of the words that may follow what was said of a thing. */
const createGrammar = (
  site: Site,
  frame: ScriptFrame,
  left: ReadonlyMap<string, number>,
  isWhole: boolean,
): ((said: readonly string[]) => readonly number[]) => {
  const numbersOf = (words: Iterable<string>): number[] => [...words].flatMap((word) => scriptNumber(word) ?? [])
  const cells = scriptCells(frame, (point) => isPointInRegion(point, site.plan.polygon, site.plan.holes))
  const columns = new Map([...cells].map(([x, list]) => [x, numbersOf(list)]))
  const starting = (prefix: RegExp): number[] => numbersOf(scriptWords.filter((word) => prefix.test(word)))
  const [sizes, yaws, xs] = [starting(/^size/), starting(/^yaw/), numbersOf(columns.keys())]
  return (said) => {
    if (said.length === 1) return sizes
    if (said.length === 2) return xs
    if (said.length === 3) return columns.get(said[2]!)!
    if (said.length === 4) return yaws
    const open = numbersOf([...left].filter(([, count]) => count > 0).map(([category]) => `#${category}`))
    return xs.length === 0 || (isWhole && open.length === 0) ? [] : isWhole ? open : [...open, ...numbersOf(['end'])]
  }
}

/** One of the allowed words, by its logit; what is no number counts as unlikely. */
const pick = (logits: Float32Array, allowed: readonly number[], heat: number, random: Random): number => {
  let best = allowed[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const number of allowed) {
    const logit = Number.isFinite(logits[number]) ? Math.round(logits[number]! * 100) / 100 : -100
    // Adding Gumbel noise and taking the best draws from the distribution.
    const value = heat > 0 ? logit - heat * Math.log(-Math.log(Math.max(1e-12, random()))) : logit
    if (value > most) {
      most = value
      best = number
    }
  }
  return best
}

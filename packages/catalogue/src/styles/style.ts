import type { MaterialName } from '../materials.ts'
import type { DefaultFinish } from '../mesh.ts'

/** A finish as the tables write it: a material, or a material in a colour of its own. */
type FinishText = MaterialName | `${MaterialName} #${string}`

/** What a style is made of. Every list begins with what is most typical of it. */
export type Style = {
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] }
  /** Furniture's wood. */
  readonly wood: readonly DefaultFinish[]
  /** Painted boards and fronts. */
  readonly painted: readonly DefaultFinish[]
  /** Legs, handles, lamps. */
  readonly metal: readonly DefaultFinish[]
  /** Sofas and other large upholstery. */
  readonly fabric: readonly DefaultFinish[]
  /** Chairs, armchairs, headboards: beside the sofa, not the same. */
  readonly seat: readonly DefaultFinish[]
  readonly walls: readonly DefaultFinish[]
  /** One wall that may stand out. Empty: none does. */
  readonly feature: readonly DefaultFinish[]
  /** Floors of dry rooms. */
  readonly floor: readonly DefaultFinish[]
  /** Floors of bathrooms and their like. */
  readonly tile: readonly DefaultFinish[]
  /** Doors, frames. */
  readonly trim: readonly DefaultFinish[]
  readonly rug: readonly DefaultFinish[]
  readonly curtain: readonly DefaultFinish[]
  /** Worktops, stone tables. */
  readonly stone: readonly DefaultFinish[]
  /** Sets of three colours for cushions, throws, vases, books and pictures; the strongest first. `#rrggbb`. */
  readonly accents: readonly (readonly [string, string, string])[]
  /** Colour of its lamps. */
  readonly kelvin: number
}

type Lists = Exclude<keyof Style, 'names' | 'kelvin' | 'accents'>

/** A style as the tables write it. `feature` absent: none. */
export type StyleText = Pick<Style, 'accents' | 'kelvin'> & {
  readonly [list in Exclude<Lists, 'feature'>]: readonly FinishText[]
} & { readonly feature?: readonly FinishText[] }

/**
 * Reads a style of the tables.
 *
 * @param en English names, the label first, separated by commas; `zh` likewise.
 */
export function style(en: string, zh: string, text: StyleText): Style {
  const words = (list: string) => list.split(',').map((word) => word.trim())
  const { accents, kelvin, feature = [], ...lists } = text
  const finishes = Object.entries({ ...lists, feature }).map(
    ([key, list]) => [key, list.map((entry) => readFinish(entry))] as const,
  )
  return {
    names: { en: words(en), zh: words(zh) },
    ...(Object.fromEntries(finishes) as { readonly [list in Lists]: DefaultFinish[] }),
    accents,
    kelvin,
  }
}

function readFinish(text: FinishText): DefaultFinish {
  const [material, color] = text.split(' ') as [MaterialName, string | undefined]
  return color ? { material, color } : { material }
}

import { materialFamily, materials, type Style, type StyleName, styles } from '@enfilade/catalogue'
import type { AppearanceBrief, Mood, Text } from './appearance-brief.ts'
import { colorDistance } from './oklab.ts'
import { draw } from './seeded.ts'

/**
 * Up to three styles in one room. The base gives walls, floor, wood and large cloth; another gives metal, chairs, stone
 * and accents; the rest rugs and curtains. With one style all three are it.
 */
export type StyleBlend = {
  readonly names: readonly StyleName[]
  readonly base: Style
  readonly other: Style
  readonly rest: Style
  readonly why: Text
  readonly whyOther: Text
  readonly whyRest: Text
}

export function blendStyles(brief: AppearanceBrief, seed: number): StyleBlend {
  const isAsked = brief.styles.length > 0
  const names = isAsked ? brief.styles.map(({ style }) => style) : [guessStyle(brief, seed)]
  const [first, second = first, third = second] = names as [StyleName, StyleName?, StyleName?]
  const reason = (name: StyleName): Text => {
    const { en, zh } = styles[name].names
    return isAsked
      ? { en: `typical of ${en[0]}`, zh: `${zh[0]}的典型搭配` }
      : { en: `no style was named; ${en[0]} fits what was said`, zh: `未指定风格，${zh[0]}与描述相符` }
  }
  return {
    names,
    base: styles[first],
    other: styles[second],
    rest: styles[third],
    why: reason(first),
    whyOther: reason(second),
    whyRest: reason(third),
  }
}

/** Styles that moods call to mind. */
const OF_MOOD: { readonly [mood in Mood]: readonly StyleName[] } = {
  warm: ['cosy', 'japandi', 'organic', 'mid_century'],
  cool: ['scandinavian', 'modern', 'coastal'],
  calm: ['japandi', 'organic', 'minimal', 'wabi_sabi'],
  fresh: ['scandinavian', 'coastal', 'tropical'],
  dramatic: ['gothic', 'art_deco', 'luxury'],
  cosy: ['cosy', 'cottage', 'rustic'],
  bright: ['scandinavian', 'cream', 'coastal', 'minimal'],
  dark: ['gothic', 'industrial', 'victorian'],
  colourful: ['dopamine', 'maximalist', 'bohemian', 'memphis'],
  muted: ['japandi', 'modern', 'scandinavian'],
  contrast: ['modern', 'bauhaus', 'art_deco'],
  natural: ['organic', 'japandi', 'rustic'],
  elegant: ['luxury', 'french', 'classic'],
}

/** Styles that go with anything. */
const USUAL: readonly StyleName[] = ['modern', 'scandinavian', 'japandi', 'organic']

/** The style that fits what was said without naming one. */
function guessStyle(brief: AppearanceBrief, seed: number): StyleName {
  let best: StyleName = 'modern'
  let bestScore = -Infinity
  for (const name of (Object.keys(styles) as StyleName[]).sort()) {
    const score = fit(name, brief) + draw(seed, `style ${name}`) * 0.9
    if (score > bestScore) [best, bestScore] = [name, score]
  }
  return best
}

function fit(name: StyleName, { moods, materials: asked, colors, wishes, picture }: AppearanceBrief): number {
  const style = styles[name]
  const own = new Set(
    [...style.wood, ...style.metal, ...style.fabric, ...style.seat, ...style.stone].map((f) => f.material),
  )
  const wanted = [...asked, ...wishes.flatMap(({ material }) => material ?? [])]
  let score = USUAL.includes(name) ? 1 : 0
  for (const mood of moods) {
    const rank = OF_MOOD[mood].indexOf(name)
    if (rank >= 0) score += rank === 0 ? 1.8 : 1.2
  }
  for (const material of wanted) if (own.has(material)) score += 0.6
  const near = (color: string, list: readonly string[]) =>
    0.5 - 2 * Math.min(...list.map((other) => colorDistance(color, other)))
  const shown = [...style.walls, ...style.fabric, ...style.seat].map((f) => f.color ?? materials[f.material].color)
  for (const color of colors) score += near(color, [...shown, ...style.accents.flat()])
  if (!picture) return score
  const woods = [...style.floor, ...style.wood].filter((f) => materialFamily(f.material) === 'wood')
  const walls = style.walls.map((f) => f.color ?? materials[f.material].color)
  if (picture.walls) score += 2 * near(picture.walls, walls)
  if (picture.furniture) score += near(picture.furniture, shown)
  if (picture.woodColor && woods.length > 0)
    score += near(
      picture.woodColor,
      woods.map((f) => f.color ?? materials[f.material].color),
    )
  for (const color of picture.accents) score += near(color, style.accents.flat())
  return score
}

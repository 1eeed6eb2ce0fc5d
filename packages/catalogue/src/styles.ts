import type { DefaultFinish } from './mesh.ts'

/** What a style is made of: the finish that parts of each kind of material take. */
export type Style = {
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] }
  readonly wood: DefaultFinish
  readonly painted: DefaultFinish
  readonly metal: DefaultFinish
  /** Upholstery and large cloths. */
  readonly fabric: DefaultFinish
}

function style(
  en: readonly string[],
  zh: readonly string[],
  wood: DefaultFinish,
  painted: DefaultFinish,
  metal: DefaultFinish,
  fabric: DefaultFinish,
): Style {
  return { names: { en, zh }, wood, painted, metal, fabric }
}

const white = { material: 'white_lacquer' } as const
const painted = (color: string) => ({ material: 'painted_wood', color }) as const
const black = { material: 'black_metal' } as const
const brass = { material: 'brass' } as const

/** Style ids as documents store them. */
export const styles = {
  modern: style(
    ['modern', 'contemporary'],
    ['现代', '现代风格', '现代简约'],
    { material: 'walnut' },
    painted('#e9e7e2'),
    black,
    { material: 'linen', color: '#b9b8b4' },
  ),
  scandinavian: style(
    ['scandinavian', 'nordic', 'scandi'],
    ['北欧', '北欧风'],
    { material: 'ash' },
    painted('#f1eee7'),
    { material: 'painted_metal' },
    { material: 'linen', color: '#cfd3cf' },
  ),
  japanese: style(
    ['japanese', 'muji', 'zen', 'wabi sabi'],
    ['日式', '侘寂', '禅意'],
    { material: 'bamboo' },
    painted('#e7dfd0'),
    black,
    { material: 'linen', color: '#ddd4c2' },
  ),
  japandi: style(['japandi'], ['日式北欧', '原木风'], { material: 'oak' }, painted('#e9e2d5'), black, {
    material: 'linen',
    color: '#d8cfbe',
  }),
  industrial: style(
    ['industrial', 'loft'],
    ['工业风', '工业', 'loft风'],
    { material: 'reclaimed_wood' },
    painted('#4a4b4c'),
    black,
    { material: 'leather', color: '#7a4f33' },
  ),
  classic: style(
    ['classic', 'classical', 'traditional', 'victorian', 'european'],
    ['古典', '传统', '欧式', '法式'],
    { material: 'mahogany' },
    painted('#f0e8d8'),
    brass,
    { material: 'velvet', color: '#7d3f3c' },
  ),
  chinese: style(
    ['chinese', 'new chinese', 'oriental'],
    ['中式', '新中式', '中国风'],
    { material: 'rosewood' },
    painted('#5a2b20'),
    brass,
    { material: 'linen', color: '#d9c7a4' },
  ),
  minimal: style(
    ['minimal', 'minimalist'],
    ['极简', '简约', '极简风'],
    { material: 'birch' },
    white,
    { material: 'painted_metal', color: '#efeeeb' },
    { material: 'linen', color: '#e9e6e0' },
  ),
  bohemian: style(
    ['bohemian', 'boho', 'eclectic'],
    ['波西米亚', '波希米亚'],
    { material: 'elm' },
    painted('#d9b48a'),
    brass,
    { material: 'cotton', color: '#c47a5a' },
  ),
  mid_century: style(
    ['mid-century', 'mid century', 'mid-century modern', 'retro', 'vintage'],
    ['中古', '中古风', '复古', '世纪中期'],
    { material: 'teak' },
    painted('#d8c9a8'),
    brass,
    { material: 'wool', color: '#a8763e' },
  ),
  rustic: style(
    ['rustic', 'farmhouse', 'country', 'cottage'],
    ['乡村', '田园', '美式乡村', '农舍'],
    { material: 'pine' },
    painted('#dcd5c3'),
    { material: 'iron' },
    { material: 'cotton', color: '#c9b99b' },
  ),
  cosy: style(
    ['cosy', 'cozy', 'warm', 'hygge'],
    ['温馨', '温暖', '奶油风'],
    { material: 'beech' },
    painted('#f0e6d6'),
    brass,
    { material: 'boucle' },
  ),
  luxury: style(
    ['luxury', 'luxurious', 'elegant', 'glamorous', 'art deco'],
    ['奢华', '轻奢', '优雅', '豪华'],
    { material: 'walnut', color: '#4d3426' },
    painted('#efe9df'),
    { material: 'gold' },
    { material: 'velvet', color: '#2f5a52' },
  ),
  coastal: style(
    ['coastal', 'mediterranean', 'beach', 'nautical'],
    ['地中海', '海岸', '海洋风'],
    { material: 'ash', color: '#ded2bd' },
    painted('#e8eef0'),
    { material: 'painted_metal', color: '#dfe6e8' },
    { material: 'cotton', color: '#8fb0c2' },
  ),
} as const satisfies { readonly [id: string]: Style }

export type StyleName = keyof typeof styles

const byWord: ReadonlyMap<string, StyleName> = new Map(
  (Object.keys(styles) as StyleName[]).flatMap((id) =>
    [id, id.replaceAll('_', ' '), ...styles[id].names.en, ...styles[id].names.zh].map((word) => [word, id] as const),
  ),
)

/** The style that an id or a word in either language means. */
export function resolveStyle(word: string): StyleName | undefined {
  return byWord.get(word.trim().toLowerCase())
}

import { type MaterialName, materials, materialWords, type StyleName, styles, styleWords } from '@enfilade/catalogue'
import { colorEntries } from './color-words.ts'
import { grammarEntries } from './grammar-words.ts'
import type { Entries, Meaning } from './meaning.ts'
import { lightEntries, moodEntries, paletteEntries, toneEntries } from './mood-words.ts'
import { kindEntries, targetEntries } from './target-words.ts'

/** Style words that are colours before a thing. */
const COLOR_STYLES: { readonly [word: string]: string } = {
  cream: '#efe4d0',
  creamy: '#efe4d0',
  butter: '#f0e0b4',
  milky: '#f3ede2',
  奶油: '#efe4d0',
  奶咖: '#b99c7d',
}
/** Style words that are moods or plain words first. */
const NOT_STYLES: ReadonlySet<string> = new Set([
  'cosy',
  'cozy',
  'natural',
  'earthy',
  'elegant',
  'moody',
  '自然',
  'current',
  'raw',
  '优雅',
  '天然',
])

const styleEntries: Entries = (Object.keys(styles) as StyleName[]).flatMap((style) =>
  styleWords(style)
    .filter((word) => !NOT_STYLES.has(word))
    .map((word) => {
      const color = COLOR_STYLES[word]
      return [word, { type: 'style', style, ...(color ? { color } : {}) }] as const
    }),
)

/** Materials that are first of all things, or no finish. */
const NOT_MATERIALS: ReadonlySet<string> = new Set([
  'screen',
  'plant',
  'leaves',
  'soil',
  'water',
  'bark',
  'mirror',
  'mesh',
  'painted',
  '绿叶',
  '土壤',
  '水',
  '屏幕',
  '树干',
  '石',
  '木板',
])

const materialEntries: Entries = [
  ...(Object.keys(materials) as MaterialName[]).flatMap((material) => {
    const { en, zh } = materialWords(material)
    return [...en, ...zh]
      .filter((word) => !NOT_MATERIALS.has(word))
      .map((word) => [word, { type: 'material', material }] as const)
  }),
  [
    'tiles, tiled, ceramic tile, ceramic tiles, porcelain tile, porcelain tiles, zellige, metro tile, subway tile, 瓷砖, 砖面, 小白砖, 花砖, 马赛克',
    { type: 'material', material: 'tile' },
  ],
  [
    'terracotta tile, terracotta tiles, quarry tile, 陶砖, 红砖地面',
    { type: 'material', material: 'tile', color: '#bd7a52' },
  ],
  ['exposed brick, brickwork, bricks, red brick, 红砖, 裸砖, 砖墙', { type: 'material', material: 'brick' }],
  ['white brick, painted brick, whitewashed brick, 白砖', { type: 'material', material: 'brick', color: '#e6e1d8' }],
  [
    'black marble, nero marquina, dark marble, 黑色大理石, 黑大理石',
    { type: 'material', material: 'marble', color: '#2d2c2d' },
  ],
  ['green marble, verde, 绿色大理石', { type: 'material', material: 'marble', color: '#3f6a5a' }],
  ['black metal, blackened steel, black steel, black iron', { type: 'material', material: 'black_metal' }],
  [
    'light oak, pale oak, blonde oak, natural oak, white oak, 浅橡木, 浅木, 浅木色, 浅色原木',
    { type: 'material', material: 'oak', color: '#d8bd92' },
  ],
  ['dark oak, smoked oak, fumed oak, 烟熏橡木, 深橡木', { type: 'material', material: 'oak', color: '#6e543c' }],
  ['wenge, 鸡翅木, 黑胡桃色', { type: 'material', material: 'walnut', color: '#4d3426' }],
  ['wood, wooden, timber, woods, 木, 木头, 木质, 原木, 实木, 木材', { type: 'material', material: 'oak' }],
  [
    'wood panelling, wood paneling, panelling, panelled, wainscot, wainscoting, 木饰面, 护墙板, 木格栅',
    { type: 'material', material: 'oak' },
  ],
  [
    'limewash, limewashed, tadelakt, stucco, venetian plaster, 艺术漆, 肌理漆, 石灰漆',
    { type: 'material', material: 'plaster' },
  ],
  ['tatami, 榻榻米', { type: 'material', material: 'jute', color: '#cdbd8b' }],
  ['vinyl, lino, linoleum, 地胶', { type: 'material', material: 'rubber', color: '#b9b3a6' }],
]

/** From the least to the most particular: a later reading of the same words wins. */
const layers: readonly Entries[] = [
  kindEntries,
  grammarEntries,
  styleEntries,
  materialEntries,
  toneEntries,
  moodEntries,
  colorEntries,
  paletteEntries,
  lightEntries,
  targetEntries,
]

/** The form in which phrases are looked up: lower case, no accents, hyphens as spaces. */
export function foldText(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!
    // One unit stays one unit, so that places in the text stay true.
    const plain = unit.normalize('NFKD')[0]!.toLowerCase()
    folded += plain.length === 1 ? plain : unit
  }
  return folded.replace(/[-_–’']/g, ' ')
}

const whole: ReadonlyMap<string, Meaning> = new Map(
  layers.flatMap((layer) =>
    layer.flatMap(([words, meaning]) =>
      words.split(',').map((word) => [foldText(word).trim().replace(/\s+/g, ' '), meaning] as const),
    ),
  ),
)

/** 「皮沙发」 and "leather sofa" are names of things that say a look: they are read as the look and the thing. */
const table: ReadonlyMap<string, Meaning> = new Map(
  [...whole].filter(([phrase, meaning]) => meaning.type !== 'target' || !isLookAndThing(phrase)),
)

function isLookAndThing(phrase: string): boolean {
  for (let at = 1; at < phrase.length; at++) {
    if (/[a-z]/.test(phrase[at]!) && phrase[at - 1] !== ' ') continue
    const look = whole.get(phrase.slice(0, at).trim())?.type
    if (look === 'material' && whole.get(phrase.slice(at))?.type === 'target') return true
  }
  return false
}

/** Phrases without their spaces: "artdeco", "midcentury". */
const joined: ReadonlyMap<string, Meaning> = new Map(
  [...table].filter(([word]) => word.includes(' ')).map(([word, meaning]) => [word.replaceAll(' ', ''), meaning]),
)

/** What a folded phrase means, plurals and joined words included. */
export function lookUp(phrase: string): Meaning | undefined {
  const found = table.get(phrase) ?? joined.get(phrase)
  if (found || !/[a-z]$/.test(phrase)) return found
  for (const [ending, by] of PLURALS) {
    if (!phrase.endsWith(ending)) continue
    const single = table.get(phrase.slice(0, -ending.length) + by)
    if (single) return single
  }
  return undefined
}

const PLURALS = [
  ['ies', 'y'],
  ['ves', 'f'],
  ['es', ''],
  ['s', ''],
  ['ish', ''],
] as const

/** Phrases of the lexicon, for the search after a slip of the pen. */
export const phrases: readonly string[] = [...table.keys()].sort()

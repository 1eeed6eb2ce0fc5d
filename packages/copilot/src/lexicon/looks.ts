import { materials } from '@enfilade/catalogue'
import type { Meaning } from './meaning.ts'

type Entries = readonly (readonly [Meaning, readonly string[]])[]

const color = (hex: string, words: readonly string[]): Entries[number] => [
  { type: 'attribute', attributes: { color: hex, colorName: words[0]! } },
  words,
]
const shape = (name: string, words: readonly string[]): Entries[number] => [
  { type: 'attribute', attributes: { shape: name } },
  words,
]
const style = (name: string, words: readonly string[]): Entries[number] => [{ type: 'style', style: name }, words]

const colorEntries: Entries = [
  color('#f4f2ee', ['white', 'off-white', '白色', '白']),
  color('#e9dfcf', ['cream', 'ivory', '奶油色', '米白', '米白色']),
  color('#d9c7a8', ['beige', 'sand', '米色', '米黄色']),
  color('#8f8f8d', ['grey', 'gray', '灰色', '灰']),
  color('#c9c9c6', ['light grey', 'light gray', '浅灰色', '浅灰']),
  color('#4a4b4d', ['dark grey', 'dark gray', 'charcoal', 'anthracite', '深灰色', '深灰']),
  color('#232323', ['black', '黑色', '黑']),
  color('#7a5336', ['brown', '棕色', '褐色', '咖啡色']),
  color('#b23a34', ['red', '红色', '红']),
  color('#c8632f', ['orange', '橙色', '橘色']),
  color('#dcb23c', ['yellow', 'mustard', '黄色', '黄']),
  color('#5d7a4e', ['green', '绿色', '绿']),
  color('#9aa88c', ['sage', 'sage green', '鼠尾草绿', '灰绿色']),
  color('#3f6ea3', ['blue', '蓝色', '蓝']),
  color('#25395c', ['navy', 'navy blue', 'dark blue', '深蓝色', '藏青色']),
  color('#9dbcd6', ['light blue', 'sky blue', '浅蓝色', '天蓝色']),
  color('#2f7f7d', ['teal', 'turquoise', '青色', '蓝绿色']),
  color('#d9a3ad', ['pink', 'rose', '粉色', '粉红色', '粉']),
  color('#7b5a8e', ['purple', 'violet', 'lilac', '紫色', '紫']),
  color('#b9654a', ['terracotta', 'rust', '赤陶色', '砖红色']),
  color('#c2a14d', ['gold', 'golden', '金色']),
]

const shapeEntries: Entries = [
  shape('round', ['round', 'circular', '圆形', '圆', '圆的']),
  shape('oval', ['oval', 'elliptical', '椭圆', '椭圆形']),
  shape('square', ['square', '方形', '正方形', '方']),
  shape('rectangular', ['rectangular', 'oblong', '长方形', '矩形', '长方']),
  shape('l', ['l-shaped', 'l shaped', 'corner', 'sectional', 'l形', 'l型', '转角', '拐角']),
]

const styleEntries: Entries = [
  style('modern', ['modern', 'contemporary', '现代', '现代风', '现代风格', '现代简约']),
  style('scandinavian', ['scandinavian', 'nordic', 'scandi', '北欧', '北欧风', '北欧风格']),
  style('japanese', ['japanese', 'japandi', 'muji', '日式', '日式风格', '原木风']),
  style('industrial', ['industrial', 'loft style', '工业风', '工业']),
  style('classic', ['classic', 'classical', 'traditional', 'victorian', '古典', '传统', '欧式']),
  style('chinese', ['chinese style', 'new chinese', '中式', '新中式', '中式风格']),
  style('minimal', ['minimalist', 'minimalistic', '极简', '极简风', '简约', '简约风']),
  style('bohemian', ['bohemian', 'boho', '波西米亚']),
  style('rustic', ['rustic', 'farmhouse', 'country style', '乡村', '田园']),
  style('cosy', ['cosy', 'cozy', 'warm', '温馨', '温暖']),
  style('luxury', ['luxury', 'luxurious', 'elegant', '奢华', '轻奢', '优雅']),
]

/** Materials by the catalogue's own names in both languages. */
function materialEntries(): Entries {
  return Object.keys(materials)
    .sort()
    .map((name) => {
      const { en, zh } = materials[name as keyof typeof materials].name
      const words = [name.replaceAll('_', ' '), en.toLowerCase(), zh]
      return [{ type: 'attribute', attributes: { material: name } }, [...new Set(words)]] as const
    })
}

const materialSynonyms: Entries = [
  [
    { type: 'attribute', attributes: { material: 'oak' } },
    ['wooden', 'wood', 'timber', 'oak wood', '木', '木制', '木质', '实木', '木头', '橡木'],
  ],
  [{ type: 'attribute', attributes: { material: 'walnut' } }, ['walnut wood', 'dark wood', '胡桃木', '深色木']],
  [{ type: 'attribute', attributes: { material: 'linen' } }, ['fabric', 'cloth', 'upholstered', '布艺', '布', '亚麻']],
  [{ type: 'attribute', attributes: { material: 'leather' } }, ['leather', '皮', '真皮', '皮革']],
  [{ type: 'attribute', attributes: { material: 'steel' } }, ['metal', 'metallic', 'iron', '金属', '铁']],
  [{ type: 'attribute', attributes: { material: 'glass' } }, ['glass', '玻璃']],
]

export const lookEntries: Entries = [
  ...materialEntries(),
  ...materialSynonyms,
  ...colorEntries,
  ...shapeEntries,
  ...styleEntries,
]

/** The nearest colour that has a word, by distance in RGB. */
export function colorName(hex: string, language: 'en' | 'zh'): string {
  const [red, green, blue] = channels(hex)
  let best: readonly string[] = []
  let bestDistance = Number.POSITIVE_INFINITY
  for (const [meaning, words] of colorEntries) {
    if (meaning.type !== 'attribute' || !meaning.attributes.color) continue
    const [r, g, b] = channels(meaning.attributes.color)
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
    if (distance < bestDistance) {
      bestDistance = distance
      best = words
    }
  }
  return best.find((word) => /\p{Script=Han}/u.test(word) === (language === 'zh')) ?? hex
}

const channels = (hex: string) =>
  [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)) as [number, number, number]

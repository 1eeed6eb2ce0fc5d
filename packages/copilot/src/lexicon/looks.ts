import { materials } from '@enfilade/catalogue'
import { type Entries, type Entry, entry } from './entries.ts'
import { formEntries, shapeEntries, styleEntries } from './styles.ts'

/** The first word names the colour in reports, the first Chinese one in Chinese ones. */
const color = (hex: string, words: string): Entry => {
  const [, list] = entry({ type: 'particle' }, words)
  return [{ type: 'attribute', attributes: { color: hex, colorName: list[0]! } }, list]
}

const colorEntries: Entries = [
  color(
    '#f4f2ee',
    'white, off-white, off white, snow white, pure white, whitewashed, 白色, 白, 纯白, 雪白, 白色的, 乳白, 乳白色',
  ),
  color('#e9dfcf', 'cream, ivory, cream-coloured, creamy, 奶油色, 米白, 米白色, 象牙白, 奶白, 奶白色'),
  color(
    '#d9c7a8',
    'beige, sand, oatmeal, taupe, sandy, ecru, nude, 米色, 米黄色, 沙色, 燕麦色, 卡其, 卡其色, 驼色, 杏色',
  ),
  color('#8f8f8d', 'grey, gray, mid-grey, greyish, 灰色, 灰, 灰色的, 高级灰, 中灰'),
  color(
    '#c9c9c6',
    'light grey, light gray, pale grey, pale gray, silver grey, dove grey, light-grey, light-gray, 浅灰色, 浅灰, 银灰, 银灰色',
  ),
  color(
    '#4a4b4d',
    'dark grey, dark gray, charcoal, anthracite, charcoal grey, slate, slate grey, graphite, dark-grey, 深灰色, 深灰, 炭灰, 碳灰色',
  ),
  color('#232323', 'black, jet black, ebony, matte black, matt black, black-painted, 黑色, 黑, 纯黑, 哑光黑, 黑色的'),
  color('#7a5336', 'brown, chocolate, chestnut, dark brown, 棕色, 褐色, 咖啡色, 深棕色, 棕, 深棕, 咖色, 深咖色'),
  color('#b08a63', 'tan, light brown, camel, caramel, honey, cognac, 浅棕色, 焦糖色, 浅褐色, 焦糖, 浅棕'),
  color('#b23a34', 'red, crimson, scarlet, cherry red, bright red, 红色, 红, 大红色, 大红, 正红色, 朱红'),
  color('#7a2433', 'burgundy, maroon, wine red, bordeaux, dark red, oxblood, 酒红色, 酒红, 深红色, 暗红色, 暗红'),
  color('#c8632f', 'orange, burnt orange, bright orange, tangerine, 橙色, 橘色, 橙, 橘红色, 爱马仕橙'),
  color(
    '#dcb23c',
    'yellow, mustard, mustard yellow, lemon yellow, sunny yellow, ochre, saffron, bright yellow, 黄色, 黄, 姜黄色, 姜黄, 明黄色, 柠檬黄, 鹅黄色, 鹅黄',
  ),
  color('#5d7a4e', 'green, bright green, grass green, moss green, 绿色, 绿, 草绿色, 草绿'),
  color(
    '#2f4a3a',
    'dark green, forest green, emerald, emerald green, bottle green, hunter green, deep green, racing green, 墨绿色, 墨绿, 深绿色, 深绿, 祖母绿, 森林绿',
  ),
  color('#6b6b3a', 'olive, olive green, khaki green, 橄榄绿, 橄榄色, 军绿色, 军绿'),
  color(
    '#9aa88c',
    'sage, sage green, light green, pale green, soft green, eucalyptus, 鼠尾草绿, 灰绿色, 灰绿, 浅绿色, 浅绿, 豆绿色',
  ),
  color('#a9d5c0', 'mint, mint green, 薄荷绿, 薄荷色'),
  color('#3f6ea3', 'blue, bright blue, cobalt, cobalt blue, royal blue, denim blue, 蓝色, 蓝, 宝蓝色, 宝蓝, 克莱因蓝'),
  color(
    '#25395c',
    'navy, navy blue, dark blue, midnight blue, deep blue, indigo, 深蓝色, 藏青色, 深蓝, 藏蓝, 藏蓝色, 海军蓝, 藏青',
  ),
  color(
    '#9dbcd6',
    'light blue, sky blue, pale blue, baby blue, powder blue, pastel blue, 浅蓝色, 天蓝色, 浅蓝, 天蓝, 淡蓝色, 淡蓝',
  ),
  color('#7189a0', 'dusty blue, grey-blue, gray-blue, blue-grey, blue grey, 雾霾蓝, 灰蓝色, 灰蓝'),
  color('#2f7f7d', 'teal, turquoise, petrol, petrol blue, aqua, peacock blue, 青色, 蓝绿色, 孔雀蓝, 孔雀绿'),
  color(
    '#d9a3ad',
    'pink, rose, blush, blush pink, dusty pink, pale pink, light pink, salmon, pastel pink, 粉色, 粉红色, 粉, 粉红, 浅粉色, 浅粉, 豆沙粉, 脏粉色',
  ),
  color('#c4366f', 'magenta, fuchsia, hot pink, 玫红色, 玫红, 玫瑰红, 品红'),
  color('#7b5a8e', 'purple, violet, plum, aubergine, 紫色, 紫, 深紫色, 葡萄紫'),
  color('#b9a5cc', 'lilac, lavender, light purple, mauve, 淡紫色, 薰衣草紫, 浅紫色, 丁香紫, 香芋紫'),
  color(
    '#b9654a',
    'terracotta, rust, rust red, brick red, rusty, terra cotta, copper-coloured, 赤陶色, 砖红色, 铁锈色, 砖红, 铁锈红, 陶土色',
  ),
  color('#e8a98f', 'peach, coral, apricot, 桃色, 珊瑚色, 珊瑚橘, 蜜桃色'),
  color('#c2a14d', 'gold, golden, gilded, gold-coloured, 金色, 金黄色'),
  color('#c0c2c4', 'silver, silvery, silver-coloured, 银色, 银白色'),
]

const material = (name: keyof typeof materials, words: string) =>
  entry({ type: 'attribute', attributes: { material: name } }, words)

/** Materials whose name is first of all that of a thing. */
const isThing: ReadonlySet<string> = new Set(['mirror', 'screen', 'plant', 'leaves', 'tile', 'water', 'soil'])

/** Materials by the catalogue's own names in both languages. */
const materialNames: Entries = Object.keys(materials)
  .sort()
  .map((name) => {
    const { en, zh } = materials[name as keyof typeof materials].name
    const words = [name.replaceAll('_', ' '), en.toLowerCase(), zh].filter((word) => !isThing.has(word))
    return [{ type: 'attribute', attributes: { material: name } }, [...new Set(words)]] as const
  })

const materialSynonyms: Entries = [
  material(
    'oak',
    'wooden, wood, timber, oak wood, solid wood, natural wood, light wood, light oak, oaken, solid oak, 木, 木制, 木质, 实木, 木头, 橡木, 原木, 浅木色, 原木色, 木色, 橡木色',
  ),
  material(
    'walnut',
    'walnut wood, dark wood, solid walnut, mahogany, teak, rosewood, cherry wood, dark walnut, american walnut, 胡桃木, 深色木, 黑胡桃, 黑胡桃木, 红木, 柚木, 樱桃木, 胡桃色, 胡桃木色, 乌金木, 花梨木, 深木色, 酸枝木',
  ),
  material('ash', 'ash wood, maple, birch, sycamore, birch wood, 白蜡, 枫木, 桦木, 水曲柳'),
  material('pine', 'pine wood, spruce, cedar, pinewood, solid pine, 松木的, 杉木'),
  material('linen', 'fabric, cloth, textile, canvas, 布艺, 布, 布料, 棉麻, 麻布, 亚麻布'),
  material('wool', 'woollen, woolen, 羊毛的, 羊绒'),
  material('velvet', 'velvety, velour, suede, 天鹅绒, 绒布, 绒面, 麂皮, 丝绒的, 绒'),
  material('boucle', 'boucle, teddy, sheepskin, shearling, faux fur, 羊羔绒, 泰迪绒, 毛圈, 羔羊绒, 圈绒'),
  material(
    'leather',
    'faux leather, leatherette, real leather, genuine leather, 皮, 真皮, 皮革, 皮质, 皮面, 牛皮, 仿皮, 头层牛皮, 科技布',
  ),
  material(
    'steel',
    'metal, metallic, iron, wrought iron, steel, inox, stainless, 金属, 铁, 铁艺, 不锈钢的, 钢, 铁制, 金属的, 钢制, 铸铁',
  ),
  material('brass', 'bronze, copper, antique brass, brushed brass, 铜, 铜制, 黄铜的, 青铜, 纯铜, 古铜'),
  material('chrome', 'chromed, chrome-plated, 铬, 电镀'),
  material('aluminium', 'aluminum, 铝制, 铝合金'),
  material('glass', 'tempered glass, clear glass, glass-topped, 钢化玻璃, 透明玻璃, 玻璃的'),
  material('marble', 'carrara marble, white marble, 云石, 岩板, 石材, 大理石的, 白色大理石'),
  material('travertine', 'stone, sandstone, limestone, 石头, 石'),
  material('rattan', 'wicker, cane, woven cane, seagrass, water hyacinth, 藤, 藤制, 藤编的, 编织, 藤条, 草编'),
  material('jute', 'sisal, hemp, coir, 剑麻, 麻编, 麻'),
  material('plastic', 'acrylic, perspex, polypropylene, resin, lucite, 亚克力, 塑料的, 树脂'),
  material('ceramic', 'porcelain, pottery, clay, earthenware, 瓷, 陶, 陶瓷的, 陶土'),
  material('white_lacquer', 'lacquered, lacquer, high-gloss, high gloss, gloss white, 烤漆, 漆面, 亮光漆'),
  material('painted_wood', 'painted wood, painted, 漆木'),
  material('cotton', 'cotton, 纯棉, 棉质, 棉布'),
  material('bamboo', 'bamboo, 竹制, 竹子, 竹编, 竹'),
  material('concrete', 'cement, concrete, 水泥'),
  material('plywood', 'mdf, chipboard, laminate, melamine, plywood, 板材, 密度板, 颗粒板, 板式'),
]

/** Materials that say a colour too. */
const colouredMaterials: Entries = [
  entry(
    { type: 'attribute', attributes: { material: 'black_metal', color: '#232323', colorName: 'black' } },
    'black metal, blackened steel, black steel, black iron, matt black metal, black-metal, 黑铁, 黑钢, 黑色铁艺',
  ),
]

export const lookEntries: Entries = [
  ...materialSynonyms,
  ...materialNames,
  ...colouredMaterials,
  ...colorEntries,
  ...shapeEntries,
  ...styleEntries,
  ...formEntries,
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

import { englishClass } from './english.ts'
import { hasChinese } from './lexicon.ts'

/** Width, depth and height in metres of what the catalogue does not know, by its class. */
type Size = readonly [number, number, number]

/** Usual sizes by class: classes of WordNet for English words, heads of compounds for Chinese ones. */
const classSizes: { readonly [name: string]: Size } = {
  strings: [0.5, 0.4, 1.1],
  keyboard: [1.3, 0.5, 0.9],
  wind: [0.4, 0.3, 0.5],
  drum: [0.7, 0.7, 0.8],
  music: [0.6, 0.5, 0.9],
  lamp: [0.35, 0.35, 1.4],
  seat: [0.7, 0.7, 0.85],
  table: [1.2, 0.7, 0.75],
  bed: [1.2, 2.0, 0.6],
  cabinet: [0.9, 0.45, 1.3],
  furniture: [0.8, 0.5, 0.9],
  boat: [0.7, 2.6, 0.4],
  cycle: [0.6, 1.6, 1.0],
  vehicle: [0.9, 1.8, 1.1],
  optics: [0.7, 0.7, 1.4],
  clothing: [0.4, 0.3, 0.2],
  textile: [1.0, 0.6, 0.05],
  art: [0.4, 0.4, 0.7],
  toy: [0.4, 0.3, 0.3],
  sport: [0.8, 1.2, 0.9],
  appliance: [0.5, 0.45, 0.6],
  screen: [0.6, 0.2, 0.45],
  device: [0.35, 0.25, 0.25],
  machine: [0.7, 0.7, 1.2],
  box: [0.5, 0.4, 0.4],
  vessel: [0.3, 0.3, 0.3],
  book: [0.2, 0.15, 0.03],
  tool: [0.3, 0.15, 0.15],
  shelter: [1.2, 1.2, 1.3],
  fixture: [0.5, 0.4, 0.5],
  tree: [0.8, 0.8, 1.8],
  plant: [0.4, 0.4, 0.6],
  food: [0.2, 0.2, 0.15],
  thing: [0.5, 0.5, 0.7],
}

/** Things by name, where the class alone is far from their size; names in both languages, parted by commas. */
const namedSizes: readonly (readonly [Size, string, string])[] = [
  [[0.8, 0.8, 1.5], 'optics', 'telescope, 望远镜, 天文望远镜'],
  [[0.9, 0.5, 1.75], 'strings', 'harp, 竖琴'],
  [[0.6, 0.4, 1.85], 'strings', 'double bass, contrabass, 低音提琴, 大贝斯'],
  [[1.65, 0.4, 0.75], 'strings', 'guzheng, zither, koto, guqin, 古琴, 古筝, 扬琴'],
  [[0.75, 1.4, 1.9], 'machine', 'pinball machine, pinball, 弹珠机, 弹球机'],
  [
    [0.7, 0.75, 1.75],
    'machine',
    'arcade machine, arcade cabinet, arcade game, jukebox, 街机, 游戏机台, 点唱机, 娃娃机, 抓娃娃机',
  ],
  [[0.8, 3.2, 0.35], 'boat', 'kayak, canoe, rowboat, 皮划艇, 独木舟'],
  [[0.6, 2.0, 0.15], 'boat', 'surfboard, paddleboard, paddle board, snowboard, 冲浪板, 滑雪板, 桨板'],
  [[0.6, 0.4, 0.45], 'box', 'terrarium, vivarium, 生态缸, 爬宠箱, 玻璃缸, 微景观'],
  [[1.4, 1.2, 1.3], 'machine', 'loom, weaving loom, 织布机'],
  [[0.6, 0.6, 1.5], 'machine', 'vending machine, 自动售货机'],
  [[1.2, 1.2, 0.85], 'furniture', 'carom table, air hockey table, 桌上冰球'],
  [[1.0, 0.75, 2.0], 'shelter', 'phone booth, telephone booth, photo booth, 电话亭'],
  [[1.8, 1.4, 2.0], 'shelter', 'sauna, sauna cabin, 桑拿房, 汗蒸房'],
  [[2.0, 2.0, 0.9], 'fixture', 'hot tub, jacuzzi, whirlpool, 按摩浴池'],
  [[0.45, 0.45, 0.9], 'device', 'gramophone, phonograph, 留声机'],
  [[0.35, 0.35, 0.3], 'device', 'typewriter, 打字机, sewing kit, 3d printer, 打印机'],
  [[0.6, 0.6, 1.6], 'art', 'mannequin, dress form, suit of armour, suit of armor, 人体模特, 人台, 盔甲'],
  [[1.0, 0.5, 1.3], 'toy', 'puppet theatre, puppet theater, 木偶剧场, 木偶台'],
  [[0.6, 0.6, 0.05], 'vessel', 'lazy susan, turntable plate, 转盘, 餐桌转盘'],
  [[0.2, 0.2, 0.2], 'vessel', 'incense burner, censer, 香炉'],
  [[0.7, 0.7, 1.5], 'device', 'tripod, camera tripod, 三脚架, 相机三脚架, 手机三脚架, 直播支架, 手机支架'],
  [[0.15, 0.12, 0.12], 'device', 'camera, 相机, 照相机, 摄像机'],
  [[0.12, 0.12, 0.2], 'device', 'metronome, 节拍器'],
  [[0.35, 0.35, 1.6], 'machine', 'garment steamer, clothes steamer, 挂烫机'],
  [[0.5, 0.5, 0.6], 'fixture', 'mop sink, 拖把池, 墩布池'],
  [[0.7, 0.45, 0.5], 'furniture', 'luggage rack, 行李架, 行李凳'],
  [[0.4, 0.35, 0.35], 'vessel', 'foot bath, 足浴盆, 泡脚桶, 足浴桶'],
  [[0.8, 0.8, 1.9], 'lamp', 'softbox, studio light, 柔光灯, 柔光箱, 摄影灯, 补光灯, 环形灯, 打光灯'],
  [[2.0, 0.4, 2.2], 'furniture', 'backdrop stand, backdrop, 背景架, 背景布架'],
  [[0.2, 0.12, 0.25], 'tool', 'brush rack, brush holder, 笔架'],
  [[0.2, 0.15, 0.05], 'tool', 'inkstone, 砚台'],
  [[2.0, 1.0, 0.9], 'table', 'cutting table, 裁剪台, 裁剪桌, 裁床'],
  [[1.2, 0.5, 1.0], 'furniture', 'workbench, work bench, potting bench, 工作台, 工具台, 操作台'],
  [[0.5, 0.5, 1.7], 'furniture', 'totem, totem pole, 图腾柱'],
  [[0.8, 0.8, 0.5], 'machine', 'potter wheel, pottery wheel, 拉坯机'],
  [[0.5, 0.5, 1.0], 'fixture', 'fountain, water fountain, 喷泉, 流水摆件'],
  [[1.2, 0.6, 0.9], 'furniture', 'altar, 供桌, 神龛'],
  [[0.7, 0.9, 1.2], 'toy', 'spinning wheel, 纺车'],
  [[1.0, 0.8, 1.0], 'shelter', 'kennel, hutch, rabbit hutch, 兔笼, 狗笼, 笼子'],
  [[1.5, 3.0, 1.3], 'vehicle', 'car, 汽车'],
  [[0.15, 0.06, 0.05], 'tool', 'glasses, 眼镜, 老花镜, 墨镜'],
  [[0.2, 0.2, 0.1], 'device', 'telephone, 电话, 电话机, 座机'],
  [[0.25, 0.15, 0.12], 'device', 'router, wifi router, wireless router, 路由器, 无线路由器, 光猫'],
  [[0.3, 0.12, 0.2], 'device', 'radio, 收音机'],
  [[0.25, 0.2, 0.15], 'box', 'jewellery box, 首饰盒, 珠宝盒'],
  [[0.4, 0.3, 0.5], 'machine', 'paper shredder, shredder, 碎纸机'],
  [[0.25, 0.15, 0.1], 'tool', 'paints, 颜料, 颜料盒, 水彩'],
  [[0.2, 0.15, 0.04], 'vessel', 'key tray, 钥匙盘, 钥匙盒'],
  [[0.8, 2.1, 1.1], 'cycle', 'motorbike, motorcycle, vespa, moped, 摩托车'],
]

/** Chinese names that would be read as several words. */
export const namedThings = namedSizes.flatMap(([[width, depth, height], , names]) => {
  const [first, ...more] = names.split(', ')
  const size = { width: { exact: width }, depth: { exact: depth }, height: { exact: height } }
  return more.filter(hasChinese).map((name) => ({ name, category: toCategory(first!), size }))
})

/** Last characters of Chinese nouns; the longest that fits counts. */
const heads: readonly (readonly [string, string])[] = [
  ['strings', '琴, 筝, 琵琶, 吉他, 贝斯, 提琴, 三弦, 阮, 胡'],
  ['drum', '鼓, 锣'],
  ['wind', '笛, 箫, 号, 萨克斯, 唢呐'],
  ['lamp', '灯'],
  ['seat', '椅, 凳, 沙发, 座, 榻'],
  ['table', '桌, 台, 几, 案'],
  ['bed', '床, 炕, 铺'],
  ['cabinet', '柜, 橱, 架, 格, 龛'],
  ['machine', '机, 炉'],
  ['device', '器, 仪'],
  ['optics', '望远镜, 显微镜'],
  ['art', '像, 雕像, 雕塑, 摆件, 画, 模型, 屏'],
  ['screen', '屏, 电脑, 显示器'],
  ['box', '箱, 笼, 篮, 筐, 桶, 盒, 缸, 池'],
  ['vessel', '瓶, 壶, 碗, 盆, 罐, 杯, 盘'],
  ['textile', '毯, 垫, 帘, 布, 被'],
  ['book', '书, 册'],
  ['toy', '玩具, 积木, 娃娃, 滑梯, 秋千, 蹦床'],
  ['sport', '杠, 球, 靶, 跑步机, 器材'],
  ['cycle', '自行车, 单车, 摩托, 车'],
  ['boat', '船, 艇, 板'],
  ['tree', '树, 竹'],
  ['plant', '花, 草'],
]

/** Categories are English nouns: Chinese names that nobody translated take that of their class. */
const classNouns: { readonly [name: string]: string } = {
  strings: 'stringed_instrument',
  wind: 'wind_instrument',
  optics: 'optical_instrument',
  art: 'ornament',
  sport: 'sports_equipment',
  cycle: 'vehicle',
  boat: 'board',
}

export type UnknownThing = { readonly category: string; readonly name: string; readonly size?: Size }

/** A thing that the catalogue does not know, from its name; undefined where the name is not of a thing. */
export function unknownThing(name: string): UnknownThing | undefined {
  const text = name.toLowerCase().trim()
  const own = namedSizes.find(([, , names]) =>
    names.split(', ').some((entry) => entry === text || `${entry}s` === text),
  )
  if (own) return { category: toCategory(own[2].split(', ')[0]!), name: own[1], size: own[0] }
  if (hasChinese(text)) {
    const found = chineseClass(text)
    return found ? { category: classNouns[found] ?? found, name: found, size: classSizes[found]! } : undefined
  }
  const words = text.split(/[\s-]+/)
  const found = englishClass(text) ?? englishClass(words.at(-1)!)
  if (found === '-' || found === '+') return undefined
  const size = found ? classSizes[found] : undefined
  return { category: toCategory(text), name: found ?? 'thing', ...(size ? { size } : {}) }
}

function chineseClass(text: string): string | undefined {
  for (let length = Math.min(3, text.length); length > 0; length -= 1) {
    const ending = text.slice(-length)
    const found = heads.find(([, endings]) => endings.split(', ').includes(ending))
    if (found) return found[0]
  }
  return undefined
}

/** A noun in snake case, as briefs want it. */
function toCategory(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 60) || 'object'
  )
}

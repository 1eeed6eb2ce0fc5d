import { type MaterialName, materials } from './materials.ts'

/** What a material is made of, coarsely: things of one family stand in for each other in a restyled item. */
export type MaterialFamily =
  | 'wood'
  | 'painted'
  | 'fabric'
  | 'leather'
  | 'woven'
  | 'stone'
  | 'ceramic'
  | 'metal'
  | 'glass'
  | 'plastic'
  | 'other'

const FAMILIES: { readonly [family in MaterialFamily]: readonly MaterialName[] } = {
  wood: [
    'oak',
    'walnut',
    'ash',
    'beech',
    'pine',
    'bamboo',
    'black_oak',
    'teak',
    'cherry',
    'mahogany',
    'rosewood',
    'elm',
    'birch',
    'maple',
    'reclaimed_wood',
    'plywood',
    'cork',
    'bark',
  ],
  painted: ['painted_wood', 'white_lacquer'],
  fabric: ['linen', 'cotton', 'wool', 'boucle', 'velvet', 'felt', 'mesh_fabric', 'corduroy', 'canvas', 'silk', 'plush'],
  leather: ['leather', 'suede', 'faux_leather'],
  woven: ['jute', 'rattan'],
  stone: [
    'marble',
    'granite',
    'quartz',
    'terrazzo',
    'travertine',
    'sintered_stone',
    'slate',
    'stone',
    'concrete',
    'brick',
    'plaster',
  ],
  ceramic: ['ceramic', 'stoneware', 'tile'],
  metal: [
    'brass',
    'copper',
    'bronze',
    'gold',
    'silver',
    'iron',
    'chrome',
    'steel',
    'aluminium',
    'black_metal',
    'painted_metal',
  ],
  glass: ['glass', 'frosted_glass', 'black_glass', 'mirror', 'screen', 'acrylic'],
  plastic: ['plastic', 'rubber'],
  other: ['paper', 'plant', 'soil', 'water'],
}

const familyOf: ReadonlyMap<string, MaterialFamily> = new Map(
  Object.entries(FAMILIES).flatMap(([family, names]) => names.map((name) => [name, family as MaterialFamily] as const)),
)

export function materialFamily(material: MaterialName): MaterialFamily {
  return familyOf.get(material) ?? 'other'
}

type Words = { readonly en: readonly string[]; readonly zh: readonly string[] }

/** Other words for a material than its id and name. The general ones ("wooden") mean the most usual of their kind. */
const SYNONYMS: { readonly [name in MaterialName]?: Words } = {
  oak: {
    en: ['oak wood', 'oaken', 'wood', 'wooden', 'timber', 'natural wood', 'light wood', 'solid wood'],
    zh: ['原木', '木', '木制', '木质', '实木', '木头', '浅色木', '白橡木', '橡木色'],
  },
  walnut: { en: ['walnut wood', 'dark wood', 'black walnut'], zh: ['黑胡桃', '黑胡桃木', '胡桃', '深色木', '胡桃色'] },
  ash: { en: ['ash wood'], zh: ['水曲柳', '白蜡'] },
  beech: { en: ['beech wood', 'beechwood'], zh: ['山毛榉'] },
  pine: { en: ['pine wood', 'pinewood'], zh: ['松木色'] },
  bamboo: { en: ['bamboo wood'], zh: ['竹子', '竹制', '竹编'] },
  black_oak: { en: ['black wood', 'ebony', 'ebonised', 'black-stained wood'], zh: ['黑木', '乌木', '黑檀'] },
  teak: { en: ['teak wood', 'teakwood'], zh: ['柚木色'] },
  cherry: { en: ['cherrywood', 'cherry'], zh: ['樱桃木色'] },
  mahogany: { en: ['mahogany wood'], zh: ['红桃木'] },
  rosewood: { en: ['redwood', 'hongmu'], zh: ['花梨木', '紫檀', '酸枝', '黄花梨'] },
  elm: { en: ['elm wood', 'elmwood'], zh: ['老榆木'] },
  birch: { en: ['birch wood', 'birchwood'], zh: ['白桦'] },
  maple: { en: ['maple wood'], zh: ['枫木色'] },
  reclaimed_wood: {
    en: ['weathered wood', 'distressed wood', 'driftwood', 'barn wood'],
    zh: ['旧木', '风化木', '做旧木'],
  },
  painted_wood: { en: ['painted', 'mdf', 'lacquered wood'], zh: ['烤漆', '密度板', '油漆木'] },
  white_lacquer: { en: ['lacquer', 'lacquered', 'high gloss'], zh: ['漆面', '高光', '白漆', '钢琴漆'] },
  linen: { en: ['fabric', 'cloth', 'upholstered', 'textile'], zh: ['布艺', '布', '麻', '棉麻', '布料', '软包'] },
  cotton: { en: ['cotton fabric'], zh: ['棉布', '纯棉'] },
  wool: { en: ['woollen', 'woolen', 'knitted'], zh: ['羊毛', '毛线', '针织'] },
  boucle: { en: ['boucle', 'teddy fabric', 'sherpa'], zh: ['羊羔绒', '泰迪绒'] },
  velvet: { en: ['velour'], zh: ['绒布', '天鹅绒', '丝绒布'] },
  leather: { en: ['genuine leather', 'real leather'], zh: ['皮', '真皮', '牛皮', '皮质', '皮艺'] },
  suede: { en: ['suede leather'], zh: ['绒面皮', '磨砂皮'] },
  faux_leather: { en: ['pu leather', 'leatherette', 'vegan leather'], zh: ['仿皮', 'PU皮', '科技布'] },
  corduroy: { en: ['cord'], zh: ['条绒'] },
  canvas: { en: ['canvas fabric'], zh: ['帆布料'] },
  silk: { en: ['satin'], zh: ['真丝', '缎面'] },
  plush: { en: ['faux fur', 'fur', 'sheepskin', 'shag'], zh: ['长毛', '皮草', '羊皮'] },
  jute: { en: ['sisal', 'seagrass', 'rope'], zh: ['麻绳', '剑麻', '草编'] },
  rattan: { en: ['wicker', 'cane', 'woven', 'cane webbing'], zh: ['藤', '藤条', '藤制', '编织'] },
  marble: { en: ['marbled', 'white marble'], zh: ['云石', '白色大理石'] },
  granite: { en: [], zh: ['花岗石'] },
  travertine: { en: [], zh: ['洞石纹'] },
  sintered_stone: { en: ['porcelain slab', 'rock slab', 'dekton'], zh: ['岩板面', '岩版'] },
  stone: { en: ['natural stone'], zh: ['石头', '天然石', '石质'] },
  concrete: { en: ['cement', 'microcement'], zh: ['水泥', '微水泥', '清水混凝土'] },
  ceramic: { en: ['porcelain', 'china'], zh: ['瓷', '陶', '瓷器'] },
  stoneware: { en: ['terracotta clay', 'clay', 'earthenware', 'pottery'], zh: ['陶土', '陶器', '紫砂'] },
  brass: { en: ['brushed brass'], zh: ['铜色', '黄铜色'] },
  gold: { en: ['gilded', 'gold-plated'], zh: ['镀金', '鎏金'] },
  iron: { en: ['wrought-iron', 'cast iron', 'iron'], zh: ['铁', '锻铁', '铸铁', '铁制'] },
  steel: { en: ['steel', 'inox', 'metal', 'metallic', 'brushed steel'], zh: ['金属', '钢', '拉丝不锈钢'] },
  chrome: { en: ['chromed', 'polished chrome'], zh: ['铬', '电镀'] },
  aluminium: { en: ['aluminum'], zh: ['铝合金', '铝制'] },
  black_metal: { en: ['matte black metal', 'blackened steel'], zh: ['黑铁', '黑色铁艺', '黑钢'] },
  glass: { en: ['clear glass', 'tempered glass'], zh: ['钢化玻璃', '透明玻璃'] },
  frosted_glass: { en: ['opal glass', 'milk glass'], zh: ['乳白玻璃', '奶白玻璃'] },
  acrylic: { en: ['perspex', 'lucite', 'plexiglass'], zh: ['有机玻璃', '透明塑料'] },
  mirror: { en: ['mirrored'], zh: ['镜子面'] },
  plastic: { en: ['polypropylene', 'resin'], zh: ['树脂', '塑胶'] },
  paper: { en: ['rice paper'], zh: ['宣纸', '纸质', '和纸'] },
}

/** Every word for a material, its name first. */
export function materialWords(material: MaterialName): Words {
  const { en, zh } = materials[material].name
  const more = SYNONYMS[material]
  return {
    en: unique([en.toLowerCase(), material.replaceAll('_', ' '), ...(more?.en ?? [])]),
    zh: unique([zh, ...(more?.zh ?? [])]),
  }
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}

const byWord: ReadonlyMap<string, MaterialName> = new Map(
  (Object.keys(materials) as MaterialName[]).flatMap((name) =>
    [name, ...materialWords(name).en, ...materialWords(name).zh].map((word) => [word.toLowerCase(), name] as const),
  ),
)

/** The material that an id, name or synonym in either language means. */
export function resolveMaterial(word: string): MaterialName | undefined {
  return byWord.get(word.trim().toLowerCase())
}

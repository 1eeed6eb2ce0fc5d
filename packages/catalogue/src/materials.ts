/** What the renderer draws procedurally over the base colour. u follows the grain or warp. */
export type Pattern =
  | 'none'
  | 'wood'
  | 'fabric'
  | 'knit'
  | 'leather'
  | 'stone'
  | 'terrazzo'
  | 'tile'
  | 'brick'
  | 'brushed'
  | 'rattan'
  | 'leaf'
  | 'soil'
  | 'plaster'

export type Material = {
  readonly name: { readonly en: string; readonly zh: string }
  /** Base colour, `#rrggbb`, sRGB. */
  readonly color: string
  readonly roughness: number
  readonly metalness: number
  /** Part of the light that passes, 0 … 1. Absent: opaque. */
  readonly transmission?: number
  readonly pattern: Pattern
  /** Metres that one repeat of the pattern covers. */
  readonly patternScale: number
}

function material(
  en: string,
  zh: string,
  color: string,
  roughness: number,
  metalness = 0,
  pattern: Pattern = 'none',
  patternScale = 1,
  transmission?: number,
): Material {
  return {
    name: { en, zh },
    color,
    roughness,
    metalness,
    pattern,
    patternScale,
    ...(transmission ? { transmission } : {}),
  }
}

/** Physically plausible values for a metal-rough renderer; names are stable and stored in documents. */
export const materials = {
  oak: material('Oak', '橡木', '#c9a578', 0.55, 0, 'wood', 0.5),
  walnut: material('Walnut', '胡桃木', '#785d49', 0.5, 0, 'wood', 0.5),
  ash: material('Ash', '白蜡木', '#dccbb0', 0.55, 0, 'wood', 0.5),
  beech: material('Beech', '榉木', '#d9b48b', 0.55, 0, 'wood', 0.4),
  pine: material('Pine', '松木', '#e0c093', 0.6, 0, 'wood', 0.45),
  bamboo: material('Bamboo', '竹', '#d7b878', 0.5, 0, 'wood', 0.2),
  black_oak: material('Black-stained oak', '黑橡木', '#3a3430', 0.55, 0, 'wood', 0.5),
  teak: material('Teak', '柚木', '#a9774a', 0.55, 0, 'wood', 0.5),
  cherry: material('Cherry wood', '樱桃木', '#a5603c', 0.5, 0, 'wood', 0.5),
  mahogany: material('Mahogany', '桃花心木', '#6f3526', 0.45, 0, 'wood', 0.5),
  rosewood: material('Rosewood', '红木', '#5a2b20', 0.4, 0, 'wood', 0.5),
  elm: material('Elm', '榆木', '#b08a5e', 0.6, 0, 'wood', 0.45),
  birch: material('Birch', '桦木', '#e6d3ae', 0.55, 0, 'wood', 0.45),
  maple: material('Maple', '枫木', '#e3c79d', 0.5, 0, 'wood', 0.45),
  reclaimed_wood: material('Reclaimed wood', '老木', '#8a6c50', 0.8, 0, 'wood', 0.35),
  plywood: material('Plywood', '胶合板', '#dcc39c', 0.6, 0, 'wood', 0.6),
  cork: material('Cork', '软木', '#b98f62', 0.9, 0, 'terrazzo', 0.08),
  painted_wood: material('Painted wood', '烤漆木', '#ece8e1', 0.5),
  white_lacquer: material('White lacquer', '白色漆面', '#f3f1ec', 0.25),
  linen: material('Linen', '亚麻', '#d8d0c2', 0.95, 0, 'fabric', 0.02),
  cotton: material('Cotton', '棉', '#f1eee7', 0.95, 0, 'fabric', 0.015),
  wool: material('Wool', '羊毛', '#b7b0a3', 1, 0, 'knit', 0.03),
  boucle: material('Bouclé', '圈圈绒', '#e9e3d8', 1, 0, 'knit', 0.025),
  velvet: material('Velvet', '丝绒', '#6d7d70', 0.85, 0, 'fabric', 0.008),
  leather: material('Leather', '皮革', '#8f6243', 0.5, 0, 'leather', 0.06),
  suede: material('Suede', '麂皮', '#a3805f', 0.95, 0, 'fabric', 0.008),
  faux_leather: material('Faux leather', '人造革', '#6b5a4d', 0.45, 0, 'leather', 0.06),
  corduroy: material('Corduroy', '灯芯绒', '#a07c52', 1, 0, 'fabric', 0.012),
  canvas: material('Canvas', '帆布', '#d6cbb4', 0.95, 0, 'fabric', 0.015),
  silk: material('Silk', '丝绸', '#d9c9b4', 0.5, 0, 'fabric', 0.006),
  plush: material('Plush', '毛绒', '#e4dccf', 1, 0, 'knit', 0.03),
  felt: material('Felt', '毛毡', '#7c7d79', 1, 0, 'fabric', 0.01),
  mesh_fabric: material('Mesh', '网布', '#4a4c4d', 0.9, 0, 'fabric', 0.006),
  jute: material('Jute', '黄麻', '#c2a679', 1, 0, 'rattan', 0.03),
  rattan: material('Rattan', '藤编', '#c89f6b', 0.75, 0, 'rattan', 0.04),
  marble: material('Marble', '大理石', '#e8e5e0', 0.2, 0, 'stone', 0.9),
  granite: material('Granite', '花岗岩', '#5b5a58', 0.3, 0, 'terrazzo', 0.12),
  quartz: material('Quartz', '石英石', '#e3dfd8', 0.3, 0, 'terrazzo', 0.1),
  terrazzo: material('Terrazzo', '水磨石', '#d9d3c9', 0.4, 0, 'terrazzo', 0.25),
  travertine: material('Travertine', '洞石', '#d9c8ae', 0.5, 0, 'stone', 0.6),
  sintered_stone: material('Sintered stone', '岩板', '#cfccc6', 0.4, 0, 'stone', 1.2),
  slate: material('Slate', '板岩', '#4c5054', 0.7, 0, 'stone', 0.6),
  stone: material('Stone', '石材', '#b9b2a6', 0.75, 0, 'stone', 0.7),
  brick: material('Brick', '砖', '#a4583f', 0.9, 0, 'brick', 0.5),
  concrete: material('Concrete', '混凝土', '#b3b0ab', 0.85, 0, 'plaster', 0.8),
  ceramic: material('Ceramic', '陶瓷', '#f4f3f0', 0.15),
  stoneware: material('Stoneware', '粗陶', '#b98f74', 0.7, 0, 'plaster', 0.3),
  tile: material('Tile', '瓷砖', '#eceae5', 0.25, 0, 'tile', 0.15),
  brass: material('Brass', '黄铜', '#c2a05f', 0.3, 1, 'brushed', 0.1),
  copper: material('Copper', '铜', '#b06f4a', 0.3, 1, 'brushed', 0.1),
  bronze: material('Bronze', '青铜', '#7d6443', 0.4, 1, 'brushed', 0.1),
  gold: material('Gold', '金', '#d0aa58', 0.22, 1),
  silver: material('Silver', '银', '#cfd0d1', 0.2, 1),
  iron: material('Wrought iron', '铁艺', '#3b3937', 0.6, 0.8),
  chrome: material('Chrome', '镀铬', '#d7d9db', 0.08, 1),
  steel: material('Stainless steel', '不锈钢', '#b9bcbe', 0.32, 1, 'brushed', 0.1),
  aluminium: material('Aluminium', '铝', '#c9cbcc', 0.4, 1, 'brushed', 0.1),
  black_metal: material('Black metal', '黑色金属', '#2f3031', 0.5, 0.6),
  painted_metal: material('Painted metal', '喷漆金属', '#e6e4df', 0.4, 0.1),
  glass: material('Glass', '玻璃', '#dfe9e6', 0.05, 0, 'none', 1, 0.85),
  frosted_glass: material('Frosted glass', '磨砂玻璃', '#eef0ec', 0.6, 0, 'none', 1, 0.5),
  black_glass: material('Black glass', '黑玻璃', '#17191b', 0.06),
  mirror: material('Mirror', '镜面', '#eef1f2', 0.02, 1),
  screen: material('Screen', '屏幕', '#14171a', 0.12),
  acrylic: material('Acrylic', '亚克力', '#e7edef', 0.08, 0, 'none', 1, 0.8),
  plastic: material('Plastic', '塑料', '#eceae6', 0.45),
  rubber: material('Rubber', '橡胶', '#353637', 0.9),
  paper: material('Paper', '纸', '#f4efe5', 0.9),
  plaster: material('Plaster', '石膏', '#efece6', 0.95, 0, 'plaster', 1),
  plant: material('Leaves', '绿叶', '#5d7f56', 0.65, 0, 'leaf', 0.1),
  bark: material('Bark', '树干', '#7d6650', 0.95, 0, 'wood', 0.15),
  soil: material('Soil', '土壤', '#4c3d32', 1, 0, 'soil', 0.1),
  water: material('Water', '水', '#a8c6c6', 0.03, 0, 'none', 1, 0.8),
} as const satisfies { readonly [name: string]: Material }

export type MaterialName = keyof typeof materials

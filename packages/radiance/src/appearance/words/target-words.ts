import { kinds, knownWords } from '@enfilade/catalogue'
import type { Entries } from './meaning.ts'

const target = (words: string, ...targets: string[]) => [words, { type: 'target', targets }] as const

const ids = (test: RegExp) => kinds.map(({ id }) => id).filter((id) => test.test(id))
const beds = ids(/_bed$/).filter((id) => !/pet|sofa|care/.test(id))
const chairs = ['dining_chair', 'armchair', 'office_chair', 'rocking_chair', 'bar_stool']
const lamps = kinds.filter(({ light, group }) => light && group === 'lighting').map(({ id }) => id)

/** Surfaces, parts and families of things; they win over the catalogue's words for single kinds. */
export const targetEntries: Entries = [
  target(
    'floor, floors, flooring, floorboards, floor boards, parquet, planks, ground, 地板, 地面, 地砖, 木地板, 地坪, 地',
    'floor',
  ),
  target(
    'wall, walls, wall colour, wall color, wallpaper, wall paint, paintwork, 墙, 墙面, 墙壁, 墙体, 墙纸, 壁纸, 墙漆, 四壁, 墙色',
    'walls',
  ),
  target('ceiling, ceilings, 天花板, 天花, 吊顶, 顶面, 屋顶, 顶棚', 'ceiling'),
  target(
    'accent wall, feature wall, statement wall, wall behind the bed, wall behind the sofa, tv wall, backdrop, headboard wall, 背景墙, 主题墙, 电视墙, 床头墙, 沙发背景墙, 跳色墙, 主墙',
    'feature',
  ),
  target('door, doors, 门, 房门, 木门, 门扇', 'doors'),
  target('window frame, window frames, windows, window, 窗框, 窗户, 窗, 窗套', 'windows'),
  target(
    'trim, trims, skirting, skirtings, moulding, mouldings, baseboard, baseboards, woodwork, joinery, frames, door frame, door frames, 门套, 踢脚线, 线条, 石膏线, 收边',
    'trim',
  ),
  target(
    'wood tones, wood tone, woods, woodwork tones, wooden furniture, wood furniture, 木色, 木头颜色, 木家具, 实木家具, 木作',
    'wood',
  ),
  target(
    'metal, metals, metalwork, hardware, handles, legs, metal parts, 金属件, 五金, 五金件, 把手, 拉手, 金属配件',
    'metal',
  ),
  target('taps, tap, faucets, faucet, fittings, 龙头, 水龙头, 卫浴五金', 'fittings'),
  target('upholstery, upholstered furniture, seating, seats, soft furnishings, 软包, 坐具, 沙发面料', 'upholstery'),
  target('textiles, textile, fabrics, cloths, soft goods, 布艺品, 软装, 织物', 'textiles'),
  target(
    'accents, accent, accent colour, accent color, accent colours, accent colors, accessories, details, highlights, pops, pop, decor, decorations, 点缀, 点缀色, 饰品, 摆件, 细节, 装饰, 跳色',
    'accents',
  ),
  target(
    'cushions, cushion, throws, throw blanket, throw blankets, throw pillows, throw pillow, pillows, scatter cushions, 抱枕, 靠枕, 靠垫',
    'cushions',
  ),
  target(
    'cabinets, cabinetry, cabinet fronts, fronts, kitchen cabinets, kitchen, kitchen fronts, cupboards, cupboard, storage, built-ins, built ins, 柜子, 柜门, 柜体, 橱柜, 衣柜门, 收纳柜, 储物柜',
    'cabinets',
  ),
  target('furniture, furnishings, pieces, 家具, 家私', 'furniture'),
  target('curtains, curtain, drapes, drapery, blinds, sheers, 窗帘, 纱帘, 帘子', 'curtains'),
  target('rug, rugs, carpet, carpets, 地毯', 'rugs'),
  target(
    'worktop, worktops, countertop, countertops, counter, counters, table top, table tops, 台面, 操作台, 桌面',
    'worktops',
  ),
  target('bedding, bed linen, bed linens, sheets, duvet, bedspread, 床品, 床单, 被子, 四件套', 'bedding'),
  target('lampshade, lampshades, lamp shade, lamp shades, shades, 灯罩', 'shades'),
  target('bed, beds, 床, 床铺', ...beds),
  target('chair, chairs, 椅, 椅子', ...chairs),
  target('sofa, sofas, couch, couches, settee, 沙发', 'sofa', 'sofa_bed'),
  target('table, tables, 桌, 桌子', 'dining_table', 'coffee_table', 'side_table'),
  target('lamps, lamp, lights, light fixtures, light fittings, luminaires, fixtures, 灯, 灯具, 吊灯和台灯', ...lamps),
  target('shelf, shelves, shelving, 架子, 搁板, 层板', 'shelving_unit', 'wall_shelf', 'bookcase'),
  target('vases, vase, pottery, ceramics, 花瓶', 'vase'),
  target('stool, stools, 凳, 凳子', 'stool', 'bar_stool'),
]

/** Words of the catalogue that mean something else when one speaks of looks. */
const NOT_THINGS =
  /^(light|lighting|bar|screen|tree|flower|plant|plants|blanket ladder|safe|slide|fan|heater|candle|tray|bottle|plate|bowl|ramp|grill|globe|planter|throw|hood|stove|print|prints|art|painting|runner|bench top|mat|tub|tap|wc|sculpture|花|树|绿植|植物|碗|柜|架|镜|帘|床|桌|椅|凳|灯|毯|席|枕|画|书|钟|门|浴|柜子|椅子|桌子|凳子|架子)$/

/** Every single kind by its own names. */
export const kindEntries: Entries = [...knownWords()]
  .filter(([word]) => word.length > 1 && !NOT_THINGS.test(word))
  .map(([word, { category }]) => [word.replaceAll(',', ' '), { type: 'target', targets: [category] }] as const)

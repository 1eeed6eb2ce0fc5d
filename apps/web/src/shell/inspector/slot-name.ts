import type { Locale } from '../../i18n/locale.ts'

/** Finish slots, variants and shapes of the catalogue in Chinese; in English their own words do. */
const chinese: { readonly [word: string]: string } = {
  accent: '点缀',
  arm: '扶手',
  arms: '扶手',
  back: '靠背',
  base: '底座',
  basin: '盆体',
  blanket: '毯子',
  body: '主体',
  cabinet: '柜体',
  ceiling: '天花',
  cover: '面料',
  cushion: '坐垫',
  cushions: '坐垫',
  door: '门',
  doors: '门板',
  drawers: '抽屉',
  fabric: '布料',
  face: '表面',
  floor: '地面',
  frame: '框架',
  front: '正面',
  fronts: '门板',
  glass: '玻璃',
  handle: '拉手',
  handles: '拉手',
  headboard: '床头板',
  leaf: '门扇',
  leaves: '叶子',
  left: '左侧',
  leg: '腿',
  legs: '腿',
  light: '灯光',
  mattress: '床垫',
  metal: '金属',
  panel: '面板',
  pillow: '枕头',
  pillows: '枕头',
  plant: '植物',
  pole: '杆',
  pot: '花盆',
  rail: '横杆',
  right: '右侧',
  screen: '屏幕',
  seat: '座面',
  shade: '灯罩',
  sheet: '床单',
  shelf: '层板',
  shelves: '层板',
  side: '侧板',
  sides: '侧板',
  soil: '土',
  tap: '龙头',
  throw: '搭毯',
  top: '台面',
  upholstery: '软包',
  walls: '墙面',
  wood: '木',
  corner: '转角',
  hinged: '平开门',
  l_shape: 'L 形',
  oval: '椭圆形',
  rectangular: '长方形',
  round: '圆形',
  sliding: '推拉门',
  square: '方形',
  straight: '直排',
  upholstered: '软包',
  u_shape: 'U 形',
}

function words(name: string): string {
  const text = name.replaceAll(/[_-]/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function slotName(slot: string, locale: Locale): string {
  return (locale === 'zh' && chinese[slot]) || words(slot)
}

export const variantName = slotName

import { type Entries, entry } from './entries.ts'

const style = (name: string, words: string) => entry({ type: 'style', style: name }, words)
const variant = (name: string, words: string) => entry({ type: 'attribute', attributes: { variant: name } }, words)
const shape = (name: string, words: string) => entry({ type: 'attribute', attributes: { shape: name } }, words)

export const styleEntries: Entries = [
  style('modern', 'modern, contemporary, modernist, sleek modern, 现代, 现代风, 现代风格, 现代简约, 现代化, 当代'),
  style(
    'mid-century',
    'mid-century, mid century, midcentury, mid-century modern, midcentury modern, retro, vintage, 中古, 中古风, 复古, 复古风, 中世纪, 中世纪现代',
  ),
  style(
    'scandinavian',
    'scandinavian, nordic, scandi, scandinavian style, scandi style, swedish, danish, 北欧, 北欧风, 北欧风格, 丹麦风',
  ),
  style(
    'japanese',
    'japanese, japandi, muji, japanese style, wabi-sabi, wabi sabi, 日式, 日式风格, 原木风, 侘寂, 侘寂风, 无印风, 和风, 无印良品',
  ),
  style('industrial', 'industrial, loft style, industrial style, loft-style, 工业风, 工业, 工业风格, loft风'),
  style(
    'classic',
    'classic, classical, traditional, victorian, georgian, antique, old-fashioned, regency, 古典, 传统, 欧式, 法式, 美式, 英式, 古董, 老式, 复古欧式',
  ),
  style(
    'chinese',
    'chinese style, new chinese, chinese-style, oriental, 中式, 新中式, 中式风格, 新中式风格, 中国风, 国风',
  ),
  style(
    'minimal',
    'minimalist, minimalistic, minimalism, minimal, 极简, 极简风, 简约, 简约风, 极简主义, 简约风格, 极简风格',
  ),
  style('bohemian', 'bohemian, boho, boho style, 波西米亚, 波希米亚'),
  style(
    'rustic',
    'rustic, farmhouse, country style, country, cottage style, shabby chic, provence, 乡村, 田园, 田园风, 乡村风, 田园风格',
  ),
  style('coastal', 'coastal, nautical, seaside, beach style, mediterranean, hamptons, 地中海, 海洋风, 海边'),
  style('art deco', 'art deco, art-deco, deco, 装饰艺术'),
  style('cosy', 'cosy, cozy, warm, cosy style, 温馨, 温暖, 暖色调, 温馨的感觉'),
  style(
    'luxury',
    'luxury, luxurious, elegant, opulent, glamorous, high-end, upscale, 奢华, 轻奢, 优雅, 豪华, 轻奢风, 高端',
  ),
  style('cream', 'cream style, 奶油风, 奶油风格'),
  style('tropical', 'tropical, jungle, 热带, 热带风'),
]

export const shapeEntries: Entries = [
  shape('round', 'round, circular, rounded, round-topped, 圆形, 圆, 圆的, 圆型, 圆圆的, 圆形的'),
  shape('oval', 'oval, elliptical, 椭圆, 椭圆形, 椭圆型'),
  shape('square', 'square, cube, cubic, square-shaped, 方形, 正方形, 方, 正方, 方形的, 四方形, 四方'),
  shape('rectangular', 'rectangular, oblong, rectangle, 长方形, 矩形, 长方, 长条形, 长条'),
  shape('l', 'l-shaped, l shaped, l-shape, l shape, corner unit, sectional, l形, l型, 转角, 拐角, l字形, l字型, 曲尺'),
  shape('u', 'u-shaped, u shaped, u形, u型'),
  shape('semicircular', 'semicircular, half-moon, half moon, demilune, 半圆形, 半圆'),
  shape('hexagonal', 'hexagonal, 六边形, 六角形'),
  shape('octagonal', 'octagonal, 八角形, 八边形'),
]

/** Forms that some kinds come in. */
export const formEntries: Entries = [
  variant('wing', 'wingback, wing-back'),
  variant('upholstered', 'upholstered, padded, 软包的'),
  entry({ type: 'mount', mount: 'wall' }, 'wall-hanging, wall-fixed, 壁挂的, 挂壁'),
  entry(
    { type: 'states', states: { on: true } },
    'that is on, which is on, switched on, turned on, lit, glowing, left on, that are on, 开着的, 亮着的, 点亮的, 亮着, 开着, 打开的',
  ),
  entry(
    { type: 'states', states: { on: false } },
    'that is off, switched off, turned off, unlit, that are off, 关着的, 熄灭的, 不亮的, 关着',
  ),
  entry({ type: 'states', states: { open: 1 } }, 'open doors, 敞开的'),
  entry(
    { type: 'matching' },
    'matching, identical, same-style, coordinating, of the same kind, 配套的, 同款, 一样的, 同款的, 相同的, 同样的, 成套的',
  ),
]

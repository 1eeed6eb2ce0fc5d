import { type Entries, entry } from './entries.ts'

const length = (metres: number, words: string) => entry({ type: 'unit', metres }, words)

/** Units, Chinese measure words, dimensions and words of size. */
export const unitEntries: Entries = [
  length(1, 'm, mtr, metre, metres, meter, meters, 米, 公尺'),
  length(0.01, 'cm, cms, centimetre, centimetres, centimeter, centimeters, 厘米, 公分, cm长'),
  length(0.001, 'mm, millimetre, millimetres, millimeter, millimeters, 毫米'),
  length(0.3048, "ft, foot, feet, ', 英尺"),
  length(0.0254, 'in., inch, inches, ", 英寸, 寸, 吋'),
  entry(
    { type: 'unit', metres: 1, square: true },
    'm2, m², sqm, sq m, sq. m, square metre, square metres, square meter, square meters, 平方米, 平米, 平, 平方, ㎡, 个平方',
  ),
  entry(
    { type: 'unit', metres: 0.092903, square: true },
    'sq ft, sqft, square foot, square feet, ft², ft2, 平方英尺, 平尺',
  ),
  entry({ type: 'angle-unit' }, 'degree, degrees, deg, °, 度'),
  entry({ type: 'times' }, 'x, ×, *, by, 乘, 乘以'),
  entry(
    { type: 'measure' },
    '个, 张, 把, 盏, 台, 件, 套, 盆, 幅, 块, 条, 只, 面, 组, 扇, 株, 棵, 本, 架, 辆, 座, 副, 排, 支, 根, 串, 口, 部, 樽, 尊, 具, 双, 瓶, 间',
    '张张, 对, 束, 款, 顶, 卷, 摞, 叠, 样, 处, 位',
  ),
  entry({ type: 'seater' }, 'seater, seaters, berth, berths, 人位, 人座, 人用, 人位的, 人座的'),
  entry({ type: 'axis', axis: 'width' }, 'wide, width, in width, long, length, in length, 宽, 宽度, 长, 长度, 面宽'),
  entry({ type: 'axis', axis: 'width' }, 'across, in diameter, diameter, diam, 直径, 口径'),
  entry({ type: 'axis', axis: 'depth' }, 'deep, depth, in depth, 深, 深度, 进深, 厚'),
  entry({ type: 'axis', axis: 'height' }, '离地, 距地, 离地面, 距地面, 离地高度, 挂高'),
  entry({ type: 'axis', axis: 'height' }, 'tall, high, height, in height, 高, 高度, 身高'),
  entry(
    { type: 'size', size: 'large' },
    'large, big, huge, spacious, generous, oversized, extra large, extra-large, great big, full-size, giant',
    'massive, roomy, xl, super-king, 大, 大型, 大号, 宽敞的, 宽大, 宽大的, 特大, 超大, 加大, 长长的, 大大的, 大点的, 大一点的, 大一些的, 大点儿的, 加长',
  ),
  entry(
    { type: 'size', size: 'small' },
    'small, little, tiny, compact, mini, narrow, slim, petite, space-saving, space saving, miniature, slender',
    '小, 小型, 小号, 迷你, 紧凑, 小巧, 小巧的, 小点的, 小一点的, 小一些的, 窄, 窄窄的, 小小的, 细长, 省空间的, 矮小',
  ),
  entry({ type: 'size', size: 'medium' }, 'medium, medium-sized, mid-sized, medium-size, 中等, 中号, 中型, 中等大小'),
]

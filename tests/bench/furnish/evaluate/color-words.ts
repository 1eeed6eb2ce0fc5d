/** A colour family in CIELCh: lightness 0 … 100, chroma, hue in degrees (from may be above to, through 0). */
type Family = {
  readonly words: readonly string[]
  readonly lightness: readonly [number, number]
  readonly chroma: readonly [number, number]
  readonly hue?: readonly [number, number]
}

const any = [0, 100] as const

/** Our own table of colour words in both languages; ranges overlap as words do. */
const families: readonly Family[] = [
  {
    words: ['white', 'off-white', 'off white', '白', '白色', '纯白', '米白', '米白色', '象牙白'],
    lightness: [85, 100],
    chroma: [0, 14],
  },
  { words: ['black', '黑', '黑色', '纯黑'], lightness: [0, 27], chroma: [0, 12] },
  {
    words: ['charcoal', 'anthracite', 'dark grey', 'dark gray', '深灰', '深灰色', '炭灰', '炭灰色', '炭黑'],
    lightness: [15, 52],
    chroma: [0, 12],
  },
  { words: ['grey', 'gray', '灰', '灰色'], lightness: [25, 86], chroma: [0, 11] },
  {
    words: ['light grey', 'light gray', 'pale grey', 'pale gray', '浅灰', '浅灰色', '浅灰的'],
    lightness: [58, 90],
    chroma: [0, 10],
  },
  { words: ['silver', '银', '银色'], lightness: [62, 90], chroma: [0, 9] },
  {
    words: ['cream', 'ivory', 'ecru', '奶油', '奶油色', '奶白', '奶白色', '象牙', '象牙色'],
    lightness: [82, 98],
    chroma: [3, 28],
    hue: [60, 115],
  },
  {
    words: ['beige', 'sand', 'oatmeal', '米', '米色', '米黄', '米黄色', '沙色', '燕麦色', '杏色'],
    lightness: [66, 94],
    chroma: [4, 32],
    hue: [50, 108],
  },
  { words: ['taupe', 'greige', '灰褐', '灰褐色'], lightness: [40, 75], chroma: [2, 20], hue: [25, 110] },
  {
    words: ['brown', 'chocolate', '棕', '棕色', '褐色', '咖啡', '咖啡色', '深棕', '深棕色', '棕褐色'],
    lightness: [14, 62],
    chroma: [6, 60],
    hue: [25, 88],
  },
  { words: ['dark brown'], lightness: [10, 45], chroma: [4, 45], hue: [20, 88] },
  {
    words: ['tan', 'cognac', 'caramel', 'camel', '焦糖', '焦糖色', '驼色', '驼', '浅棕', '浅棕色'],
    lightness: [38, 80],
    chroma: [14, 66],
    hue: [35, 88],
  },
  {
    words: ['red', 'crimson', 'scarlet', '红', '红色', '大红', '大红色', '正红'],
    lightness: [22, 62],
    chroma: [28, 130],
    hue: [8, 48],
  },
  {
    words: ['burgundy', 'maroon', 'wine red', 'wine', '酒红', '酒红色', '暗红', '枣红', '枣红色'],
    lightness: [10, 42],
    chroma: [16, 70],
    hue: [345, 42],
  },
  {
    words: ['terracotta', 'rust', 'brick', '砖红', '砖红色', '陶土', '陶土色', '铁锈色'],
    lightness: [32, 68],
    chroma: [24, 80],
    hue: [28, 66],
  },
  {
    words: ['orange', '橙', '橙色', '橘色', '橘黄', '橘红', '橘'],
    lightness: [45, 80],
    chroma: [38, 120],
    hue: [42, 80],
  },
  {
    words: ['yellow', '黄', '黄色', '明黄', '明黄色', '柠檬黄', '浅黄', '鹅黄'],
    lightness: [65, 97],
    chroma: [28, 120],
    hue: [74, 112],
  },
  {
    words: ['mustard', 'ochre', '芥末黄', '芥末色', '姜黄', '姜黄色'],
    lightness: [50, 80],
    chroma: [34, 95],
    hue: [68, 98],
  },
  { words: ['gold', 'golden', '金', '金色'], lightness: [50, 85], chroma: [22, 95], hue: [66, 98] },
  { words: ['green', '绿', '绿色'], lightness: [18, 88], chroma: [9, 120], hue: [105, 182] },
  {
    words: ['light green', 'pale green', 'mint', '浅绿', '浅绿色', '薄荷绿', '薄荷色', '嫩绿'],
    lightness: [66, 97],
    chroma: [5, 70],
    hue: [112, 190],
  },
  {
    words: ['sage', 'sage green', '鼠尾草绿', '灰绿', '灰绿色'],
    lightness: [45, 82],
    chroma: [5, 34],
    hue: [100, 172],
  },
  {
    words: ['olive', 'olive green', '橄榄绿', '军绿', '军绿色'],
    lightness: [28, 64],
    chroma: [12, 60],
    hue: [88, 132],
  },
  {
    words: ['dark green', 'forest green', 'emerald', 'bottle green', '墨绿', '墨绿色', '深绿', '深绿色', '祖母绿'],
    lightness: [10, 52],
    chroma: [8, 80],
    hue: [105, 188],
  },
  {
    words: ['teal', 'turquoise', 'petrol', '青', '青色', '蓝绿', '蓝绿色', '孔雀绿', '孔雀蓝', '松石绿'],
    lightness: [22, 82],
    chroma: [9, 70],
    hue: [165, 245],
  },
  { words: ['blue', '蓝', '蓝色'], lightness: [12, 85], chroma: [9, 120], hue: [210, 305] },
  {
    words: [
      'light blue',
      'pale blue',
      'sky blue',
      'powder blue',
      'baby blue',
      '浅蓝',
      '浅蓝色',
      '天蓝',
      '天蓝色',
      '淡蓝',
      '淡蓝色',
    ],
    lightness: [58, 95],
    chroma: [5, 70],
    hue: [205, 292],
  },
  {
    words: [
      'navy',
      'navy blue',
      'dark blue',
      'midnight blue',
      '深蓝',
      '深蓝色',
      '藏青',
      '藏青色',
      '藏蓝',
      '海军蓝',
      '宝蓝',
    ],
    lightness: [8, 44],
    chroma: [7, 110],
    hue: [235, 315],
  },
  {
    words: ['purple', 'violet', 'plum', '紫', '紫色', '深紫'],
    lightness: [15, 78],
    chroma: [10, 120],
    hue: [292, 342],
  },
  {
    words: ['lilac', 'lavender', 'mauve', '淡紫', '淡紫色', '浅紫', '薰衣草色'],
    lightness: [52, 92],
    chroma: [6, 60],
    hue: [285, 348],
  },
  { words: ['pink', 'rose', '粉', '粉色', '粉红', '粉红色'], lightness: [50, 94], chroma: [8, 90], hue: [328, 50] },
  {
    words: [
      'blush',
      'dusty pink',
      'pale pink',
      'light pink',
      '浅粉',
      '浅粉色',
      '淡粉',
      '淡粉色',
      '藕粉',
      '藕粉色',
      '脏粉色',
    ],
    lightness: [60, 95],
    chroma: [5, 45],
    hue: [335, 55],
  },
  {
    words: ['natural', 'natural wood', 'light wood', 'wood', '原木', '原木色', '木色', '浅木色'],
    lightness: [58, 92],
    chroma: [8, 48],
    hue: [55, 98],
  },
  { words: ['dark wood', 'dark', '深色', '深木色'], lightness: [5, 55], chroma: [0, 60] },
  { words: ['light', 'pale', '浅色', '淡色'], lightness: [68, 100], chroma: [0, 60] },
]

const byWord = new Map(families.flatMap((family) => family.words.map((word) => [word, family] as const)))

function familyOf(word: string): Family | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[_-]+/g, ' ')
    .replace(/colou?red?$/, '')
    .trim()
  return byWord.get(plain) ?? byWord.get(plain.replace(/的$/, '')) ?? byWord.get(`${plain}色`)
}

export const isColorWord = (word: string): boolean => familyOf(word) !== undefined

/** Whether `#rrggbb` is what people call so. Unknown words are met by nothing. */
export function isColorCalled(hex: string, word: string): boolean {
  const family = familyOf(word)
  if (!family) return false
  const [lightness, chroma, hue] = toLch(hex)
  const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high
  if (!within(lightness, family.lightness ?? any) || !within(chroma, family.chroma)) return false
  if (!family.hue) return true
  const [from, to] = family.hue
  return from <= to ? hue >= from && hue <= to : hue >= from || hue <= to
}

/** sRGB → CIELCh (D65). */
export function toLch(hex: string): readonly [number, number, number] {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const [r, g, b] = [channel(1), channel(3), channel(5)]
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  const [a, bb] = [500 * (x - y), 200 * (y - z)]
  const hue = (Math.atan2(bb, a) * 180) / Math.PI
  return [116 * y - 16, Math.hypot(a, bb), hue < 0 ? hue + 360 : hue]
}

/** A family of colours that people name as such: walls, large cloths, painted fronts, sets of accents. `#rrggbb`. */
export type NamedPalette = {
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] }
  readonly walls: readonly string[]
  readonly cloths: readonly string[]
  readonly fronts: readonly string[]
  readonly accents: readonly (readonly [string, string, string])[]
}

function palette(
  en: string,
  zh: string,
  walls: string,
  cloths: string,
  fronts: string,
  ...accents: string[]
): NamedPalette {
  const list = (text: string, by: RegExp | string = ' ') => text.split(by).map((word) => word.trim())
  return {
    names: { en: list(en, ','), zh: list(zh, ',') },
    walls: list(walls),
    cloths: list(cloths),
    fronts: list(fronts),
    accents: accents.map((set) => list(set) as [string, string, string]),
  }
}

export const namedPalettes = {
  earth: palette(
    'earth tones, earth tone, earthy tones, earthy colours, earthy colors, earth colours, earth colors, terra tones, desert',
    '大地色, 大地色系, 泥土色, 沙漠色, 大地',
    '#ebdfca #e2d0b4 #dcc7aa',
    '#b98f66 #a8815a #8b7a5c #c7a47d',
    '#9a7b5a #7d7a5a #d3bd9c',
    '#a3532f #7c7a48 #d9b27a',
    '#8a5a3c #b5793f #5f6147',
  ),
  pastel: palette(
    'pastel, pastels, pastel colours, pastel colors, pastel tones, macaron, sherbet, ice cream colours',
    '马卡龙, 马卡龙色, 粉彩, 柔和色彩, 冰淇淋色, 粉嫩',
    '#f8f1ea #f4e6e8 #e8f0ee #f0ecf5',
    '#dfc4cc #c3d6cf #c9cbe2 #ecd7b8',
    '#e9cdd3 #c5ddd4 #cfd3ea',
    '#e8a7b4 #9fcfc0 #f2d38f',
    '#a9b8e3 #f0b79a #b9dcc0',
    '#c9a9dd #f3c3a9 #a6d3dc',
  ),
  morandi: palette(
    'morandi, morandi colours, morandi colors, morandi palette, dusty tones, dusty colours, dusty colors, greyed tones, muted tones, muted colours, muted colors',
    '莫兰迪, 莫兰迪色, 莫兰迪色系, 高级灰调, 灰调, 低饱和, 低饱和度',
    '#e3ddd5 #d8d4cb #d3d5d0 #dcd1ca',
    '#b5a79d #a3a89d #a4a7ab #bda7a0',
    '#b1aba2 #9ba39a #a9a3a6',
    '#a57f76 #8a9689 #c7b8a3',
    '#7f8d97 #b59a92 #cfc4b4',
    '#98877f #8f9c94 #b8a6a9',
  ),
  neutral: palette(
    'neutral, neutrals, neutral tones, neutral palette, neutral colours, neutral colors, tonal, greige, tone on tone',
    '中性色, 中性, 同色系, 素色, 素雅',
    '#eee9e0 #e6e0d5 #ddd8ce',
    '#cfc5b5 #b7ada0 #a49c92',
    '#d8d0c3 #b9b0a3 #8f877d',
    '#8c7f6f #c2b5a2 #4a443e',
    '#a3968a #6f675e #d8ccbb',
  ),
  monochrome: palette(
    'monochrome, monochromatic, black and white, black & white, black white, greyscale, grayscale, grey tones, gray tones, fifty shades of grey',
    '黑白灰, 黑白, 黑白色, 单色, 灰色系, 黑白色系',
    '#f1f1f0 #e6e6e5 #d9d9d8',
    '#8b8b8b #b5b5b4 #4a4a4a',
    '#2b2b2b #f0f0ef #8f8f8f',
    '#1d1d1d #8f8f8f #e9e9e8',
    '#2f2f2f #c4c4c3 #5f5f5f',
  ),
  jewel: palette(
    'jewel, jewel tones, jewel tone, jewel colours, jewel colors, gemstone, rich colours, rich colors',
    '宝石色, 珠宝色, 宝石色系, 浓郁色彩',
    '#e8dcc8 #2c4a52 #5a2f45',
    '#1f5f57 #6a2a55 #24478a #8a2f3a',
    '#1f4f52 #4a2a4f #2a3f70',
    '#c4932f #7a1f4f #1f6b7a',
    '#a8302f #2f7a5a #d0a24a',
  ),
  autumn: palette(
    'autumn, autumnal, fall colours, fall colors, autumn colours, autumn colors, harvest',
    '秋色, 秋天的颜色, 秋日, 秋季',
    '#efe2cc #e6d0b0',
    '#a8642f #8a5a3a #b5883f',
    '#8f5a38 #6f6a3f',
    '#b8461f #d99a2f #6b6a2f',
    '#8f2f24 #c77a2a #5a4a2f',
  ),
  spring: palette(
    'spring, spring colours, spring colors, blossom, garden colours',
    '春天的颜色, 春色, 春日, 樱花',
    '#f6f3e6 #eef3e2 #f8eaea',
    '#b9d09a #eac6cc #dfe0b0',
    '#cfe0b8 #f2d3d8',
    '#e58fa5 #8fbf5f #f3d65f',
    '#7fb8a0 #f0a58f #e6dc8f',
  ),
  forest: palette(
    'forest, forest tones, woodland, mossy, greens, green tones',
    '森林色, 森林色系, 绿色系, 绿意',
    '#e6e8da #d3dac6 #5f6f5a',
    '#5f7355 #7d8a62 #3f5548',
    '#4f6650 #8a9577',
    '#2f5a3f #8f7a3f #b9c29a',
    '#3f4f38 #a8703f #cfd3b0',
  ),
  ocean: palette(
    'ocean tones, sea tones, blues, blue tones, sea colours, water colours',
    '海洋色, 蓝色系, 海洋色系',
    '#eaf1f3 #d6e4ea #5f7f95',
    '#6f97b0 #3f6483 #a9c3cf',
    '#3f6480 #a3bfcc',
    '#1f4f7a #5fa3a8 #e3cf9f',
    '#2f7f95 #c9dbe0 #d98f6a',
  ),
  sunset: palette(
    'sunset colours, sunset colors, sunset tones, warm tones, warm colours, warm colors, fiery',
    '暖色系, 暖色, 暖色调, 日落色',
    '#f5e3cf #f0d3b8',
    '#c9794f #b5563f #d99f5f',
    '#c98a5a #a85f42',
    '#d9531f #e8a02f #8a2f4a',
    '#c43f3a #f0b75f #7a3f5a',
  ),
  cool: palette(
    'cool tones, cool colours, cool colors, icy, winter',
    '冷色系, 冷色, 冷色调, 冬日',
    '#eef1f3 #e0e6ea',
    '#9fb0bb #7f929f #c3ced3',
    '#b3c0c8 #7d8f9c',
    '#3f6480 #8fb5b8 #dfe6ea',
    '#5a6a8f #a9b8c9 #c9dbd9',
  ),
} as const satisfies { readonly [id: string]: NamedPalette }

export type PaletteName = keyof typeof namedPalettes

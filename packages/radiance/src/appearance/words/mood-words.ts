import type { LightWish, Mood } from '../appearance-brief.ts'
import { namedPalettes, type PaletteName } from '../named-palettes.ts'
import type { Entries, Tone } from './meaning.ts'

const mood = (words: string, moods: readonly Mood[], more: { light?: LightWish; tone?: Tone } = {}) =>
  [words, { type: 'mood', moods, ...more }] as const
const light = (words: string, wish: LightWish, moods?: readonly Mood[]) =>
  [words, { type: 'light', light: wish, ...(moods ? { moods } : {}) }] as const
const tone = (words: string, which: Tone) => [words, { type: 'tone', tone: which }] as const

export const moodEntries: Entries = [
  mood('warm, warmer, warmth, inviting, welcoming, toasty, 温暖, 暖, 暖暖的, 温馨感', ['warm'], { tone: 'warm' }),
  mood('cool, cooler, cold, crisp cool, 冷, 清冷, 冷感, 冷淡', ['cool'], { tone: 'cool' }),
  mood(
    'calm, calming, serene, peaceful, tranquil, quiet, restful, relaxing, relaxed, soothing, gentle, understated, subtle, 宁静, 安静, 平静, 静谧, 舒缓, 放松, 沉静, 恬静, 素净, 静',
    ['calm'],
  ),
  mood(
    'fresh, airy, breezy, light and airy, clean, crisp, summery, spring-like, 清新, 清爽, 通透, 干净, 明快, 轻盈, 清凉',
    ['fresh'],
  ),
  mood(
    'dramatic, theatrical, bold, striking, mysterious, sultry, sexy, intense, 戏剧性, 戏剧, 大胆, 神秘, 浓烈, 张力, 氛围感强',
    ['dramatic'],
  ),
  mood(
    'cosy, cozy, cosier, cozier, snug, comfortable, comfy, homely, homey, intimate, nest, 舒适, 舒服, 惬意, 慵懒, 私密, 小确幸',
    ['cosy'],
  ),
  mood('romantic, dreamy, feminine, 浪漫, 梦幻, 温柔', ['warm', 'fresh']),
  mood(
    'bright, brighter, luminous, sunlit, well lit, well-lit, full of light, lots of light, 明亮, 亮堂, 敞亮, 亮',
    ['bright'],
    { light: { brightness: 0.6 }, tone: 'vivid' },
  ),
  mood('dark, darker, moody lighting, shadowy, gloomy, 暗, 暗沉, 昏暗, 深沉, 幽暗', ['dark'], {
    light: { brightness: -0.4 },
    tone: 'dark',
  }),
  mood('moody, moodier, brooding, atmospheric, 氛围感, 有氛围, 情绪', ['dramatic']),
  mood(
    'colourful, colorful, vibrant, vivid, playful, lively, cheerful, fun, energetic, joyful, 活泼, 鲜艳, 丰富多彩, 有活力, 俏皮, 欢快, 明艳',
    ['colourful'],
    { tone: 'vivid' },
  ),
  mood('muted, desaturated, faded, washed out, toned down, 低调, 柔和, 淡雅, 内敛, 克制', ['muted'], { tone: 'muted' }),
  mood('high contrast, contrasting, contrast, graphic, 高对比, 强对比, 对比强烈, 反差', ['contrast']),
  mood('natural, earthy, raw, organic feel, outdoorsy, 自然, 天然, 自然感, 天然感, 原生态, 质感', ['natural']),
  mood(
    'elegant, refined, sophisticated, chic, classy, polished, stylish, tasteful, timeless, graceful, 高级, 高级感, 精致, 优雅, 有品位, 时尚, 大气, 雅致, 气质',
    ['elegant'],
  ),
]

export const paletteEntries: Entries = (Object.keys(namedPalettes) as PaletteName[]).map((palette) => {
  const { en, zh } = namedPalettes[palette].names
  return [[...en, ...zh].join(','), { type: 'palette', palette }] as const
})

export const lightEntries: Entries = [
  light('dawn, daybreak, first light, sunrise, early morning, 黎明, 清晨, 日出, 拂晓, 破晓, 晨曦', { time: 'dawn' }),
  light(
    'morning, morning sun, morning light, mornings, in the morning, breakfast light, 早晨, 早上, 上午, 晨光, 朝阳, 早晨的阳光, 清晨的阳光, 早晨阳光, 早上的太阳',
    { time: 'morning' },
  ),
  light('noon, midday, mid-day, high noon, noon sun, 正午, 中午, 午间, 晌午', { time: 'noon' }),
  light(
    'afternoon, afternoon sun, afternoon light, late afternoon light, day, daytime, daylight, by day, 下午, 午后, 午后阳光, 白天, 日间, 日光',
    { time: 'afternoon' },
  ),
  light(
    'golden hour, golden light, late afternoon, low sun, magic hour, late sun, 黄金时刻, 金色阳光, 傍晚的阳光, 斜阳, 夕照, 黄金时段',
    { time: 'golden_hour' },
  ),
  light('sunset, sundown, at sunset, setting sun, 日落, 夕阳, 落日, 晚霞', { time: 'sunset' }),
  light('dusk, twilight, blue hour, nightfall, 黄昏, 暮色, 薄暮, 蓝调时刻, 入夜', { time: 'dusk' }),
  light('evening, in the evening, evenings, evening light, after work, 傍晚, 晚上, 晚间, 夜晚的灯光, 傍晚时分', {
    time: 'evening',
  }),
  light(
    'night, at night, nighttime, night time, midnight hour, by night, late night, nights, 夜晚, 夜里, 深夜, 夜间, 夜, 半夜, 夜景',
    { time: 'night' },
  ),
  light('night with lamps, lamplight, lamp light, by lamplight, lamplit, lamp-lit, 夜晚开灯, 灯光下', {
    time: 'night',
    lamps: 'on',
  }),
  light(
    'candlelight, candlelit, candle light, by candlelight, 烛光',
    { time: 'night', lamps: 'on', kelvin: 1900, brightness: -0.5 },
    ['cosy'],
  ),
  light('moonlight, moonlit, 月光, 月色', { time: 'night', lamps: 'off' }),
  light(
    'sun, sunny, sunshine, sunlight, clear sky, blue sky, clear day, sun-drenched, sun drenched, sunbeams, direct sun, sunny day, 阳光, 晴天, 晴朗, 太阳, 蓝天, 阳光明媚, 日照, 阳光满屋, 洒满阳光',
    { sky: 'clear' },
  ),
  light(
    'overcast, grey sky, gray sky, rainy, rain, rainy day, gloomy day, cloudy day, dull day, stormy, snow day, snowy, foggy, misty, diffuse light, soft daylight, northern light, north light, north facing, 阴天, 雨天, 下雨, 阴雨, 雪天, 雾天, 多云天气, 柔和的天光, 漫射光',
    { sky: 'overcast' },
  ),
  light('partly cloudy, cloudy, hazy, hazy sun, some clouds, 多云, 薄云', { sky: 'cloudy' }),
  light(
    'bright light, natural light, lots of natural light, flooded with light, light-filled, light filled, brightly lit, 自然光, 充足的阳光, 采光好, 光线充足, 充足光线, 阳光充足',
    { brightness: 0.6 },
    ['bright'],
  ),
  light(
    'dim, dimly lit, dimmed, low light, subdued light, dim light, dimmed lights, soft lights, 微光, 昏黄, 调暗, 灯光昏暗, 暗一点',
    { brightness: -0.6 },
  ),
  light('soft light, soft lighting, gentle light, diffused light, 柔光, 柔和的灯光, 柔和灯光, 柔和的光', {
    brightness: -0.2,
  }),
  light('brighter light, bright lamps, all lights on, bright lights, 灯火通明, 亮一点', {
    brightness: 0.6,
    lamps: 'on',
  }),
  light(
    'lamps on, lights on, with lamps on, lamps lit, with the lamps on, with the lights on, with lamps, 开灯, 灯亮着, 灯开着, 亮着灯, 点灯',
    { lamps: 'on' },
  ),
  light('lamps off, lights off, no lamps, no lights, without lamps, unlit, lights out, 关灯, 不开灯, 灯关着', {
    lamps: 'off',
  }),
  light(
    'warm light, warm lighting, warm lamps, warm lights, warm white light, soft white light, warm glow, warm bulbs, incandescent, glowing lamps, yellow light, yellow lamps, yellow lights, amber lamps, amber light, 暖黄色的灯, 暖黄色灯光, 暖黄色的灯光, 暖黄的灯, 暖黄色灯, 黄色的灯, 黄色灯光, 暖黄, 暖光, 暖光灯, 暖色灯光, 暖黄灯光, 暖黄的灯光, 黄光, 暖灯, 温暖的灯光, 暖白光',
    { kelvin: 2700 },
  ),
  light('neutral light, neutral white light, neutral lighting, 中性光, 自然白光', { kelvin: 4000 }),
  light(
    'cool light, cold light, cool white light, cool lighting, white light, daylight bulbs, fluorescent, 冷光, 白光, 冷白光, 冷色灯光',
    { kelvin: 5500 },
  ),
  light(
    'fairy lights, firelight, by the fire, glow, glowing, cosy light, cosy lighting, cozy light, cozy lighting, 炉火, 火光, 氛围灯',
    { kelvin: 2200 },
  ),
  light('east light, sun from the east, eastern sun, east sun, 东边的阳光, 朝东的阳光, 东晒', {
    sky: 'clear',
    sunAzimuth: 0,
  }),
  light('north sun, sun from the north, 北边的阳光', { sky: 'clear', sunAzimuth: Math.PI / 2 }),
  light('west light, sun from the west, western sun, west sun, 西边的阳光, 西晒', {
    sky: 'clear',
    sunAzimuth: Math.PI,
  }),
  light('south light, sun from the south, southern sun, south sun, 南边的阳光, 朝南的阳光', {
    sky: 'clear',
    sunAzimuth: -Math.PI / 2,
  }),
  light('winter sun, low winter sun, winter light, winter morning, 冬日暖阳, 冬天的阳光', {
    time: 'golden_hour',
    sky: 'clear',
  }),
  light('summer, summer day, summer light, high sun, midsummer, 夏天, 盛夏, 夏日', { time: 'noon', sky: 'clear' }, [
    'fresh',
  ]),
]

export const toneEntries: Entries = [
  tone(
    'light, lighter, pale, soft, whitewashed, bleached, blond, blonde, limed, light-coloured, light coloured, light colored, 浅, 浅色, 淡, 淡色, 浅色系',
    'light',
  ),
  tone(
    'deep, deeper, rich, dark-coloured, dark coloured, dark colored, smoked, dark-stained, 深, 深色, 浓, 深色系',
    'dark',
  ),
  tone('dusty, greyed, grayish, smoky, faded, 灰调的, 脏', 'muted'),
  tone('saturated, strong, neon, electric, 鲜, 高饱和, 荧光', 'vivid'),
]

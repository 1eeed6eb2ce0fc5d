import type { RoomType } from '@enfilade/layout'
import { type Entries, entry } from './entries.ts'

const zone = (category: string, room: RoomType | undefined, words: string) =>
  entry({ type: 'zone', category, ...(room ? { room } : {}) }, words)

/** Density, demands on the room, uses and moods. */
export const wishEntries: Entries = [
  entry(
    { type: 'density', density: 'sparse' },
    'sparse, sparsely, minimal furniture, uncluttered, bare, few things, as little as possible, not too much, clutter-free',
    'not too many things, not crowded, not cluttered, minimally furnished, lightly furnished, sparsely furnished, pared-back',
    'pared back, barely furnished, only the essentials, just the essentials, bare essentials, empty feeling, 简单布置, 稀疏, 空旷',
    '少一点, 少放东西, 家具少, 东西少, 少量家具, 不要太满, 别太满, 不要太多, 不要太拥挤, 留白, 空一点, 东西别太多, 家具不要太多, 简单一点, 断舍离, 家具越少越好',
  ),
  entry(
    { type: 'density', density: 'full' },
    'full, fully, cosy and full, packed, richly, fully furnished, well furnished, well-furnished, richly furnished, lots of things',
    'lived-in, lived in, lavishly, cluttered, everything you need, with all the trimmings, 丰富, 满满, 满满当当, 充实, 齐全, 东西多, 家具齐全',
    '摆满, 应有尽有, 生活气息, 热闹, 布置得满一点, 丰富一点, 满一点, 拎包入住, 配齐, 家具家电齐全',
  ),
  entry(
    { type: 'demand', demand: 'storage' },
    'storage, lots of storage, plenty of storage, storage space, as much storage as possible, more storage, loads of storage',
    'good storage, ample storage, extra storage, enough storage, much storage, 收纳, 储物, 收纳空间, 储物空间, 大量收纳, 充足的收纳, 收纳功能',
    '收纳要多, 多收纳, 强收纳, 足够的收纳, 储藏空间, 收纳充足, 收纳量',
  ),
  entry(
    { type: 'demand', demand: 'light' },
    'well lit, well-lit, plenty of light, good light, good lighting, lots of light, bright lighting, enough light, soft lighting',
    'ambient lighting, warm lighting, layered lighting, 明亮, 采光好, 光线好, 光线充足, 灯光充足, 照明充足, 亮堂, 柔和的灯光, 灯光柔和, 光线要好',
  ),
  entry(
    { type: 'demand', demand: 'open_space' },
    'open space, space to move, room to move, floor space, room to play, space to play, space to dance, play space, free floor',
    'space in the middle, open floor, room to roam, space to exercise, room for yoga, space for yoga, free space in the middle',
    'plenty of space, lots of space, 活动空间, 宽敞的空间, 玩耍空间, 活动区, 空地, 开阔, 宽敞, 游戏空间, 走动空间, 留出空间, 爬行空间, 瑜伽空间, 开放空间',
  ),
  entry(
    { type: 'passage' },
    'to walk, to walk through, to pass, walkway of, path of, passage of, aisle of, to get past, clear path, clear passage, walkways',
    'clear route, wide path, wide paths, paths, passages, passageways, walking space, circulation space, aisle, aisles, aisles of',
    'wide passage, to walk past, to move around, walking room, free passage, walk between, to get by, walk around, corridor width',
    '过道宽, 走道宽, 通道宽度, 过道, 通道, 走道宽度, 过道宽度, 通行宽度, 行走空间, 走路, 通行, 走动, 走人, 过人, 通过',
  ),
  entry(
    { type: 'turning' },
    'turning circle, turning space, turning circles, turning radius, room to turn, to turn, to turn around, turn round, manoeuvre',
    '轮椅回转空间, 轮椅转身空间, 轮椅回转, 轮椅转身, 回转空间, 回转圆, 转弯半径, 回转直径, 转身空间, 掉头空间, 回转, 转圈, 转弯空间',
  ),
  entry(
    { type: 'clear' },
    'nothing, clear, keep clear, free, unobstructed, unblocked, empty, kept clear, kept free, stay clear, leave clear, leave free, blocked',
    'block, blocking, obstruct, obstructing, leave open, stays clear, remains clear, 空着, 不挡, 不要挡, 别挡, 不挡住, 不要挡住, 别挡住, 畅通, 留空, 遮挡',
    '不遮挡, 不要遮挡, 空出, 留空间, 让开, 不要堵, 别堵, 堵住, 挡, 挡住, 腾空, 无遮挡',
  ),
  entry(
    { type: 'leave' },
    'leave, allow, keep a, keep at least, with at least, leaving, 留, 留出, 预留, 保留出, 空出来, 空出, 空开, 隔开, 空够, 留有, 留下, 留够',
  ),
  entry(
    { type: 'also' },
    'doubles as, double as, doubling as, also used as, also works as, can be used as, that serves as, also serves as, also serve as',
    'that can become, doubles up as, combined with, that also works as, with space for, combined, cum, slash, which is also',
    '兼, 兼作, 兼做, 兼用, 兼具, 兼顾, 也当, 还能当, 也能当, 同时作为, 同时当, 也作, 兼有, 二合一, 一体, 多功能, 还要能, 偶尔当, 也可以当, 也可作, 可兼作',
  ),
  zone(
    'armchair',
    undefined,
    'reading nook, reading corner, reading area, book nook, reading spot, reading space, corner for reading, 阅读角, 读书角, 阅读区, 看书的角落, 阅读空间',
  ),
  zone(
    'desk',
    'study',
    'work area, work corner, workspace, work space, working area, study area, study corner, work nook, workstation, working corner, desk area, office corner, study nook, place to work, spot to work, somewhere to work, space to work, 工作区, 办公区, 学习区, 办公角, 学习角, 工作角, 工作角落, 书桌区, 写字区, 学习角落, 办公角落',
  ),
  zone(
    'dining_table',
    'dining_room',
    'dining area, dining space, dining corner, eating area, dining nook, breakfast nook, breakfast corner, place to eat, somewhere to eat, 用餐区, 就餐区, 餐区, 早餐区, 用餐角, 餐桌区, 用餐角落',
  ),
  zone(
    'sofa',
    'living_room',
    'seating area, sitting area, lounge area, living area, lounge corner, conversation area, sitting corner, place to sit, somewhere to sit, 会客区, 休闲区, 客厅区, 沙发区, 起居区',
  ),
  zone(
    'double_bed',
    'bedroom',
    'sleeping area, sleep area, bed area, sleeping corner, place to sleep, somewhere to sleep, 睡眠区, 睡觉区, 卧室区, 休息区',
  ),
  zone('toy_box', 'playroom', 'play area, play corner, play zone, 游戏区, 玩耍区, 玩具区, 娱乐区, 游戏角'),
  zone(
    'dressing_table',
    undefined,
    'make-up corner, makeup corner, makeup area, vanity area, dressing area, 梳妆区, 化妆区, 梳妆角, 化妆角',
  ),
  entry(
    { type: 'mood' },
    'calm, calming, airy, serene, peaceful, tranquil, quiet, relaxing, relaxed, inviting, fresh, playful, cheerful, romantic, moody',
    'zen, homely, homey, snug, soothing, welcoming, energetic, vibrant, lively, sophisticated, timeless, chic, understated, earthy',
    'dreamy, intimate, professional, formal, informal, casual, fun, colourful, colorful, light and airy, hygge, clean, crisp, natural',
    'warm and inviting, sleek, bright and airy, bright, sunny, refined, tasteful, stylish and, hotel-like, spa-like, restful',
    'cosy atmosphere, muted, neutral, soft, gentle, dark and moody, organic, bold, eclectic, fresh and, atmospheric, tidy looking',
    '安静, 宁静, 清新, 放松, 治愈, 浪漫, 活泼, 童趣, 清爽, 大气, 高级感, 高级, 氛围感, 舒适, 通透, 雅致, 素雅, 沉稳, 有格调, 有情调, 慵懒, 明快, 柔和',
    '自然, 干净, 整洁, 利落, 禅意, 诗意, 梦幻, 可爱, 时尚, 精致, 气派, 稳重, 文艺, 温柔, 亲切, 有活力, 私密, 安全, 淡雅, 文雅, 正式, 休闲, 商务, 清冷',
  ),
]

import type { Entries } from './meaning.ts'

/** Words that tie others together, and those that say nothing of looks. */
export const grammarEntries: Entries = [
  [
    'no, not, without, never, avoid, except, anything but, free of, less, nothing, none, hates, hate, dislike, rather not, 不要, 不用, 别, 没有, 无, 避免, 不想要, 不喜欢, 拒绝, 去掉, 少一点, 非, 不, 不能, 除了',
    { type: 'not' },
  ],
  ['and, plus, as well as, 和, 与, 跟, 加, 及, 以及, 还有', { type: 'and' }],
  [
    'in, of, made of, painted, painted in, is, are, be, covered in, clad in, upholstered in, finished in, should be, made from, tiled in, 用, 是, 为, 刷, 刷成, 漆成, 换成, 改成, 做成, 铺, 采用, 选用, 选',
    { type: 'in' },
  ],
  [
    'a touch of, touch of, touches of, a hint of, hint of, hints of, a bit of, a little, a dash of, some, accents of, with accents of, slightly, twist, 一点, 一点点, 一些, 少许, 点缀着, 带点, 略带, 稍微, 有点',
    { type: 'touch' },
  ],
  [
    [
      'a, an, the, with, for, to, at, on, by, from, my, our, your, this, that, it, its, their, his, her, as, into, over, under, up, out, all, very, really, quite, too, so, more, most, much, many, lots, lot, full, plenty, half, part, mix, mixed, mixing, mixture, blend, meets, meet, inspired, influence, influenced, based, kind, sort, like, feel, feeling, feels, look, looks, looking, looked, vibe, vibes, mood, atmosphere, ambience, ambiance, spirit, touch, style, styled, styling, theme, themed, aesthetic, aesthetics, decor style, design, designed, interior, interiors, home, house, apartment, flat, studio, place, space, room, rooms, living room, living, bedroom, bedrooms, dining room, dining, bathroom, bathrooms, hallway, hall, study, office, nursery, lounge, den, entrance, please, make, made, makes, give, want, wants, would, could, should, can, i, we, you, me, us, let, have, has, keep, use, using, put, add, do, does, go, try, turn, restyle, redo, redecorate, style it, paint, colour, color, colours, colors, coloured, colored, tone, tones, toned, hue, hues, shade of, palette, scheme, material, materials, finish, finishes, finished, texture, textures, textured, surface, surfaces, everything, everywhere, every, each, where, which, who, only, just, also, still, but, or, then, than, through, window light, coming, comes, streaming, pouring, falling, shining, during, while, when, about, around, between, along, against, near, throughout, lighting, matte, matt, glossy, satin finish, polished finish, brushed finish, retreat, corner, nook, sanctuary, haven, escape, resort style, hideaway, paradise, dream, world, island, reading, simple, nice, beautiful, pretty, lovely, great, perfect, good, new, modernised, young, family, couple, person, one, two, three, single, main, big, small, large, low, high, open, wide',
      '开着, 亮着, 点着, 的, 了, 一, 个, 间, 要, 想, 想要, 希望, 请, 把, 让, 给, 我, 我们, 我的, 这, 那, 它, 有, 在, 里, 上, 下, 中, 内, 配, 搭, 搭配, 配上, 加上, 带, 带有, 以, 主, 为主, 作为, 做, 成, 换, 改, 全, 全部, 都, 很, 非常, 太, 更, 比较, 偏, 一种, 感觉, 感, 风格, 风, 风的, 调, 色调, 色系, 主色, 主色调, 颜色, 色, 配色, 材质, 材料, 质地, 客厅, 卧室, 房间, 房子, 屋子, 空间, 餐厅, 厨房, 书房, 卫生间, 浴室, 儿童房, 主卧, 次卧, 玄关, 阳台, 家, 家里, 公寓, 室内, 设计, 装修, 布置, 整体, 氛围, 效果, 样子, 一样, 类似, 像, 喜欢, 多, 少, 大, 小, 高, 低, 好, 就, 也, 又, 再, 但, 而, 或, 或者, 并, 且, 地方, 部分, 局部, 透过, 窗外, 照进来, 照进, 洒进来, 洒进, 进来, 照, 洒, 时候, 时, 光, 光线, 灯光, 时分, 混搭风, 混搭, 结合, 融合, 混合, 简单, 好看, 漂亮, 美, 新, 旧, 年轻人, 老人, 孩子, 住, 起来, 看, 看起来, 一起, 系, 系的, 风情, 味道, 元素, 面, 处理, 保持, 保留, 尽量, 吧, 呢, 啊',
    ].join(','),
    { type: 'skip' },
  ],
]

import type { RelationTarget } from '@enfilade/layout'
import { type Entries, type Entry, entry } from './entries.ts'
import type { BuildingPart } from './meaning.ts'

type Building = Extract<RelationTarget, { kind: 'building' }>

const part = (name: BuildingPart, words: string, more: Pick<Building, 'side' | 'choose'> = {}) =>
  entry({ type: 'part', part: name, ...more }, words)

const compass = [
  ['north', 'northern', '北'],
  ['south', 'southern', '南'],
  ['east', 'eastern', '东'],
  ['west', 'western', '西'],
] as const

const diagonals = [
  ['northeast', 'north-east, north east, northeastern, north-eastern, NE', '东北'],
  ['northwest', 'north-west, north west, northwestern, north-western, NW', '西北'],
  ['southeast', 'south-east, south east, southeastern, south-eastern, SE', '东南'],
  ['southwest', 'south-west, south west, southwestern, south-western, SW', '西南'],
] as const

const list = (...words: readonly string[]) => words.join(', ')

const compassParts: Entries = compass.flatMap(([side, adjective, zh]): Entry[] => [
  part(
    'wall',
    list(
      ...[side, adjective, side[0]].map((word) => `${word} wall, ${word} side wall, ${word}-facing wall`),
      `wall ${side[0]}, wall ${side}`,
      `wall to the ${side}, wall on the ${side}, ${zh}墙, ${zh}面墙, ${zh}面的墙, ${zh}侧墙, ${zh}边的墙, ${zh}边墙, ${zh}侧的墙, ${zh}侧墙面, ${zh}墙面, 朝${zh}的墙`,
    ),
    { side },
  ),
  part(
    'window',
    list(
      `${side[0]} window, window ${side[0]}, ${side} window, ${adjective} window, ${side}-facing window, window on the ${side}, ${zh}窗, ${zh}面的窗, ${zh}侧窗, ${zh}边的窗, ${zh}侧的窗户, 朝${zh}的窗, ${zh}墙的窗, ${zh}边窗户, ${zh}侧窗户, ${zh}面窗户, ${zh}窗户, ${zh}边窗, ${zh}面的窗户`,
    ),
    { side },
  ),
  part('door', list(`${side} door, ${adjective} door, ${zh}门, ${zh}侧的门, ${zh}面的门`), { side }),
  part(
    'room',
    list(
      `${side} side, ${side} end, ${side} half, ${adjective} side, ${adjective} end, ${adjective} part, ${adjective} half, ${side} part, ${zh}侧, ${zh}边, ${zh}面, ${zh}半边, ${zh}端`,
    ),
    { side },
  ),
])

const diagonalParts: Entries = diagonals.map(([side, words, zh]) =>
  part(
    'corner',
    list(
      ...words.split(', ').map((word) => `${word.toLowerCase()} corner, ${word.toLowerCase()}`),
      `${side} corner, ${side}, ${zh}角, ${zh}角落, ${zh}墙角, ${zh}面的角落, ${zh}侧角落, ${zh}`,
    ),
    { side },
  ),
)

/** Parts of the building, with which one. */
export const partEntries: Entries = [
  part(
    'window',
    'window, windows, windowsill, window sill, window ledge, picture window, 窗户, 窗子, 窗, 窗口, 窗台, 落地窗, 飘窗, 窗前光线',
  ),
  part('window', 'big window, large window, main window, biggest window, largest window, 大窗, 大窗户, 主窗', {
    choose: 'largest',
  }),
  part('window', 'bay window, bay, 凸窗'),
  part(
    'door',
    'door, doorway, entrance door, front door, doors, entry door, 门, 房门, 门口, 入口, 大门, 进门, 入户门, 门边, 门扇',
  ),
  part('wall', 'wall, walls, 墙, 墙壁, 墙面, 墙体, 墙根'),
  part(
    'wall',
    'long wall, long side wall, long side, longer side, longest wall, main wall, longer wall, biggest wall, long side of the room, largest wall, longest side, 长墙, 最长的墙, 主墙, 最长的一面墙, 长边墙, 长的那面墙, 最长的墙面, 最长一面墙, 最长墙',
    {
      choose: 'longest',
    },
  ),
  part('wall', 'short wall, shortest wall, shorter wall, narrow wall, 短墙, 最短的墙, 短的那面墙, 最短的一面墙', {
    choose: 'shortest',
  }),
  part(
    'wall',
    'left wall, left-hand wall, left hand wall, wall on the left, wall to the left, 左墙, 左边的墙, 左侧墙, 左侧的墙, 左面墙, 左手边的墙, 左边墙',
    {
      side: 'left',
    },
  ),
  part(
    'wall',
    'right wall, right-hand wall, right hand wall, wall on the right, wall to the right, 右墙, 右边的墙, 右侧墙, 右侧的墙, 右面墙, 右手边的墙, 右边墙',
    {
      side: 'right',
    },
  ),
  part(
    'wall',
    'back wall, far wall, wall opposite the door, wall facing the door, end wall, rear wall, 后墙, 门对面的墙, 正对门的墙, 里墙, 里面墙, 里面的墙, 里侧墙, 靠里的墙, 靠里那面墙, 最里面的墙, 对门的墙',
    {
      side: 'back',
    },
  ),
  part('wall', 'front wall, door wall, wall with the door, wall by the door, entrance wall, 前墙, 门旁的墙, 有门的墙', {
    side: 'front',
  }),
  part('corner', 'corner, corners, nook, 角落, 墙角, 角, 一角, 拐角处, 转角处, 角落处, 一隅, 角落位置'),
  part('corner', 'far corner, back corner, rear corner, 里角, 最里面的角落, 里面的角落', { side: 'back' }),
  part(
    'corner',
    'left corner, left-hand corner, left hand corner, far left corner, back left corner, 左角, 左边的角落, 左侧角落, 左墙角',
    { side: 'left' },
  ),
  part(
    'corner',
    'right corner, right-hand corner, right hand corner, far right corner, back right corner, 右角, 右边的角落, 右侧角落, 右墙角',
    {
      side: 'right',
    },
  ),
  part('room', 'room, space, 房间, 屋子, 空间, 房子, 屋, 室内, 房'),
  part(
    'room',
    'left side of the room, left half of the room, left side, left-hand side, 房间左侧, 房间左边, 屋子左边, 左半边',
    { side: 'left' },
  ),
  part(
    'room',
    'right side of the room, right half of the room, right side, right-hand side, 房间右侧, 房间右边, 屋子右边, 右半边',
    { side: 'right' },
  ),
  part(
    'room',
    'at the back, at the rear, back of the room, far end of the room, far end, rear of the room, far side of the room, end of the room, 房间里侧, 房间深处, 里侧, 最里面, 房间尽头',
    {
      side: 'back',
    },
  ),
  part('room', 'front of the room, 房间前部', { side: 'front' }),
  part('ceiling', 'ceiling, ceilings, 天花板, 屋顶, 顶棚, 天花, 顶面, 房顶'),
  part('floor', 'floor, flooring, floors, ground, 地板, 地面, 地上'),
  part('column', 'column, pillar, columns, pillars, 柱子, 柱, 立柱'),
  ...compassParts,
  ...diagonalParts,
]

import type { RelationType } from '@enfilade/layout'
import { type Entries, type Entry, entry } from './entries.ts'
import type { MeaningOf } from './meaning.ts'

type More = Partial<Omit<MeaningOf<'relation'>, 'type' | 'relation'>>

/** Before its target in both languages: "beside the bed", 靠窗. */
const before = (relation: RelationType, words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, ...more }, words)
/** Behind its target, in Chinese: 床旁边; without a target it is the topic's: 「旁边放…」. */
const after = (relation: RelationType, words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, follows: true, bare: true, ...more }, words)
/** With a target or, where none follows, of what is spoken of: "and a lamp above". */
const bare = (relation: RelationType, words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, bare: true, ...more }, words)
/** Never has a target: "in front", "on both sides". */
const lone = (relation: RelationType, words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, bare: true, lone: true, ...more }, words)
/** About the building without a target: "in the middle", 壁挂. */
const alone = (relation: RelationType, words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, alone: true, ...more }, words)

const english: Entries = [
  before(
    'against_wall',
    'head to, head against, headboard against, headboard to, headboard on, headboard at, with its head to, with its headboard against, with the headboard against, with its head against, with the head against, head towards, with the head to, with the headboard on, headboard towards',
  ),
  before('beside', 'nxt to, nextto, next too'),
  before('near', 'at right angles to, perpendicular to, at an angle to, at 90 degrees to, angled to'),
  lone('facing_away', 'back to back, back-to-back', { mutual: true }),
  before(
    'beside',
    'next to, adjacent to, at the side of, to the side of, by the side of, to one side of, on one side of, touching, at a side of, right by',
  ),
  before('beside', 'on the side of, hugging, right next to, close beside, directly beside, abutting, close by'),
  bare(
    'beside',
    'beside, alongside, to the side, to one side, at the side, on the side, next to that, on one side, at its side',
  ),
  before(
    'flanking',
    'either side of, on either side of, both sides of, on both sides of, at both sides of, each side of, on each side of',
  ),
  before(
    'flanking',
    'at either side of, to either side of, one either side of, one on either side of, one on each side of, flank',
  ),
  before(
    'flanking',
    'flanking, one each side of, on the two sides of, to the left and right of, left and right of, flanks',
  ),
  lone(
    'beside',
    'side by side, side-by-side, next to each other, beside each other, next to one another, beside one another, one beside the other, one next to the other, adjacent to each other, adjacent to one another, shoulder to shoulder, abreast',
    { mutual: true },
  ),
  lone('parallel', 'parallel, in parallel, parallel to each other, parallel to one another, parallel with each other', {
    mutual: true,
  }),
  bare('above', 'over'),
  lone(
    'above',
    'above its middle, over its middle, above its centre, over its centre, hanging above its middle, hanging over its middle, above the middle, over the middle',
  ),
  before('on', 'standing on top of, laid on, lying on, set on, stacked on, displayed on, perched on'),
  lone('inside', 'in it, inside it, within it, in there'),
  lone(
    'flanking',
    'either side, on either side, both sides, on both sides, on each side, each side, at either side, one each side',
  ),
  lone(
    'flanking',
    'one on either side, one on each side, one either side, one at each side, one per side, to either side, one to each side',
  ),
  lone(
    'flanking',
    'at both sides, to both sides, left and right, to the left and right, on the left and right, on the left and the right',
  ),
  entry(
    { type: 'relation', relation: 'flanking', passive: true },
    'flanked by, framed by, flanked on both sides by, bookended by',
  ),
  entry({ type: 'relation', relation: 'around', passive: true }, 'surrounded by, encircled by, ringed by, ringed with'),
  entry(
    { type: 'relation', relation: 'on', passive: true },
    'holding, carrying, supporting, topped by, topped with, crowned by, crowned with',
  ),
  entry({ type: 'relation', relation: 'beside', passive: true }, 'accompanied at its side by, joined by'),
  before('beside', 'at either end of, at each end of, at both ends of, one at each end of, one at either end of', {
    side: 'short',
    each: true,
  }),
  lone('beside', 'at either end, at each end, at both ends, one at each end, one at either end', {
    side: 'short',
    each: true,
  }),
  before('beside', 'at one end of, at the end of, at the head of, at the short end of, at the short side of', {
    side: 'head',
  }),
  before(
    'along',
    'along the long side of, along the length of, on the long side of, lengthwise along, along one side of',
    { side: 'long' },
  ),
  before(
    'along',
    'along one long side of, on one long side of, along the side of, down one side of, lengthways along',
    { side: 'long' },
  ),
  lone(
    'along',
    'along each long side, on each long side, down each long side, along both long sides, on both long sides, along the long sides, down both long sides',
    {
      side: 'long',
      each: true,
    },
  ),
  lone('along', 'along one long side, on the long side, along the long side, on one long side', { side: 'long' }),
  before('along', 'on the long sides of, along both long sides of, on both long sides of, along the long sides of', {
    side: 'long',
    each: true,
  }),
  before('along', 'along the short side of, on the short side of, on the short sides of', { side: 'short' }),
  before(
    'near',
    'near, near to, close to, by, at, around about, within reach of, in reach of, not far from, nearby to, handy for',
  ),
  before(
    'near',
    'in the vicinity of, within easy reach of, at hand from, within arms reach of, next door to, within, within sight of',
  ),
  lone('near', 'nearby, close by it, close at hand, within reach, near by'),
  before(
    'against_wall',
    'against, up against, right against, flush with, flush against, backed onto, backing onto, pushed up to, tight to',
  ),
  before(
    'against_wall',
    'with its headboard on, with the headboard on, with a headboard against, heads on, heads against, heads to, heads at, pushed against, pushed up against, leaning against, with its back to the wall at, backed against',
  ),
  before(
    'against_wall',
    'backing on to, pressed against, snug against, hard against, up to, with its head on, with its head at',
  ),
  before(
    'against_wall',
    'with its side to, with its long side to, with its side against, with the side against, with its back on, with its back to',
  ),
  before('along', 'along, all along, running along, lined up along, lining, spanning, down'),
  before(
    'left_of',
    'left of, to the left of, on the left of, on the left side of, at the left of, to the left-hand side of, to the left side of',
  ),
  before(
    'left_of',
    'on the left-hand side of, on the left hand side of, at the left side of, left side of, just left of',
  ),
  before(
    'right_of',
    'right of, to the right of, on the right of, on the right side of, at the right of, to the right-hand side of',
  ),
  before(
    'right_of',
    'on the right-hand side of, on the right hand side of, to the right side of, at the right side of, right side of',
  ),
  lone(
    'left_of',
    'on its left, to its left, at its left, on the left, on the left side, on its left side, on the left-hand side',
  ),
  lone(
    'right_of',
    'on its right, to its right, at its right, on the right, on the right side, on its right side, on the right-hand side',
  ),
  before(
    'in_front_of',
    'in front of, ahead of, before, just in front of, directly in front of, at the front of, to the front of, infront of',
  ),
  before('in_front_of', 'at the foot of, at the foot end of, by the foot of, at the bottom of', { side: 'foot' }),
  lone('in_front_of', 'in front, at the front, in front of it all, out in front'),
  lone('in_front_of', 'at its foot, at the foot, at the foot end', { side: 'foot' }),
  bare('behind', 'behind, right behind, just behind, directly behind'),
  before('behind', 'at the back of, in back of, to the rear of, at the rear of'),
  before(
    'facing',
    'facing, face, faces, facing onto, facing towards, looking at, look at, looks at, turned towards, toward, towards, looking onto',
  ),
  before(
    'facing',
    'looking towards, oriented towards, orientated towards, pointing at, pointing towards, aimed at, overlooking, looks out of',
  ),
  before(
    'facing',
    'facing out of, looking out of, look out of, with a view of, with a view to, with its front to, angled towards, angled toward, to face',
  ),
  before(
    'facing',
    'its front to, its front towards, with its front towards, front to, turned to, turned to face, directed at, overlooks, looking out at, looking out the, with views of, in view of, in sight of',
  ),
  lone(
    'facing',
    'turned towards one another, turned towards each other, turned to each other, angled towards each other, looking at each other, opposite each other, face to face with each other, facing each other, face each other, facing one another, face to face, opposite each other, opposite one another',
    { mutual: true },
  ),
  before(
    'facing_away',
    'facing away from, with its back to, with back to, with their backs to, turned away from, back towards, back turned to',
  ),
  before(
    'facing_away',
    'with the back to, with its back towards, with its back facing, its back to, their backs to, looking away from',
  ),
  lone(
    'opposite',
    'on the opposite wall, against the opposite wall, along the opposite wall, at the opposite wall, on the opposite side, on the opposite side of the room, across the room, on the facing wall',
  ),
  bare('opposite', 'opposite, directly opposite, right opposite, straight across, just opposite'),
  before(
    'opposite',
    'opposite to, opposite of, opposite from, across from, on the opposite side from, directly across from, on the other side from',
  ),
  bare(
    'around',
    'around, surrounding, encircling, all around, gathered around, grouped around, arranged around, set around, circling',
  ),
  before('around', 'about the, clustered around, distributed around, spread around, seated around'),
  lone('around', 'all round, around it all, all the way around, round about'),
  before('on', 'on, on top of, atop, onto, upon, up on, sitting on, standing on, resting on, placed on, on top on'),
  lone('on', 'on top, on its top, ontop'),
  before('inside', 'inside, inside of, in the inside of, tucked inside, tucked into, built into'),
  bare(
    'under',
    'under, underneath, below, beneath, directly under, right under, tucked under, just below, placed under',
  ),
  bare('above', 'above'),
  before(
    'above',
    'hanging over, hung over, hanging above, hung above, directly above, just above, suspended over, suspended above',
  ),
  bare('between', 'between, in between, in-between'),
  before('between', 'sandwiched between, midway between, halfway between, squeezed between, in the gap between'),
  lone('between', 'between the two, between the pair, amid, in their middle'),
  before(
    'far',
    'far from, away from, far away from, as far as possible from, well away from, not near, not close to, as far away as possible from',
  ),
  before(
    'far',
    'at a distance from, clear of, distant from, off, out of reach of, on the far side from, away of, remote from',
  ),
  before('parallel', 'parallel to, parallel with, in parallel with, in line with, aligned parallel to, lined up with'),
  before(
    'centred_on',
    'centred on, centered on, aligned with, centrally on, in the middle of, in the centre of, in the center of, at the centre of',
  ),
  before(
    'centred_on',
    'central to, at the center of, centred in front of, centered in front of, centred under, centered under, centred along',
  ),
  before(
    'centred_on',
    'centred above, centered above, centred over, centered over, centred against, centered against, centred at, centred in, centered in',
  ),
  alone(
    'in_corner',
    'in one of the corners, in the corner, in a corner, in one corner, in corner, in any corner, in some corner, in another corner, in the other corner',
  ),
  alone(
    'in_corner',
    'in the corners, in each corner, in every corner, one in each corner, one per corner, in all four corners, in all corners',
    {
      each: true,
    },
  ),
  alone(
    'centred',
    'in the middle, in the centre, in the center, at the centre, in the very middle, centred, centered, centrally, dead centre',
  ),
  alone(
    'centred',
    'down the middle, down the centre, down the center, in the middle of it all, at the heart of the room, in the room centre, right in the middle',
  ),
  alone(
    'centred',
    'in the middle of the room, in the centre of the room, in the center of the room, in the room centre, mid-room',
  ),
  alone(
    'centred',
    'in the centre of the floor, in the center of the floor, in the middle of the floor, floating in the room, in the middle of the space, at the center, in the heart of the room',
  ),
  alone(
    'on_wall',
    'on the wall, wall mounted, wall-mounted, on a wall, wall-hung, wall hung, mounted on the wall, hung on the wall',
  ),
  alone(
    'on_wall',
    'hanging on the wall, on the walls, fixed to the wall, attached to the wall, hanging on a wall, hung on a wall, on walls',
  ),
  alone(
    'hanging',
    'hanging, hung from the ceiling, from the ceiling, hanging from the ceiling, suspended, on the ceiling, ceiling-mounted',
  ),
  alone('hanging', 'ceiling mounted, suspended from the ceiling, hung, overhead'),
  alone(
    'against_wall',
    'against the wall, against a wall, along the wall, along a wall, up against the wall, to the wall, at the wall, by the wall',
  ),
  alone(
    'away_from_wall',
    'freestanding in the room, away from the walls, away from walls, off the wall, off the walls, not against the wall',
  ),
  alone(
    'away_from_wall',
    'floating away from the walls, free in the room, away from any wall, away from the wall, not touching the walls',
  ),
]

const chinese: Entries = [
  before('against_wall', '头朝, 抵着, 抵, 顶着, 占满, 铺满, 排满, 长边靠, 长边贴着'),
  before('beside', '紧挨着, 挨着, 紧靠, 紧邻, 邻近, 毗邻, 挨, 贴近, 紧贴着'),
  before('near', '靠近, 临近, 临, 挨近, 接近'),
  before('against_wall', '靠, 靠着, 贴着, 紧贴, 倚靠, 倚, 贴, 依着, 背靠, 背靠着, 倚着'),
  before('along', '沿着, 沿, 顺着, 顺'),
  before(
    'facing',
    '面对, 面对着, 面向, 朝着, 朝向, 正对, 对着, 朝, 冲着, 向着, 正朝, 面朝, 直对, 看到, 看见, 能看到, 能看见, 看向, 望向, 望着, 看得到, 看得见',
  ),
  bare('facing', '正对着'),
  before('facing_away', '背对, 背对着, 背向, 背朝, 背向着'),
  before('around', '围绕, 环绕, 绕着, 绕, 环着, 围绕着, 环绕着'),
  bare('around', '围, 围着, 围一圈, 围成一圈'),
  before('far', '远离, 避开, 不靠近, 不靠, 离开'),
  before('parallel', '平行于, 与之平行'),
  lone(
    'facing',
    '脸对脸, 面对面儿, 对面对, 头对头, 相对着, 相对着放, 对着放, 对着摆, 面对面拼, 面面相对, 面对面, 相对, 相对而放, 相向, 相对摆放, 面对面摆放, 相互对着',
    { mutual: true },
  ),
  lone('parallel', '平行摆, 平行放, 平行摆放, 平行铺, 平行铺开, 互相平行, 相互平行, 平行放置, 平行排列, 平行着', {
    mutual: true,
  }),
  lone(
    'beside',
    '相邻, 相邻摆放, 相邻放置, 紧邻摆放, 挨在一块, 连在一起, 并排, 并列, 并排放, 并排摆, 并排摆放, 并排放置, 并排靠着',
    { mutual: true },
  ),
  after('parallel', '平行'),
  after('beside', '侧旁, 身侧, 旁边, 旁, 边, 边上, 侧边, 一侧, 侧面, 一旁, 一边, 侧, 身旁, 旁侧, 近侧, 旁边的'),
  after('beside', '床头旁, 隔壁, 紧隔壁, 紧边上, 紧旁边'),
  after(
    'near',
    '不远, 旁边不远, 边上不远, 旁边够得着的地方, 旁边够得着的位置, 边上够得着的地方, 边够得着的地方, 旁够得着的地方, 旁边伸手够得着的地方, 边上伸手够得着的地方, 旁边一步之内, 旁边顺手的地方, 边上顺手的地方',
  ),
  after(
    'flanking',
    '左右各, 左右分别, 两边都, 两侧都, 两边分别, 两侧分别, 东西两侧, 南北两侧, 左右两头, 两边, 两侧, 两旁, 左右两侧, 左右两边, 左右, 左右两旁, 双侧, 两侧各, 两边各, 两旁各, 左右两侧各, 左右两边各',
  ),
  lone(
    'flanking',
    '一左一右, 左右各一个, 各一边, 各在一边, 各占一边, 各立一边, 各在一侧, 各立一侧, 各据一侧, 分置两侧, 分置两旁, 分置两边, 分列两旁, 分立两旁, 分置左右, 一东一西, 一南一北, 东西各一, 南北各一, 分列两侧, 分列左右, 左右对称, 左右分列, 分立两侧',
  ),
  lone('facing_away', '背靠背, 背对背', { mutual: true }),
  after('near', '垂直, 呈直角, 成直角, 成九十度'),
  after('beside', '两端, 两头, 两端各', { side: 'short', each: true }),
  after('beside', '一端, 一头, 尽头', { side: 'head' }),
  after('along', '长边, 长边一侧, 的长边, 长边旁, 长的一侧', { side: 'long' }),
  after('along', '两条长边, 两个长边, 两侧长边, 长边两侧', { side: 'long', each: true }),
  after('along', '短边, 短边一侧', { side: 'short' }),
  lone(
    'near',
    '伸手就够得着, 伸手够得着, 伸手可及, 触手可及, 伸手就能够到, 伸手能够到, 抬手就能拿到, 随手可及, 顺手就能拿到',
  ),
  after(
    'near',
    '够得着的地方, 够得着的位置, 够得到的地方, 够得到的位置, 伸手够得着的地方, 伸手够得到的地方, 顺手的地方, 顺手的位置, 顺手处, 上够得着的地方, 上伸手够得着的地方, 上伸手就够得着的地方, 伸手就够得着的地方, 一步之内, 一臂之内, 不远的地方, 不远的位置',
  ),
  after('near', '附近, 近旁, 处, 周边, 跟边, 不远处, 这一侧, 那一侧, 那侧, 区域, 一带'),
  after('left_of', '左边, 左侧, 左面, 左手边, 左方, 左, 左手侧, 左侧边'),
  after('right_of', '右边, 右侧, 右面, 右手边, 右方, 右, 右手侧'),
  after('in_front_of', '前, 前面, 前方, 跟前, 前边, 正前方, 前头, 前侧, 面前'),
  after('in_front_of', '尾, 脚, 尾部, 脚头, 脚边, 脚下, 脚底下, 脚底, 脚那头, 脚那头儿, 尾那头, 尾端', {
    side: 'foot',
  }),
  after('behind', '后, 后面, 后方, 背后, 后边, 身后, 后侧, 背面, 后头, 后边儿, 后头儿, 后脚'),
  after('opposite', '对面, 正对面, 对侧, 对过, 对过儿, 正对过, 对个儿, 对门儿, 斜对面, 斜对过'),
  lone(
    'around',
    '相对而坐, 对坐, 隔桌对坐, 面对面坐, 隔桌相对, 围桌, 围桌而坐, 两两相对, 两两对坐, 两两相向, 两两对着, 摆一圈, 摆成一圈, 放一圈, 围一周摆',
  ),
  after('around', '三面各, 三边各, 另外三面各, 另三面各, 其余三面各, 其他三面各, 另外三边各, 其余三边各', {
    each: true,
  }),
  after('around', '周围, 四周, 周边一圈, 四边, 一圈, 四面, 四侧'),
  after('on', '之上, 上, 上面, 上头, 顶上, 台面上, 桌面上, 上放, 上各, 上边, 面上'),
  after('on', '最上层, 最上面一层, 最上头一层, 最顶层, 顶层, 最高一层, 最高层'),
  after(
    'inside',
    '第一层, 第二层, 第三层, 第四层, 第五层, 中间层, 中间一层, 中间那层, 底层, 最下层, 最下面一层, 最底层, 最底下一层, 下层',
  ),
  after('inside', '里, 里面, 中, 内, 里头, 内部, 里边'),
  after('under', '下头, 下头儿, 下边儿, 底下儿, 正底下, 下, 下面, 底下, 下方, 下边, 正下方, 之下'),
  after('above', '上方, 正上方, 顶部上方, 上空, 上部, 头顶, 头顶上, 头上, 正头顶'),
  after(
    'between',
    '之间, 中间, 中央之间, 当中, 二者之间, 两者之间, 它们之间, 正当中, 两者中间, 它俩中间, 他俩中间, 俩中间',
  ),
  lone('between', '其间, 居于其间, 置于其间, 摆在其间, 放在其间, 居间'),
  after('centred_on', '中心, 正中间, 正中, 正中央, 中央, 居中处, 中心位置, 中间位置'),
  alone('in_corner', '靠墙角, 靠角落, 墙角里'),
  alone('in_corner', '每个角落, 四个角, 四角, 四个角落, 每个墙角, 各个角落', { each: true }),
  alone(
    'centred',
    '居中, 房间中央, 房间中间, 房间正中, 房间中心, 屋子中央, 屋子中间, 房间正中央, 空间中央, 正中央位置, 中心区域, 屋中央, 居中摆放, 居中放置',
  ),
  alone(
    'centred',
    '卧室中央, 客厅中央, 客厅中间, 餐厅中央, 餐厅中间, 书房中央, 书房中间, 卧室中间, 客厅正中, 餐厅正中, 餐厅正中间, 客厅正中间, 房中央, 房间的中央',
  ),
  alone(
    'on_wall',
    '挂在墙上, 墙上, 壁挂, 墙面上, 上墙, 挂墙, 壁挂式, 挂墙式, 墙挂, 贴墙安装, 挂于墙上, 墙上挂着, 入墙',
  ),
  alone('hanging', '悬挂, 吊着, 吊在天花板上, 从天花板垂下, 悬吊, 吊顶, 吊装, 天花板上, 顶上挂, 垂吊, 吸顶'),
  alone(
    'against_wall',
    '靠墙, 靠着墙, 贴墙, 沿墙, 挨着墙, 紧靠墙, 墙边, 靠墙边, 靠墙的, 贴着墙, 紧贴墙, 依墙, 背靠墙, 靠在墙边, 顺墙, 靠墙一侧',
  ),
  alone('away_from_wall', '不靠墙, 离墙, 不贴墙, 不要靠墙, 别靠墙, 悬空于房间, 离开墙'),
]

/** `before` stand before their target in both languages, `after` behind it (Chinese), `alone` need none. */
export const relationEntries: Entries = [...english, ...chinese]

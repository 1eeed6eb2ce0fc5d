import type { Occupants, RoomType } from '@enfilade/layout'
import { type Entries, entry } from './entries.ts'

const room = (type: RoomType, words: string, occupants?: Occupants) =>
  entry({ type: 'room', room: type, ...(occupants ? { attributes: { occupants } } : {}) }, words)
/** One of several rooms of a type: the main one is the largest, the second the next. */
const ranked = (type: RoomType, rank: number, words: string) => entry({ type: 'room', room: type, rank }, words)

export const roomEntries: Entries = [
  room(
    'bedroom',
    'bedroom, bed room, bedrooom, sleeping room, bedchamber, 卧室, 睡房, 卧房, 卧式, 寝室, 宿舍, 学生宿舍, 宿舍间, 宿舍房间, 员工宿舍',
  ),
  room(
    'bedroom',
    "parents' bedroom, parents bedroom, grandma's room, grandparents' room, granny flat, 老人房, 长辈房, 父母房, 老人卧室",
    {
      elderly: 1,
    },
  ),
  ranked(
    'bedroom',
    1,
    'master bedroom, main bedroom, big bedroom, bigger bedroom, largest bedroom, first bedroom, master suite, principal bedroom, primary bedroom, 主卧, 主卧室, 大卧室, 主人房',
  ),
  ranked(
    'bedroom',
    2,
    'second bedroom, other bedroom, small bedroom, smaller bedroom, guest room, guest bedroom, spare room, spare bedroom, 次卧, 次卧室, 小卧室, 客卧, 客房, 另一间卧室, 第二间卧室',
  ),
  ranked('bedroom', 3, 'third bedroom, 第三间卧室, 次次卧'),
  ranked(
    'bathroom',
    1,
    'main bathroom, first bathroom, master bathroom, 主卫, 主卧卫生间, 主卧的卫生间, 主卧浴室, 主卧洗手间, 主卧里的卫生间, 主卧内卫',
  ),
  ranked(
    'bathroom',
    2,
    'second bathroom, guest bathroom, other bathroom, guest toilet, guest wc, cloakroom toilet, 次卫, 客卫',
  ),
  room('bedroom', 'double bedroom, 双人卧室, 双人房, 夫妻卧室, 婚房', { adults: 2 }),
  room('bedroom', 'single bedroom, 单人卧室, 单人房', { adults: 1 }),
  room(
    'living_room',
    'living room, livingroom, lounge, sitting room, family room, living space, front room, parlour, tv room, drawing room, 客厅, 起居室, 大厅, 会客厅, 起居厅, 会客室, 客餐厅, 家庭厅, 茶室',
  ),
  room('dining_room', 'dining room, diningroom, breakfast room, 餐厅, 饭厅, 餐室'),
  room(
    'kitchen',
    'kitchen, kitchen-diner, kitchen diner, eat-in kitchen, kitchen-dining room, kitchenette, galley kitchen, kitchen area, cookhouse, 厨房, 开放式厨房, 灶间, 小厨房, 厨房区',
  ),
  room(
    'bathroom',
    'bathroom, loo, lavatory, bath room, shower room, washroom, toilet room, restroom, en suite, ensuite, en-suite, wet room, powder room, 浴室, 卫生间, 洗手间, 厕所, 盥洗室, 卫浴, 淋浴间, 沐浴间, 卫浴间',
  ),
  room(
    'study',
    'study, study room, home office, homeoffice, workroom, work room, den, writing room, 书房, 工作室, 家庭办公室, 工作间, 画室, studio office, artist studio, art studio',
  ),
  room('office', 'boardroom, board room, office, meeting room, conference room, 办公室, 会议室'),
  room(
    'kids_room',
    "kids room, kid's room, kids' room, kids bedroom, kids' bedroom, kid's bedroom, childrens room, children's room, child's room, childs room, child room, kid room, children's bedroom, childrens bedroom, child's bedroom, childs bedroom, boy's room, girl's room, boys' room, girls' room, boys room, girls room, teenager's room, teen room, teenage bedroom, teen bedroom, teenager's bedroom, teenagers bedroom, teens bedroom, teen's bedroom, teenage girl's bedroom, teenage boy's bedroom, daughter's room, son's room, daughter's bedroom, son's bedroom, toddler's room, toddler room, 儿童房, 小孩房, 男孩房, 女孩房, 孩子房, 青少年房, 儿童卧室, 孩子的房间, 女儿房, 儿子房, 女儿的房间, 儿子的房间, 儿女房, 小朋友房, 孩子房间, 儿童间",
  ),
  room(
    'nursery',
    "nursery, baby room, baby's room, babys room, newborn's room, 婴儿房, 宝宝房, 婴儿室, 宝宝的房间, 育婴室",
    { babies: 1 },
  ),
  room('playroom', 'playroom, play room, games room, game room, 游戏房, 游戏室, 玩具房, 娱乐室, 玩乐区'),
  room(
    'gym',
    'gym, home gym, fitness room, workout room, exercise room, yoga room, yoga studio, training room, workout corner, 健身房, 健身室, 瑜伽室, 瑜伽房, 运动室, 健身区, 家庭健身房',
  ),
  room(
    'music_room',
    'music room, practice room, piano room, music studio, recording studio, 琴房, 音乐室, 练琴房, 音乐房, 乐器室, 录音室',
  ),
  room(
    'walk_in_closet',
    'walk-in closet, walk in closet, walk-in wardrobe, walk in wardrobe, dressing room, closet room, 衣帽间, 更衣室, 更衣间, 步入式衣帽间, 步入式衣柜',
  ),
  room('library', 'library, reading room, home library, book room, 图书室, 阅览室, 藏书室, 阅读室, 家庭图书馆, 图书馆'),
  room(
    'home_cinema',
    'home cinema, home theater, home theatre, cinema room, media room, movie room, screening room, 影音室, 家庭影院, 影院, 放映室, 观影室, 视听室',
  ),
  room(
    'storage_room',
    'storage room, storeroom, pantry, box room, larder, utility closet, 储藏室, 杂物间, 储物间, 储藏间, 食品储藏间',
  ),
  room('terrace', 'terrace, patio, roof terrace, deck, veranda, roof garden, 露台, 天台, 平台, 屋顶花园, 庭院'),
  room(
    'entrance',
    'entrance, entry, entrance hall, entryway, foyer, vestibule, mudroom, mud room, entrance area, porch, 玄关, 门厅, 入户, 入户区, 进门处, 入口玄关, 鞋帽间, 过厅',
  ),
  room('hallway', 'hallway, hall, corridor, landing, 走廊, 走道, 廊道, 过廊'),
  room('balcony', 'balcony, loggia, juliet balcony, 阳台, 露天阳台, 封闭阳台, 生活阳台'),
  room(
    'generic',
    'workshop, craft room, sewing room, hobby room, studio space, treatment room, consulting room, therapy room, salon, boutique, gallery, reception, lobby, garage, attic, basement, cellar, sunroom, conservatory, shop, cafe, waiting room, 车库, 阁楼, 地下室, 阳光房, 候诊室, 接待室',
  ),
  room('laundry', 'laundry, laundry room, utility room, 洗衣房, 洗衣间, 家政间, 家务间, 洗衣区'),
  room(
    'studio',
    'studio, studio flat, studio apartment, bedsit, open-plan flat, one-room flat, one room flat, one-room apartment, micro apartment, 开间, 单身公寓, 一室户, 单间, 一居公寓, 大开间, 单间公寓',
  ),
  room(
    'living_room',
    'open-plan living room, open plan living, open-plan living area, open plan living room, great room, living-dining room, living dining room, 开放式客厅, 客餐厅一体',
  ),
]

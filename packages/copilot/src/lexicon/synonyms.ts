/** Everyday names, by the kind that they mean; for words that the catalogue's own names leave out. */
export const thingSynonyms: { readonly [category: string]: string } = {
  picture:
    'art, prints, photos, photographs, portrait, framed print, framed prints, 肖像, 肖像画, wall decor, 字画, 国画, 书法, 照片墙, 海报, 画框',
  side_table: '小圆几, 圆几, 小几, 边桌, 小边几',
  chandelier: '水晶吊灯, 水晶灯',
  armchair:
    '沙发椅, 单椅, 单人椅, 休闲椅, easy chair, lounge chair, accent chair, reading chair, wingback, 阅读椅, 老虎椅',
  chest_of_drawers: 'chest',
  bench: '床尾凳, 床尾凳子, 换鞋凳',
  ceiling_light: '主灯, 顶灯',
  potted_plant: 'fern, ferns, cactus, succulent, succulents, 多肉, 仙人掌, 小盆栽',
  plant: 'monstera, palm tree, 龟背竹, 琴叶榕, 大盆栽, 发财树, 幸福树',
  play_tent: 'tent, teepee, tepee, wigwam, 小帐篷, 帐篷',
  fireplace: 'log burner, wood burner, wood burning stove, 壁炉',
  dining_table: '八仙桌, 饭桌, 吃饭桌',
  bar_stool: 'breakfast bar stools, counter stools, counter stool',
  kitchen_island: 'breakfast bar',
  projector_screen: '幕布, 投影幕, 投影幕布',
  television: 'flat screen, flatscreen, telly, 大电视, 液晶电视',
  desk: '画案, 书案, 画桌, writing desk, writing table, computer table, 写字台, 电脑桌, 学习桌, 办公桌, 大书桌',
  office_chair: 'desk chair, task chair, swivel chair, computer chair, work chair, 办公椅, 电脑椅, 转椅',
  shelving_unit: '博古架, 多宝阁, 多宝格',
  bean_bag: '懒人椅',
  mat: '垫子, 地垫',
  floor_cushion: '拜垫, 蒲团垫',
  tv_stand: 'low unit, media unit, media console, low tv unit, tv bench',
  shower_seat: 'shower stool, 淋浴凳, 淋浴椅, 洗澡凳',
}

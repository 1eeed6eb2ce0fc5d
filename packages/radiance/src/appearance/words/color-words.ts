import type { Entries } from './meaning.ts'

/** Colours by name; where the words agree, the same shades as furnishing by words uses. */
const COLORS: { readonly [hex: string]: string } = {
  '#f4f2ee':
    'white, off-white, off white, snow, snow white, pure white, chalk, chalky white, 白色, 白, 纯白, 雪白, 暖白, 暖白色, 白色的',
  '#f3eee3':
    'warm white, soft white, antique white, alabaster, eggshell, bone, pearl, 乳白, 乳白色, 珍珠白, 骨白, 本白',
  '#e9dfcf':
    'ivory, cream-coloured, cream coloured, cream colored, vanilla, buttermilk, 奶油色, 奶油白, 米白, 米白色, 象牙白, 奶白, 奶白色, 杏白',
  '#d9c7a8':
    'beige, sand, sandy, oatmeal, ecru, nude, sandstone, biscuit, 米色, 米黄色, 米黄, 沙色, 燕麦色, 燕麦, 杏色, 奶茶色, 裸色',
  '#b5a48f': 'taupe, mushroom, greige, mink, putty, 灰褐色, 灰褐, 米灰, 米灰色, 暖灰, 暖灰色, 奶咖色',
  '#c3b091': 'khaki, 卡其, 卡其色',
  '#8f8f8d': 'grey, gray, mid grey, greyish, 灰色, 灰, 高级灰, 中灰, 灰色的',
  '#c9c9c6': 'light grey, light gray, pale grey, pale gray, silver grey, dove grey, cloud, 浅灰色, 浅灰, 银灰, 银灰色',
  '#b3aea6': 'warm grey, warm gray, stone grey, stone gray, 暖灰',
  '#4a4b4d':
    'dark grey, dark gray, charcoal, anthracite, slate grey, slate gray, graphite, gunmetal, 枪灰, 枪灰色, 深灰色, 深灰, 炭灰, 碳灰色, 石墨色',
  '#232323': 'black, jet black, ebony black, matte black, matt black, ink black, 黑色, 黑, 纯黑, 哑光黑, 黑色的, 墨黑',
  '#7a5336':
    'brown, chocolate, chestnut, dark brown, coffee, espresso, mocha, 棕色, 褐色, 咖啡色, 咖色, 深棕色, 棕, 深棕, 巧克力色, 摩卡',
  '#b08a63':
    'tan, light brown, camel, caramel, honey, cognac, toffee, latte, cappuccino, 浅棕色, 焦糖色, 浅褐色, 焦糖, 浅棕, 驼色, 拿铁色',
  '#b23a34':
    'red, crimson, scarlet, cherry red, bright red, tomato, vermilion, 红色, 红, 大红色, 大红, 正红色, 朱红, 中国红',
  '#7a2433':
    'burgundy, maroon, wine, wine red, bordeaux, dark red, oxblood, claret, merlot, 酒红色, 酒红, 深红色, 暗红色, 暗红, 勃艮第',
  '#c8632f': 'orange, burnt orange, bright orange, tangerine, pumpkin, amber, 橙色, 橘色, 橙, 橘红色, 爱马仕橙, 琥珀色',
  '#dcb23c':
    'yellow, lemon, lemon yellow, sunny yellow, saffron, bright yellow, sunflower, 黄色, 黄, 明黄色, 柠檬黄, 鹅黄色, 鹅黄',
  '#c79a34': 'mustard, mustard yellow, ochre, ocher, turmeric, 姜黄色, 姜黄, 芥末黄, 芥末色, 赭石',
  '#5d7a4e': 'green, bright green, grass green, moss green, moss, leaf green, fern, 绿色, 绿, 草绿色, 草绿, 苔绿, 叶绿',
  '#2f4a3a':
    'dark green, forest green, bottle green, hunter green, deep green, racing green, pine green, 墨绿色, 墨绿, 深绿色, 深绿, 森林绿, 复古绿',
  '#1f6b52': 'emerald, emerald green, malachite, jade, jade green, 祖母绿, 翡翠绿, 翠绿, 孔雀石绿',
  '#6b6b3a': 'olive, olive green, khaki green, army green, 橄榄绿, 橄榄色, 军绿色, 军绿',
  '#9aa88c':
    'sage, sage green, light green, pale green, soft green, eucalyptus, celadon, 鼠尾草绿, 鼠尾草, 灰绿色, 灰绿, 浅绿色, 浅绿, 豆绿色, 豆绿, 青瓷',
  '#b5bf7a': 'pistachio, lime, chartreuse, avocado, apple green, 牛油果绿, 开心果绿, 青柠, 苹果绿, 抹茶, 抹茶绿',
  '#a9d5c0': 'mint, mint green, seafoam, 薄荷绿, 薄荷色, 薄荷',
  '#3f6ea3':
    'blue, bright blue, cobalt, cobalt blue, royal blue, denim, denim blue, ultramarine, klein blue, majorelle, 蓝色, 蓝, 宝蓝色, 宝蓝, 克莱因蓝, 牛仔蓝, 群青',
  '#25395c':
    'navy, navy blue, dark blue, midnight blue, midnight, deep blue, indigo, ink blue, 深蓝色, 藏青色, 深蓝, 藏蓝, 藏蓝色, 海军蓝, 藏青, 靛蓝',
  '#9dbcd6':
    'light blue, sky blue, pale blue, baby blue, powder blue, ice blue, 浅蓝色, 天蓝色, 浅蓝, 天蓝, 淡蓝色, 淡蓝, 冰蓝',
  '#7189a0':
    'dusty blue, grey-blue, grey blue, gray blue, blue-grey, blue grey, steel blue, storm, 雾霾蓝, 灰蓝色, 灰蓝, 雾蓝, 莫兰迪蓝',
  '#2f7f7d': 'teal, turquoise, petrol, petrol blue, peacock blue, peacock, 青色, 蓝绿色, 孔雀蓝, 孔雀绿, 绿松石',
  '#5fb5c0': 'aqua, aquamarine, cyan, tiffany, tiffany blue, lagoon, 湖蓝, 湖蓝色, 蒂芙尼蓝, 水蓝',
  '#d9a3ad':
    'pink, rose, blush, blush pink, dusty pink, pale pink, light pink, pastel pink, dusty rose, rose pink, millennial pink, 灰粉色, 灰粉, 裸粉, 裸粉色, 粉色, 粉红色, 粉, 粉红, 浅粉色, 浅粉, 豆沙粉, 豆沙色, 脏粉色, 脏粉, 藕粉, 藕粉色, 樱花粉',
  '#e8907f': 'salmon, coral, coral pink, 珊瑚色, 珊瑚橘, 珊瑚红, 三文鱼色',
  '#e8b897': 'peach, apricot, 桃色, 蜜桃色, 杏粉',
  '#c4366f': 'magenta, fuchsia, hot pink, raspberry, 玫红色, 玫红, 玫瑰红, 品红',
  '#6a3f6b': 'purple, violet, plum, aubergine, eggplant, deep purple, grape, 紫色, 紫, 深紫色, 葡萄紫, 茄紫',
  '#b9a5cc': 'lilac, lavender, light purple, mauve, wisteria, 淡紫色, 薰衣草紫, 薰衣草, 浅紫色, 丁香紫, 香芋紫, 香芋色',
  '#b9654a':
    'terracotta, terra cotta, rust, rust red, brick red, rusty, clay, burnt sienna, sienna, paprika, 赤陶色, 赤陶, 砖红色, 铁锈色, 砖红, 铁锈红, 陶土色, 脏橘, 脏橘色',
  '#c2a14d': 'gold-coloured, golden, 金黄色, 香槟金, 香槟色',
}

export const colorEntries: Entries = Object.entries(COLORS).map(([color, words]) => [words, { type: 'color', color }])

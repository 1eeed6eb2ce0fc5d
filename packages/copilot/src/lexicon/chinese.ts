import { type Entries, type Entry, entry } from './entries.ts'
import type { Meaning, MeaningOf } from './meaning.ts'
import { spokenChineseEntries } from './spoken-chinese.ts'

type More = Partial<Omit<MeaningOf<'relation'>, 'type' | 'relation'>>

/** Behind its target, which is also left out: 「床尾对面」, 「一圈」. */
const after = (relation: MeaningOf<'relation'>['relation'], words: string, more: More = {}): Entry =>
  entry({ type: 'relation', relation, follows: true, bare: true, ...more }, words)

/** Set phrases of spoken Chinese whose characters by themselves would say something else. */
export const chineseEntries: Entries = [
  ...spokenChineseEntries,
  entry(
    { type: 'particle' },
    '腿脚不好, 腿脚不便, 身体不好, 眼睛不好, 视力不好, 听力不好, 睡眠不好, 今年, 明年, 占满了, 妈, 爸, 我妈, 我爸, 我妈妈, 我爸爸, 准备, 准备一间, 腾, 腾出, 腾一间, 商量, 商量了, 决定, 任何, 下床, 上床, 起床, 铺床, 上下班',
    '不管, 不论, 无论, 无所谓, 不限, 随便, 随意, 都行, 都可以, 不错, 不错的, 不同, 不同的, 不一样, 不一样的, 不仅, 不光, 不但, 不至于',
    '不得不, 不好意思, 不变, 要不, 要不然, 是不是, 好不好, 行不行, 差不多就这样, 不知道, 不算, 床品, 床上用品, 床垫, 往里走, 往里, 再往里',
    '分两排, 分成两排, 排成两排, 分两列, 排成一排, 排成一列, 一字排开, 一字摆开, 精装, 简装, 毛坯, 中介, 出租, 预算, 预算有限, 公用的, 共用的',
    '不着急, 不用太, 来着, 说实话, 其实, 反正, 比如, 例如, 比方说, 麻烦, 帮忙看看, 看着办, 你看着办, 怎么说呢, 那个啥, 听说, 据说, 打算着',
    '每户, 户型, 朝南的那间, 是这样的, 挺, 挺好, 特别, 特别是, 尤其, 尤其是, 十分, 超, 超级, 蛮, 相当, 略, 略微, 偏, 带点, 一丢丢, 就好, 就成',
  ),
  entry({ type: 'particle' }, '离, 距'),
  // They describe a thing and change nothing of what is shown.
  entry(
    { type: 'attribute', attributes: {} },
    '高脚, 高脚的, 落地的, 单门, 双门, 两门, 三门, 四门, 五门, 六门, 对开门, 双开门, 三开门, 四开门, 单开门, 两层, 三层, 四层, 五层, 六层, 多层, 两层的, 三层的, 四层的, 五层的',
    '折叠, 可折叠, 折叠式, 可移动, 可升降, 升降, 电动, 静音, 智能, 进口, 定制, 嵌入式, 内嵌, 便携, 独立, 共用, 公用, 备用, 换鞋, 换鞋用, 带轮, 带轮子',
    '到顶, 通顶, 到顶的, 通顶的, 顶天立地, 顶天立地的, 结实, 结实的, 耐用, 耐脏, 防水, 防滑, 防滑的, 简易, 便宜',
    '便宜的, 好打理, 高颜值, 网红, 人体工学, 护眼, 落地式, 立式, 台式, 老式的, 笔记本用的, 软软的, 厚实, 厚实的, 毛茸茸, 毛茸茸的, 显眼, 气派的, 可爱的, 精致的',
  ),
  entry({ type: 'negation', after: true }, '不行, 就不行, 是不行的, 可不行, 不合适, 不可取'),
  entry(
    { type: 'clear' },
    '别放东西, 不放东西, 不要放东西, 别堆东西, 不要堆东西, 什么都不放, 什么都别放, 什么都不要放, 别摆东西, 不要摆东西, 不摆东西, 不要有东西, 别放家具, 不要放家具',
  ),
  entry({ type: 'quantity', min: 2 }, '一排, 一整排, 整排, 一长排, 成排, 成排的, 一溜, 一列'),
  entry({ type: 'unit', metres: 1 / 3 }, '尺, 市尺'),
  entry(
    { type: 'person', person: 'wheelchair' },
    '给轮椅过, 轮椅过, 给轮椅通过, 轮椅通过, 轮椅进来, 轮椅推, 轮椅掉头, 供轮椅, 方便轮椅, 够轮椅, 轮椅转, 轮椅要, 轮椅走, 给轮椅, 让轮椅, 坐着轮椅, 轮椅转得开, 轮椅掉得过头',
  ),
  entry(
    { type: 'bound', bound: 'max' },
    '别高过, 不高过, 不要高过, 不能高于, 别高于, 别宽过, 不宽过, 不要宽过, 别长过, 不要长过, 不能超, 别超, 顶多, 控制在',
  ),
  entry({ type: 'attribute', attributes: { shape: 'square' } }, '见方, 见方的'),
  entry(
    { type: 'relation', relation: 'around', bare: true, lone: true },
    '围一圈, 围成一圈, 绕一圈, 围坐一圈, 围坐, 围着一圈, 围上一圈, 围绕一圈, 围一周',
  ),
  after('around', '三面放, 三面摆, 三面都放, 四面放, 四面摆'),
  entry(
    { type: 'relation', relation: 'against_wall', alone: true },
    '整面墙, 一整面墙, 满墙, 整墙, 长边靠墙, 长边贴墙, 一面靠墙, 一侧靠墙, 一边靠墙, 贴着墙放',
  ),
  after('opposite', '尾对面, 尾正对面'),
  after('around', '四周围, 四周各, 周围各, 一周'),
  entry(
    { type: 'relation', relation: 'by_window', alone: true },
    '靠阳台, 靠阳台那边, 阳台那边, 靠近阳台, 临阳台, 挨着阳台, 靠阳台一侧, 阳台门边, 阳台边, 近阳台, 靠阳台的一侧, 靠阳台那侧, 阳台那头, 靠阳台那头',
  ),
  entry(
    { type: 'part', part: 'wall' },
    '内墙, 空墙, 背景墙, 电视背景墙, 沙发背景墙, 床头背景墙, 那面墙, 这面墙, 一面墙, 直墙, 实墙, 白墙, 承重墙',
  ),
  entry(
    { type: 'matching' },
    '同色, 同色的, 同色系, 同色系的, 同一颜色, 同一个颜色, 一个颜色, 一个色, 同材质, 同样式, 一色的',
  ),
  entry({ type: 'polite' }, '有没有可能, 有没有办法, 可否, 能否, 是否可以, 方便的话, 可不可以'),
  entry({ type: 'style', style: 'scandinavian' }, 'ins风, ins风格, ins'),
  entry({ type: 'style', style: 'minimal' }, '性冷淡风, 性冷淡, 冷淡风, 无主灯风'),
]

/** Names that only look as if they began with a colour or a material. */
const notOfLooks = /^红酒|^白板|^黑板|^金鱼|^麻将|^竹笋|^石膏|^铁架子鼓/

/** 布艺沙发 is a sofa of 布艺: the looks that a compound name begins with, where the rest names the same kind. */
export function looksOfName(
  word: string,
  category: string,
  phrases: ReadonlyMap<string, Meaning>,
): MeaningOf<'attribute'>['attributes'] | undefined {
  if (!/^\p{Script=Han}/u.test(word) || notOfLooks.test(word)) return undefined
  for (let length = word.length - 1; length > 0; length -= 1) {
    const looks = phrases.get(word.slice(0, length))
    if (looks?.type !== 'attribute' || Object.keys(looks.attributes).length === 0) continue
    const rest = phrases.get(word.slice(length))
    if (rest?.type === 'object' && rest.category === category) return looks.attributes
  }
  return undefined
}

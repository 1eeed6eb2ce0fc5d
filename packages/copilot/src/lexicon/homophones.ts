import { lexicon } from './lexicon.ts'

/** Characters of furniture words with those that are typed for them by sound or shape; the first is the right one. */
const groups =
  '柜贵跪拒桂匮 桌卓捉棹 椅倚以猗 床庄创窗 室是式市事视 衣一依医 沙纱杀砂 发法花 茶查察 几机己 灯登等 书叔输舒 架价驾嫁 镜竟境静 毯坦摊谈 窗床创 台抬太 餐参残 厅听庭庁 橱厨除 帘连联廉 卧我握 客可刻 厨橱除 浴玉育 房防坊 墙强抢 角脚交 边变遍 旁庞 枕诊 凳登蹬 画话划 盆喷 植直值 地第 头投 双霜 单担 落洛 梳疏 妆装 鞋协斜 电店 视是 冰兵 箱相 桶同'

let byTypo: ReadonlyMap<string, readonly string[]> | undefined

function rightOnes(character: string): readonly string[] {
  if (!byTypo) {
    const map = new Map<string, string[]>()
    for (const group of groups.split(' '))
      for (const typo of group.slice(1)) map.set(typo, [...(map.get(typo) ?? []), group[0]!])
    byTypo = map
  }
  return byTypo.get(character) ?? []
}

/** A thing or room at the start of a text with one character mistyped: 衣拒 is 衣柜. Longer than `known` characters. */
export function mendChinese(text: string, known: number): string | undefined {
  for (let length = Math.min(5, text.length); length > Math.max(1, known); length -= 1)
    for (let at = 0; at < length; at += 1)
      for (const right of rightOnes(text[at]!)) {
        const phrase = text.slice(0, at) + right + text.slice(at + 1, length)
        const type = lexicon().phrases.get(phrase)?.type
        if (type === 'object' || type === 'room') return phrase
      }
  return undefined
}

import type { ProposalGroup, Text, Unmet } from '@enfilade/layout'
import type { Answer } from './answer.ts'

type Reported = {
  readonly language: 'en' | 'zh'
  readonly groups: readonly ProposalGroup[]
  readonly unmet: readonly Unmet[]
  readonly answer?: Answer
  readonly truncated: boolean
  /** How it came about, where that is not as usual. */
  readonly note?: Text
  /** Names of new things for which the catalogue has no form. */
  readonly placeholders?: readonly string[]
}

/** The outcome in the request's language: what could not be met first, then answers, then each group with its reason. */
export function writeReport({ language, groups, unmet, answer, truncated, note, placeholders = [] }: Reported): string {
  const zh = language === 'zh'
  const lines: string[] = []
  if (unmet.length > 0) {
    lines.push(zh ? `未能满足（${unmet.length}）：` : `Not met (${unmet.length}):`)
    for (const { request, text } of unmet) lines.push(zh ? `· “${request}”：${text.zh}` : `· “${request}”: ${text.en}`)
  }
  if (answer) lines.push(answer.text)
  if (groups.length > 0) {
    const count = new Set(groups.flatMap(({ items }) => items)).size
    const things = count === 0 ? '' : zh ? `，${count} 件` : `, ${count} ${count === 1 ? 'thing' : 'things'}`
    lines.push(
      zh
        ? `方案：${groups.length} 组${things}。`
        : `Proposal: ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}${things}.`,
    )
    for (const { title, reason } of groups) lines.push(`· ${title[language]}${zh ? '：' : ': '}${reason[language]}`)
  }
  for (const name of placeholders)
    lines.push(
      zh
        ? `目录中没有${name}：以同样大小的方块代替。`
        : `A plain block stands in for the ${name}: the catalogue has none.`,
    )
  if (note) lines.push(note[language])
  if (truncated) lines.push(zh ? '时间到，搜索提前结束。' : 'The search ended early, at its time limit.')
  if (lines.length === 0) lines.push(zh ? '没有要做的事。' : 'There was nothing to do.')
  return lines.join('\n')
}

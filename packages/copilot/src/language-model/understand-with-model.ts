import type { Text } from '@enfilade/layout'
import type { Intent, Understanding } from '../understand/intent.ts'
import { type UnderstandContext, understand } from '../understand/understand.ts'
import type { LanguageModel } from './language-model.ts'
import { parseAnswer } from './parse-answer.ts'
import { canBeAnswered, weighAnswer } from './weigh-answer.ts'
import { type KnownItem, writePrompt } from './write-prompt.ts'

export type ModelUnderstanding = {
  readonly understanding: Understanding
  readonly by: 'built-in' | 'language-model'
  /** Why the model's answer was not used. */
  readonly note?: Text
}

/**
 * Understands a request with a language model, whose answer passes the same checks as any stranger's brief. Where it is
 * wrong, late or asks for what the words do not, the built-in understanding stands and the note says so. Never rejects.
 */
export async function understandWithModel(
  prompt: string,
  context: UnderstandContext,
  items: readonly KnownItem[],
  model: LanguageModel,
  timeoutMs?: number,
): Promise<ModelUnderstanding> {
  const own = understand(prompt, context)
  const fallBack = (en: string, zh: string): ModelUnderstanding => ({
    understanding: own,
    by: 'built-in',
    note: {
      en: `The language model's answer was not used (${en}); the built-in understanding was.`,
      zh: `未采用语言模型的回答（${zh}），改用内置理解。`,
    },
  })
  if (prompt.trim() === '' || own.intents.some(({ type }) => type === 'question' || type === 'refused'))
    return { understanding: own, by: 'built-in' }
  if (!canBeAnswered(own.intents)) return { understanding: own, by: 'built-in', note: notAsked }
  let answer: string
  try {
    answer = await model.complete(writePrompt(prompt.slice(0, 8000), context, items), timeoutMs)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it failed'
    const zh = error instanceof Error && 'zh' in error ? String(error.zh) : '它没有给出回答'
    return fallBack(reason, zh)
  }
  const parsed = parseAnswer(answer, new Set(items.map(({ id }) => id)))
  if (!parsed.ok) return fallBack(`it ${parsed.problem}`, '格式不符')
  if (parsed.intents.length === 0) return fallBack('it found no request', '没有读出请求')
  if (parsed.intents.some(({ type }) => type === 'question')) return { understanding: own, by: 'built-in' }
  if (parsed.intents.some(isDestructive) && !own.intents.some(isDestructive))
    return fallBack('it takes things away, which the words do not ask for', '它要移除物品，而请求并未要求')
  const weighed = weighAnswer(parsed.intents, own.intents, items)
  if ('against' in weighed) return fallBack(weighed.against.en, weighed.against.zh)
  const { language } = own
  return {
    understanding: { language, intents: weighed.intents, notUnderstood: parsed.notUnderstood },
    by: 'language-model',
  }
}

const notAsked: Text = {
  en: 'The language model was not asked: homes of several rooms, moods and the like are read by the built-in understanding.',
  zh: '未询问语言模型：多房间住宅、氛围一类的请求由内置理解处理。',
}

/** What takes away; an answer may only do so where the words are read so without it, whatever else stood in them. */
const isDestructive = ({ type }: Intent) => type === 'remove' || type === 'replace' || type === 'convert'

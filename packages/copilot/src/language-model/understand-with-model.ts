import type { Text } from '@enfilade/layout'
import type { Intent, Understanding } from '../understand/intent.ts'
import { type UnderstandContext, understand } from '../understand/understand.ts'
import type { LanguageModel } from './language-model.ts'
import { parseAnswer } from './parse-answer.ts'
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
  if (prompt.trim() === '') return { understanding: own, by: 'built-in' }
  let answer: string
  try {
    answer = await model.complete(writePrompt(prompt.slice(0, 8000), context, items))
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it failed'
    return fallBack(reason, reason)
  }
  const parsed = parseAnswer(answer, new Set(items.map(({ id }) => id)))
  if (!parsed.ok) return fallBack(`it ${parsed.problem}`, '格式不符')
  if (parsed.intents.length === 0) return fallBack('it found no request', '没有读出请求')
  if (own.intents.length > 0 && own.intents.every(({ type }) => type === 'question'))
    return { understanding: own, by: 'built-in' }
  if (parsed.intents.some(({ type }) => type === 'question')) return { understanding: own, by: 'built-in' }
  if (parsed.intents.some(isDestructive) && !own.intents.some(isDestructive))
    return fallBack('it takes things away, which the words do not ask for', '它要移除物品，而请求并未要求')
  const { language } = own
  return {
    understanding: { language, intents: parsed.intents, notUnderstood: parsed.notUnderstood },
    by: 'language-model',
  }
}

/** What takes away; an answer may only do so where the words are read so without it, whatever else stood in them. */
const isDestructive = ({ type }: Intent) => type === 'remove' || type === 'replace' || type === 'convert'

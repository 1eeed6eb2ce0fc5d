import type { LanguageModel, LanguageModelError, LanguageModelPrompt } from '@enfilade/copilot'
import type { CompletionSettings } from './settings.ts'

/** The endpoint gave no usable answer. The message holds no part of the prompt, the key or the answer. */
export class CompletionError extends Error implements LanguageModelError {
  override name = 'CompletionError'
  readonly zh: string

  constructor(message: string, zh: string, options?: ErrorOptions) {
    super(message, options)
    this.zh = zh
  }
}

export type CompletionOptions = {
  /** For the whole exchange, milliseconds. Absent: 15 s. */
  readonly timeoutMs?: number
  /** Longest response body, bytes. Absent: 512 KiB. */
  readonly maximumBytes?: number
  readonly fetch?: typeof fetch
}

const defaults = { timeoutMs: 15_000, maximumBytes: 512 * 1024 }

/**
 * A language model behind an OpenAI-compatible `/chat/completions`. Asks for JSON by schema, by JSON mode where the
 * endpoint knows no schemas (400 or 422), then without; sends nothing twice otherwise.
 */
export function createLanguageModel(settings: CompletionSettings, options: CompletionOptions = {}): LanguageModel {
  const { timeoutMs, maximumBytes } = { ...defaults, ...options }
  const send = options.fetch ?? fetch
  return {
    async complete(prompt, ceilingMs = timeoutMs) {
      const limitMs = Math.max(1, Math.floor(Math.min(timeoutMs, ceilingMs)))
      const signal = AbortSignal.timeout(limitMs)
      try {
        for (const format of formats(prompt)) {
          const response = await send(`${settings.baseUrl}/chat/completions`, {
            method: 'POST',
            redirect: 'error',
            signal,
            headers: {
              'content-type': 'application/json',
              accept: 'application/json',
              ...(settings.apiKey ? { authorization: `Bearer ${settings.apiKey}` } : {}),
            },
            body: JSON.stringify(requestBody(settings.model, prompt, format)),
          })
          if (response.ok) return contentOf(await readBody(response, maximumBytes))
          await response.body?.cancel()
          const isFormat = (response.status === 400 || response.status === 422) && format !== undefined
          if (!isFormat)
            throw new CompletionError(`the endpoint answered ${response.status}`, `端点返回 ${response.status}`)
        }
        throw new CompletionError('the endpoint refused the request', '端点拒绝了请求')
      } catch (error) {
        if (error instanceof CompletionError) throw error
        const options = { cause: error }
        if (signal.aborted) {
          const seconds = limitMs / 1000
          throw new CompletionError(`it took longer than ${seconds} s`, `超过 ${seconds} 秒未答复`, options)
        }
        throw new CompletionError('the endpoint could not be reached', '无法连接端点', options)
      }
    },
  }
}

type Format = { readonly [key: string]: unknown } | undefined

const formats = ({ schema }: LanguageModelPrompt): readonly Format[] => [
  { type: 'json_schema', json_schema: { name: 'answer', schema } },
  { type: 'json_object' },
  undefined,
]

function requestBody(model: string, { system, user, schema }: LanguageModelPrompt, format: Format) {
  const rules = format?.type === 'json_schema' ? system : `${system}\nThe JSON Schema:\n${JSON.stringify(schema)}`
  return {
    model,
    temperature: 0,
    stream: false,
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: user },
    ],
    ...(format ? { response_format: format } : {}),
  }
}

/** The body up to a bound: an endpoint that never ends is cut off. */
async function readBody(response: Response, maximumBytes: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) throw new CompletionError('the endpoint answered nothing', '端点没有返回内容')
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maximumBytes) {
      await reader.cancel()
      throw new CompletionError(`the answer is longer than ${maximumBytes} bytes`, `回答超过 ${maximumBytes} 字节`)
    }
    text += decoder.decode(value, { stream: true })
  }
}

function contentOf(body: string): string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new CompletionError('the endpoint answered no JSON', '端点返回的不是 JSON')
  }
  const choices = (value as { choices?: unknown } | null)?.choices
  const message = Array.isArray(choices)
    ? (choices[0] as { message?: { content?: unknown } } | undefined)?.message
    : undefined
  const content = message?.content
  if (typeof content !== 'string' || content.trim() === '')
    throw new CompletionError('the answer has no content', '回答为空')
  return content
}

import { type CopilotPorts, type CopilotResult, explainUnderstanding, runRequest } from '@enfilade/copilot'
import { type JsonUnmet, type SceneJsonExtra, stringifySceneJson, writeSceneJson } from '@enfilade/language'
import type { Density } from '@enfilade/layout'
import { applyChange, createEmptyDocument, type Id, type SceneDocument } from '@enfilade/scene'

export type Request = {
  readonly prompt: string
  /** Absent: an empty space. */
  readonly document?: SceneDocument
  readonly extra?: SceneJsonExtra
  readonly seed: number
  readonly options: {
    readonly density?: Density
    readonly people?: string
    readonly explain?: boolean
    /** Ceiling on the time, milliseconds; a result that it cut short says `truncated`. */
    readonly budgetMs?: number
  }
  readonly ports?: CopilotPorts
}

export type Answered = {
  /** Canonical Scene JSON, with what is unmet. */
  readonly json: string
  /** In the request's language; ends with a newline. */
  readonly report: string
  readonly hasUnmet: boolean
}

/** Runs a request and accepts all that it proposes. Equal requests give equal bytes. */
export async function answerRequest({
  prompt,
  document = createEmptyDocument(),
  extra = {},
  seed,
  options: { budgetMs, ...options },
  ports = {},
}: Request): Promise<Answered> {
  const result = await runRequest({
    prompt,
    document,
    seed,
    options,
    ports,
    createId: createIds(document),
    ...(budgetMs === undefined ? {} : { budgetMs }),
  })
  const changed = result.groups.reduce((before, group) => applyChange(before, group.change), document)
  const unmet = result.unmet.map(
    ({ request, reason, text }): JsonUnmet => ({ request, reason: text?.[result.language] ?? reason }),
  )
  const json = writeSceneJson(changed, { ...extra, seed, truncated: result.truncated, unmet })
  const explanation = options.explain ? explain(result) : []
  const report = [result.report.trimEnd(), ...explanation].join('\n')
  return { json: stringifySceneJson(json), report: `${report}\n`, hasUnmet: unmet.length > 0 }
}

/** The scene as it was, for a request that came to nothing. */
export function refuseRequest(request: Request, reason: string): Answered {
  const { prompt, document = createEmptyDocument(), extra = {}, seed } = request
  const json = writeSceneJson(document, { ...extra, seed, truncated: false, unmet: [{ request: prompt, reason }] })
  const report = isChinese(prompt) ? `未能完成：${reason}\n` : `Failed: ${reason}\n`
  return { json: stringifySceneJson(json), report, hasUnmet: true }
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** Ids by counting, passing over those that are taken: the same request makes the same ones. */
function createIds(document: SceneDocument): () => Id {
  let count = 0
  return () => {
    do count++
    while (document.has(`item-${count}`))
    return `item-${count}`
  }
}

/** How the request was understood and what each group measured. */
function explain({ understanding, groups, language }: CopilotResult): string[] {
  const zh = language === 'zh'
  const lines = [explainUnderstanding(understanding, language)]
  for (const intent of understanding.intents) lines.push(`· ${JSON.stringify(intent)}`)
  const measured = groups.filter(({ measurements }) => measurements.length > 0)
  if (measured.length > 0) lines.push(zh ? '测量：' : 'Measured:')
  for (const { title, measurements } of measured) {
    const values = measurements.map(
      ({ name, value, unit }) => `${name} ${Math.round(value * 1000) / 1000}${unit === 'count' ? '' : ` ${unit}`}`,
    )
    lines.push(`· ${title[language]}: ${values.join(', ')}`)
  }
  return lines
}

import { performance } from 'node:perf_hooks'
import { type CopilotPorts, runRequest } from '@enfilade/copilot'
import { parseSceneJson, type SceneJson, writeSceneJson } from '@enfilade/language'
import { applyChange, createEmptyDocument, type Id, type SceneDocument } from '@enfilade/scene'
import { type Judged, judgeRequest } from './evaluate/judge.ts'
import { thingsNamed } from './evaluate/nouns.ts'
import { measurePhysical, type Physical } from './evaluate/physical.ts'
import { readModel } from './evaluate/scene-model.ts'
import { wordsOf } from './evaluate/select.ts'
import type { BenchRequest } from './request.ts'
import { threadTime } from './thread-time.ts'

/** What one request came to. */
export type CaseResult = {
  readonly id: string
  readonly ms: number
  /** Processor time of the thread; undefined where the system does not tell. */
  readonly cpuMs: number | undefined
  readonly judged: readonly Judged[]
  readonly physical: Physical
  /** Things of counted kinds, and those of them that are placeholders. */
  readonly named: number
  readonly placeholders: number
  /** Set where the request threw. */
  readonly error?: string
  readonly scene: SceneJson
  readonly report: string
  /** How the words were read, for looking at. */
  readonly understood: unknown
}

const SEED = 1

/** Runs a request as the command line does, accepting all that it proposes, and judges the Scene JSON that comes out. */
export async function runCase(
  request: BenchRequest,
  fixture: SceneJson | undefined,
  ports?: CopilotPorts,
): Promise<CaseResult> {
  const document = fixture ? parseSceneJson(fixture).document : createEmptyDocument()
  const before = writeSceneJson(document)
  const begin = performance.now()
  const cpuBegin = threadTime()
  let after = before
  let report = ''
  let error: string | undefined
  let understood: unknown
  try {
    const result = await runRequest({
      prompt: request.prompt,
      document,
      seed: SEED,
      ...(request.options ? { options: request.options } : {}),
      createId: createIds(document),
      ...(ports ? { ports } : {}),
    })
    const changed = result.groups.reduce((current, group) => applyChange(current, group.change), document)
    const unmet = result.unmet.map(({ request: words, reason, text }) => ({
      request: words,
      reason: text?.[result.language] ?? reason,
    }))
    after = writeSceneJson(changed, { seed: SEED, truncated: result.truncated, unmet })
    report = result.report
    understood = result.understanding
  } catch (thrown) {
    error =
      thrown instanceof Error ? (thrown.stack ?? thrown.message).split('\n').slice(0, 3).join(' ') : String(thrown)
  }
  const ms = performance.now() - begin
  const cpuEnd = threadTime()
  return {
    id: request.id,
    ms,
    cpuMs: cpuBegin === undefined || cpuEnd === undefined ? undefined : cpuEnd - cpuBegin,
    judged: judgeRequest(request, { before, after, report }),
    physical: measurePhysical(after),
    ...countPlaceholders(request, after),
    ...(error ? { error } : {}),
    scene: after,
    report,
    understood,
  }
}

function countPlaceholders({ expect }: BenchRequest, after: SceneJson): { named: number; placeholders: number } {
  const model = readModel(after)
  const named = expect.flatMap((each) => (each.type === 'count' ? thingsNamed(model, wordsOf(each.what)) : []))
  const things = new Set(named)
  return { named: things.size, placeholders: [...things].filter(({ object }) => object?.placeholder).length }
}

/** Ids by counting, passing over those that are taken. */
function createIds(document: SceneDocument): () => Id {
  let count = 0
  return () => {
    do count++
    while (document.has(`item-${count}`))
    return `item-${count}`
  }
}

import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { CopilotProgress } from '../copilot-work.ts'
import type { Dependencies } from '../dependencies.ts'
import { LIMITS } from '../limits.ts'
import { describeError } from '../logger.ts'
import { rateLimit } from '../middleware/rate-limit.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { bodyOf, notFound, Problem, problemOf } from '../problem.ts'
import { describeProposal, PROPOSAL_KIND, type ProposalResult } from '../proposal.ts'
import { createRouter } from './create-router.ts'
import { problems, spaceParameters, textSchema } from './schemas.ts'

const idSchema = textSchema.max(200)
const pointSchema = z.tuple([z.number(), z.number(), z.number()])

const requestSchema = z
  .object({
    prompt: textSchema.trim().min(1).max(LIMITS.promptLength),
    selection: z.array(idSchema).max(LIMITS.selectionLength).optional(),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .optional()
      .openapi({ description: 'Absent: any.' }),
    roomId: idSchema.optional(),
    viewpoint: z
      .looseObject({ eye: pointSchema })
      .optional()
      .openapi({ description: 'Where the asking person looks from, metres.' }),
    locale: textSchema.max(20).optional(),
    options: z
      .object({
        density: z.enum(['sparse', 'normal', 'full']).optional(),
        people: textSchema.max(LIMITS.nameLength).optional(),
        explain: z.boolean().optional(),
      })
      .optional(),
  })
  .openapi('CopilotRequest')

const ask = createRoute({
  method: 'post',
  path: '/{id}/copilot',
  tags: ['Copilot'],
  summary: 'Ask for a change or a question; streams what happens',
  description:
    'Events: `progress` {stage, done, total, request}, `proposal` (a Proposal), `unmet` {unmet}, `answer` {text, elements}, ' +
    '`error` {code, message}, `done` {report, kind, proposal}. Closing the connection stops the work.',
  request: {
    params: spaceParameters,
    body: { required: true, content: { 'application/json': { schema: requestSchema } } },
  },
  responses: {
    200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(400, 401, 403, 404, 429, 503),
  },
})

const stop = createRoute({
  method: 'delete',
  path: '/{id}/copilot/{request}',
  tags: ['Copilot'],
  summary: 'Stop a running request, as its `progress` events name it',
  request: {
    params: spaceParameters.extend({
      request: z
        .string()
        .max(100)
        .openapi({ param: { name: 'request', in: 'path' } }),
    }),
  },
  responses: { 204: { description: 'Stopped' }, ...problems(401, 403, 404) },
})

export function copilotRoutes(deps: Dependencies) {
  const { storage, sync, limits, clock } = deps
  /** What runs, by space and request. */
  const running = new Map<string, Map<string, AbortController>>()
  const router = createRouter()
  router.on('POST', '/:id/copilot', rateLimit('copilot', limits.copilotPerMinute, clock))

  function start(space: string, id: string): AbortController {
    const requests = running.get(space) ?? new Map<string, AbortController>()
    if (requests.size >= limits.copilotPerSpace) {
      throw new Problem(429, 'copilot-busy', `At most ${limits.copilotPerSpace} requests run at once in one space.`, {
        cure: 'Wait for one to end, or stop it.',
      })
    }
    const controller = new AbortController()
    running.set(space, requests.set(id, controller))
    return controller
  }

  function end(space: string, id: string): void {
    const requests = running.get(space)
    requests?.delete(id)
    if (requests?.size === 0) running.delete(space)
  }

  return router
    .openapi(ask, async (c) => {
      const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
      const body = c.req.valid('json')
      const id = deps.createId()
      const controller = start(space.id, id)
      const seed = body.seed ?? deps.createSeed()
      const request = { prompt: body.prompt, selection: body.selection ?? [], seed }
      const leaseUntil = new Date(clock().getTime() + limits.copilotMs * 2)
      try {
        await storage.jobs.create({
          id,
          space: space.id,
          kind: PROPOSAL_KIND,
          status: 'running',
          author,
          request,
          leaseUntil,
        })
        await storage.jobs.prune(space.id, PROPOSAL_KIND, limits.copilotKept, ['running', 'open', 'accepting'])
      } catch (error) {
        end(space.id, id)
        throw error
      }
      return streamSSE(c, async (stream) => {
        const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
        const stopped = new Problem(409, 'stopped', 'The request was stopped.')
        stream.onAbort(() => controller.abort(stopped))
        try {
          await send('progress', { stage: 'started', done: 0, total: 1, request: id })
          const result = await deps.copilot.run(
            {
              type: 'ask',
              state: await sync.readState(space.document),
              prompt: body.prompt,
              selection: request.selection,
              ...(body.roomId ? { roomId: body.roomId } : {}),
              ...(body.viewpoint ? { eye: body.viewpoint.eye } : {}),
              seed,
              options: body.options ?? {},
              idPrefix: id,
            },
            {
              signal: controller.signal,
              onProgress: (progress) => void send('progress', { ...(progress as CopilotProgress), request: id }),
            },
          )
          controller.signal.throwIfAborted()
          const { groups, unmet, report, answer, kind, truncated } = result
          const status = groups.length > 0 ? 'open' : 'answered'
          const kept: ProposalResult = { groups, unmet, report, truncated, ...(answer ? { answer } : {}) }
          const job = await storage.jobs.change(space.id, id, 'running', { status, result: kept, leaseUntil: null })
          if (!job) throw notFound('space')
          if (groups.length > 0) await send('proposal', describeProposal(job))
          if (unmet.length > 0) await send('unmet', { unmet })
          if (answer) await send('answer', answer)
          await send('done', { report, kind, truncated, proposal: groups.length > 0 ? id : null, seed })
        } catch (error) {
          const isStopped = controller.signal.aborted
          const problem = isStopped ? stopped : problemOf(error)
          if (!problem) deps.log('error', 'copilot-failed', { space: space.id, error: describeError(error) })
          const shown = problem ?? new Problem(500, 'internal', 'The copilot failed on this request.')
          await send('error', bodyOf(shown).error)
          await send('done', { report: shown.message, kind: 'nothing', proposal: null, seed })
          const changes = { status: isStopped ? 'stopped' : 'failed', leaseUntil: null }
          await storage.jobs.change(space.id, id, 'running', changes)
        } finally {
          end(space.id, id)
        }
      }) as never
    })
    .openapi(stop, async (c) => {
      const { id, request } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      const controller = running.get(space.id)?.get(request)
      if (!controller) throw notFound('proposal')
      controller.abort(new Problem(409, 'stopped', 'The request was stopped.'))
      return c.body(null, 204)
    })
}

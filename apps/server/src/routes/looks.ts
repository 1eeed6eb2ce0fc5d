import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { LIMITS } from '../limits.ts'
import { rateLimit } from '../middleware/rate-limit.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { Problem } from '../problem.ts'
import { describeProposal, PROPOSAL_KIND, type ProposalResult } from '../proposal.ts'
import { createRouter } from './create-router.ts'
import { json, problems, spaceParameters, textSchema } from './schemas.ts'

/** A value may be anything that a choice holds; what does not fit the scene changes nothing. */
const finishSchema = z.object({ color: textSchema.max(20).optional(), material: textSchema.max(60).optional() })
const valueSchema = z.record(
  textSchema.max(100),
  z.union([finishSchema, textSchema.max(60), z.number(), z.boolean(), z.null()]),
)
const choiceSchema = z
  .looseObject({
    id: textSchema.max(300),
    kind: z.enum(['palette', 'room', 'wall', 'opening', 'item', 'lamp', 'light']),
    target: textSchema.max(200).optional(),
    value: valueSchema,
    what: z.looseObject({ en: textSchema.max(300), zh: textSchema.max(300) }),
    why: z.looseObject({ en: textSchema.max(1000), zh: textSchema.max(1000) }),
    locked: z.boolean(),
  })
  .openapi('LookChoice')

const requestSchema = z
  .object({
    style: textSchema.trim().max(LIMITS.promptLength).default(''),
    reference: z
      .base64()
      .max(Math.ceil((LIMITS.referenceBytes * 4) / 3))
      .optional()
      .openapi({ description: 'A picture (PNG, JPEG or WebP), base64.' }),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(1)
      .openapi({ description: 'Another one gives another variant.' }),
    locks: z
      .array(choiceSchema)
      .max(2000)
      .default([])
      .openapi({ description: 'Choices of an earlier look that stay; their values may have been changed.' }),
    locale: textSchema.max(20).optional(),
  })
  .openapi('LookRequest')

const lookSchema = z
  .object({
    proposal: z
      .looseObject({ id: z.string() })
      .nullable()
      .openapi({ description: 'Accept or reject it like any other; null: everything looks so already.' }),
    choices: z.array(choiceSchema),
    unmet: z.array(z.looseObject({ request: z.string(), reason: z.string() })),
  })
  .openapi('Look')

const create = createRoute({
  method: 'post',
  path: '/{id}/looks',
  tags: ['Looks'],
  summary: 'Finishes, lamps and daylight from words or a picture, as a proposal',
  request: {
    params: spaceParameters,
    body: { required: true, content: { 'application/json': { schema: requestSchema } } },
  },
  responses: { 200: json(lookSchema, 'A look'), ...problems(400, 401, 403, 404, 422, 429, 503) },
})

export function lookRoutes(deps: Dependencies) {
  const { storage, limits, clock } = deps
  const router = createRouter()
  router.on('POST', '/:id/looks', rateLimit('looks', limits.copilotPerMinute, clock))
  return router.openapi(create, async (c) => {
    const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
    const { style, reference, seed, locks, locale } = c.req.valid('json')
    if (style === '' && reference === undefined)
      throw new Problem(400, 'bad-request', 'style: neither words nor a picture say how it should look.')
    const id = deps.createId()
    const result = await deps.copilot.look({
      type: 'look',
      state: await deps.sync.readState(space.document),
      style,
      ...(reference ? { reference: Buffer.from(reference, 'base64') } : {}),
      seed,
      locks,
      language: locale?.startsWith('zh') ? 'zh' : 'en',
      idPrefix: id,
    })
    if ('problem' in result) throw new Problem(422, 'unreadable-picture', result.problem)
    const { groups, choices, unmet } = result
    if (groups.length === 0) return c.json({ proposal: null, choices, unmet } as never, 200)
    const kept: ProposalResult = { groups, unmet, report: '', truncated: false }
    await storage.jobs.create({
      id,
      space: space.id,
      kind: PROPOSAL_KIND,
      status: 'running',
      author,
      request: { prompt: style, selection: [], seed },
    })
    const job = await storage.jobs.change(space.id, id, 'running', { status: 'open', result: kept })
    await storage.jobs.prune(space.id, PROPOSAL_KIND, limits.copilotKept, ['running', 'open', 'accepting'])
    return c.json({ proposal: describeProposal(job!), choices, unmet } as never, 200)
  })
}

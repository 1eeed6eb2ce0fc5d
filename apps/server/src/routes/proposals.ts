import type { Job, JobChanges } from '@enfilade/storage'
import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { notFound, Problem } from '../problem.ts'
import { describeProposal, PROPOSAL_KIND, type ProposalResult } from '../proposal.ts'
import { createRouter, readBody } from './create-router.ts'
import { json, problems, spaceParameters } from './schemas.ts'

const proposalSchema = z
  .looseObject({
    id: z.string(),
    space: z.string(),
    status: z.enum(['open', 'accepted', 'rejected', 'stale']),
    prompt: z.string(),
    by: z.string(),
    groups: z.array(z.looseObject({ id: z.string() })),
    unmet: z.array(z.looseObject({ request: z.string(), reason: z.string() })),
    report: z.string(),
  })
  .openapi('Proposal')

const proposalParameters = spaceParameters.extend({
  proposal: z
    .string()
    .max(100)
    .openapi({ param: { name: 'proposal', in: 'path' } }),
})

/** More than any proposal has. */
const MOST_GROUPS = 10_000

const acceptSchema = z.object({
  groups: z.array(z.string().max(200)).max(MOST_GROUPS).optional(),
  applied: z.boolean().optional(),
})

const outcomeSchema = z.object({
  status: z.enum(['accepted', 'stale']),
  accepted: z.array(z.string()).openapi({ description: 'Groups that are in the document now.' }),
  stale: z
    .array(z.object({ group: z.string(), elements: z.array(z.string()) }))
    .openapi({ description: 'Groups left out, with the records that somebody changed since.' }),
})

const list = createRoute({
  method: 'get',
  path: '/{id}/proposals',
  tags: ['Copilot'],
  summary: 'Proposals that wait for a decision, newest first',
  request: { params: spaceParameters },
  responses: { 200: json(z.array(proposalSchema), 'Proposals'), ...problems(401, 404) },
})

const read = createRoute({
  method: 'get',
  path: '/{id}/proposals/{proposal}',
  tags: ['Copilot'],
  summary: 'A proposal with all its groups',
  request: { params: proposalParameters },
  responses: { 200: json(proposalSchema, 'The proposal'), ...problems(401, 404) },
})

const accept = createRoute({
  method: 'post',
  path: '/{id}/proposals/{proposal}/accept',
  tags: ['Copilot'],
  summary: 'Put all or some groups of a proposal into the document, as one edit',
  request: { params: proposalParameters },
  // Described, but read by the handler: it may be missing altogether.
  requestBody: {
    required: false,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            groups: { type: 'array', items: { type: 'string' }, description: 'Absent: all.' },
            applied: {
              type: 'boolean',
              description:
                'True: the caller has put them into the document itself, with its own undo; they are only marked.',
            },
          },
        },
      },
    },
  },
  responses: { 200: json(outcomeSchema, 'Accepted, all or in part'), ...problems(400, 401, 403, 404, 409) },
})

const reject = createRoute({
  method: 'post',
  path: '/{id}/proposals/{proposal}/reject',
  tags: ['Copilot'],
  summary: 'Decide against a proposal',
  request: { params: proposalParameters },
  responses: { 200: json(z.object({ status: z.literal('rejected') }), 'Rejected'), ...problems(401, 403, 404, 409) },
})

const DECIDED = ['open', 'accepted', 'rejected', 'stale']
const MOST_LISTED = 50

export function proposalRoutes(deps: Dependencies) {
  const { jobs } = deps.storage

  async function find(space: string, id: string): Promise<Job & { result: ProposalResult }> {
    const job = await jobs.get(space, id)
    if (job?.kind !== PROPOSAL_KIND || !DECIDED.includes(job.status)) throw notFound('proposal')
    return job as Job & { result: ProposalResult }
  }

  /** Takes the decision for this caller, so that of two who decide at once one wins. */
  async function decide(job: Job, status: string, more: Pick<JobChanges, 'result' | 'leaseUntil'> = {}): Promise<void> {
    const changes = { status, ...more }
    if (!(await jobs.change(job.space, job.id, 'open', changes)))
      throw decided((await jobs.get(job.space, job.id))?.status)
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { space } = await requireAccess(c, deps, c.req.valid('param').id, 'view')
      const open = await jobs.list(space.id, PROPOSAL_KIND, ['open'], MOST_LISTED)
      return c.json(open.map(describeProposal) as never, 200)
    })
    .openapi(read, async (c) => {
      const { id, proposal } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'view')
      return c.json(describeProposal(await find(space.id, proposal)) as never, 200)
    })
    .openapi(accept, async (c) => {
      const { id, proposal } = c.req.valid('param')
      const { space, author } = await requireAccess(c, deps, id, 'edit')
      const job = await find(space.id, proposal)
      if (job.status !== 'open') throw decided(job.status)
      const body = readBody(await c.req.text(), acceptSchema)
      const wanted = chooseGroups(job.result, body.groups)
      if (body.applied) {
        const accepted = wanted.map((group) => group.id)
        await decide(job, 'accepted', { result: { ...job.result, accepted } })
        return c.json({ status: 'accepted' as const, accepted, stale: [] }, 200)
      }
      // With a lease, so that it is open again if this server dies meanwhile.
      await decide(job, 'accepting', { leaseUntil: new Date(deps.clock().getTime() + deps.limits.documentMs * 2) })
      try {
        const edit = (state: Uint8Array) => deps.documents.accept(state, wanted)
        const { accepted, stale } = await deps.edits.edit(space.document, `copilot:${author}`, edit)
        const status = accepted.length > 0 ? ('accepted' as const) : ('stale' as const)
        const result = { ...job.result, accepted, stale: stale.map((each) => each.group) }
        await jobs.change(space.id, job.id, 'accepting', { status, result, leaseUntil: null })
        if (status === 'stale') throw staleProblem(stale)
        return c.json({ status, accepted, stale }, 200)
      } catch (error) {
        // Not decided after all, unless it was found stale.
        await jobs.change(space.id, job.id, 'accepting', { status: 'open', leaseUntil: null })
        throw error
      }
    })
    .openapi(reject, async (c) => {
      const { id, proposal } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      await decide(await find(space.id, proposal), 'rejected')
      return c.json({ status: 'rejected' as const }, 200)
    })
}

function chooseGroups({ groups }: ProposalResult, wanted: readonly string[] | undefined): ProposalResult['groups'] {
  if (!wanted) return groups
  const unknown = wanted.find((id) => !groups.some((group) => group.id === id))
  if (unknown !== undefined) throw new Problem(400, 'no-such-group', `groups: the proposal has no group ${unknown}.`)
  if (wanted.length === 0) throw new Problem(400, 'no-groups', 'groups: names none; reject the proposal instead.')
  return groups.filter((group) => wanted.includes(group.id))
}

function decided(status: string | undefined): Problem {
  return new Problem(409, 'decided-already', `This proposal is ${status ?? 'gone'} already.`)
}

function staleProblem(stale: readonly { group: string; elements: readonly string[] }[]): Problem {
  const cure = 'Ask again: the new proposal starts from how things are now.'
  const message = 'Somebody changed what this proposal builds on; nothing was overwritten.'
  return new Problem(409, 'stale', message, { cure, details: { stale } })
}

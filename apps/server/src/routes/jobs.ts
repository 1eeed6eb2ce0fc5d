import { createHash } from 'node:crypto'
import type { Job } from '@enfilade/storage'
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { Dependencies } from '../dependencies.ts'
import { contentType, inputFile, jobFiles, outputFile } from '../jobs/job-files.ts'
import { JOB_KINDS, type JobProgress, type JobResult } from '../jobs/job-runner.ts'
import type { JobRequest } from '../jobs/job-work.ts'
import { LIMITS } from '../limits.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { notFound, Problem } from '../problem.ts'
import { createRouter } from './create-router.ts'
import { json, problems, spaceParameters, textSchema, timeSchema } from './schemas.ts'

const seedSchema = z
  .number()
  .int()
  .min(0)
  .max(2 ** 32 - 1)
  .optional()
  .openapi({ description: 'Absent: 0, so that asking again gives the same.' })
const styleSchema = textSchema.trim().max(LIMITS.promptLength).optional().openapi({ example: 'warm Japandi evening' })

const levelSchema = z
  .string()
  .max(200)
  .optional()
  .openapi({ description: 'Only this level of a house. Absent: all of it.' })

const realiseSchema = z.object({
  kind: z.literal('realise'),
  style: styleSchema,
  reference: z
    .base64()
    .max(Math.ceil((LIMITS.referenceBytes * 4) / 3))
    .optional()
    .openapi({ description: 'A picture (PNG, JPEG or WebP) to take the look from, base64.' }),
  quality: z.enum(['preview', 'normal', 'fine']).default('normal'),
  seed: seedSchema,
  level: levelSchema,
})

const camerasSchema = z
  .looseObject({
    cameras: z.record(z.string().max(100), z.array(z.number()).length(16)),
    times: z.record(z.string().max(100), z.number().min(0).max(LIMITS.filmSeconds)),
  })
  .openapi({ description: 'A cameras file with `times`: id → seconds.' })
const tourSchema = z
  .object({
    tour: z.object({
      room: z.string().max(200).optional().openapi({ description: 'Where it begins. Absent: at the front door.' }),
      seconds: z.number().positive().max(LIMITS.filmSeconds).optional().openapi({ description: 'Absent: a stroll.' }),
    }),
  })
  .openapi({ description: 'A walk through all rooms that can be reached.' })
const side = z.number().int().min(16).max(3840).multipleOf(2)
const filmSchema = z.object({
  kind: z.literal('film'),
  path: z.union([camerasSchema, tourSchema]),
  width: side.default(1280),
  height: side.default(720),
  fps: z.number().int().min(1).max(60).default(24),
  style: styleSchema,
  seed: seedSchema,
  level: levelSchema,
})

const requestSchema = z.discriminatedUnion('kind', [realiseSchema, filmSchema]).openapi('JobRequest')

const fileSchema = z.object({ name: z.string(), size: z.number() })
const jobSchema = z
  .looseObject({
    id: z.string(),
    kind: z.enum(JOB_KINDS),
    status: z.enum(['queued', 'running', 'cancelling', 'done', 'failed', 'cancelled']),
    by: z.string(),
    request: z.looseObject({}),
    createdAt: timeSchema,
    updatedAt: timeSchema,
    progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }).nullable(),
    files: z.array(fileSchema).openapi({ description: 'What is there to fetch; previews while it runs.' }),
    report: z.unknown().optional(),
    error: z.string().optional(),
  })
  .openapi('Job')

const inPath = (name: string) =>
  z
    .string()
    .max(200)
    .openapi({ param: { name, in: 'path' } })
const jobParameters = spaceParameters.extend({ job: inPath('job') })

const create = createRoute({
  method: 'post',
  path: '/{id}/jobs',
  tags: ['Jobs'],
  summary: 'Realise the space as it is now, or film it',
  description: 'The same content asked for again is answered with the job that is there already.',
  request: {
    params: spaceParameters,
    body: { required: true, content: { 'application/json': { schema: requestSchema } } },
  },
  responses: {
    200: json(jobSchema, 'It was asked for before'),
    201: json(jobSchema, 'It waits for its turn'),
    ...problems(400, 401, 403, 404, 429),
  },
})

const list = createRoute({
  method: 'get',
  path: '/{id}/jobs',
  tags: ['Jobs'],
  summary: 'Jobs of a space, newest first',
  request: { params: spaceParameters, query: z.object({ kind: z.enum(JOB_KINDS).optional() }) },
  responses: { 200: json(z.array(jobSchema), 'Jobs'), ...problems(401, 404) },
})

const read = createRoute({
  method: 'get',
  path: '/{id}/jobs/{job}',
  tags: ['Jobs'],
  summary: 'A job, how far it is and what came of it',
  request: { params: jobParameters },
  responses: { 200: json(jobSchema, 'The job'), ...problems(401, 404) },
})

const events = createRoute({
  method: 'get',
  path: '/{id}/jobs/{job}/events',
  tags: ['Jobs'],
  summary: 'Follow a job until it is over',
  description: 'Server-sent events `job`, each a whole Job, whenever it changed.',
  request: { params: jobParameters },
  responses: {
    200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(401, 404),
  },
})

const retry = createRoute({
  method: 'post',
  path: '/{id}/jobs/{job}/retry',
  tags: ['Jobs'],
  summary: 'Begin a failed or cancelled job again, from where it came to',
  request: { params: jobParameters },
  responses: { 200: json(jobSchema, 'It waits for its turn'), ...problems(401, 403, 404, 409) },
})

const cancel = createRoute({
  method: 'post',
  path: '/{id}/jobs/{job}/cancel',
  tags: ['Jobs'],
  summary: 'Stop a job that waits or runs',
  request: { params: jobParameters },
  responses: { 200: json(jobSchema, 'Cancelled, or about to be'), ...problems(401, 403, 404, 409) },
})

const fetchFile = createRoute({
  method: 'get',
  path: '/{id}/jobs/{job}/files/{file}',
  tags: ['Jobs'],
  summary: 'A file of a job, whole or in part (Range)',
  request: { params: jobParameters.extend({ file: inPath('file') }) },
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    206: { description: 'Part of it', content: { 'application/octet-stream': { schema: z.string() } } },
    ...problems(401, 404),
  },
})

const ALL = ['queued', 'running', 'cancelling', 'done', 'failed', 'cancelled'] as const
const OVER: readonly string[] = ['done', 'failed', 'cancelled']

export function jobRoutes(deps: Dependencies) {
  const { storage, limits } = deps

  async function find(space: string, id: string): Promise<Job> {
    const job = await storage.jobs.get(space, id)
    if (!job?.queued) throw notFound('job')
    return job
  }

  /** Forgets the oldest jobs that are over, with their files. */
  async function prune(space: string, kind: string): Promise<void> {
    const over = await storage.jobs.list(space, kind, OVER, limits.jobsKept * 2)
    for (const job of over.slice(limits.jobsKept)) {
      await storage.files.removeAll(jobFiles(space, job.id))
      await storage.jobs.remove(space, job.id)
    }
  }

  return createRouter()
    .openapi(create, async (c) => {
      const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
      const body = c.req.valid('json')
      const scene = await deps.documents.write(await deps.sync.readState(space.document), 'json')
      const reference = body.kind === 'realise' && body.reference ? Buffer.from(body.reference, 'base64') : undefined
      const request = requestOf(body, reference !== undefined)
      const contentKey = hash(JSON.stringify(request), scene, reference ?? '')
      const known = await storage.queue.findByContent(space.id, contentKey)
      if (known) return c.json(describeJob(known) as never, 200)
      if ((await storage.queue.waiting(space.id)) >= limits.jobsWaiting) {
        const cure = 'Wait for one to end, or cancel it.'
        throw new Problem(429, 'too-many-jobs', `At most ${limits.jobsWaiting} jobs wait in one space.`, { cure })
      }
      const id = deps.createId()
      await storage.files.write(inputFile(space.id, id, 'scene.json'), new TextEncoder().encode(scene))
      if (reference) await storage.files.write(inputFile(space.id, id, 'reference'), reference)
      const job = await storage.queue.add({ id, space: space.id, kind: body.kind, author, request, contentKey })
      await prune(space.id, body.kind)
      deps.wakeJobs()
      return c.json(describeJob(job) as never, 201)
    })
    .openapi(list, async (c) => {
      const { space } = await requireAccess(c, deps, c.req.valid('param').id, 'view')
      const { kind } = c.req.valid('query')
      const kinds = kind ? [kind] : JOB_KINDS
      const found = await Promise.all(kinds.map((each) => storage.jobs.list(space.id, each, ALL, limits.jobsKept)))
      const sorted = found.flat().sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      return c.json(sorted.map(describeJob) as never, 200)
    })
    .openapi(read, async (c) => {
      const { id, job } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'view')
      return c.json(describeJob(await find(space.id, job)) as never, 200)
    })
    .openapi(events, async (c) => {
      const { id, job } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'view')
      await find(space.id, job)
      return streamSSE(c, async (stream) => {
        let said = ''
        while (!stream.aborted) {
          const found = await storage.jobs.get(space.id, job)
          if (!found) return
          const text = JSON.stringify(describeJob(found))
          if (text !== said) await stream.writeSSE({ event: 'job', data: text })
          said = text
          if (OVER.includes(found.status)) return
          await stream.sleep(limits.jobBeatMs / 2)
        }
      }) as never
    })
    .openapi(retry, async (c) => {
      const { id, job } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      const { status } = await find(space.id, job)
      const again = await storage.queue.retry(space.id, job)
      if (!again)
        throw new Problem(409, 'not-over', `This job is ${status}: only a failed or cancelled one begins again.`)
      deps.wakeJobs()
      return c.json(describeJob(again) as never, 200)
    })
    .openapi(cancel, async (c) => {
      const { id, job } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      const { status } = await find(space.id, job)
      const stopped = await storage.queue.cancel(space.id, job)
      if (!stopped) throw new Problem(409, 'over-already', `This job is ${status} already.`)
      return c.json(describeJob(stopped) as never, 200)
    })
    .openapi(fetchFile, async (c) => {
      const { id, job, file } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'view')
      const found = await find(space.id, job)
      if (!filesOf(found).some((each) => each.name === file)) throw notFound('file')
      const key = outputFile(space.id, found.id, file)
      const range = /^bytes=(\d+)-(\d*)$/.exec(c.req.header('range') ?? '')
      const from = range ? Number(range[1]) : 0
      const stored = await storage.files.read(key, from, range?.[2] ? Number(range[2]) + 1 : undefined)
      if (!stored) throw notFound('file')
      const to = Math.min(range?.[2] ? Number(range[2]) + 1 : stored.size, stored.size)
      const isPart = range !== null && from < stored.size
      const headers: Record<string, string> = {
        'content-type': contentType(file),
        'content-length': String(Math.max(0, to - from)),
        'accept-ranges': 'bytes',
        // A file of a job that is over never changes.
        'cache-control': found.status === 'done' ? 'private, max-age=31536000, immutable' : 'no-store',
      }
      if (isPart) headers['content-range'] = `bytes ${from}-${to - 1}/${stored.size}`
      return new Response(stored.body, { status: isPart ? 206 : 200, headers }) as never
    })
}

function requestOf(body: z.output<typeof requestSchema>, hasReference: boolean): JobRequest {
  const { level, style, seed = 0 } = body
  const rest = { seed, ...(style ? { style } : {}), ...(level !== undefined ? { level } : {}) }
  if (body.kind === 'realise') return { kind: 'realise', quality: body.quality, hasReference, ...rest }
  const { kind, path, width, height, fps } = body
  return { kind, path, width, height, fps, ...rest }
}

function hash(...parts: (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(createHash('sha256').update(part).digest())
  return sum.digest('hex')
}

/** A job as the API shows it: its files by name, nothing of where they lie. */
function describeJob(job: Job) {
  const { id, kind, status, author, createdAt, updatedAt } = job
  const progress = job.progress as JobProgress | null
  const { report, error } = (job.result ?? {}) as JobResult
  const { path: _, ...request } = job.request as Record<string, unknown>
  return {
    id,
    kind,
    status,
    by: author,
    request,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    progress: progress && { stage: progress.stage, done: progress.done, total: progress.total },
    files: filesOf(job),
    ...(report !== undefined ? { report } : {}),
    ...(error !== undefined ? { error } : {}),
  }
}

function filesOf(job: Job): { name: string; size: number }[] {
  return (job.result as JobResult | null)?.files ?? (job.progress as JobProgress | null)?.files ?? []
}

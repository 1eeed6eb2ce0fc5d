import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { describeError } from '../logger.ts'
import { writeMetrics } from '../metrics.ts'
import type { RequestCounts } from '../middleware/log-requests.ts'
import { createRouter } from './create-router.ts'
import { json } from './schemas.ts'

const statusSchema = z.object({ status: z.enum(['ok', 'unavailable']) })

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Operations'],
  summary: 'Whether the process is alive',
  responses: { 200: json(statusSchema, 'Alive') },
})

const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['Operations'],
  summary: 'Whether requests can be served: the database answers',
  responses: { 200: json(statusSchema, 'Ready'), 503: json(statusSchema, 'Not ready') },
})

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['Operations'],
  summary: 'Counters in the text format of Prometheus',
  responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
})

export function operationRoutes(deps: Dependencies, counts: RequestCounts) {
  return createRouter()
    .openapi(health, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, async (c) => {
      try {
        await deps.storage.ping()
        return c.json({ status: 'ok' as const }, 200)
      } catch (error) {
        deps.log('warn', 'not-ready', { error: describeError(error) })
        return c.json({ status: 'unavailable' as const }, 503)
      }
    })
    .openapi(metrics, (c) =>
      c.text(writeMetrics(deps, counts), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
    )
}

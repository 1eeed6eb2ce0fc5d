import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnvironment } from '../app-environment.ts'
import { Problem } from '../problem.ts'

/** A sub-app whose requests are checked against their schema before the handler sees them. */
export function createRouter(): OpenAPIHono<AppEnvironment> {
  return new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (result.success) return
      const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
      const [first] = issues
      const message = `${first?.path || 'The request'}: ${first?.message ?? 'does not fit'}.`
      throw new Problem(400, 'bad-request', message, { details: { issues } })
    },
  })
}

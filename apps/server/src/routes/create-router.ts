import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { AppEnvironment } from '../app-environment.ts'
import { Problem } from '../problem.ts'

/** A sub-app whose requests are checked against their schema before the handler sees them. */
export function createRouter(): OpenAPIHono<AppEnvironment> {
  return new OpenAPIHono<AppEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw requestProblem(result.error)
    },
  })
}

/**
 * A JSON body that may be missing.
 *
 * @throws Problem when it is there and does not fit.
 */
export function readBody<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  let value: unknown = {}
  try {
    if (text.trim() !== '') value = JSON.parse(text)
  } catch {
    throw new Problem(400, 'bad-request', 'The body is no JSON.')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw requestProblem(parsed.error)
  return parsed.data
}

function requestProblem(error: z.ZodError): Problem {
  const issues = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const [first] = issues
  const message = `${first?.path || 'The request'}: ${first?.message ?? 'does not fit'}.`
  return new Problem(400, 'bad-request', message, { details: { issues } })
}

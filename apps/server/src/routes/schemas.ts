import { z } from '@hono/zod-openapi'
import { LIMITS } from '../limits.ts'

/** Shapes that several routes share; they make up the components of the API's description. */

export const problemSchema = z
  .object({
    error: z.looseObject({
      code: z.string().openapi({ example: 'no-such-space' }),
      message: z.string(),
      cure: z.string().optional().openapi({ description: 'What can be done about it.' }),
    }),
  })
  .openapi('Problem')

export const roleSchema = z.enum(['view', 'comment', 'edit', 'owner']).openapi('Role')
export const linkRoleSchema = z.enum(['view', 'comment', 'edit']).openapi('LinkRole')

/** No database keeps these: the zero character, and halves of characters. */
const isWhole = (text: string) => !/[\0\p{Surrogate}]/u.test(text)
const NOT_WHOLE = 'holds a zero character or half a character'

export const textSchema = z.string().refine(isWhole, NOT_WHOLE)
export const nameSchema = z.string().trim().min(1).max(LIMITS.nameLength).refine(isWhole, NOT_WHOLE)
export const timeSchema = z.string().openapi({ format: 'date-time', example: '2026-01-01T12:00:00.000Z' })

/** A moment as ISO text, with offset or Z. */
export const momentSchema = z.iso.datetime({ offset: true })

export const spaceParameters = z.object({
  id: z
    .string()
    .max(100)
    .openapi({ param: { name: 'id', in: 'path' }, description: 'The space.' }),
})

export const spaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    document: z.string().openapi({ description: 'Names the document at /sync/<document>.' }),
    role: roleSchema.openapi({ description: 'What the caller may do.' }),
    createdAt: timeSchema,
    updatedAt: timeSchema,
  })
  .openapi('Space')

export const diagnosticSchema = z
  .looseObject({
    code: z.string(),
    message: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    from: z.number(),
    to: z.number(),
    line: z.number(),
    column: z.number(),
  })
  .openapi('Diagnostic')

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** The answers that any route may give when something is wrong. */
export function problems<Status extends number>(...statuses: Status[]) {
  const entries = statuses.map((status) => [status, json(problemSchema, PROBLEM_TEXTS[status] ?? 'A problem')] as const)
  return Object.fromEntries(entries) as { [status in Status]: ReturnType<typeof json<typeof problemSchema>> }
}

const PROBLEM_TEXTS: { readonly [status: number]: string } = {
  400: 'The request does not fit',
  401: 'The token is not valid, or its link has ended',
  403: 'The role is too weak, or the page is of another site',
  404: 'There is none, or the caller has no access',
  409: 'It is not in a state for this',
  413: 'Too large',
  422: 'The scene can not be read',
  429: 'Too many requests',
  503: 'Too much to do; try again',
}

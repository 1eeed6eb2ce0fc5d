import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { identityOf } from '../middleware/identify.ts'
import { Problem } from '../problem.ts'
import { createRouter } from './create-router.ts'
import { json, nameSchema, problems } from './schemas.ts'

const personSchema = z
  .object({
    id: z.string().nullable().openapi({ description: 'Null: came by a link alone.' }),
    name: z.string().nullable(),
  })
  .openapi('Person')

const me = createRoute({
  method: 'get',
  path: '/',
  tags: ['People'],
  summary: 'Who the caller is; a browser without a session becomes a guest',
  responses: { 200: json(personSchema, 'The caller'), ...problems(401) },
})

const renameMe = createRoute({
  method: 'patch',
  path: '/',
  tags: ['People'],
  summary: 'Take a name',
  request: { body: { required: true, content: { 'application/json': { schema: z.object({ name: nameSchema }) } } } },
  responses: { 200: json(personSchema, 'The caller'), ...problems(400, 401, 403) },
})

export function peopleRoutes(deps: Dependencies) {
  const { identities } = deps.storage
  return createRouter()
    .openapi(me, async (c) => {
      const id = identityOf(c, deps)
      const identity = id ? await identities.get(id) : undefined
      return c.json({ id: id ?? null, name: identity?.name ?? null }, 200)
    })
    .openapi(renameMe, async (c) => {
      const id = identityOf(c, deps)
      if (!id) throw new Problem(403, 'link-has-no-name', 'A link alone has no name to change.')
      const { name } = c.req.valid('json')
      await identities.ensure({ id })
      await identities.rename(id, name)
      return c.json({ id, name }, 200)
    })
}

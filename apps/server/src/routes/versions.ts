import type { Version } from '@enfilade/storage'
import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { notFound, Problem } from '../problem.ts'
import { createWayBack } from '../way-back.ts'
import { createRouter } from './create-router.ts'
import { describeVersion } from './describe.ts'
import { answerScene, sceneContent } from './scene.ts'
import { json, nameSchema, problems, spaceParameters, timeSchema } from './schemas.ts'

const versionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    by: z.string().openapi({ description: 'Name of the author, or their id while they have none.' }),
    author: z.string(),
    createdAt: timeSchema,
    automatic: z.boolean().openapi({ description: 'Kept by the server before it replaced something.' }),
  })
  .openapi('Version')

const versionParameters = spaceParameters.extend({
  version: z
    .string()
    .max(100)
    .openapi({ param: { name: 'version', in: 'path' } }),
})

const list = createRoute({
  method: 'get',
  path: '/{id}/versions',
  tags: ['Versions'],
  summary: 'Versions of a space, newest first',
  request: { params: spaceParameters },
  responses: { 200: json(z.array(versionSchema), 'Versions'), ...problems(401, 404) },
})

const create = createRoute({
  method: 'post',
  path: '/{id}/versions',
  tags: ['Versions'],
  summary: 'Keep the space as it is now under a name',
  request: {
    params: spaceParameters,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ name: nameSchema }).openapi('NewVersion') } },
    },
  },
  responses: { 201: json(versionSchema, 'Kept'), ...problems(400, 401, 403, 404, 409) },
})

const preview = createRoute({
  method: 'get',
  path: '/{id}/versions/{version}/scene',
  tags: ['Versions'],
  summary: 'The scene of a version, in either format',
  request: { params: versionParameters },
  responses: { 200: { description: 'The scene', content: sceneContent }, ...problems(401, 404) },
})

const restore = createRoute({
  method: 'post',
  path: '/{id}/versions/{version}/restore',
  tags: ['Versions'],
  summary: 'Bring a version back as a new edit; the state before is kept as a version',
  request: { params: versionParameters },
  responses: {
    200: json(
      z.object({
        changed: z.boolean(),
        version: z.string().nullable().openapi({ description: 'The version that was kept; null: nothing changed.' }),
      }),
      'Restored',
    ),
    ...problems(401, 403, 404),
  },
})

const rename = createRoute({
  method: 'patch',
  path: '/{id}/versions/{version}',
  tags: ['Versions'],
  summary: 'Rename a version',
  request: {
    params: versionParameters,
    body: { required: true, content: { 'application/json': { schema: z.object({ name: nameSchema }) } } },
  },
  responses: { 200: json(versionSchema, 'The version'), ...problems(400, 401, 403, 404) },
})

const remove = createRoute({
  method: 'delete',
  path: '/{id}/versions/{version}',
  tags: ['Versions'],
  summary: 'Delete a version',
  request: { params: versionParameters },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404) },
})

export function versionRoutes(deps: Dependencies) {
  const { storage, sync, limits } = deps
  const { versions } = storage

  async function describe(version: Version) {
    return describeVersion(version, (await storage.identities.get(version.author))?.name ?? null)
  }

  async function find(space: string, id: string) {
    const version = await versions.get(space, id)
    if (!version) throw notFound('version')
    return version
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { space } = await requireAccess(c, deps, c.req.valid('param').id, 'view')
      const found = await versions.list(space.id)
      const authors = [...new Set(found.map((each) => each.author))]
      const names = new Map(
        await Promise.all(authors.map(async (id) => [id, (await storage.identities.get(id))?.name] as const)),
      )
      return c.json(
        found.map((each) => describeVersion(each, names.get(each.author) ?? null)),
        200,
      )
    })
    .openapi(create, async (c) => {
      const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
      const kept = await versions.list(space.id)
      if (kept.filter((each) => !each.automatic).length >= limits.versionsPerSpace) {
        const cure = 'Delete one that is not needed any more.'
        throw new Problem(409, 'too-many-versions', `A space has at most ${limits.versionsPerSpace} versions.`, {
          cure,
        })
      }
      const bytes = await sync.readState(space.document)
      const { name } = c.req.valid('json')
      const version = await versions.create({ id: deps.createId(), space: space.id, name, author, bytes })
      return c.json(await describe(version), 201)
    })
    .openapi(preview, async (c) => {
      const { id, version } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'view')
      return answerScene(c, deps, (await find(space.id, version)).bytes) as never
    })
    .openapi(restore, async (c) => {
      const { id, version: versionId } = c.req.valid('param')
      const { space, author } = await requireAccess(c, deps, id, 'edit')
      const version = await find(space.id, versionId)
      const wayBack = createWayBack(deps, space.id, `Before restoring “${version.name}”`, author)
      const { update } = await deps.edits.edit(space.document, author, async (state) => {
        const restoring = await deps.documents.restore(state, version.bytes)
        if (restoring) await wayBack.keep(state)
        return { update: restoring }
      })
      return c.json({ changed: update !== undefined, version: wayBack.version()?.id ?? null }, 200)
    })
    .openapi(rename, async (c) => {
      const { id, version } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      const renamed = await versions.rename(space.id, version, c.req.valid('json').name)
      if (!renamed) throw notFound('version')
      return c.json(await describe(renamed), 200)
    })
    .openapi(remove, async (c) => {
      const { id, version } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'edit')
      if (!(await versions.remove(space.id, version))) throw notFound('version')
      return c.body(null, 204)
    })
}

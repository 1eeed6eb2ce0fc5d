import { allows } from '@enfilade/storage'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'
import type { Dependencies } from '../dependencies.ts'
import type { SceneText } from '../document-work.ts'
import { spaceFiles } from '../jobs/job-files.ts'
import { identityOf } from '../middleware/identify.ts'
import { rateLimit } from '../middleware/rate-limit.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { notFound, Problem } from '../problem.ts'
import { readSample, sampleNames } from '../samples/samples.ts'
import { sceneProblem } from '../scene-problem.ts'
import { createRouter } from './create-router.ts'
import { describeSpace } from './describe.ts'
import { diagnosticSchema, json, nameSchema, problems, roleSchema, spaceParameters, spaceSchema } from './schemas.ts'

const newSpaceSchema = z
  .object({
    name: nameSchema,
    scene: z
      .union([z.string(), z.looseObject({})])
      .optional()
      .openapi({ description: 'First content: a spatial script as text, or Scene JSON. Absent: empty.' }),
    sample: z.enum(sampleNames).optional().openapi({ description: 'Start from a sample instead.' }),
  })
  .openapi('NewSpace')

const createdSchema = z
  .object({
    id: z.string(),
    document: z.string(),
    name: z.string(),
    role: roleSchema,
    token: z
      .string()
      .openapi({ description: 'Proves the owner: to send as Bearer, and to sync with. Shown only now.' }),
    diagnostics: z.array(diagnosticSchema).openapi({ description: 'What was odd about the scene.' }),
  })
  .openapi('CreatedSpace')

const create = createRoute({
  method: 'post',
  path: '/',
  tags: ['Spaces'],
  summary: 'Create a space, which then belongs to the caller',
  request: { body: { required: true, content: { 'application/json': { schema: newSpaceSchema } } } },
  responses: { 201: json(createdSchema, 'Created'), ...problems(400, 403, 413, 422, 429) },
})

const list = createRoute({
  method: 'get',
  path: '/',
  tags: ['Spaces'],
  summary: "The caller's own spaces, the one touched last first",
  responses: { 200: json(z.array(spaceSchema), 'Spaces'), ...problems(401) },
})

const read = createRoute({
  method: 'get',
  path: '/{id}',
  tags: ['Spaces'],
  summary: 'A space and what the caller may do in it',
  request: { params: spaceParameters },
  responses: { 200: json(spaceSchema, 'The space'), ...problems(401, 404) },
})

const rename = createRoute({
  method: 'patch',
  path: '/{id}',
  tags: ['Spaces'],
  summary: 'Rename a space',
  request: {
    params: spaceParameters,
    body: { required: true, content: { 'application/json': { schema: z.object({ name: nameSchema }) } } },
  },
  responses: { 200: json(spaceSchema, 'The space'), ...problems(400, 401, 403, 404) },
})

const remove = createRoute({
  method: 'delete',
  path: '/{id}',
  tags: ['Spaces'],
  summary: 'Delete a space for everybody; open connections are closed',
  request: { params: spaceParameters },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404) },
})

export function spaceRoutes(deps: Dependencies) {
  const { storage, limits, clock } = deps
  const router = createRouter()
  router.on('POST', '/', rateLimit('new spaces', limits.createPerMinute, clock))

  return router
    .openapi(create, async (c) => {
      const { name, scene, sample } = c.req.valid('json')
      if (scene !== undefined && sample !== undefined) {
        throw new Problem(400, 'bad-request', 'A space starts from a scene or from a sample, not from both.')
      }
      const { owner, token } = await findOwner(c, deps)
      const start = sample ? await readSample(sample) : scene
      const { update, diagnostics } = await deps.documents.create(textOf(start))
      if (!update) throw sceneProblem(diagnostics)
      const id = deps.createId()
      await storage.identities.ensure({ id: owner })
      const space = await storage.spaces.create({ id, name, document: deps.createId(), owner, content: update })
      const shown = await token(space.id)
      return c.json({ id, document: space.document, name, role: 'owner' as const, token: shown, diagnostics }, 201)
    })
    .openapi(list, async (c) => {
      const identity = identityOf(c, deps)
      const spaces = identity ? await storage.spaces.list(identity) : []
      const scope = scopeOf(c)
      const visible = scope ? spaces.filter((space) => space.id === scope) : spaces
      return c.json(
        visible.map((space) => describeSpace(space, space.role)),
        200,
      )
    })
    .openapi(read, async (c) => {
      const { space, role } = await requireAccess(c, deps, c.req.valid('param').id, 'view')
      return c.json(describeSpace(space, role), 200)
    })
    .openapi(rename, async (c) => {
      const { space, role } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
      const renamed = await storage.spaces.rename(space.id, c.req.valid('json').name)
      if (!renamed) throw notFound('space')
      return c.json(describeSpace(renamed, role), 200)
    })
    .openapi(remove, async (c) => {
      const { space, role } = await requireAccess(c, deps, c.req.valid('param').id, 'owner')
      if (!allows(role, 'owner') || !(await storage.spaces.remove(space.id))) throw notFound('space')
      await deps.sync.closeDocument(space.document)
      await storage.files.removeAll(spaceFiles(space.id))
      return c.body(null, 204)
    })
}

/**
 * Who will own a new space, and the token that proves it. A program without a token gets one that is good for all that
 * it makes; one with a token keeps it; a browser has its cookie and gets one for this space, to hand to a program.
 */
async function findOwner(
  c: Context<AppEnvironment>,
  deps: Dependencies,
): Promise<{ owner: string; token(space: string): Promise<string> }> {
  const credential = c.get('credential')
  if (credential?.type === 'identity') {
    const { identity, space: scope } = credential
    return { owner: identity, token: async (space) => (scope ? giveToken(deps, identity, space) : c.get('bearer')!) }
  }
  const session = c.get('session')
  if (session) return { owner: session, token: (space) => giveToken(deps, session, space) }
  if (credential) {
    const cure = 'Ask without the token of a link.'
    throw new Problem(403, 'link-owns-nothing', 'A link alone can not own a space.', { cure })
  }
  const owner = identityOf(c, deps)!
  return { owner, token: () => giveToken(deps, owner) }
}

async function giveToken(deps: Dependencies, identity: string, space?: string): Promise<string> {
  const token = deps.createToken()
  await deps.storage.identities.addToken({ identity, token, ...(space ? { space } : {}) })
  return token
}

/** The one space that the caller's token is for. */
function scopeOf(c: Context<AppEnvironment>): string | undefined {
  const credential = c.get('credential')
  return credential?.type === 'identity' ? credential.space : undefined
}

function textOf(scene: string | object | undefined): SceneText | undefined {
  if (scene === undefined) return undefined
  return typeof scene === 'string' ? { format: 'script', text: scene } : { format: 'json', text: JSON.stringify(scene) }
}

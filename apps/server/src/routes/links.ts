import { isInForce } from '@enfilade/storage'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { linkKey } from '../access.ts'
import type { AppEnvironment } from '../app-environment.ts'
import type { Dependencies } from '../dependencies.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { notFound, Problem } from '../problem.ts'
import { createRouter } from './create-router.ts'
import { describeLink } from './describe.ts'
import { json, linkRoleSchema, momentSchema, problems, roleSchema, spaceParameters, timeSchema } from './schemas.ts'

const linkSchema = z
  .object({
    id: z.string(),
    role: linkRoleSchema,
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable().openapi({ description: 'Null: does not expire.' }),
    revokedAt: timeSchema.nullable().openapi({ description: 'Null: in force.' }),
  })
  .openapi('Link')

const createdLinkSchema = linkSchema
  .extend({ token: z.string().openapi({ description: 'Shown only now.' }), url: z.string() })
  .openapi('CreatedLink')

const expirySchema = momentSchema.nullable().optional()
const linkParameters = spaceParameters.extend({
  link: z
    .string()
    .max(100)
    .openapi({ param: { name: 'link', in: 'path' } }),
})

const create = createRoute({
  method: 'post',
  path: '/{id}/links',
  tags: ['Links'],
  summary: 'Share a space by a link',
  request: {
    params: spaceParameters,
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ role: linkRoleSchema, expiresAt: expirySchema }).openapi('NewLink') },
      },
    },
  },
  responses: { 201: json(createdLinkSchema, 'Created'), ...problems(400, 401, 403, 404, 409) },
})

const list = createRoute({
  method: 'get',
  path: '/{id}/links',
  tags: ['Links'],
  summary: 'All links of a space, without their tokens',
  request: { params: spaceParameters },
  responses: { 200: json(z.array(linkSchema), 'Links'), ...problems(401, 403, 404) },
})

const change = createRoute({
  method: 'patch',
  path: '/{id}/links/{link}',
  tags: ['Links'],
  summary: 'Change what a link gives, for those connected by it too',
  request: {
    params: linkParameters,
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ role: linkRoleSchema.optional(), expiresAt: expirySchema }) },
      },
    },
  },
  responses: { 200: json(linkSchema, 'The link'), ...problems(400, 401, 403, 404) },
})

const revoke = createRoute({
  method: 'delete',
  path: '/{id}/links/{link}',
  tags: ['Links'],
  summary: 'End a link, for those connected by it too',
  request: { params: linkParameters },
  responses: { 204: { description: 'Revoked' }, ...problems(401, 403, 404) },
})

export function linkRoutes(deps: Dependencies) {
  const { storage, sync, limits, clock } = deps
  return createRouter()
    .openapi(create, async (c) => {
      const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'owner')
      const { role, expiresAt } = c.req.valid('json')
      const inForce = (await storage.links.list(space.id)).filter((link) => isInForce(link, clock()))
      if (inForce.length >= limits.linksPerSpace) {
        const cure = 'Revoke one that is not needed any more.'
        throw new Problem(409, 'too-many-links', `A space has at most ${limits.linksPerSpace} links in force.`, {
          cure,
        })
      }
      const token = deps.createToken()
      const link = await storage.links.create({
        id: deps.createId(),
        space: space.id,
        token,
        role,
        createdBy: author,
        expiresAt: readExpiry(expiresAt, clock) ?? null,
      })
      return c.json({ ...describeLink(link), token, url: `${ownOrigin(c, deps.origin)}/l/${token}` }, 201)
    })
    .openapi(list, async (c) => {
      const { space } = await requireAccess(c, deps, c.req.valid('param').id, 'owner')
      return c.json((await storage.links.list(space.id)).map(describeLink), 200)
    })
    .openapi(change, async (c) => {
      const { id, link: linkId } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'owner')
      const { role, expiresAt } = c.req.valid('json')
      // An expiry that has passed ends the link now, so only the present is refused for new ones.
      const changes = {
        ...(role ? { role } : {}),
        ...(expiresAt !== undefined ? { expiresAt: toDate(expiresAt) } : {}),
      }
      const link = await storage.links.change(space.id, linkId, changes)
      if (!link) throw notFound('link')
      sync.changeAccess(linkKey(link.id), isInForce(link, clock()) ? link.role : 'revoked')
      deps.linkExpiry.watch(link)
      return c.json(describeLink(link), 200)
    })
    .openapi(revoke, async (c) => {
      const { id, link: linkId } = c.req.valid('param')
      const { space } = await requireAccess(c, deps, id, 'owner')
      const link = await storage.links.revoke(space.id, linkId)
      if (!link) throw notFound('link')
      sync.changeAccess(linkKey(link.id), 'revoked')
      return c.body(null, 204)
    })
}

const resolvedSchema = z
  .object({ space: z.string(), name: z.string(), role: roleSchema, document: z.string() })
  .openapi('ResolvedLink')

const resolve = createRoute({
  method: 'get',
  path: '/{token}',
  tags: ['Links'],
  summary: 'What a link opens',
  request: {
    params: z.object({
      token: z
        .string()
        .max(200)
        .openapi({ param: { name: 'token', in: 'path' } }),
    }),
  },
  responses: {
    200: json(resolvedSchema, 'The space and the role in it'),
    ...problems(404),
    410: problems(404)[404],
  },
})

export function linkResolutionRoutes({ storage, clock }: Dependencies) {
  return createRouter().openapi(resolve, async (c) => {
    const link = await storage.links.findByToken(c.req.valid('param').token)
    const space = link && (await storage.spaces.get(link.space))
    if (!link || !space) throw notFound('link')
    if (!isInForce(link, clock())) {
      throw new Problem(410, 'link-ended', 'This link has expired or was revoked.', { cure: 'Ask for a new link.' })
    }
    return c.json({ space: space.id, name: space.name, role: link.role, document: space.document }, 200)
  })
}

function toDate(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment)
}

function readExpiry(moment: string | null | undefined, clock: () => Date): Date | null | undefined {
  if (moment === undefined || moment === null) return moment
  const date = new Date(moment)
  if (date <= clock()) throw new Problem(400, 'expired-already', 'expiresAt: lies in the past.')
  return date
}

function ownOrigin(c: Context<AppEnvironment>, origin: string | undefined): string {
  return origin ?? new URL(c.req.url).origin
}

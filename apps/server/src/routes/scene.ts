import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'
import type { Dependencies } from '../dependencies.ts'
import type { SceneFormat } from '../document-work.ts'
import { requireAccess } from '../middleware/require-access.ts'
import { Problem } from '../problem.ts'
import { sceneProblem } from '../scene-problem.ts'
import { createWayBack } from '../way-back.ts'
import { createRouter } from './create-router.ts'
import { diagnosticSchema, json, problems, spaceParameters } from './schemas.ts'

const SCENE_JSON = 'Scene JSON v1 (enfilade.scene/1).'
const SCENE_SCRIPT = 'Spatial script.'

export const sceneContent = {
  'application/json': { schema: z.looseObject({}).openapi('Scene', { description: SCENE_JSON }) },
  'text/plain': { schema: z.string().openapi({ description: SCENE_SCRIPT }) },
}

const read = createRoute({
  method: 'get',
  path: '/{id}/scene',
  tags: ['Scene'],
  summary: 'The scene as Scene JSON, or as script where text/plain is preferred',
  request: { params: spaceParameters },
  responses: {
    200: { description: 'The scene', content: sceneContent },
    304: { description: 'Not changed since the ETag' },
    ...problems(401, 404, 406 as 404),
  },
})

const replace = createRoute({
  method: 'put',
  path: '/{id}/scene',
  tags: ['Scene'],
  summary: 'Replace the scene by one edit; the state before is kept as a version',
  request: { params: spaceParameters },
  // Described, but read by the handler: it may be either of two formats, and what is wrong with it has its own answer.
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: { type: 'object', description: SCENE_JSON } },
      'text/plain': { schema: { type: 'string', description: SCENE_SCRIPT } },
    },
  },
  responses: {
    200: json(
      z.object({
        changed: z.boolean(),
        version: z.string().nullable().openapi({ description: 'The version that was kept; null: nothing changed.' }),
        diagnostics: z.array(diagnosticSchema),
      }),
      'Replaced',
    ),
    ...problems(400, 401, 403, 404, 413, 415 as 413, 422),
  },
})

export function sceneRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(read, async (c) => {
      const { space } = await requireAccess(c, deps, c.req.valid('param').id, 'view')
      const state = await deps.sync.readState(space.document)
      return answerScene(c, deps, state) as never
    })
    .openapi(replace, async (c) => {
      const { space, author } = await requireAccess(c, deps, c.req.valid('param').id, 'edit')
      const scene = { format: readFormat(c), text: await c.req.text() }
      const wayBack = createWayBack(deps, space.id, 'Before replace', author)
      const { update, diagnostics } = await deps.edits.edit(space.document, author, async (state) => {
        const reading = await deps.documents.replace(state, scene)
        if (reading.update) await wayBack.keep(state)
        return reading
      })
      if (diagnostics.some((each) => each.severity === 'error')) throw sceneProblem(diagnostics)
      return c.json({ changed: update !== undefined, version: wayBack.version()?.id ?? null, diagnostics }, 200)
    })
}

/** A state as the caller prefers it, with an ETag over the state, so that unchanged scenes are not even read. */
export async function answerScene(
  c: Context<AppEnvironment>,
  deps: Dependencies,
  state: Uint8Array,
): Promise<Response> {
  const format = chooseFormat(c.req.header('accept'))
  const etag = `"${createHash('sha256').update(state).update(format).digest('base64url').slice(0, 27)}"`
  const headers = { etag, vary: 'accept', 'cache-control': 'private, no-cache' }
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .some((each) => each.replace(/^W\//, '') === etag)
  ) {
    return c.body(null, 304, headers)
  }
  const text = await deps.documents.write(state, format)
  const type = format === 'json' ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8'
  return c.body(text, 200, { ...headers, 'content-type': type })
}

/** Script only where it is named and weighs more than JSON does, by itself or under a wildcard. */
function chooseFormat(accept: string | undefined): SceneFormat {
  if (!accept) return 'json'
  const weights = new Map<string, number>()
  for (const part of accept.split(',')) {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const quality = parameters.find((each) => each.startsWith('q='))
    weights.set(type, quality ? Number(quality.slice(2)) || 0 : 1)
  }
  const json = weights.get('application/json') ?? weights.get('application/*') ?? 0
  const script = weights.get('text/plain') ?? weights.get('text/*') ?? 0
  return script > json ? 'script' : 'json'
}

function readFormat(c: Context<AppEnvironment>): SceneFormat {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (type === 'text/plain') return 'script'
  if (type === 'application/json' || type.endsWith('+json')) return 'json'
  throw new Problem(415, 'unknown-format', `A scene can not be read from ${type || 'a body without a content type'}.`, {
    cure: 'Send a spatial script as text/plain or Scene JSON as application/json.',
  })
}

import { createRequire } from 'node:module'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnvironment } from './app-environment.ts'
import type { Dependencies } from './dependencies.ts'
import { describeError } from './logger.ts'
import { checkOrigin } from './middleware/check-origin.ts'
import { identify } from './middleware/identify.ts'
import { logRequests, type RequestCounts } from './middleware/log-requests.ts'
import { rateLimit } from './middleware/rate-limit.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { bodyOf, notFound, Problem, problemOf } from './problem.ts'
import { copilotRoutes } from './routes/copilot.ts'
import { createRouter } from './routes/create-router.ts'
import { describeMethods } from './routes/describe-methods.ts'
import { jobRoutes } from './routes/jobs.ts'
import { linkResolutionRoutes, linkRoutes } from './routes/links.ts'
import { lookRoutes } from './routes/looks.ts'
import { operationRoutes } from './routes/operations.ts'
import { peopleRoutes } from './routes/people.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { sceneRoutes } from './routes/scene.ts'
import { spaceRoutes } from './routes/spaces.ts'
import { versionRoutes } from './routes/versions.ts'
import { webFiles } from './web-files.ts'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

/** The whole HTTP side. Listens to nothing: hand it requests. */
export function createApp(deps: Dependencies) {
  const { limits, log, clock } = deps
  const counts: RequestCounts = { requests: new Map() }
  const router = createRouter()

  router.use(logRequests(log, counts, clock), securityHeaders(), checkOrigin(deps.origin))
  router.use('/api/*', refuseControlCharacters(), limitBody(limits.bodyBytes, limits.sceneBytes), identify(deps))
  router.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', rateLimit('changes', limits.changePerMinute, clock))

  const app = router
    .route('/api/spaces', spaceRoutes(deps))
    .route('/api/spaces', sceneRoutes(deps))
    .route('/api/spaces', linkRoutes(deps))
    .route('/api/spaces', versionRoutes(deps))
    .route('/api/spaces', copilotRoutes(deps))
    .route('/api/spaces', proposalRoutes(deps))
    .route('/api/spaces', jobRoutes(deps))
    .route('/api/spaces', lookRoutes(deps))
    .route('/api/links', linkResolutionRoutes(deps))
    .route('/api/me', peopleRoutes(deps))
    .route('/', operationRoutes(deps, counts))

  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of an owner or of a link.',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'enfilade_session',
    description: "A browser's guest session; given by itself.",
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Enfilade',
      version,
      description: 'Spaces, links, scenes, versions and the copilot. Documents sync at /sync/<document>.',
    },
    security: [{ token: [] }, { session: [] }, {}],
  })

  app.route('/', webFiles(deps))
  const methodsOf = describeMethods(app.openAPIRegistry.definitions)
  app.notFound((c) => {
    const methods = methodsOf(c.req.path)
    if (methods.length === 0) return c.json(bodyOf(notFound('route')), 404)
    const allow = methods.join(', ')
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
    const problem = new Problem(405, 'method-not-allowed', `${c.req.method} is not for this route.`, {
      cure: `Use one of ${allow}.`,
    })
    return c.json(bodyOf(problem), 405, { allow })
  })
  app.onError((error, c) => {
    const problem = problemOf(error)
    if (problem && RETRY_STATUSES.has(problem.status) && !c.res.headers.has('retry-after')) c.header('retry-after', '1')
    if (problem) return c.json(bodyOf(problem), problem.status)
    // The words of an unexpected error stay in the log: they may name files, queries or hosts.
    log('error', 'unexpected-error', { method: c.req.method, error: describeError(error), stack: error.stack })
    return c.json(bodyOf(new Problem(500, 'internal', 'Something went wrong on the server.')), 500)
  })
  return app
}

/** The type that a typed client (`hc<App>`) needs. */
export type App = ReturnType<typeof createApp>

/** Answers after which the same request may succeed in a moment. */
const RETRY_STATUSES = new Set<number>([429, 503])

/** What no id holds and no database takes, escaped or not. */
const CONTROL_CHARACTERS = /\p{Cc}|%(?:[01][0-9a-f]|7f)/iu

function refuseControlCharacters(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    if (CONTROL_CHARACTERS.test(c.req.path)) throw notFound('route')
    await next()
  }
}

/** Scenes and pictures may be large; everything else may not. */
function limitBody(small: number, large: number) {
  const refuse = (bytes: number) => () => {
    throw new Problem(413, 'too-large', `The body is larger than ${bytes} bytes.`)
  }
  const smallLimit = bodyLimit({ maxSize: small, onError: refuse(small) })
  const largeLimit = bodyLimit({ maxSize: large, onError: refuse(large) })
  const takesScene = (method: string, path: string) =>
    (method === 'PUT' && path.endsWith('/scene')) ||
    (method === 'POST' && (path === '/api/spaces' || /\/(jobs|looks)$/.test(path)))
  return ((c, next) =>
    (takesScene(c.req.method, c.req.path) ? largeLimit : smallLimit)(c, next)) satisfies typeof smallLimit
}

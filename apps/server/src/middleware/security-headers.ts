import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'

/** Host and port as a browser writes them; anything else stays out of a header. */
const HOST = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-fA-F:]+\](:\d+)?$/

/**
 * What the web app needs and no more: its own scripts and styles (inline styles too: the views position things), workers
 * from its own files or blobs, and its own server by HTTP and websocket.
 */
function contentPolicy(host: string | undefined): string {
  const sockets = host && HOST.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'none'",
    // The splat viewer sorts in WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets} blob: data:`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers for every answer, whoever made it. */
export function securityHeaders(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    headers.set('content-security-policy', contentPolicy(c.req.header('host')))
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    // Links carry their token in the path: no other site may hear of it.
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono } from 'hono'
import type { AppEnvironment } from './app-environment.ts'
import type { Dependencies } from './dependencies.ts'
import { readSession, startSession } from './middleware/identify.ts'

type WebFile = {
  bytes: Buffer
  type: string
  etag: string
  isHashed: boolean
  compressed: Map<string, Promise<Buffer>>
}

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Worth compressing; images and fonts are compressed already. */
const COMPRESSIBLE = /^(text|application)\/(?!font)|svg/
const SMALLEST_COMPRESSED = 1024

/** The names that the build gives to files whose content never changes under that name. */
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8}\.\w+$/

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Enfilade</title>
<body style="font: 16px/1.6 system-ui; max-width: 36rem; margin: 15vh auto; padding: 0 1rem">
<h1>The web app is not built</h1><p>The server runs, but there are no pages to show.
<code>npm start</code> at the root of the checkout builds them and starts the server.</p></body></html>`

const compressors = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
}

/**
 * Serves the built web app from memory: its files by name, and its page for every path that it routes itself. Only names
 * that were there at the start are served, so no path leads out of the folder.
 */
export function webFiles(deps: Pick<Dependencies, 'webFolder' | 'createToken' | 'origin'>): Hono<AppEnvironment> {
  let files: Promise<ReadonlyMap<string, WebFile>> | undefined

  async function find(path: string): Promise<WebFile | undefined> {
    const { webFolder } = deps
    if (!webFolder || !existsSync(join(webFolder, 'index.html'))) return undefined
    files ??= readFolder(webFolder)
    return (await files).get(path)
  }

  return new Hono<AppEnvironment>().get('*', async (c, next) => {
    const path = c.req.path
    const isPage = path === '/' || /^\/(s|l)\/[^/]+\/?$/.test(path)
    const file = await find(isPage ? '/index.html' : path)
    if (!file) return isPage ? c.html(NOT_BUILT, 503) : next()
    // The first page makes the guest, so that the requests that follow it together all come from one.
    if (isPage) readSession(c)
    if (isPage && !c.get('session')) startSession(c, deps)
    const caching = file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers: Record<string, string> = { etag: file.etag, 'cache-control': caching, vary: 'accept-encoding' }
    if (!isPage && c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
    headers['content-type'] = file.type
    const encoding = chooseEncoding(file, c.req.header('accept-encoding') ?? '')
    if (encoding) headers['content-encoding'] = encoding
    const body = encoding ? await compress(file, encoding) : file.bytes
    return c.body(new Uint8Array(body), 200, headers)
  })
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const files = new Map<string, WebFile>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const full = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, full).split(sep).join('/')}`
    const bytes = await readFile(full)
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    files.set(path, { bytes, type, etag, isHashed: HASHED.test(path), compressed: new Map() })
  }
  return files
}

function chooseEncoding(file: WebFile, accepted: string): keyof typeof compressors | undefined {
  if (file.bytes.length < SMALLEST_COMPRESSED || !COMPRESSIBLE.test(file.type)) return undefined
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepted) ? 'gzip' : undefined
}

function compress(file: WebFile, encoding: keyof typeof compressors): Promise<Buffer> {
  const found = file.compressed.get(encoding) ?? compressors[encoding](file.bytes)
  file.compressed.set(encoding, found)
  return found
}

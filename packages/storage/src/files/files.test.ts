import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBucketFiles } from './bucket-files.ts'
import { type FileStore, readWhole } from './file-store.ts'
import { openFolderFiles } from './folder-files.ts'

const SECRET = 'a secret that only the two know'

let folder: string
let bucket: Server
let endpoint: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfilade-files-'))
  bucket = serveBucket('rooms', SECRET)
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(bucket.address() as AddressInfo).port}`
})
afterAll(async () => {
  bucket.close()
  bucket.closeAllConnections()
  await rm(folder, { recursive: true, force: true })
})

const stores: { readonly [name: string]: () => FileStore } = {
  folder: () => openFolderFiles(join(folder, 'files')),
  bucket: () => openBucketFiles({ endpoint, bucket: 'rooms', accessKey: 'key', secretKey: SECRET }),
}

for (const [name, open] of Object.entries(stores))
  describe(`files in a ${name}`, () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7) & 255)

    it('come back byte for byte, whole or in part, and with their size', async () => {
      const store = open()
      await store.write('jobs/a1/scene.spz', Uint8Array.of(9))
      await store.write('jobs/a1/scene.spz', bytes)
      expect(await readWhole(store, 'jobs/a1/scene.spz')).toEqual(bytes)
      const part = await store.read('jobs/a1/scene.spz', 10, 14)
      expect(part?.size).toBe(bytes.length)
      expect([...new Uint8Array(await new Response(part!.body).arrayBuffer())]).toEqual([...bytes.slice(10, 14)])
      const beyond = await store.read('jobs/a1/scene.spz', bytes.length)
      expect((await new Response(beyond!.body).arrayBuffer()).byteLength).toBe(0)
    })

    it('are not there before they are written and after they are removed', async () => {
      const store = open()
      expect(await store.read('jobs/b/none.mp4')).toBeUndefined()
      for (const file of ['one.png', 'two.png']) await store.write(`jobs/b/${file}`, bytes)
      await store.write('jobs/bb/three.png', bytes)
      await store.removeAll('jobs/b')
      expect(await readWhole(store, 'jobs/b/one.png')).toBeUndefined()
      expect(await readWhole(store, 'jobs/bb/three.png')).toEqual(bytes)
      await store.removeAll('jobs/nothing')
    })

    it('have keys that lead nowhere else', async () => {
      for (const key of ['../x', 'a/../b', '/etc/passwd', 'a//b', '', 'a/.hidden', 'a\\b', 'ü'])
        await expect(open().write(key, bytes), key).rejects.toThrow(RangeError)
    })
  })

describe('files', () => {
  it('leave no half written ones in the folder', async () => {
    const store = openFolderFiles(join(folder, 'drafts'))
    await Promise.all(Array.from({ length: 8 }, (_, n) => store.write('same', new Uint8Array(10_000).fill(n))))
    expect(await readdir(join(folder, 'drafts'))).toEqual(['same'])
    expect(new Set(await readWhole(store, 'same')).size).toBe(1)
  })

  it('say when the bucket refuses', async () => {
    const store = openBucketFiles({ endpoint, bucket: 'rooms', accessKey: 'key', secretKey: 'wrong' })
    await expect(store.write('a', Uint8Array.of(1))).rejects.toThrow(/answered 403 to PUT of bucket rooms/)
    const nowhere = openBucketFiles({ endpoint, bucket: 'none', accessKey: 'key', secretKey: SECRET })
    await expect(nowhere.write('a', Uint8Array.of(1))).rejects.toThrow(/no bucket none/)
  })
})

/** As much of an S3 store as files need, signatures checked by the published rules of version 4. */
function serveBucket(name: string, secret: string): Server {
  const files = new Map<string, Buffer>()
  return createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url!, 'http://store')
    const end = (status: number, body: Buffer | string = '', headers = {}) =>
      response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)
    if (!isSigned(request, url, secret)) return end(403)
    const [, asked, ...rest] = url.pathname.split('/')
    if (asked !== name) return end(404)
    const key = rest.join('/')
    if (request.method === 'PUT') files.set(key, Buffer.concat(chunks))
    if (request.method === 'DELETE') files.delete(key)
    if (request.method !== 'GET') return end(200)
    if (key === '') {
      const keys = [...files.keys()].filter((each) => each.startsWith(url.searchParams.get('prefix') ?? ''))
      return end(200, `<ListBucketResult>${keys.map((each) => `<Key>${each}</Key>`).join('')}</ListBucketResult>`)
    }
    const file = files.get(key)
    if (!file) return end(404)
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
    if (!range) return end(200, file)
    const from = Number(range[1])
    const to = range[2] ? Number(range[2]) + 1 : file.length
    if (from >= file.length) return end(416, '', { 'content-range': `bytes */${file.length}` })
    return end(206, file.subarray(from, to), { 'content-range': `bytes ${from}-${to - 1}/${file.length}` })
  })
}

function isSigned(request: IncomingMessage, url: URL, secret: string): boolean {
  const parts =
    /Credential=key\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})/.exec(
      request.headers.authorization ?? '',
    )
  if (!parts) return false
  const [, day, region, names, signature] = parts
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const query = [...url.searchParams].map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
  const headers = names!.split(';').map((header) => `${header}:${String(request.headers[header]).trim()}\n`)
  const content = String(request.headers['x-amz-content-sha256'])
  const canonical = [request.method, url.pathname, query.sort().join('&'), headers.join(''), names, content].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash(canonical)].join('\n')
  const key = [day!, region!, 's3', 'aws4_request'].reduce<string | Buffer>((k, step) => mac(k, step), `AWS4${secret}`)
  return mac(key, text).toString('hex') === signature
}

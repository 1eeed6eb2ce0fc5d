import { AwsClient } from 'aws4fetch'
import { checkKey, type FileStore } from './file-store.ts'

export type BucketSettings = {
  /** Of an S3-compatible store, without the bucket: `https://…`. */
  endpoint: string
  bucket: string
  accessKey: string
  secretKey: string
}

/** Files in a bucket of an S3-compatible store, addressed by path. Failed requests are tried again a few times. */
export function openBucketFiles({ endpoint, bucket, accessKey, secretKey }: BucketSettings): FileStore {
  const client = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region: 'us-east-1',
    retries: 3,
  })
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`
  const ask = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client.fetch(`${base}${path}`, { method, ...init })
    if (response.ok || response.status === 404 || response.status === 416) return response
    await response.body?.cancel()
    throw new Error(`the file store answered ${response.status} to ${method} of bucket ${bucket}`)
  }
  const list = async (prefix: string): Promise<string[]> => {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${checkKey(prefix)}/` })
    const text = await (await ask('GET', `?${query}`)).text()
    return [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map((found) => found[1]!)
  }
  return {
    async write(key, bytes) {
      const response = await ask('PUT', `/${checkKey(key)}`, { body: bytes as Uint8Array<ArrayBuffer> })
      if (response.status === 404) throw new Error(`the file store has no bucket ${bucket}`)
    },
    async read(key, from = 0, to) {
      const isPart = from > 0 || to !== undefined
      const headers: Record<string, string> = isPart ? { range: `bytes=${from}-${to === undefined ? '' : to - 1}` } : {}
      const response = await ask('GET', `/${checkKey(key)}`, { headers })
      const body = response.body ?? (new Blob([]).stream() as ReadableStream<Uint8Array>)
      const whole = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
      if (response.status === 404) {
        await body.cancel()
        return undefined
      }
      if (response.status === 416) {
        await body.cancel()
        return { size: Number(whole ?? 0), body: new Blob([]).stream() as ReadableStream<Uint8Array> }
      }
      return { size: Number(whole ?? response.headers.get('content-length')), body }
    },
    async removeAll(prefix) {
      // A listing names a thousand at most.
      for (let keys = await list(prefix); keys.length > 0; keys = await list(prefix))
        await Promise.all(keys.map((key) => ask('DELETE', `/${checkKey(key)}`)))
    },
  }
}

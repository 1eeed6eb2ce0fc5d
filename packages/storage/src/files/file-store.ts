/**
 * Where files lie that are too large for the database: splats, films, baked light. A key is a path of plain names joined
 * by `/`. A file is whole or not there: readers never see half of one.
 */
export interface FileStore {
  /** Writes a file, over an older one of that key. */
  write(key: string, bytes: Uint8Array): Promise<void>
  /** @returns `undefined`: there is none. `from` and `to` (not included) are bytes; absent: the whole file. */
  read(key: string, from?: number, to?: number): Promise<StoredFile | undefined>
  /** Removes all files whose key starts with `prefix/`. */
  removeAll(prefix: string): Promise<void>
}

export type StoredFile = {
  /** Of the whole file, bytes. */
  readonly size: number
  readonly body: ReadableStream<Uint8Array>
}

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}){0,7}$/

/** @throws RangeError for a key that is not plain names: nothing leads out of the store. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError(`file store: "${key.slice(0, 80)}" is no key`)
  return key
}

/** The bytes of a stored file, whole. */
export async function readWhole(store: FileStore, key: string): Promise<Uint8Array | undefined> {
  const file = await store.read(key)
  return file && new Uint8Array(await new Response(file.body).arrayBuffer())
}

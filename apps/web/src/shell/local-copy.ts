import * as Y from 'yjs'

const databaseName = 'enfilade'
const storeName = 'unsent'
const restMs = 400

function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(storeName)
  return asPromise(request)
}

export type LocalCopy = {
  /** True when an earlier visit left work that never reached the server; it is then in the document again. */
  readonly restored: Promise<boolean>
  /** Keeps the document as it is now, soon. */
  keep(): void
  /** Everything has reached the server. */
  forget(): void
  end(): void
}

/**
 * Keeps work that the server has not confirmed in this browser, so that a closed tab or a crash while offline loses
 * nothing. Without IndexedDB (private windows of some browsers) it does nothing.
 */
export function keepLocalCopy(ydoc: Y.Doc, document: string): LocalCopy {
  const database = openDatabase().catch(() => undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isKept = false

  const withStore = async (mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest) => {
    const open = await database
    return open ? asPromise(act(open.transaction(storeName, mode).objectStore(storeName))) : undefined
  }
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    isKept = true
    // A full disk must not stop the work; the server still gets it.
    withStore('readwrite', (store) => store.put(Y.encodeStateAsUpdate(ydoc), document)).catch(() => undefined)
  }
  const restore = async (): Promise<boolean> => {
    const kept = await withStore('readonly', (store) => store.get(document)).catch(() => undefined)
    if (!(kept instanceof Uint8Array)) return false
    isKept = true
    try {
      Y.applyUpdate(ydoc, kept)
      return true
    } catch {
      return false
    }
  }
  const flush = () => timer !== undefined && write()
  addEventListener('pagehide', flush)
  return {
    restored: restore(),
    keep() {
      timer ??= setTimeout(write, restMs)
    },
    forget() {
      clearTimeout(timer)
      timer = undefined
      if (!isKept) return
      isKept = false
      withStore('readwrite', (store) => store.delete(document)).catch(() => undefined)
    },
    end() {
      flush()
      removeEventListener('pagehide', flush)
      void database.then((open) => open?.close())
    },
  }
}

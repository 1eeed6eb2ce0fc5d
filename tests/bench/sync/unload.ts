import { type Bench, type Promised, waitFor } from './promise.ts'
import { RawClient } from './raw-client.ts'

const DOCUMENTS = 1_000
const WARM_UP = 200

/** @returns KiB kept per document after all were opened, edited and left. */
async function keptPerDocument(bench: Bench, store: string): Promise<{ kept: number; open: number }> {
  const server = await bench.startServer(store, {}, ['--expose-gc'])
  const names = Array.from({ length: DOCUMENTS + WARM_UP }, (_, index) => `left-${index}`)
  await server.call('create', names)
  const url = await server.call<string>('url')
  const visit = async (documents: string[]) => {
    for (const document of documents) {
      const raw = new RawClient(`${url}/${document}?private=1`, { client: 7, echoes: true })
      await raw.synced
      for (let edit = 0; edit < 5; edit++) raw.edit({ p: [edit, 2, 0] })
      raw.sendPresence()
      if (store !== 'yws') await waitFor(() => raw.savedClock === 5, 10_000)
      raw.close()
    }
  }
  const settled = () =>
    waitFor(async () => {
      const { documents = 0, connections = 0 } = await server.call<{ documents?: number; connections?: number }>(
        'metrics',
      )
      return documents === 0 && connections === 0
    }, 40_000)
  await visit(names.slice(0, WARM_UP))
  await settled()
  const before = await server.call<{ used: number }>('memory')
  await visit(names.slice(WARM_UP))
  await settled()
  const after = await server.call<{ used: number }>('memory')
  const { documents = DOCUMENTS } = await server.call<{ documents?: number }>('metrics')
  await server.kill()
  return { kept: (after.used - before.used) / DOCUMENTS / 1024, open: documents }
}

export const unload: Promised = {
  number: 7,
  title: `memory is given back after ${DOCUMENTS} documents were opened and left`,
  async measure(bench) {
    const ours = await keptPerDocument(bench, await bench.makeStore('pglite'))
    const theirs = await keptPerDocument(bench, 'yws')
    return [
      {
        what: `kept per document; ${ours.open} still loaded`,
        bound: '≤ 20 KiB',
        ours: `${ours.kept.toFixed(1)} KiB`,
        theirs: `${theirs.kept.toFixed(1)} KiB`,
        holds: ours.kept <= 20 && ours.open === 0,
      },
    ]
  },
}

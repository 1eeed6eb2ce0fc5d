import * as encoding from 'lib0/encoding'
import { type Bench, type Outcome, type Promised, percentile, ratio, waitFor } from './promise.ts'
import { RawClient, writeEdit } from './raw-client.ts'

const UPDATES = 3_000
const SECONDS = 10
/** 222 bytes each, 668 KB together. */
const VALUE = 'y'.repeat(190)

async function measureServer(bench: Bench, store: string) {
  const server = await bench.startServer(store)
  await server.call('create', ['gaps'])
  const url = `${await server.call<string>('url')}/gaps`
  const sentAt: number[] = []
  let latencies: number[] = []
  const receiver = new RawClient(url, {
    client: 1,
    echoes: true,
    onStruct: (client, clock) => client === 2 && latencies.push(performance.now() - sentAt[clock]!),
  })
  const writer = new RawClient(url, { client: 2, echoes: true })
  const attacker = new RawClient(url, { client: 3, echoes: true })
  await Promise.all([receiver, writer, attacker].map((raw) => raw.synced))

  const edit = async (seconds: number) => {
    latencies = []
    for (let count = 0; count < seconds * 20; count++) {
      sentAt.push(performance.now())
      writer.edit()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await waitFor(() => latencies.length >= seconds * 20, 40_000)
    return percentile(latencies, 0.95)
  }
  await edit(2)
  const undisturbed = await edit(SECONDS)
  for (let clock = 1; clock <= UPDATES; clock++) {
    const encoder = encoding.createEncoder()
    writeEdit(encoder, 3, clock, VALUE)
    attacker.sendUpdate(encoding.toUint8Array(encoder))
  }
  const disturbed = await edit(SECONDS)
  const joiner = new RawClient(url, { client: 4, echoes: true })
  await joiner.synced
  await server.kill()
  return { undisturbed, disturbed, joined: joiner.stateBytes }
}

export const gaps: Promised = {
  number: 9,
  title: `${UPDATES} updates that build on a missing one disturb nobody`,
  async measure(bench): Promise<Outcome[]> {
    const ours = await measureServer(bench, await bench.makeStore('pglite'))
    const theirs = await measureServer(bench, 'yws')
    return [
      {
        what: 'p95 of an honest edit meanwhile',
        bound: '≤ 2 × undisturbed',
        ours: `${ours.disturbed.toFixed(1)} ms, ${ratio(ours.disturbed, ours.undisturbed)}`,
        theirs: `${theirs.disturbed.toFixed(0)} ms, ${ratio(theirs.disturbed, theirs.undisturbed)}`,
        holds: ours.disturbed <= 2 * ours.undisturbed,
      },
      {
        what: 'what a joiner downloads',
        bound: 'none of them',
        ours: `${(ours.joined / 1024).toFixed(0)} KiB`,
        theirs: `${(theirs.joined / 1024).toFixed(0)} KiB`,
        holds: ours.joined < 100 * 1024,
      },
    ]
  },
}

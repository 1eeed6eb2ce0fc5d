import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { waitFor } from './start-test-server.ts'

const root = new URL('../../../', import.meta.url)
const command = [
  '--import',
  new URL('infra/typescript.mjs', root).href,
  fileURLToPath(new URL('main.ts', import.meta.url)),
]

let folder: string
const processes: ChildProcess[] = []
const providers: WebsocketProvider[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfilade-main-'))
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  for (const each of processes.splice(0)) {
    if (each.exitCode !== null || each.signalCode !== null) continue
    each.kill('SIGKILL')
    await once(each, 'exit')
  }
  await rm(folder, { recursive: true, force: true })
})

type Started = {
  child: ChildProcess
  url?: string
  output: { stdout: string; stderr: string }
  exit: Promise<number | null>
}

/** Starts the program and waits until it is ready or has ended. */
async function start(variables: Record<string, string> = {}): Promise<Started> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = { ...inherited, PORT: '0', ENFILADE_DATA: folder, ...variables }
  const child = spawn(process.execPath, command, { env, cwd: fileURLToPath(root) })
  processes.push(child)
  const output = { stdout: '', stderr: '' }
  const exit = once(child, 'exit').then(([code]) => code as number | null)
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      output.stdout += data.toString()
      if (output.stdout.includes('\n')) resolve()
    })
    child.stderr.on('data', (data: Buffer) => {
      output.stderr += data.toString()
    })
  })
  await Promise.race([ready, once(child, 'close')])
  return { child, url: /ready at (\S+)/.exec(output.stdout)?.[1], output, exit }
}

async function createSpace(url: string) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/spaces`, { method: 'POST', headers, body: '{"name":"Flat"}' })
  return (await response.json()) as { id: string; document: string; token: string }
}

async function joinSpace(url: string, space: { document: string; token: string }): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, space.document, doc, {
    params: { token: space.token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  providers.push(provider)
  await new Promise((resolve) => provider.once('sync', resolve))
  return doc
}

/** Each starts the program several times, on a machine that may have more to do. */
describe('the program', { timeout: 180_000 }, () => {
  it('has everything that another client had received when it is killed and started again', async () => {
    const first = await start()
    const space = await createSpace(first.url!)
    const [author, witness] = [await joinSpace(first.url!, space), await joinSpace(first.url!, space)]
    const records = author.getMap('records')
    for (let count = 0; count < 200; count++) records.set(`k${count}`, count)
    await waitFor(witness, () => witness.getMap('records').has('k199'))
    first.child.kill('SIGKILL')
    await first.exit
    const seen = witness.getMap('records').toJSON()
    for (const provider of providers.splice(0)) provider.destroy()
    const second = await start()
    expect((await joinSpace(second.url!, space)).getMap('records').toJSON()).toEqual(seen)
    expect(Object.keys(seen)).toHaveLength(201)
  })

  it('ends gracefully when it is asked to, stores what it took, and says so to its clients', async () => {
    const first = await start()
    expect(first.output.stdout).toMatch(/^Enfilade is ready at http:\/\/localhost:\d+\n$/)
    const space = await createSpace(first.url!)
    const doc = await joinSpace(first.url!, space)
    const witness = await joinSpace(first.url!, space)
    doc.getMap('records').set('last', 1)
    await waitFor(witness, () => witness.getMap('records').has('last'))
    const closed = new Promise<number>((resolve) => {
      providers[0]!.on('connection-close', (event) => resolve(event?.code ?? 0))
    })
    // As a terminal and npm do: the same wish, twice.
    first.child.kill('SIGTERM')
    first.child.kill('SIGINT')
    expect(await first.exit).toBe(0)
    expect(await closed).toBe(1012)
    for (const provider of providers.splice(0)) provider.destroy()
    const second = await start()
    expect((await joinSpace(second.url!, space)).getMap('records').get('last')).toBe(1)
  })

  it('says what is in its way and what to do about it', async () => {
    const first = await start()
    const { port } = new URL(first.url!)
    const samePort = await start({ PORT: port, ENFILADE_DATA: join(folder, 'other') })
    expect([await samePort.exit, samePort.output.stderr]).toEqual([
      1,
      expect.stringMatching(/port \d+ is taken.*set PORT/),
    ])
    const sameFolder = await start()
    expect(await sameFolder.exit).toBe(1)
    expect(sameFolder.output.stderr).toMatch(/in use by process \d+.*another ENFILADE_DATA/)
    const wrong = await start({ PORT: 'eighty', DATABASE_URL: 'sqlite:flat.db' })
    expect(await wrong.exit).toBe(1)
    expect(wrong.output.stderr).toMatch(/PORT: expected a port number\n {2}DATABASE_URL: expected a URL/)
    const noDatabase = await start({ DATABASE_URL: 'postgres://ada:hunter2@127.0.0.1:1/flat' })
    expect(await noDatabase.exit).toBe(1)
    expect(noDatabase.output.stderr).toContain('PostgreSQL at 127.0.0.1:1/flat')
    expect(noDatabase.output.stderr).not.toContain('hunter2')
    expect((await fetch(`${first.url}/health`)).status).toBe(200)
  })
})

import { describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.ts'
import type { Terminal } from '../terminal.ts'

const SCENE = `wall_0=Wall(0,0,0,3,0,0,2.5,0.1)
wall_1=Wall(3,0,0,3,2,0,2.5,0.1)
wall_2=Wall(3,2,0,0,2,0,2.5,0.1)
wall_3=Wall(0,2,0,0,0,0,2.5,0.1)
window_0=Window(wall_0,1.5,0,1.4,1.2,1.2)
`
const LENS = { width: 12, height: 8, intrinsic: [6, 0, 6, 0, 6, 4, 0, 0, 1] }
/** Looks along +y from the middle of the room. */
const POSE = [1, 0, 0, 1.5, 0, 0, 1, 0.5, 0, -1, 0, 1.4, 0, 0, 0, 1]

async function render(args: readonly string[], cameras: unknown = { ...LENS, cameras: { eye: POSE } }) {
  const written = new Map<string, Uint8Array>()
  let notes = ''
  const files: { readonly [path: string]: string } = {
    'room.txt': SCENE,
    'cameras.json': typeof cameras === 'string' ? cameras : JSON.stringify(cameras),
  }
  const terminal: Terminal = {
    out: () => {},
    note: (text) => {
      notes += `${text}\n`
    },
    async read(path) {
      const text = files[path]
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' })
      return text
    },
    async write(path, content) {
      written.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
    },
    resolve: (path) => path,
    now: () => 0,
  }
  const code = await runCli(['render', ...args], terminal)
  return { code, notes, written }
}

const usual = ['room.txt', '--cameras', 'cameras.json', '--out', 'views']

describe('render', () => {
  it('writes a PNG per camera and channel, the same each time', async () => {
    const args = [
      ...usual,
      '--from',
      'reference',
      '--samples',
      '2',
      '--channels',
      'color,depth,normal,semantic,instance',
    ]
    const [first, second] = [await render(args), await render(args)]
    expect(first.code).toBe(0)
    expect([...first.written.keys()]).toEqual(
      ['color', 'depth', 'normal', 'semantic', 'instance'].map((channel) => `views/eye.${channel}.png`),
    )
    for (const bytes of first.written.values()) expect(Array.from(bytes.subarray(1, 4))).toEqual([0x50, 0x4e, 0x47])
    expect(second.written).toEqual(first.written)
    expect(first.notes).toContain('eye: 100 %')
  })

  it('takes the noise of few paths off the colour, and only there where paths make noise', async () => {
    const args = [...usual, '--samples', '1']
    const [noisy, clean] = [await render(args), await render([...args, '--denoise'])]
    expect(clean.code).toBe(0)
    const name = 'views/eye.color.png'
    // What is even packs better.
    expect(clean.written.get(name)!.length).toBeLessThan(noisy.written.get(name)!.length)
    const baked = await render([...args, '--from', 'baked', '--denoise'])
    expect(baked.code).toBe(64)
    expect(baked.notes).toContain('--denoise is for --from reference')
  })

  it('draws from a bake as well', async () => {
    const { code, written } = await render([...usual, '--from', 'baked', '--samples', '1'])
    expect(code).toBe(0)
    expect([...written.keys()]).toEqual(['views/eye.color.png'])
  })

  it('leaves out a camera that is none, says so, and ends with 2', async () => {
    const cameras = { ...LENS, cameras: { eye: POSE, flat: POSE.map(() => 0) } }
    const { code, notes, written } = await render([...usual, '--samples', '1'], cameras)
    expect(code).toBe(2)
    expect(notes).toContain('flat')
    expect([...written.keys()]).toEqual(['views/eye.color.png'])
  })

  it.each([
    [['room.txt'], '--cameras is missing', 64],
    [['room.txt', '--cameras', 'cameras.json'], '--out is missing', 64],
    [[...usual, '--from', 'dreams'], 'use reference, baked', 64],
    [[...usual, '--channels', 'color,heat'], '"heat" is not known', 64],
    [[...usual, '--samples', '0'], 'no whole number', 64],
    [[...usual, '--samples', '1e9'], 'no whole number', 64],
    [['gone.txt', '--cameras', 'cameras.json', '--out', 'views'], 'no such file', 1],
    [['room.txt', '--cameras', 'gone.json', '--out', 'views'], 'no such file', 1],
  ])('%j ends in words', async (args, words, code) => {
    const result = await render(args)
    expect(result.notes).toContain(words)
    expect(result.code).toBe(code)
  })

  it.each([
    ['{', 'not JSON'],
    [{ ...LENS, cameras: {} }, 'no camera'],
    [{ ...LENS, width: 8000, height: 8000, cameras: { eye: POSE } }, 'million pixels'],
  ])('refuses the cameras %j', async (cameras, words) => {
    const result = await render(usual, cameras)
    expect(result.notes).toContain(words)
    expect(result.code).toBe(1)
  })
})

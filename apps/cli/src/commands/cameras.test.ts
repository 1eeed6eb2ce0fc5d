import { describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.ts'
import type { Terminal } from '../terminal.ts'

const SCENE = `wall_0=Wall(0,0,0,3,0,0,2.5,0.1)
wall_1=Wall(3,0,0,3,2,0,2.5,0.1)
wall_2=Wall(3,2,0,0,2,0,2.5,0.1)
wall_3=Wall(0,2,0,0,0,0,2.5,0.1)
window_0=Window(wall_0,1.5,0,1.4,1.2,1.2)
`

async function run(args: readonly string[], cameras = '') {
  const written = new Map<string, string | Uint8Array>()
  let notes = ''
  let out = ''
  const terminal: Terminal = {
    out: (text) => {
      out += text
    },
    note: (text) => {
      notes += `${text}\n`
    },
    read: async (path) => (path === 'room.txt' ? SCENE : cameras),
    async write(path, content) {
      written.set(path, content)
    },
    resolve: (path) => path,
    now: () => 0,
  }
  const code = await runCli(args, terminal)
  return { code, notes, out, written }
}

describe('cameras', () => {
  it.each(['tour', 'line', 'orbit', 'inward', 'outward', 'random-walk', 'free'])('writes the path %s', async (path) => {
    const { code, out } = await run(['cameras', 'room.txt', '--path', path, '--count', '5', '--size', '64x48'])
    expect(code).toBe(0)
    const file = JSON.parse(out)
    expect([file.width, file.height]).toEqual([64, 48])
    if (path === 'tour') expect(Object.keys(file.times)).toEqual(Object.keys(file.cameras))
    else expect(Object.keys(file.cameras)).toHaveLength(5)
  })

  it('writes a panorama of twice the height', async () => {
    const { out } = await run(['cameras', 'room.txt', '--path', 'panorama', '--size', '64x48'])
    expect(JSON.parse(out)).toMatchObject({ width: 96, height: 48, projection: 'equirectangular' })
  })

  it.each([
    [['--path', 'zigzag'], 'is not known'],
    [['--size', 'big'], 'is no size'],
    [['--count', '0'], 'is no whole number'],
  ])('refuses %j', async (more, message) => {
    const { code, notes } = await run(['cameras', 'room.txt', ...more])
    expect(code).toBe(64)
    expect(notes).toContain(message)
  })

  it('names the rooms when the asked one is not there', async () => {
    const { code, notes } = await run(['cameras', 'room.txt', '--room', 'attic'])
    expect(code).toBe(1)
    expect(notes).toContain('which has:')
  })
})

describe('scene-folder', () => {
  it('writes the folder of a scene', async () => {
    const { out } = await run(['cameras', 'room.txt', '--path', 'line', '--count', '1', '--size', '16x12'])
    const { code, written } = await run(
      ['scene-folder', 'room.txt', '--cameras', 'c.json', '--samples', '1', '--out', 'folder'],
      out,
    )
    expect(code).toBe(0)
    expect([...written.keys()]).toContain('folder/room_layout.json')
    expect([...written.keys()]).toContain('folder/rgb/frame_0000.jpg')
  })
})

import { describe, expect, it } from 'vitest'
import { runCli } from '../run-cli.ts'
import type { Terminal } from '../terminal.ts'

const room = (id: string, level: string, floor: number) => ({
  id,
  level,
  name: id,
  type: 'bedroom',
  polygon: [
    [0, 0],
    [3, 0],
    [3, 3],
    [0, 3],
  ],
  holes: [],
  floor,
  height: 2.4,
})
const HOUSE = JSON.stringify({
  format: 'enfilade.scene/1',
  levels: [
    { id: 'l0', name: 'Ground', elevation: 0, height: 2.4 },
    { id: 'l1', name: 'Upper', elevation: 2.7, height: 2.4 },
  ],
  rooms: [room('hall', 'l0', 0), room('attic', 'l1', 2.7)],
  walls: [],
  openings: [],
  objects: [],
})

async function run(...args: string[]) {
  let [notes, out] = ['', '']
  const terminal: Terminal = {
    out: (text) => {
      out += text
    },
    note: (text) => {
      notes += `${text}\n`
    },
    read: async () => HOUSE,
    write: async () => {},
    resolve: (path) => path,
    now: () => 0,
  }
  return { code: await runCli(args, terminal), notes, out }
}

/** Heights of the cameras that a command wrote, metres. */
const heights = (text: string) =>
  Object.values<number[]>(JSON.parse(text).cameras).map((pose) => Math.round(pose[11]! * 10) / 10)

describe('--level', () => {
  it('names a level by its id or its name', async () => {
    const [ground, byId, byName] = await Promise.all([
      run('cameras', 'house.json', '--path', 'tour'),
      run('cameras', 'house.json', '--path', 'tour', '--level', 'l1'),
      run('cameras', 'house.json', '--path', 'line', '--count', '2', '--level', 'Upper'),
    ])
    expect(new Set(heights(ground.out))).toEqual(new Set([1.5]))
    expect(new Set(heights(byId.out))).toEqual(new Set([4.2]))
    expect(heights(byName.out)).toEqual([4.2, 4.2])
  })

  it.each([
    ['realise', '--out', 'folder'],
    ['film', '--path', 'path.json', '--size', '32x32', '--out', 'film.mp4'],
    ['scene-folder', '--layout', 'interiorgs', '--out', 'folder'],
    ['cameras'],
    ['plan-drawing', '--out', 'plan.svg'],
  ])('of a house without it is refused by %s, with those it has', async (command, ...rest) => {
    const { code, notes } = await run(command, 'house.json', '--level', 'cellar', ...rest)
    expect(code).toBe(1)
    expect(notes).toContain('--level "cellar" is not in the scene, which has: l0 (Ground), l1 (Upper).')
  })
})

describe('scene-folder', () => {
  it('tells which options a layout has no use for', async () => {
    const { code, notes } = await run('scene-folder', 'h', '--layout', 'interiorgs', '--cameras', 'c', '--out', 'd')
    expect(code).toBe(64)
    expect(notes).toContain('--cameras has no meaning with --layout interiorgs')
    expect((await run('scene-folder', 'h', '--layout', 'flat', '--out', 'd')).code).toBe(64)
  })
})

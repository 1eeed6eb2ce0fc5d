import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'
import type { Terminal } from './terminal.ts'

const script = [
  'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.0)',
  'wall_1=Wall(4.0,0.0,0.0,4.0,3.0,0.0,2.8,0.0)',
  'wall_2=Wall(4.0,3.0,0.0,0.0,3.0,0.0,2.8,0.0)',
  'wall_3=Wall(0.0,3.0,0.0,0.0,0.0,0.0,2.8,0.0)',
  'door_1000=Door(wall_0,0.77123,0.0,1.05,0.9,2.1)',
  'bbox_7=Bbox(sofa,2.0,2.5,0.4,0.0,2.0,0.9,0.8)',
].join('\n')

function createTestTerminal(files: { readonly [path: string]: string } = {}) {
  const written = new Map<string, string>()
  const state = { out: '', notes: '' }
  const terminal: Terminal = {
    out: (text) => {
      state.out += text
    },
    note: (text) => {
      state.notes += `${text}\n`
    },
    async read(path) {
      const text = files[path] ?? written.get(path)
      if (text === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' })
      return text
    },
    async write(path, content) {
      written.set(path, typeof content === 'string' ? content : Buffer.from(content).toString('latin1'))
    },
    resolve: (path) => `/here/${path}`,
    now: () => 0,
  }
  return { terminal, state, written }
}

async function run(args: readonly string[], files: { readonly [path: string]: string } = {}) {
  const { terminal, state, written } = createTestTerminal(files)
  const code = await runCli(args, terminal)
  return { code, out: state.out, notes: state.notes, written }
}

describe('wrong usage ends with 64 and names the cure', () => {
  test.each([
    [[], 'A command is missing'],
    [['fly'], 'There is no command "fly"'],
    [['json'], 'SCENE is missing'],
    [['json', 'a', 'b'], '"b" is one more'],
    [['json', '--bogus', 'a'], '--bogus'],
    [['check', 'a', '--pack', 'feng-shui'], 'use general, age-friendly, wheelchair, child'],
    [['ask'], '--prompt is missing'],
    [['ask', '--prompt', ' '], '--prompt is missing'],
    [['ask', '--prompt', 'x', '--seed', '-1'], '--seed'],
    [['ask', '--prompt', 'x', '--seed', '1.5'], 'no whole number'],
    [['ask', '--prompt', 'x', '--density', 'cosy'], 'use sparse, normal, full'],
    [['ask', 'furnish', 'it'], 'in quotes after --prompt'],
    [['ask', '--batch', 'b'], '--batch needs --out DIR'],
    [['ask', '--batch', 'b', '--prompt', 'x', '--out', 'd'], 'leave --prompt'],
    [['plan-drawing', 'a'], '--out is missing'],
    [['plan-drawing', 'a', '--out', 'b', '--scale', 'big'], 'is no scale'],
  ])('%j', async (args, message) => {
    const { code, out, notes } = await run(args, { a: script })
    expect(code).toBe(64)
    expect(out).toBe('')
    expect(notes).toContain(message)
  })
})

test('help is a result', async () => {
  for (const args of [['--help'], ['help'], ['ask', '--help'], ['-h']]) {
    const { code, out } = await run(args)
    expect(code).toBe(0)
    expect(out).toContain('usage: enfilade')
  }
})

describe('failures end with 1 and name the file', () => {
  test.each([
    [{}, 'scene: there is no such file'],
    [{ scene: '{"format": ' }, 'is no JSON'],
    [{ scene: '[1]' }, 'expected {"format"'],
    [{ scene: 'PNG\u0000\u0001 not a scene' }, 'neither a spatial script'],
  ])('%j', async (files, message) => {
    for (const command of ['json', 'script', 'check']) {
      const { code, out, notes } = await run([command, 'scene'], files)
      expect([code, out]).toEqual([1, ''])
      expect(notes).toContain(message)
    }
  })
})

describe('converting', () => {
  test('a canonical script comes out byte for byte', async () => {
    expect((await run(['script', 'scene'], { scene: script })).out).toBe(script)
    expect((await run(['script', 'scene', '--out', 'copy'], { scene: `${script}\r\n` })).written.get('copy')).toBe(
      script,
    )
  })

  test('script and JSON lead to each other', async () => {
    const { out } = await run(['json', 'scene'], { scene: script })
    const json = JSON.parse(out)
    expect(json).toMatchObject({
      format: 'enfilade.scene/1',
      unmet: [],
      objects: [{ id: 'bbox_7', category: 'sofa', center: [2, 2.5, 0.4] }],
    })
    expect(json.rooms).toHaveLength(1)
    expect((await run(['json', 'scene'], { scene: out })).out).toBe(out)
    const back = await run(['script', 'scene', '--core-only'], { scene: out })
    expect(back.out).toContain('Bbox(sofa,2.0,2.5,0.4,0.0,2.0,0.9,0.8)')
  })

  test('a strict reading fails on oddities and says where', async () => {
    const odd = `${script}\nbbox_8=Bbox(sofa,nan,0,0,0,1,1,1)`
    expect((await run(['script', 'scene'], { scene: odd })).code).toBe(0)
    const strict = await run(['script', 'scene', '--strict'], { scene: odd })
    expect([strict.code, strict.out]).toEqual([1, ''])
    expect(strict.notes).toContain('scene:7:18: error:')
  })

  test('walls change their convention when asked to', async () => {
    const { out } = await run(['script', 'scene', '--walls', 'centred'], { scene: script })
    expect(out).toContain('wall_0=Wall(-0.06,-0.06,0.0,4.06,-0.06,0.0,2.8,0.12)')
  })
})

describe('check', () => {
  test('gives findings as JSON, and ends with 2 when one is an error', async () => {
    const crowded = `${script}\nbbox_8=Bbox(sofa,2.1,2.5,0.4,0.0,2.0,0.9,0.8)`
    const { code, out } = await run(['check', 'scene', '--json'], { scene: crowded })
    const { findings } = JSON.parse(out) as { findings: { severity: string }[] }
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    expect(code).toBe(2)
    for (const key of ['key', 'rule', 'elements', 'measured', 'demanded', 'unit', 'severity', 'source', 'standing']) {
      expect(findings[0]).toHaveProperty(key)
    }
    for (const pack of ['general', 'age-friendly', 'wheelchair', 'child']) {
      expect([0, 2]).toContain((await run(['check', 'scene', '--pack', pack], { scene: crowded })).code)
    }
  })
})

test('a plan is drawn to a file', async () => {
  const { code, out, written } = await run(['plan-drawing', 'scene', '--out', 'plan.svg', '--scale', '1:100'], {
    scene: script,
  })
  expect([code, out]).toEqual([0, ''])
  expect(written.get('plan.svg')).toMatch(/^<svg .*1:100/s)
})

describe('ask', () => {
  test('equal requests give equal bytes; without --out JSON is the result and the report a note', async () => {
    const args = ['ask', '--prompt', 'add a chair', '--scene', 'scene', '--seed', '4']
    const [first, second] = [await run(args, { scene: script }), await run(args, { scene: script })]
    expect(first.out).toBe(second.out)
    expect(JSON.parse(first.out)).toMatchObject({ format: 'enfilade.scene/1', seed: 4 })
    expect(first.notes).not.toBe('')
  })

  test('with --out the report is the result', async () => {
    const { out, written } = await run(['ask', '--prompt', 'add a chair', '--scene', 'scene', '--out', 'new.json'], {
      scene: script,
    })
    expect(JSON.parse(written.get('new.json')!).objects.length).toBeGreaterThan(1)
    expect(out.trim()).not.toBe('')
    expect(out).not.toContain('"format"')
  })

  test('a question leaves the scene as it is and answers', async () => {
    const before = JSON.parse((await run(['json', 'scene'], { scene: script })).out)
    const { code, out, notes } = await run(['ask', '--prompt', 'how big is the room?', '--scene', 'scene'], {
      scene: script,
    })
    expect(code).toBe(0)
    const { seed: _, ...after } = JSON.parse(out)
    expect(after).toEqual(before)
    expect(notes).toMatch(/\d/)
  })

  test('what cannot be done ends with 2 and says why', async () => {
    const { code, out } = await run(['ask', '--prompt', 'remove the piano', '--scene', 'scene'], { scene: script })
    expect(code).toBe(2)
    const { unmet } = JSON.parse(out)
    expect(unmet[0].reason).not.toBe('')
  })
})

describe('ask --batch', () => {
  test.each([
    [{ seed: 'x' }, '"seed" "x" is no whole number'],
    [{ seed: -1 }, '"seed" -1 is no whole number'],
    [{ options: { people: 2 } }, '"people" 2 is no text'],
    [{ scene: { hello: 1 } }, 'has neither "format": "enfilade.scene/1" nor any of levels, rooms'],
  ])('refuses %j in words', async (fields, reason) => {
    const batch = JSON.stringify({ id: 'a', prompt: 'add a chair', ...fields })
    const { code, written } = await run(['ask', '--batch', 'batch', '--out', 'results'], { batch })
    expect(code).toBe(2)
    expect(written.get('results/a.report.txt')).toContain(reason)
  })

  test('says what of an inline scene could not be read', async () => {
    const polygon = [
      [0, 0],
      [3, 3],
      [3, 0],
      [0, 3],
    ]
    const scene = { format: 'enfilade.scene/1', rooms: [{ id: 'r', type: 'study', polygon }] }
    const batch = JSON.stringify({ id: 'a', prompt: 'add a chair', scene })
    const { notes } = await run(['ask', '--batch', 'batch', '--out', 'results'], { batch })
    expect(notes).toMatch(/the inline scene.*rooms/)
  })

  test('writes the files of every request, also of those that fail', async () => {
    const batch = [
      { id: 'a', prompt: 'add a chair', scene: 'scene', seed: 3 },
      { id: 'b', prompt: '房间有多大？', scene: JSON.parse((await run(['json', 'scene'], { scene: script })).out) },
      { id: 'c', prompt: 'add a chair', scene: 'nowhere' },
      { id: '../../evil', prompt: '添加一把椅子', scene: 'nowhere' },
      { id: 'a', prompt: '' },
      { id: 'd', prompt: 'add a chair', scene: 'scene', options: { density: 'cosy' } },
    ].map((line) => JSON.stringify(line))
    const files = { scene: script, batch: [...batch, '', 'no json'].join('\n') }
    const { code, out, notes, written } = await run(['ask', '--batch', 'batch', '--out', 'results'], files)
    expect([code, out]).toEqual([2, ''])
    const ids = ['a', 'b', 'c', 'line-4', 'a-2', 'd', 'line-8']
    expect(Object.keys(JSON.parse(written.get('results/timings.json')!))).toEqual(ids)
    for (const id of ids) {
      expect(JSON.parse(written.get(`results/${id}.json`)!)).toMatchObject({ format: 'enfilade.scene/1' })
      expect(written.get(`results/${id}.report.txt`)!.trim()).not.toBe('')
    }
    expect(written.size).toBe(2 * ids.length + 1)
    expect(JSON.parse(written.get('results/a.json')!).seed).toBe(3)
    expect(written.get('results/line-4.report.txt')).toContain('未能完成')
    expect(JSON.parse(written.get('results/c.json')!).unmet[0].reason).toContain('nowhere: there is no such file')
    expect(notes).toContain('batch:8: line 8 is no JSON object')
    // One request alone gives the same bytes as in a batch.
    const alone = await run(['ask', '--prompt', 'add a chair', '--scene', 'scene', '--seed', '3'], files)
    expect(alone.out).toBe(written.get('results/a.json'))
  })
})

test.each([
  ['remove the bed', 'bbox_1'],
  ['remove the carpet', 'bbox_2'],
  ['把浴缸删掉', 'bbox_3'],
])('published labels are found by what they mean: %s', async (prompt, id) => {
  const labels = ['bed', 'carpet', 'tub'].map(
    (label, k) => `bbox_${k + 1}=Bbox(${label},${k + 0.8},1.5,0.3,0.0,0.9,0.9,0.6)`,
  )
  const scene = [...script.split('\n').slice(0, 5), ...labels].join('\n')
  const { code, out } = await run(['ask', '--prompt', prompt, '--scene', 'scene'], { scene })
  expect(code).toBe(0)
  expect(out).not.toContain(`"id":"${id}"`)
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const script = 'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.12)\nbbox_0=Bbox(sofa,2.0,1.0,0.4,0.0,2.0,0.9,0.8)'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'enfilade-cli-'))
  writeFileSync(join(folder, 'scene.txt'), script)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program as a person would who stands in the folder, with npm having gone elsewhere. */
function enfilade(
  args: readonly string[],
  options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
) {
  const loader = new URL('infra/typescript.mjs', root).href
  const main = fileURLToPath(new URL('apps/cli/src/main.ts', root))
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, main, ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder, ...options.env },
    ...(options.input === undefined ? {} : { input: options.input }),
  })
  return { status, stdout, stderr }
}

test('paths are relative to where the person stands, and stdout is the result only', () => {
  expect(enfilade(['script', 'scene.txt'])).toEqual({ status: 0, stdout: script, stderr: '' })
  expect(enfilade(['json', 'scene.txt', '--out', 'made/scene.json'])).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(JSON.parse(readFileSync(join(folder, 'made', 'scene.json'), 'utf8')).format).toBe('enfilade.scene/1')
})

test('standard input is a file too', () => {
  expect(enfilade(['script', '-'], { input: `${script}\n` }).stdout).toBe(script)
})

test('codes tell how it ended', () => {
  expect(enfilade([]).status).toBe(64)
  expect(enfilade(['json', 'nowhere.txt'])).toMatchObject({ status: 1, stdout: '' })
  expect(enfilade(['json', folder]).stderr).toContain('it is a folder')
})

test('a folder that the system refuses is said, and not waited for', () => {
  expect(enfilade(['script', 'scene.txt', '--out', '/proc/none/scene.txt'])).toMatchObject({ status: 1, stdout: '' })
})

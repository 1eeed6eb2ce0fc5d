// What the tests need from the machine: found, or, on Debian and Ubuntu with root or sudo, installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, say } from './set-up.mjs'

const needs = [
  {
    name: 'PostgreSQL',
    packages: ['postgresql'],
    cure: 'set DATABASE_URL to a PostgreSQL 15 or newer that the tests may fill',
    find: () => process.env.DATABASE_URL ?? findPostgres(),
  },
  {
    name: 'Chromium',
    packages: ['chromium'],
    cure: 'set CHROMIUM_PATH to a Chromium or Chrome executable',
    find: findChromium,
  },
  {
    name: 'a CJK font',
    packages: ['fonts-noto-cjk', 'fontconfig'],
    cure: 'install a font with Chinese glyphs, such as Noto Sans CJK',
    find: findChineseFont,
  },
]

/** Throws one error that names all that is missing and can't be installed here, with its cure. */
export async function ensureTestServices() {
  const missing = needs.filter((need) => !need.find())
  if (missing.length === 0) return
  const prefix = installPrefix()
  if (prefix) {
    const packages = missing.flatMap((need) => need.packages)
    say(`Installing ${packages.join(', ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run(prefix[0] ?? 'apt-get', [...(prefix.length ? ['apt-get'] : []), 'update', '-qq'], undefined, env)
    await run(
      prefix[0] ?? 'apt-get',
      [...(prefix.length ? ['apt-get'] : []), 'install', '-y', '-qq', '--no-install-recommends', ...packages],
      undefined,
      env,
    )
  }
  const still = missing.filter((need) => !need.find())
  if (still.length > 0)
    throw new Error(
      `The tests can't run here.\n${still.map(({ name, cure }) => `  ${name} is missing: ${cure}.`).join('\n')}`,
    )
}

/** Path of a Chromium or Chrome, or undefined. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  return ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']
    .map(findOnPath)
    .find((path) => path && answers(path))
}

/** Folder of initdb, pg_ctl and postgres, or undefined. */
export function findPostgres() {
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .filter((name) => Number(name) >= 15)
        .sort((a, b) => Number(a) - Number(b))
        .map((name) => join(versions, name, 'bin'))
    : []
  const onPath = findOnPath('initdb')
  if (onPath) folders.push(join(onPath, '..'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

function findChineseFont() {
  if (process.platform !== 'linux') return true
  return spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() || undefined
}

/** Ubuntu's packages of that name may be stubs for another package system; only one that answers counts. */
function answers(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).status === 0
}

function installPrefix() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (!/^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)) return undefined
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo'] : undefined
}

function findOnPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

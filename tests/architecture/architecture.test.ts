import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FoundImport, findImports } from './imports.ts'

const root = join(import.meta.dirname, '../..')

/** A package may import from rows before its own and from its own row. */
const rows = [
  ['geometry'],
  ['scene', 'catalogue', 'language', 'building'],
  ['critic'],
  ['layout', 'copilot', 'interchange', 'radiance'],
  ['scene-yjs', 'sync', 'storage', 'inference', 'completions'],
]

/** Engines that the first four rows know nothing of, with the one package that may import each. */
const engines: { readonly [engine: string]: readonly string[] } = {
  'solid-js': ['web'],
  three: ['web'],
  hono: ['server'],
  '@hono/node-server': ['server'],
  yjs: ['scene-yjs', 'sync', 'web', 'server'],
  'drizzle-orm': ['storage'],
  '@electric-sql/pglite': ['storage'],
  pg: ['storage'],
  'onnxruntime-node': ['inference'],
}

const packages = readdirSync(join(root, 'packages')).sort()
const apps = readdirSync(join(root, 'apps')).sort()
const rowOf = (name: string) => rows.findIndex((row) => row.includes(name))

describe('the architecture', () => {
  it('has every package in a row, and every row filled', () => {
    expect(packages).toEqual(rows.flat().sort())
  })

  for (const name of packages)
    it(`lets ${name} import only what its row allows`, () => {
      expect(violations(name, importsOf('packages', name))).toEqual([])
    })

  for (const name of apps)
    it(`keeps ${name} out of other apps and of packages' insides`, () => {
      expect(violations(name, importsOf('apps', name))).toEqual([])
    })

  it('has no cycle between packages', () => {
    expect(findCycle()).toBeUndefined()
  })

  it('knows a broken arrow when it sees one', () => {
    const upward = [{ file: 'packages/geometry/src/x.ts', specifier: '@enfilade/scene' }]
    const engine = [{ file: 'packages/critic/src/x.ts', specifier: 'three' }]
    const inside = [{ file: 'packages/critic/src/x.ts', specifier: '@enfilade/scene/src/records.ts' }]
    const sideways = [{ file: 'packages/critic/src/x.ts', specifier: '../../scene/src/records.ts' }]
    expect(violations('geometry', upward)).toHaveLength(1)
    expect(violations('critic', engine)).toHaveLength(1)
    expect(violations('critic', inside)).toHaveLength(1)
    expect(violations('critic', sideways)).toHaveLength(1)
  })
})

function importsOf(group: 'packages' | 'apps', name: string): FoundImport[] {
  const imports = findImports(root, `${group}/${name}/src`)
  expect(imports.length, `${name}: no import was found, so nothing was checked`).toBeGreaterThan(0)
  return imports
}

function violations(name: string, imports: readonly FoundImport[]): string[] {
  return imports.flatMap(({ file, specifier }) => {
    const reason = reasonAgainst(name, file, specifier)
    return reason ? [`${file} imports ${specifier}: ${reason}`] : []
  })
}

function reasonAgainst(name: string, file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const [group, owner] = file.split('/')
    const target = join(file, '..', specifier).replaceAll('\\', '/')
    const isOutside = !target.startsWith(`${group}/${owner}/`)
    return isOutside ? 'a relative path leaves the package' : undefined
  }
  if (specifier.startsWith('@enfilade/')) {
    const [, target = '', ...rest] = specifier.split('/')
    if (rest.length > 0 && !isDeclaredEntry(target, rest.join('/'))) return 'not a public entry of that package'
    if (rowOf(target) < 0) return 'apps are not imported'
    const row = rowOf(name)
    return row >= 0 && rowOf(target) > row ? 'that package stands in a later row' : undefined
  }
  const engine = Object.keys(engines).find((entry) => specifier === entry || specifier.startsWith(`${entry}/`))
  return engine && !engines[engine]!.includes(name) ? `only ${engines[engine]!.join(', ')} may import it` : undefined
}

function isDeclaredEntry(target: string, entry: string): boolean {
  const manifest = join(root, 'packages', target, 'package.json')
  return existsSync(manifest) && `./${entry}` in JSON.parse(readFileSync(manifest, 'utf8')).exports
}

function findCycle(): string[] | undefined {
  const graph = new Map(
    packages.map((name) => {
      const specifiers = findImports(root, `packages/${name}/src`).map(({ specifier }) => specifier)
      const targets = specifiers
        .filter((specifier) => specifier.startsWith('@enfilade/'))
        .map((specifier) => specifier.split('/')[1]!)
      return [name, [...new Set(targets)].filter((target) => target !== name).sort()]
    }),
  )
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(name)) return [...path, name]
    if (done.has(name)) return undefined
    for (const target of graph.get(name) ?? []) {
      const cycle = visit(target, [...path, name])
      if (cycle) return cycle
    }
    done.add(name)
    return undefined
  }
  for (const name of packages) {
    const cycle = visit(name, [])
    if (cycle) return cycle
  }
  return undefined
}

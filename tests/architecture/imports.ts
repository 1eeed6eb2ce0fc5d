import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One import statement of a source file; `file` is relative to the root. */
export type FoundImport = { readonly file: string; readonly specifier: string }

const pattern =
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** All imports of the .ts and .tsx files below `folder`, tests and benchmarks left out. */
export function findImports(root: string, folder: string): FoundImport[] {
  return sourceFiles(join(root, folder)).flatMap((path) => {
    const file = relative(root, path).replaceAll('\\', '/')
    const source = withoutComments(readFileSync(path, 'utf8'))
    return [...source.matchAll(pattern)].map((match) => ({ file, specifier: (match[1] ?? match[2])! }))
  })
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) return sourceFiles(path)
      return /\.tsx?$/.test(name) && !/\.(test|bench)\.tsx?$/.test(name) ? [path] : []
    })
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

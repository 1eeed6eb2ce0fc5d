// `npm run bench` lists the benchmarks; `npm run bench -- name` runs those whose name is `name` or starts with it.
// A benchmark is a file `bench/*.bench.ts` of a package, an app or `tests`, with a default export
// { name, summary, run(args) }.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './set-up.mjs'

const [wanted, ...args] = process.argv.slice(2)
const benchmarks = []
for (const file of benchmarkFiles())
  benchmarks.push({ file, ...(await import(pathToFileURL(join(root, file)).href)).default })
benchmarks.sort((a, b) => (a.name < b.name ? -1 : 1))

if (wanted === undefined) {
  const width = Math.max(...benchmarks.map(({ name }) => name.length))
  process.stdout.write('npm run bench -- <name>\n\n')
  for (const { name, summary } of benchmarks) process.stdout.write(`  ${name.padEnd(width)}  ${summary}\n`)
} else {
  const chosen = benchmarks.filter(({ name }) => name === wanted || name.startsWith(wanted))
  if (chosen.length === 0) {
    process.stderr.write(
      `bench: no benchmark is named "${wanted}"; there are ${benchmarks.map(({ name }) => name).join(', ')}\n`,
    )
    process.exit(64)
  }
  for (const { name, summary, run } of chosen) {
    process.stdout.write(`\n${name}: ${summary}\n`)
    await run(args)
  }
}

function benchmarkFiles() {
  const folders = ['tests/bench']
  for (const group of ['apps', 'packages'])
    for (const name of readdirSync(join(root, group)).sort()) folders.push(`${group}/${name}/bench`)
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.bench.ts'))
        .sort()
        .map((name) => `${folder}/${name}`),
    )
}

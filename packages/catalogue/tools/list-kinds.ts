/** Writes the table of kinds into the README: `node --import ./infra/typescript.mjs packages/catalogue/tools/list-kinds.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { kinds, materials, styles } from '../src/index.ts'

const file = fileURLToPath(new URL('../README.md', import.meta.url))
const groups = new Map<string, string[]>()
for (const kind of kinds) {
  const list = groups.get(kind.group) ?? []
  groups.set(kind.group, list)
  list.push(`\`${kind.id}\` ${kind.names.zh[0]}`)
}
const words = kinds.reduce((sum, { names }) => sum + names.en.length + names.zh.length, 0)
const table = [
  `## Kinds (${kinds.length})`,
  '',
  `${words} names, ${Object.keys(materials).length} materials, ${Object.keys(styles).length} styles.`,
  '',
  '| group | kinds |',
  '| --- | --- |',
  ...[...groups].map(([group, list]) => `| ${group} | ${list.join(' · ')} |`),
].join('\n')
const text = readFileSync(file, 'utf8')
writeFileSync(file, text.replace(/<!-- kinds -->[\s\S]*<!-- \/kinds -->/, `<!-- kinds -->\n${table}\n<!-- /kinds -->`))

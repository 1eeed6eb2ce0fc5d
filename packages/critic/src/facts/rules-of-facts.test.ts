import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accessFacts } from './access.ts'
import { clearances } from './clearances.ts'
import { pairFacts } from './pair-relations.ts'
import { roomMinimums } from './room-minimums.ts'
import { type RowUse, rulesOfAccess, rulesOfClearances, rulesOfPairs, rulesOfRooms } from './rules-of-facts.ts'

const folder = new URL('../rules/', import.meta.url)
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

const tables: readonly (readonly [name: string, rows: readonly string[], uses: Readonly<Record<string, RowUse>>])[] = [
  ['clearances', Object.keys(clearances), rulesOfClearances],
  ['age-friendly', Object.keys(accessFacts), rulesOfAccess],
  ['pair relations', pairFacts.map(({ anchor, other, relation }) => `${anchor} ${other} ${relation}`), rulesOfPairs],
  ['room minimums', Object.keys(roomMinimums), rulesOfRooms],
]

describe.each(tables)('the table of %s', (_name, rows, uses) => {
  it('has a rule or a reason in every row', () => {
    expect(Object.keys(uses).sort()).toEqual([...rows].sort())
  })

  it('names rules that there are', () => {
    for (const use of Object.values(uses)) {
      if ('why' in use) expect(use.why.length).toBeGreaterThan(10)
      else for (const rule of use) expect(source, rule).toContain(`'${rule}'`)
    }
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseScriptEntities, quantizeScript, writeScriptEntities } from '../index.ts'

type Case = { readonly name: string; readonly sections: ReadonlyMap<string, string> }

const folder = new URL('../../conformance/', import.meta.url)

function readCases(file: string): Case[] {
  const [, ...blocks] = `\n${readFileSync(new URL(file, folder), 'utf8')}`.split('\n=== ')
  return blocks.map((block) => {
    const [head, ...parts] = `${block.trimEnd()}\n`.split('\n--- ')
    const sections = parts.map((part): [string, string] => {
      const [kind, ...lines] = part.replace(/\n+$/, '').split('\n') as [string, ...string[]]
      return kind === 'script escaped' ? ['script', readEscapes(lines.join(''))] : [kind, lines.join('\n')]
    })
    return { name: head!.split('\n')[0]!, sections: new Map(sections) }
  })
}

function readEscapes(text: string): string {
  const plain: Record<string, string> = { r: '\r', n: '\n', t: '\t', '\\': '\\' }
  return text.replace(
    /\\(u[0-9A-F]{4}|.)/g,
    (_, code: string) => plain[code] ?? String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  )
}

const files = readdirSync(folder).filter((file) => file.endsWith('.txt'))

test('there are cases', () => {
  expect(files.flatMap(readCases).length).toBeGreaterThan(20)
})

describe.each(files)('%s (SPEC 1–4, 7)', (file) => {
  test.each(readCases(file).map((each) => [each.name, each] as const))('%s', (_, { sections }) => {
    const script = sections.get('script')!
    const lenient = parseScriptEntities(script)
    const core = sections.get('core')
    if (core !== undefined) {
      expect(writeScriptEntities(lenient.entities, { coreOnly: true })).toBe(core)
      expect(writeScriptEntities(lenient.entities)).toBe(sections.get('canonical') ?? core)
    }
    if (sections.has('strict')) {
      const { diagnostics } = parseScriptEntities(script, { strict: true })
      const list = diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`).join('\n')
      expect(list).toBe(sections.get('strict'))
      for (const { from, to, severity } of diagnostics) {
        expect(0 <= from && from <= to && to <= script.length).toBe(true)
        expect(severity).not.toBe('note')
      }
    }
    if (sections.has('integer')) expect(quantizeScript(script).text).toBe(sections.get('integer'))
  })
})

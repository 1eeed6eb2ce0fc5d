import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchRequest, parseRequests } from './request.ts'

/** `seen` is no half: requests that others wrote, and whose failures have been read since. */
export type Half = 'independent' | 'own' | 'seen'
export type Corpus = { readonly half: Half; readonly language: 'en' | 'zh'; readonly requests: readonly BenchRequest[] }

const folder = join(import.meta.dirname, 'requests')
const halves: readonly Half[] = ['independent', 'own', 'seen']

/** All requests, by half and language. */
export function readCorpora(): Corpus[] {
  return halves.flatMap((half) =>
    (['en', 'zh'] as const).flatMap((language) => {
      const path = join(folder, `${half}.${language}.jsonl`)
      if (!existsSync(path)) return []
      return [{ half, language, requests: parseRequests(readFileSync(path, 'utf8'), `${half}.${language}`) }]
    }),
  )
}

/** Whether the half that others wrote is still as it was frozen; says which file is not. */
export function checkFrozen(): { readonly holds: boolean; readonly text: string } {
  const path = join(folder, 'independent.sha256')
  if (!existsSync(path)) return { holds: false, text: 'no hashes' }
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const changed = lines.filter((line) => {
    const [hash, name] = line.trim().split(/\s+\*?/)
    const file = join(folder, name!)
    return !existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== hash
  })
  return changed.length === 0
    ? { holds: true, text: `${lines.length} files as frozen (sha256 holds)` }
    : { holds: false, text: `CHANGED since frozen: ${changed.join(', ')}` }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SceneJson } from '@enfilade/language'
import { describe, expect, it } from 'vitest'
import { measurePhysical } from '../evaluate/physical.ts'
import { checkFrozen, readCorpora } from '../read-requests.ts'
import { scenes, writeFixture } from './make-scenes.ts'

describe('the fixtures', () => {
  for (const [name, scene] of Object.entries(scenes))
    it(`${name} is as its script makes it, free of overlaps, and all of it can be reached`, () => {
      const text = readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')
      expect(text).toBe(writeFixture(name, scene))
      const { breaches, unreached, walkable, connected } = measurePhysical(JSON.parse(text) as SceneJson)
      expect(breaches).toEqual([])
      expect(unreached).toEqual([])
      expect(connected).toBeGreaterThan(0.99 * walkable)
    })
})

describe('the requests', () => {
  it('are all there, each with an id of its own and a fixture that is there', () => {
    const requests = readCorpora().flatMap((corpus) => corpus.requests)
    expect(requests.length).toBeGreaterThanOrEqual(300)
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length)
    for (const { id, scene } of requests) if (scene) expect(Object.keys(scenes), id).toContain(scene)
  })

  it('keep the half that others wrote as it was frozen', () => {
    expect(checkFrozen()).toMatchObject({ holds: true })
  })
})

import { type BriefObject, createBrief } from '@enfilade/layout'
import { expect, it } from 'vitest'
import { boundIntent, maximumThings } from './bound-intent.ts'

const things = (count: number): BriefObject[] =>
  Array.from({ length: count }, (_, k) => ({
    key: `k${k}`,
    category: 'chair',
    words: `chair ${k}`,
    count: { min: 1, max: 1 },
    relations: k === 0 ? [{ type: 'beside', target: { kind: 'object', key: `k${count - 1}` } }] : [],
  }))

const furnish = (count: number) => ({
  type: 'furnish' as const,
  words: 'a room',
  brief: { ...createBrief('study'), objects: things(count) },
})

it('leaves an intent with few things as it is', () => {
  const intent = furnish(maximumThings)
  expect(boundIntent(intent)).toEqual({ intent })
})

it('names the first thing too many, and nothing refers to what was left out', () => {
  const { intent, left } = boundIntent(furnish(maximumThings + 5))
  const objects = intent.type === 'furnish' ? intent.brief.objects : []
  expect([objects.length, left?.words]).toEqual([maximumThings, `chair ${maximumThings}`])
  expect(objects[0]!.relations).toEqual([])
})

it('says so where more of one kind are asked for than are placed', () => {
  const asked = furnish(2)
  const many = { ...asked.brief.objects[0]!, count: { min: 10_000, max: 10_000 }, words: '10000 chairs' }
  const { intent, left } = boundIntent({ ...asked, brief: { ...asked.brief, objects: [many] } })
  expect(left).toEqual({ words: '10000 chairs', reason: 'tooManyOfOne' })
  expect(intent.type === 'furnish' && intent.brief.objects[0]!.count).toEqual({ min: 99, max: 99 })
})

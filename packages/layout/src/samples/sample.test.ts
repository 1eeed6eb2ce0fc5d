import { parseScriptEntities } from '@enfilade/language'
import { describe, expect, it } from 'vitest'
import { checkSample, createSample, sampleKey } from './sample.ts'

describe('createSample', () => {
  const samples = [0, 1, 2, 3, 4, 5].map((seed) => createSample(seed, 'quick'))

  it('gives equal bytes for equal seeds and other rooms for other seeds', () => {
    expect(JSON.stringify(createSample(2, 'quick'))).toBe(JSON.stringify(samples[2]))
    expect(new Set(samples.map(sampleKey)).size).toBe(samples.length)
  })

  it('keeps its own schema', () => {
    for (const sample of samples) expect(checkSample(JSON.parse(JSON.stringify(sample)))).toEqual([])
  })

  it('asks in both languages for what is there', () => {
    for (const { request, labels } of samples) {
      for (const [category, count] of Object.entries(request.counts)) expect(labels.counts[category]).toBe(count)
      expect(request.en).toMatch(/^(A|An) .+\.$/)
      expect(request.zh).toMatch(/[一-鿿].+。$/)
    }
  })

  it('labels relations that hold on the geometry', () => {
    for (const { items, labels } of samples) {
      const byId = new Map(items.map((item) => [item.id, item]))
      for (const { type, subject, target } of labels.relations) {
        const [a, b] = [byId.get(subject)!, byId.get(target ?? '')]
        if (type === 'on') {
          // On the top, or on a shelf inside.
          expect(a.at[2]).toBeGreaterThan(b!.at[2])
          expect(a.at[2]).toBeLessThanOrEqual(b!.at[2] + b!.size[2] + 0.01)
        }
        if (type === 'left_of' && b) {
          const [dx, dy] = [a.at[0] - b.at[0], a.at[1] - b.at[1]]
          expect(dx * Math.cos(b.at[3]) + dy * Math.sin(b.at[3])).toBeLessThan(0)
        }
      }
    }
  })

  it('writes a script whose every line parses', () => {
    for (const { script, items } of samples) {
      const { entities, diagnostics } = parseScriptEntities(script)
      expect(diagnostics).toEqual([])
      expect(entities.filter(({ kind }) => kind === 'bbox')).toHaveLength(items.length)
    }
  })
})

describe('checkSample', () => {
  it('says what is wrong with a line', () => {
    expect(checkSample(null)).toEqual(['is no object'])
    const sample = createSample(1, 'quick')
    expect(checkSample({ ...sample, format: 'x' })).toHaveLength(1)
    const [first, ...rest] = sample.items
    expect(checkSample({ ...sample, items: [{ ...first!, size: [0, 1, 1] }, ...rest] })[0]).toMatch(
      'size is not positive',
    )
    expect(checkSample({ ...sample, items: rest }).join()).toMatch('counts add up to')
  })
})

import { describe, expect, it } from 'vitest'
import { toggleIds } from './selection.ts'

describe('toggleIds', () => {
  it('adds what was not held and lets go of what was, keeping the order of picking', () => {
    expect(toggleIds(['a', 'b'], ['c'])).toEqual(['a', 'b', 'c'])
    expect(toggleIds(['a', 'b', 'c'], ['b', 'd'])).toEqual(['a', 'c', 'd'])
    expect(toggleIds([], [])).toEqual([])
  })
})

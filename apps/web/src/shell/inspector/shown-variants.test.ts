import { describe, expect, it } from 'vitest'
import { shownVariants } from './shown-variants.ts'

describe('shownVariants', () => {
  it('leaves out what makes no difference', () => {
    expect(shownVariants({ category: 'sofa', size: [2.25, 0.96, 0.84], shape: 'straight' })).toEqual([])
    expect(shownVariants({ category: 'sofa', size: [2.7, 1.65, 0.85], shape: 'l' })).toEqual(['right', 'left'])
    expect(shownVariants({ category: 'wardrobe', size: [1.8, 0.6, 2.25] })).toEqual(['hinged', 'sliding'])
    expect(shownVariants({ category: 'no_such_kind', size: [1, 1, 1] })).toEqual([])
  })
})

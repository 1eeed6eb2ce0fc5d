import { describe, expect, it } from 'vitest'
import { understand } from '../understand.ts'

const categories = [
  ...['sofa', 'armchair', 'coffee_table', 'floor_lamp', 'picture', 'bookcase', 'rug', 'tv_stand'],
  ...['double_bed', 'nightstand', 'table_lamp', 'desk', 'office_chair', 'wardrobe', 'mirror', 'chest_of_drawers'],
]
const rooms = [
  { id: 'r1', name: 'Bedroom', type: 'bedroom' },
  { id: 'r2', name: 'Second bedroom', type: 'bedroom' },
  { id: 'r3', name: 'Bathroom', type: 'bathroom' },
] as const

const read = (prompt: string) => understand(prompt, { categories, rooms }).intents

describe('edits as people say them', () => {
  it.each([
    ['Swap the coffee table for a round one', 'restyle', 'coffee_table'],
    ['Replace the mirror over the chest of drawers with a round one', 'restyle', 'mirror'],
    ['replace the sofa with a tan leather one', 'restyle', 'sofa'],
    ['replace the wardrobe with a bigger one', 'resize', 'wardrobe'],
    ['slide the bed 20 cm to the east', 'move', 'double_bed'],
    ['Put the floor lamp behind the east armchair.', 'move', 'floor_lamp'],
    ['The wardrobe that stands against the west wall should be 40 cm narrower', 'resize', 'wardrobe'],
    ['沙发换个墨绿色的面料', 'restyle', 'sofa'],
    ['地毯换一块三米乘两米的', 'resize', 'rug'],
    ['画挂低15公分', 'move', 'picture'],
    ['茶几离沙发再近20厘米', 'move', 'coffee_table'],
    ['两个卧室的衣柜都换成白橡木色', 'restyle', 'wardrobe'],
  ])('%s', (prompt, type, category) => {
    expect(read(prompt)).toMatchObject([{ type, reference: { category } }])
  })

  it.each([
    'make the coffee table a little smaller and paint it white, because our toddler runs into its corners and the whole living room feels crowded',
    '茶几小一点，再刷成白色，因为小孩老是撞到桌角，整个客厅显得特别拥挤',
  ])('asks nothing of what is named in a reason: %s', (prompt) => {
    expect(read(prompt).map(({ type }) => type)).toEqual(['resize', 'restyle'])
  })

  it('takes the side that was complained of', () => {
    expect(read('The bookcase is too tall, cut it down to 1.5 m')).toMatchObject([{ size: { height: 1.5 } }])
  })

  it.each(['add a lamp to the nightstand without one', '没有台灯的那个床头柜上也放一盏台灯'])(
    'adds where one is lacking, and removes nothing: %s',
    (prompt) => {
      expect(read(prompt)).toMatchObject([
        { type: 'add', objects: [{ category: 'table_lamp' }], beside: { type: 'on' } },
      ])
    },
  )

  it.each([
    ['make the wardrobe half as tall', { axis: 'height', factor: 0.5 }],
    ['衣柜搬走，换个大的进来', { step: 'bigger' }],
  ])('%s', (prompt, size) => {
    expect(read(prompt)).toMatchObject([{ type: 'resize', reference: { category: 'wardrobe' }, size }])
  })

  it('changes two sides by what is said of each', () => {
    expect(read('make the wardrobe 20 cm wider and 5 cm lower')).toMatchObject([
      { type: 'resize', reference: { category: 'wardrobe' }, size: { axis: 'width', by: 0.2 } },
      { type: 'resize', reference: { category: 'wardrobe' }, size: { axis: 'height', by: -0.05 } },
    ])
  })

  it('looks of a thing that is named in another language first', () => {
    expect(read('沙发 make it red please')).toMatchObject([{ type: 'restyle', reference: { category: 'sofa' } }])
  })

  it('turns all that are meant, and takes what stands on a thing with it', () => {
    expect(read('两把扶手椅都朝向书柜')).toMatchObject([{ type: 'rotate', reference: { category: 'armchair' } }])
    expect(read('remove the right nightstand with its lamp')).toMatchObject([
      { type: 'remove', reference: { category: 'nightstand' } },
    ])
  })

  it('adds nothing where what is there is parted by sides', () => {
    expect(read('扶手椅三把在一边，一把在另一边').map(({ type }) => type)).not.toContain('add')
  })

  it('brings things to the room that is named', () => {
    expect(read('Add a plant to the bathroom')).toMatchObject([{ type: 'add', place: { id: 'r3' } }])
  })
})

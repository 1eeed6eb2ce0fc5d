import { styles } from '@enfilade/catalogue'
import { describe, expect, it } from 'vitest'
import { readAppearance } from './read-appearance.ts'

const styleOf = (text: string) => readAppearance(text).styles.map(({ style }) => style)
const wishesOf = (text: string) =>
  Object.fromEntries(
    readAppearance(text).wishes.map(({ target, color, material, tone }) => [target, material ?? color ?? tone]),
  )

describe('readAppearance', () => {
  it('knows more than 24 styles by their names in both languages', () => {
    expect(Object.keys(styles).length).toBeGreaterThan(24)
    // "Cosy" by itself is a mood.
    for (const [id, { names }] of Object.entries(styles))
      for (const word of [id === 'cosy' ? 'hygge' : names.en[0]!, names.zh[0]!])
        expect(styleOf(word), word).toEqual([id])
  })

  it.each([
    ['warm Japandi evening, walnut, linen', ['japandi']],
    ['奶油风，早晨的阳光', ['cream']],
    ['Scandi meets industrial', ['scandinavian', 'industrial']],
    ['a touch of art deco in a minimalist flat', ['minimal', 'art_deco']],
    ['新中式混搭一点包豪斯', ['chinese', 'bauhaus']],
    ['中古风客厅', ['mid_century']],
    ['老上海', ['art_deco']],
    ['Y2K bedroom', ['future']],
    ['南法普罗旺斯的感觉', ['cottage']],
    ['marrakech riad', ['moroccan']],
    ['not industrial, rather farmhouse', ['farmhouse']],
  ])('reads the styles of "%s"', (text, expected) => {
    expect(styleOf(text)).toEqual(expected)
  })

  it.each([
    ['japandy', 'japandi'],
    ['scandanavian living room', 'scandinavian'],
    ['mid centery modern', 'mid_century'],
    ['artdeco', 'art_deco'],
    ['mediteranean', 'mediterranean'],
    ['北殴风', 'scandinavian'],
    ['奶由风', 'cream'],
  ])('forgives the slip in "%s"', (text, style) => {
    expect(styleOf(text)[0]).toBe(style)
  })

  it.each([
    ['walnut floor, sage green walls, linen sofa', { floor: 'walnut', walls: '#9aa88c', sofa: 'linen' }],
    ['白墙，胡桃木地板，亚麻沙发', { walls: '#f4f2ee', floor: 'walnut', sofa: 'linen' }],
    ['walls in terracotta and floor in white oak', { walls: '#b9654a', floor: 'oak' }],
    ['white walls and ceiling', { walls: '#f4f2ee', ceiling: '#f4f2ee' }],
    ['the curtains should be navy', { curtains: '#25395c' }],
    ['墙刷成鼠尾草绿，地毯要深蓝色的，窗帘白色', { walls: '#9aa88c', rugs: '#25395c', curtains: '#f4f2ee' }],
    ['黄铜把手，大理石台面', { metal: 'brass', worktops: 'marble' }],
    ['cream walls', { walls: '#efe4d0' }],
    ['皮沙发和木门', { sofa: 'leather', doors: 'oak' }],
    ['dark walls, light floor', { walls: 'dark', floor: 'light' }],
    ['navy kitchen with marble counters', { cabinets: '#25395c', worktops: 'marble' }],
    ['teal accent wall', { feature: '#2f7f7d' }],
  ])('puts the looks of "%s" where they go', (text, expected) => {
    expect(wishesOf(text)).toMatchObject(expected)
  })

  it('joins a colour and a material of one thing, on either side of it', () => {
    for (const text of ['brown leather sofa', 'leather sofa in brown', '沙发用棕色皮革'])
      expect(
        readAppearance(text).wishes.find(({ target }) => target === 'sofa'),
        text,
      ).toMatchObject({ material: 'leather' })
    expect(readAppearance('a sofa upholstered in blue velvet').wishes[0]).toMatchObject({
      color: '#3f6ea3',
      material: 'velvet',
    })
    expect(readAppearance('bronze, dark green marble').wishes).toEqual([
      { target: 'worktops', color: '#2f4a3a', material: 'marble', words: 'dark green marble' },
    ])
    const cushions = readAppearance('green and blue cushions').wishes
    expect(cushions.map(({ color }) => color)).toEqual(['#5d7a4e', '#3f6ea3'])
  })

  it('keeps what is not wanted apart, and what has no place', () => {
    const brief = readAppearance('oak and linen, emerald, no gold or chrome, nothing red')
    expect(brief.materials).toEqual(['oak', 'linen'])
    expect(brief.colors).toEqual(['#1f6b52'])
    expect(brief.avoid).toEqual({ materials: ['gold', 'chrome'], colors: ['#b23a34'] })
    expect(readAppearance('不要金色，别用皮革').avoid.materials).toEqual(['gold', 'leather'])
    expect(readAppearance('not too dark').moods).toEqual([])
  })

  it.each([
    ['golden hour', { time: 'golden_hour' }],
    ['早晨的阳光', { time: 'morning' }],
    ['night with lamps', { time: 'night', lamps: 'on' }],
    ['overcast', { sky: 'overcast' }],
    ['阴天，开灯', { sky: 'overcast', lamps: 'on' }],
    ['3000 kelvin', { kelvin: 3000 }],
    ['灯光2700K', { kelvin: 2700 }],
    ['warm lamps in the evening', { kelvin: 2700, time: 'evening' }],
    ['dim', { brightness: -0.6 }],
    ['candlelit dinner', { kelvin: 1900 }],
    ['夕阳', { time: 'sunset' }],
    ['西晒', { sunAzimuth: Math.PI }],
  ])('reads the light of "%s"', (text, expected) => {
    expect(readAppearance(text).light).toMatchObject(expected)
  })

  it('reads palettes and moods', () => {
    expect(readAppearance('莫兰迪色，安静').palettes).toEqual(['morandi'])
    expect(readAppearance('earth tones').palettes).toEqual(['earth'])
    expect(readAppearance('calm and cosy').moods).toEqual(['calm', 'cosy'])
    expect(readAppearance('清新明亮').moods).toEqual(['fresh', 'bright'])
  })

  it('lists what it does not understand, with its place, and never throws', () => {
    const text = 'japandi with zorgblatt finishes'
    const [unknown] = readAppearance(text).notUnderstood
    expect(unknown).toEqual({ words: 'zorgblatt', from: 13, to: 22 })
    for (const odd of [
      '',
      '   ',
      '!!!',
      '\u0000',
      '💡🛋️',
      'no',
      'and and and',
      '用',
      'x'.repeat(20_000),
      '床'.repeat(5000),
      '𠮷野家',
    ])
      expect(() => readAppearance(odd), odd.slice(0, 9)).not.toThrow()
  })
})

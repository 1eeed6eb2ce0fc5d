import { applyChange, createEmptyDocument, itemsInRoom, readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { runRequest } from './run-request.ts'

const ask = async (prompt: string) => {
  let next = 0
  const document = createEmptyDocument()
  const result = await runRequest({
    prompt,
    document,
    seed: 2,
    createId: () => `id-${next++}`,
    options: { density: 'sparse' },
  })
  const scene = readScene(result.groups.reduce((before, { change }) => applyChange(before, change), document))
  const inside = (type: string) =>
    scene.rooms
      .filter((room) => room.type === type)
      .map((room) => itemsInRoom(scene, room).map(({ category }) => category))
  return { ...result, scene, inside }
}

describe('a home from words', () => {
  it('is drawn as one group and furnished room by room, in the language of the request', async () => {
    const { groups, scene, inside } = await ask('一室一厅一厨一卫，45平，客厅放一张灰色沙发，卧室要书桌')
    expect(groups[0]?.title.zh).toBe('房间')
    expect(scene.rooms.map(({ name }) => name).sort()).toEqual(['卧室', '卫生间', '厨房', '客厅'].sort())
    expect(scene.rooms.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(45, 0)
    expect(groups.slice(1).every(({ title }) => /^(?:卧室|卫生间|厨房|客厅)：/.test(title.zh))).toBe(true)
    expect(inside('living_room')[0]).toContain('sofa')
    expect(inside('bedroom')[0]).toEqual(expect.arrayContaining(['desk', 'double_bed']))
    expect(inside('bathroom')[0]).toContain('toilet')
  })

  it('gives a couple’s spare bedroom to their baby', async () => {
    const { inside, scene } = await ask('a two-bedroom flat for a couple with a baby, 70 m²')
    expect(inside('bedroom').flat()).toContain('crib')
    expect(scene.rooms.map(({ name }) => name)).toContain('Nursery')
  })
})

describe('a room from words', () => {
  it('is large enough for the seats named for it', async () => {
    const { scene, inside } = await ask('a dining room with a table and ten chairs')
    expect(inside('dining_room')[0]?.filter((category) => category === 'dining_chair')).toHaveLength(10)
    expect(scene.rooms[0]!.area).toBeGreaterThan(14)
  })
})

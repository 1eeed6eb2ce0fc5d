import { parseSceneJson, writeSceneJson } from '@enfilade/language'
import { applyChange } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { runRequest } from '../run-request.ts'

type Box = readonly [id: string, category: string, x: number, y: number, size: readonly [number, number, number]]

/** A bedroom with its door near the south-west corner and two windows in the north. */
const bedroom = (width: number, depth: number, things: readonly Box[] = []) => ({
  format: 'enfilade.scene/1',
  levels: [{ id: 'l', name: 'Ground floor', elevation: 0, height: 2.7 }],
  rooms: [
    {
      id: 'r',
      level: 'l',
      type: 'bedroom',
      name: '',
      polygon: [
        [0, 0],
        [width, 0],
        [width, depth],
        [0, depth],
      ],
      floor: 0,
      height: 2.7,
    },
  ],
  openings: [
    { id: 'door', kind: 'door', center: [0.8, 0, 1.05], width: 0.9, height: 2.1, swing: 'left-in' },
    { id: 'window-w', kind: 'window', center: [1.2, depth, 1.5], width: 1.4, height: 1.3 },
    { id: 'window-e', kind: 'window', center: [width - 1.2, depth, 1.5], width: 1.4, height: 1.3 },
  ],
  objects: things.map(([id, category, x, y, size]) => ({
    id,
    category,
    label: category,
    center: [x, y, size[2] / 2],
    yaw: 0,
    size,
    mount: 'floor',
  })),
})

const ask = async (prompt: string, scene: ReturnType<typeof bedroom>) => {
  const { document } = parseSceneJson(scene)
  let count = 0
  const createId = () => `new-${++count}`
  const result = await runRequest({ prompt, document, seed: 1, createId })
  const changed = result.groups.reduce((sum, { change }) => applyChange(sum, change), document)
  const [before, after] = [writeSceneJson(document), writeSceneJson(changed)]
  return { result, before, after, types: after.rooms.map(({ type }) => type).sort() }
}

const wardrobe: Box = ['wardrobe', 'wardrobe', 6.6, 4.65, [0.7, 0.6, 2]]

describe('dividing a room that is drawn', () => {
  it.each([
    ['Split the bedroom into a study and a nursery', ['nursery', 'study']],
    ['把卧室隔成书房和儿童房', ['kids_room', 'study']],
    ['在卧室中间加一面隔墙，分成两间', ['bedroom', 'bedroom']],
    ["I'd like to divide this room into two equal bedrooms", ['bedroom', 'bedroom']],
  ])('%s: a wall with a door, and nothing else changes', async (prompt, types) => {
    const answer = await ask(prompt, bedroom(7, 5, [wardrobe]))
    expect(answer.types).toEqual(types)
    expect(answer.result.unmet).toEqual([])
    const ids = answer.before.openings.map(({ id }) => id)
    expect(answer.after.openings.filter(({ id }) => ids.includes(id))).toEqual(
      answer.before.openings.map((opening) => expect.objectContaining({ id: opening.id, center: opening.center })),
    )
    const added = answer.after.openings.filter(({ id }) => !ids.includes(id))
    expect(added).toEqual([expect.objectContaining({ kind: 'door' })])
    expect(added[0]!.width).toBeGreaterThanOrEqual(0.7)
    expect(answer.after.objects.map(({ id, center }) => [id, center])).toEqual(
      answer.before.objects.map(({ id, center }) => [id, center]),
    )
  })

  it('gives a part the area that was said', async () => {
    const { after } = await ask('Divide the bedroom into a bedroom and a study of 12 m2', bedroom(7, 5))
    const study = after.rooms.find(({ type }) => type === 'study')!
    const [xs, ys] = [0, 1].map((axis) => study.polygon.map((point) => point[axis]!)) as [number[], number[]]
    const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
    expect(Math.abs(area - 12)).toBeLessThan(1.2)
  })

  it('divides into three', async () => {
    expect((await ask('把卧室隔成三间', bedroom(12, 5))).types).toEqual(['bedroom', 'bedroom', 'bedroom'])
  })

  it('says by how much a room is too small', async () => {
    const { result, types } = await ask('Split the bedroom into a study and a nursery', bedroom(2.5, 3))
    expect(types).toEqual(['bedroom'])
    expect(result.unmet[0]!.reason).toMatch(/7\.5 m².*at least 11\.0 m²/)
  })

  it('cuts through nothing that stands there', async () => {
    const table: Box = ['table', 'dining_table', 3.5, 2.5, [6, 4, 0.75]]
    const { result, after } = await ask('Split the bedroom into a study and a nursery', bedroom(7, 5, [table]))
    expect(after.rooms).toHaveLength(1)
    expect(result.unmet[0]!.reason).toMatch(/cuts \d\.\d\d m into the dining table/)
  })

  it.each([
    'put a screen to divide the bedroom from the door',
    'divide the bedroom into a sleeping zone and a work zone',
    'make a home office in the bedroom',
  ])('%s: builds no wall', async (prompt) => {
    expect((await ask(prompt, bedroom(5, 4))).after.rooms).toHaveLength(1)
  })
})

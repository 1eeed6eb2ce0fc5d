import { describe, expect, it } from 'vitest'
import type { BenchRequest, Expectation } from '../request.ts'
import { judgeRequest } from './judge.ts'
import { createScene, type PlainObject, standing } from './scene-fixture.ts'

const request = (expectation: Expectation): BenchRequest => ({
  id: 'test',
  language: 'en',
  voice: 'test',
  prompt: 'test',
  expect: [expectation],
})

function holds(expectation: Expectation, after: readonly PlainObject[], before: readonly PlainObject[] = []): boolean {
  const outcome = { before: createScene(before), after: createScene(after), report: '' }
  return judgeRequest(request(expectation), outcome)[0]!.holds
}

const bed = standing('bed', 'double_bed', [2.5, 2.9], [1.6, 2.1, 1])
const left = standing('left', 'nightstand', [1.4, 3.75], [0.45, 0.4, 0.5])
const right = standing('right', 'nightstand', [3.6, 3.75], [0.45, 0.4, 0.5])

describe('counts', () => {
  it('hold exactly, at least and at most', () => {
    expect(holds({ type: 'count', what: 'nightstand', exact: 2 }, [bed, left, right])).toBe(true)
    expect(holds({ type: 'count', what: 'bedside_table', exact: 1 }, [bed, left, right])).toBe(false)
    expect(holds({ type: 'count', what: 'nightstand', min: 3 }, [bed, left, right])).toBe(false)
    expect(holds({ type: 'count', what: 'nightstand', max: 1 }, [bed, left])).toBe(true)
  })

  it('never count a block that stands in for what the catalogue has', () => {
    const block = standing('block', 'nightstand', [1, 1], [0.4, 0.4, 0.5], { placeholder: true })
    expect(holds({ type: 'count', what: 'nightstand', min: 1 }, [block])).toBe(false)
    const unknown = standing('odd', 'seismograph', [1, 1], [0.4, 0.4, 0.5], { placeholder: true })
    expect(holds({ type: 'count', what: 'seismograph', exact: 1 }, [unknown])).toBe(true)
  })

  it('see what should not be there, and what is more than the only', () => {
    expect(holds({ type: 'absent', what: 'rug' }, [bed])).toBe(true)
    expect(holds({ type: 'absent', what: 'nightstand' }, [left])).toBe(false)
    expect(holds({ type: 'only', what: ['double_bed', 'nightstand'] }, [bed, left])).toBe(true)
    expect(holds({ type: 'only', what: ['double_bed'] }, [bed, left])).toBe(false)
  })
})

describe('relations between things', () => {
  const relation = (what: string, name: string, to: string, more = {}): Expectation => ({
    type: 'relation',
    what,
    relation: name,
    to,
    ...more,
  })

  it('know left from right, as local −x of what is looked at', () => {
    expect(holds(relation('nightstand', 'left_of', 'double_bed'), [bed, left])).toBe(true)
    expect(holds(relation('nightstand', 'right_of', 'double_bed'), [bed, left])).toBe(false)
    const turned = standing('bed', 'double_bed', [2.5, 2.9, 180], [1.6, 2.1, 1])
    const low = standing('low', 'nightstand', [3.6, 2.05], [0.45, 0.4, 0.5])
    expect(holds(relation('nightstand', 'left_of', 'double_bed'), [turned, low])).toBe(true)
  })

  it('ask for a thing on either side', () => {
    expect(holds(relation('nightstand', 'flanking', 'double_bed'), [bed, left, right])).toBe(true)
    expect(holds(relation('nightstand', 'flanking', 'double_bed'), [bed, left])).toBe(false)
  })

  it('find a gap too wide to be beside', () => {
    const away = standing('far', 'nightstand', [0.7, 3.75], [0.45, 0.4, 0.5])
    expect(holds(relation('nightstand', 'beside', 'double_bed'), [bed, left])).toBe(true)
    expect(holds(relation('nightstand', 'beside', 'double_bed'), [bed, away])).toBe(false)
  })

  it('see what faces what', () => {
    const sofa = standing('sofa', 'sofa', [2.5, 3.4], [2, 0.9, 0.8])
    const stand = standing('tv', 'tv_stand', [2.5, 0.3, 180], [1.4, 0.4, 0.5])
    const askew = standing('tv', 'tv_stand', [4.5, 0.3, 90], [1.4, 0.4, 0.5])
    expect(holds(relation('sofa', 'opposite', 'tv_stand'), [sofa, stand])).toBe(true)
    expect(holds(relation('sofa', 'opposite', 'tv_stand'), [sofa, askew])).toBe(false)
    expect(holds(relation('tv_stand', 'facing', 'sofa'), [sofa, stand])).toBe(true)
    expect(holds(relation('tv_stand', 'facing', 'sofa'), [sofa, askew])).toBe(false)
  })

  it('want chairs around a table spread and turned to it', () => {
    const table = standing('table', 'dining_table', [2.5, 2], [1.4, 0.8, 0.75])
    const chair = (id: string, x: number, y: number, deg: number) =>
      standing(id, 'dining_chair', [x, y, deg], [0.46, 0.5, 0.82])
    const around = [
      chair('a', 2.1, 1.3, 180),
      chair('b', 2.9, 1.3, 180),
      chair('c', 2.1, 2.7, 0),
      chair('d', 2.9, 2.7, 0),
    ]
    const turned = around.map((each, index) => (index === 0 ? { ...each, yaw: 0 } : each))
    const oneSide = [1.3, 2.1, 2.9, 3.7].map((x, index) => chair(`s${index}`, x, 1.3, 180))
    const four = { type: 'count', what: 'dining_chair', exact: 4 } as const
    const judge = (chairs: readonly PlainObject[]) =>
      judgeRequest(
        { ...request(four), expect: [four, relation('dining_chair', 'around', 'dining_table')] },
        { after: createScene([table, ...chairs]), report: '' },
      )[1]!.holds
    expect(judge(around)).toBe(true)
    expect(judge(turned)).toBe(false)
    expect(judge(oneSide)).toBe(false)
  })

  it('take a support or contact for on, and a rug below for under', () => {
    const lamp = standing('lamp', 'table_lamp', [1.4, 3.75], [0.25, 0.25, 0.4])
    const carried = { ...lamp, center: [1.4, 3.75, 0.7] as const, support: 'left', mount: 'surface' as const }
    expect(holds(relation('table_lamp', 'on', 'nightstand'), [left, carried])).toBe(true)
    expect(
      holds(relation('table_lamp', 'on', 'nightstand'), [
        left,
        { ...carried, center: [1.4, 3.75, 1.4], support: null },
      ]),
    ).toBe(false)
    const rug = standing('rug', 'rug', [2.5, 2], [2.4, 1.7, 0.01])
    const table = standing('table', 'coffee_table', [2.5, 2], [1.1, 0.6, 0.4])
    expect(holds(relation('coffee_table', 'on', 'rug'), [rug, table])).toBe(true)
    expect(holds(relation('rug', 'under', 'coffee_table'), [rug, table])).toBe(true)
    expect(holds(relation('rug', 'under', 'coffee_table'), [{ ...rug, center: [4, 1, 0.005] }, table])).toBe(false)
  })

  it('measure between, near, far and asked distances', () => {
    const plant = standing('plant', 'plant', [2.5, 0.5], [0.4, 0.4, 1])
    expect(holds(relation('double_bed', 'between', 'nightstand'), [bed, left, right])).toBe(true)
    expect(holds(relation('plant', 'between', 'nightstand'), [plant, left, right])).toBe(false)
    expect(holds(relation('plant', 'near', 'double_bed'), [plant, bed])).toBe(true)
    expect(holds(relation('plant', 'near', 'double_bed', { distance: { max: 0.8 } }), [plant, bed])).toBe(false)
    expect(holds(relation('plant', 'far', 'nightstand'), [plant, left])).toBe(true)
    expect(holds(relation('plant', 'far', 'double_bed'), [plant, bed])).toBe(false)
  })

  it('ask for each where every is said', () => {
    const away = standing('away', 'nightstand', [0.5, 2], [0.45, 0.4, 0.5])
    expect(holds(relation('nightstand', 'beside', 'double_bed'), [bed, left, away])).toBe(true)
    expect(holds(relation('nightstand', 'beside', 'double_bed', { every: true }), [bed, left, away])).toBe(false)
  })

  it('fail for a relation without a name, and for things that are not there', () => {
    expect(holds(relation('nightstand', 'astride', 'double_bed'), [bed, left])).toBe(false)
    expect(holds(relation('nightstand', 'beside', 'sofa'), [bed, left])).toBe(false)
  })
})

describe('relations to the building', () => {
  const building = (what: string, name: string, more = {}): Expectation => ({
    type: 'building',
    what,
    relation: name,
    ...more,
  })
  const desk = standing('desk', 'desk', [2.5, 3.68], [1.2, 0.6, 0.75])
  const shelf = standing('shelf', 'bookcase', [4.82, 1, -90], [0.8, 0.3, 2])

  it('measure walls from the back, and know north from east', () => {
    expect(holds(building('bookcase', 'against_wall'), [shelf])).toBe(true)
    expect(holds(building('bookcase', 'against_wall', { wall: 'east' }), [shelf])).toBe(true)
    expect(holds(building('bookcase', 'against_wall', { wall: 'north' }), [shelf])).toBe(false)
    expect(holds(building('bookcase', 'against_wall'), [{ ...shelf, yaw: Math.PI / 2 }])).toBe(false)
    expect(holds(building('bookcase', 'against_wall'), [{ ...shelf, center: [4.6, 1, 1] }])).toBe(false)
  })

  it('find windows, corners, doors and the middle', () => {
    expect(holds(building('desk', 'under_window'), [desk])).toBe(true)
    expect(holds(building('desk', 'under_window'), [{ ...desk, center: [4.3, 3.68, 0.375] }])).toBe(false)
    expect(holds(building('desk', 'by_window'), [desk])).toBe(true)
    expect(holds(building('desk', 'away_from_window'), [desk])).toBe(false)
    expect(holds(building('desk', 'in_corner'), [{ ...desk, center: [4.38, 3.68, 0.375] }])).toBe(true)
    expect(holds(building('desk', 'in_corner'), [desk])).toBe(false)
    expect(holds(building('desk', 'away_from_door'), [desk])).toBe(true)
    expect(holds(building('desk', 'by_door'), [desk])).toBe(false)
    expect(holds(building('desk', 'centred'), [{ ...desk, center: [2.6, 2.1, 0.375] }])).toBe(true)
    expect(holds(building('desk', 'centred'), [desk])).toBe(false)
  })

  it('tell what hangs from what stands', () => {
    const picture = standing('picture', 'picture', [2.5, 0.02, 180], [0.6, 0.03, 0.8])
    const hung = { ...picture, center: [2.5, 0.02, 1.6] as const, mount: 'wall' as const }
    expect(holds(building('picture', 'on_wall', { wall: 'south' }), [hung])).toBe(true)
    expect(holds(building('picture', 'on_wall', { wall: 'north' }), [hung])).toBe(false)
    expect(holds(building('picture', 'on_wall'), [picture])).toBe(false)
    expect(holds(building('picture', 'hanging'), [hung])).toBe(false)
  })
})

describe('attributes', () => {
  const attribute = (what: string, looks: object): Expectation => ({ type: 'attribute', what, ...looks })

  it('hold only where field and mesh agree', () => {
    const green = standing('sofa', 'sofa', [2.5, 3], [2, 0.9, 0.8], {
      color: '#3f5f4c',
      material: 'velvet',
      finishes: { upholstery: { color: '#3f5f4c', material: 'velvet' } },
    })
    expect(holds(attribute('sofa', { color: 'green', material: 'velvet' }), [green])).toBe(true)
    expect(holds(attribute('sofa', { color: '绿色' }), [green])).toBe(true)
    expect(holds(attribute('sofa', { color: 'red' }), [green])).toBe(false)
    const { finishes: _, ...pretended } = green
    expect(holds(attribute('sofa', { color: 'green' }), [pretended])).toBe(false)
  })

  it('see round in the mesh', () => {
    const table = standing('table', 'dining_table', [2, 2], [1.2, 1.2, 0.75], { shape: 'round' })
    expect(holds(attribute('dining_table', { shape: 'round' }), [table])).toBe(true)
    expect(holds(attribute('dining_table', { shape: '圆形' }), [table])).toBe(true)
    expect(holds(attribute('dining_table', { shape: 'round' }), [{ ...table, shape: 'rectangular' }])).toBe(false)
  })

  it('measure sizes and seats', () => {
    const sofa = standing('sofa', 'sofa', [2.5, 3], [2.2, 0.9, 0.8])
    expect(holds(attribute('sofa', { width: { min: 2.15, max: 2.25 } }), [sofa])).toBe(true)
    expect(holds(attribute('sofa', { width: { max: 2 } }), [sofa])).toBe(false)
    expect(holds(attribute('sofa', { seats: { exact: 3 } }), [sofa])).toBe(true)
    expect(holds(attribute('sofa', { seats: { exact: 2 } }), [sofa])).toBe(false)
  })
})

describe('edits', () => {
  const moved = { ...left, center: [1.4, 3.2, 0.25] as const }

  it('tell what moved from what stayed', () => {
    expect(holds({ type: 'moved', what: 'nightstand' }, [bed, moved], [bed, left])).toBe(true)
    expect(holds({ type: 'kept', what: 'nightstand' }, [bed, moved], [bed, left])).toBe(false)
    expect(holds({ type: 'others-kept', except: ['nightstand'] }, [bed, moved], [bed, left])).toBe(true)
    expect(holds({ type: 'others-kept', except: [] }, [bed, moved], [bed, left])).toBe(false)
    expect(holds({ type: 'others-kept', except: ['nightstand'] }, [left], [bed, left])).toBe(false)
  })

  it('let go along what a moved thing carries', () => {
    const lamp = standing('lamp', 'table_lamp', [1.4, 3.75], [0.2, 0.2, 0.4], { support: 'left', mount: 'surface' })
    const gone = { ...lamp, center: [1.4, 3.2, 0.7] as const }
    expect(holds({ type: 'others-kept', except: ['nightstand'] }, [bed, moved, gone], [bed, left, lamp])).toBe(true)
  })

  it('measure turns, sizes and states', () => {
    const turned = { ...bed, yaw: Math.PI / 2 }
    expect(holds({ type: 'turned', what: 'double_bed', by: 90 }, [turned], [bed])).toBe(true)
    expect(holds({ type: 'turned', what: 'double_bed', by: 45 }, [turned], [bed])).toBe(false)
    const wide = { ...bed, size: [1.8, 2.1, 1] as const }
    expect(holds({ type: 'resized', what: 'double_bed', axis: 'width', to: 1.8 }, [wide], [bed])).toBe(true)
    expect(holds({ type: 'resized', what: 'double_bed', direction: 'smaller' }, [wide], [bed])).toBe(false)
    const lamp = standing('lamp', 'floor_lamp', [1, 1], [0.4, 0.4, 1.5], { state: { on: true } })
    expect(holds({ type: 'state', what: 'floor_lamp', on: true }, [lamp], [])).toBe(true)
    expect(holds({ type: 'state', what: 'floor_lamp', on: false }, [lamp], [])).toBe(false)
  })
})

describe('rooms', () => {
  it('are known by type, area, outline and openings', () => {
    expect(holds({ type: 'room', roomType: 'bedroom', count: { exact: 1 }, area: { min: 19, max: 21 } }, [])).toBe(true)
    expect(holds({ type: 'room', roomType: 'kitchen' }, [])).toBe(false)
    expect(holds({ type: 'total-area', min: 25, max: 30 }, [])).toBe(false)
    expect(holds({ type: 'outline', shape: 'rectangle', size: [4, 5] }, [])).toBe(true)
    expect(holds({ type: 'outline', shape: 'L' }, [])).toBe(false)
    expect(holds({ type: 'openings', kind: 'window', exact: 1, wall: 'north' }, [])).toBe(true)
    expect(holds({ type: 'openings', kind: 'window', exact: 1, wall: 'south' }, [])).toBe(false)
  })
})

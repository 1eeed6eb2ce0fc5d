import { readScene } from '@enfilade/scene'
import { describe, expect, test } from 'vitest'
import { convertWalls, parseScriptEntities, scriptToDocument, type WallEntity, writeScriptEntities } from '../index.ts'

const square = [
  'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.0)',
  'wall_1=Wall(4.0,3.0,0.0,4.0,0.0,0.0,2.8,0.0)',
  'wall_2=Wall(4.0,3.0,0.0,0.0,3.0,0.0,2.8,0.0)',
  'wall_3=Wall(0.0,3.0,0.0,0.0,0.0,0.0,2.8,0.0)',
  'door_0=Door(wall_2,1.0,3.0,1.05,0.9,2.1)',
  'bbox_0=Bbox(sofa,2.0,0.425,0.4,3.141592653589793,2.0,0.85,0.8)',
].join('\n')

/** Two rooms a wall's breadth apart, with a door in the line of one of them. */
const pair = [
  'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.0)',
  'wall_1=Wall(4.0,0.0,0.0,4.0,3.0,0.0,2.8,0.0)',
  'wall_2=Wall(4.0,3.0,0.0,0.0,3.0,0.0,2.8,0.0)',
  'wall_3=Wall(0.0,3.0,0.0,0.0,0.0,0.0,2.8,0.0)',
  'wall_4=Wall(4.2,0.0,0.0,7.0,0.0,0.0,2.8,0.0)',
  'wall_5=Wall(7.0,0.0,0.0,7.0,3.0,0.0,2.8,0.0)',
  'wall_6=Wall(7.0,3.0,0.0,4.2,3.0,0.0,2.8,0.0)',
  'wall_7=Wall(4.2,3.0,0.0,4.2,0.0,0.0,2.8,0.0)',
  'door_0=Door(wall_7,4.2,1.5,1.05,0.9,2.1)',
].join('\n')

const read = (text: string) => parseScriptEntities(text).entities
const wallsOf = (entities: readonly { kind: string }[]) => entities.filter((e): e is WallEntity => e.kind === 'wall')

describe('wall conventions (SPEC 8)', () => {
  test('8.1 room-side lines become axes outside the room, with the room as it was', () => {
    const centred = convertWalls(read(square), { from: 'room-side', to: 'centred', thickness: 0.2 })
    expect(wallsOf(centred).map((wall) => wall.numbers)).toEqual([
      [-0.1, -0.1, 0, 4.1, -0.1, 0, 2.8, 0.2],
      [4.1, 3.1, 0, 4.1, -0.1, 0, 2.8, 0.2],
      [4.1, 3.1, 0, -0.1, 3.1, 0, 2.8, 0.2],
      [-0.1, 3.1, 0, -0.1, -0.1, 0, 2.8, 0.2],
    ])
    const [room] = readScene(scriptToDocument(centred).document).rooms
    expect(room!.area).toBeCloseTo(12, 9)
    expect(writeScriptEntities(centred)).toContain('door_0=Door(wall_2,1.0,3.1,1.05,0.9,2.1)')
  })

  test('8.2 and back again, line for line', () => {
    const centred = convertWalls(read(square), { from: 'room-side', to: 'centred' })
    const back = convertWalls(centred, { from: 'centred', to: 'room-side' })
    const ends = (entities: readonly { kind: string }[]) =>
      wallsOf(entities)
        .map(({ numbers: [ax, ay, , bx, by] }) => [`${ax},${ay}`, `${bx},${by}`].sort().join(' '))
        .sort()
    expect(ends(back)).toEqual(ends(read(square)))
    expect(back.find(({ kind }) => kind === 'door')).toMatchObject({ numbers: [1, 3, 1.05, 0.9, 2.1] })
    expect(back.find(({ kind }) => kind === 'bbox')).toEqual(read(square).at(-1))
    expect(wallsOf(back).every((wall) => wall.numbers[7] === 0)).toBe(true)
  })

  test('8.3 two rooms a wall apart share one wall, and its door leads from one to the other', () => {
    const centred = convertWalls(read(pair), { from: 'room-side', to: 'centred' })
    const scene = readScene(scriptToDocument(centred).document)
    expect(scene.walls).toHaveLength(7)
    expect(scene.rooms.map(({ area }) => Math.round(area * 1e6) / 1e6).sort()).toEqual([12, 8.4].sort())
    expect(scene.rooms.every(({ openings }) => openings.includes('door_0'))).toBe(true)
    expect(scene.openings[0]!.center[0]).toBeCloseTo(4.1, 9)
  })

  test('8.4 axis lines are centred lines without their thickness', () => {
    const centred = convertWalls(read(square), { from: 'axis', to: 'centred', thickness: 0.24 })
    expect(wallsOf(centred)[0]!.numbers).toEqual([0, 0, 0, 4, 0, 0, 2.8, 0.24])
    expect(convertWalls(centred, { from: 'centred', to: 'axis' })).toEqual(read(square))
  })

  test('8.5 columns keep their room-side faces', () => {
    const column = [0, 1, 2, 3].map((i) => {
      const corners = [
        [1, 1],
        [1, 1.5],
        [1.5, 1.5],
        [1.5, 1],
      ] as const
      const [a, b] = [corners[i]!, corners[(i + 1) % 4]!]
      return `wall_${i + 4}=Wall(${a.join(',')},0,${b.join(',')},0,2.8,0)`
    })
    const centred = convertWalls(read([square, ...column].join('\n')), { from: 'room-side', to: 'centred' })
    const { rooms } = readScene(scriptToDocument(centred).document)
    expect(rooms.map(({ area }) => Math.round(area * 1e6) / 1e6)).toEqual([11.75])
  })

  test('8.6 lines that close no loop stay where they are', () => {
    const open = convertWalls(read(square.split('\n').slice(0, 2).join('\n')), { from: 'room-side', to: 'centred' })
    expect(wallsOf(open).map((wall) => wall.numbers.slice(0, 5))).toEqual([
      [0, 0, 0, 4, 0],
      [4, 3, 0, 4, 0],
    ])
  })
})

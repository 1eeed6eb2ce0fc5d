import { diffDocuments, emptyChange, type ItemRecord, readScene } from '@enfilade/scene'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToScript, parseScript, parseScriptEntities, writeScript, writeScriptEntities } from '../index.ts'
import { arbitraryDocument } from './arbitrary-document.ts'

describe('a scene as a script (SPEC 5)', () => {
  test('5.1 comes back without a difference', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const text = writeScript(document)
        const { document: back, diagnostics } = parseScript(text)
        expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
        expect(diffDocuments(document, back)).toEqual(emptyChange)
        expect(writeScript(back)).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  test('5.2 has the same bytes whatever order its records are in', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(writeScript(new Map([...document].reverse()))).toBe(writeScript(document))
      }),
    )
  })

  test('5.3 shows a core-only reader walls, openings and boxes where the scene has them', () => {
    let lines = 0
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const scene = readScene(document)
        const { origins } = documentToScript(document)
        for (const item of scene.items) {
          const line = origins.get(item.id)?.core
          if (line?.kind !== 'bbox') continue
          const { x, y, z, yaw } = item.worldPose
          const level = scene.levels.find(({ id }) => id === item.level)!
          const height = document.get(item.id)!.size as readonly number[]
          expect(line.numbers[0]).toBeCloseTo(x, 6)
          expect(line.numbers[1]).toBeCloseTo(y, 6)
          expect(line.numbers[2]).toBeCloseTo(level.elevation + z + height[2]! / 2, 6)
          expect(Math.cos(line.numbers[3]! - yaw)).toBeCloseTo(1, 6)
          lines++
        }
        for (const wall of scene.walls) {
          const line = origins.get(wall.id)!.core!
          expect(line.numbers.slice(0, 2)).toEqual([...wall.start])
          expect(line.numbers.slice(3, 5)).toEqual([...wall.end])
          lines++
        }
      }),
    )
    expect(lines).toBeGreaterThan(50)
  })

  test('5.4 lets the core line count when someone has edited it', () => {
    const text = [
      'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.12)',
      'bbox_0=Bbox(desk,1.0,1.0,0.375,0.0,1.2,0.6,0.75)',
      'bbox_1=Bbox(cup,1.1,1.0,0.8,0.0,0.1,0.1,0.1)',
      'item_0=Item(bbox_0,id="desk")',
      'item_1=Item(bbox_1,id="cup",pose={"x":0.1,"y":0.0,"yaw":0.0,"z":0.75},support={"id":"desk","on":"item"})',
    ].join('\n')
    const before = parseScript(text)
    expect(before.document.get('cup')?.pose).toEqual({ x: 0.1, y: 0, z: 0.75, yaw: 0 })
    const moved = parseScript(text.replace('cup,1.1,1.0', 'cup,0.8,1.0')).document.get('cup') as unknown as ItemRecord
    expect(moved.support).toEqual({ on: 'item', id: 'desk' })
    expect(moved.pose.x).toBeCloseTo(-0.2, 12)
    // The desk walks off under the cup: what the lines say is where things are.
    const left = readScene(parseScript(text.replace('desk,1.0,1.0', 'desk,3.0,1.0')).document)
    expect(left.items.map(({ id, worldPose }) => [id, Math.round(worldPose.x * 1e9) / 1e9])).toEqual([
      ['cup', 1.1],
      ['desk', 3],
    ])
  })

  test('5.5 moves a shared corner with the wall line that was edited', () => {
    const text = [
      'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.12)',
      'wall_1=Wall(4.0,0.0,0.0,4.0,3.0,0.0,2.8,0.12)',
      'corner_0=Corner(id="p",level="level-0",at=[0.0,0.0])',
      'corner_1=Corner(id="q",level="level-0",at=[4.0,0.0])',
      'corner_2=Corner(id="r",level="level-0",at=[4.0,3.0])',
      'structure_0=Structure(wall_0,id="w1",a="p",b="q")',
      'structure_1=Structure(wall_1,id="w2",a="q",b="r")',
    ].join('\n')
    expect(writeScript(parseScript(text).document)).toBe(text)
    const { document } = parseScript(text.replace('Wall(0.0,0.0,0.0,4.0,0.0', 'Wall(0.0,0.0,0.0,5.0,0.0'))
    expect(document.get('q')?.at).toEqual([5, 0])
    expect(document.get('w2')).toMatchObject({ a: 'q', b: 'r' })
  })

  test('5.6 keeps a foreign file byte for byte', () => {
    for (const text of foreignFiles) {
      expect(writeScriptEntities(parseScriptEntities(text).entities)).toBe(text)
      expect(writeScript(parseScript(text).document)).toBe(text)
      // Also after a trip through storage, which has no order of records.
      expect(writeScript(new Map([...parseScript(text).document].reverse()))).toBe(text)
    }
  })
})

const foreignFiles = [
  '',
  'bbox_3=Bbox(micro-wave_oven,0.11,1.0,2.3,3.0,4.0,5.0,6.1)',
  [
    'wall_0=Wall(0.0,0.0,0.0,4.1,0.0,0.0,2.8,0.0)',
    'wall_1=Wall(4.1,0.0,0.0,4.1,3.3000000000000003,0.0,2.8,0.0)',
    'wall_2=Wall(4.1,3.3,0.0,0.0,3.3,0.0,2.8,0.0)',
    'wall_7=Wall(0.0,3.3,0.0,0.0,0.0,-2.6e-08,2.75,0.0)',
    'door_1200=Door(wall_2,1.1234567,3.31,1.05,0.9,2.1)',
    'window_3=Window(wall_0,1.7,0.0,1.5,1.3,1.23)',
    'bbox_3=Bbox(micro-wave_oven,0.11,1.0,2.3,3.0,4.0,5.0,6.1)',
    'bbox_1004=Bbox(dining table,0.1100000000001,1e-05,0.29,-3.0,4.0,5.0,0.7)',
  ].join('\n'),
  [
    'wall_0=Wall(-1.25,-0.5,-0.03,3.75,-0.5,-0.03,2.6,0.0)',
    'wall_1=Wall(3.75,-0.5,-0.03,3.75,2.5,-0.03,2.6,0.0)',
    'wall_2=Wall(3.75,2.5,2.9,-1.25,2.5,2.9,2.6,0.0)',
    'window_0=Window(wall_2,1.0,2.5,4.4,0.7000000000000001,1.1)',
    'bbox_0=Bbox(bed,1.0,1.0,0.3,1.5707963267948966,1.8,2.0,0.55)',
    'bbox_1=Bbox(painting,1.0,1.0,4.3,0.0,1.8,0.03,0.55)',
  ].join('\n'),
]

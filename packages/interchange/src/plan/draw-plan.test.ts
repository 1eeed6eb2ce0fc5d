import { type RawRecord, readScene, type Scene } from '@enfilade/scene'
import { describe, expect, test } from 'vitest'
import { drawPlan } from '../index.ts'

const level: RawRecord = { kind: 'level', name: 'Ground floor', elevation: 0, height: 2.8 }

function sceneOf(records: { readonly [id: string]: RawRecord }): Scene {
  return readScene(new Map(Object.entries({ g: level, ...records })))
}

function room(name: string): { readonly [id: string]: RawRecord } {
  const corners = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ]
  const walls = corners.map((_, i) => [
    `w${i}`,
    { kind: 'wall', level: 'g', a: `c${i}`, b: `c${(i + 1) % 4}`, thickness: 0.2, structure: 'unknown' },
  ])
  return {
    ...Object.fromEntries(corners.map((at, i) => [`c${i}`, { kind: 'corner', level: 'g', at }])),
    ...Object.fromEntries(walls),
    door: {
      kind: 'opening',
      wall: 'w0',
      type: 'door',
      along: 1,
      sill: 0,
      width: 0.9,
      height: 2.1,
      swing: { type: 'hinged', hinge: 'a', side: 'left' },
    },
    window: {
      kind: 'opening',
      wall: 'w2',
      type: 'window',
      along: 2,
      sill: 0.9,
      width: 1.2,
      height: 1.2,
      swing: { type: 'none' },
    },
    label: { kind: 'room', level: 'g', at: [2, 1.5], name, type: 'bedroom' },
    bed: {
      kind: 'item',
      level: 'g',
      category: 'double_bed',
      pose: { x: 2, y: 1.8, z: 0, yaw: 0 },
      size: [1.6, 2, 0.5],
      support: { on: 'floor' },
    },
  }
}

const count = (svg: string, part: string) => svg.split(part).length - 1

/** Points of all paths of a class. */
function points(svg: string, className: string): [number, number][] {
  const paths = [...svg.matchAll(new RegExp(`<path class="${className}"[^>]* d="([^"]*)"`, 'g'))].map(
    (match) => match[1]!,
  )
  return paths.flatMap((path) =>
    [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((match): [number, number] => [Number(match[1]), Number(match[2])]),
  )
}

describe('the plan drawing', () => {
  test('is to scale: a metre is 20 mm at 1:50 and 10 mm at 1:100', () => {
    for (const [scale, perMetre] of [
      [50, 20],
      [100, 10],
    ] as const) {
      const walls = points(drawPlan(sceneOf(room('Bedroom')), { scale }), 'wall partition')
      const xs = walls.map(([x]) => x)
      const ys = walls.map(([, y]) => y)
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(4.2 * perMetre, 2)
      expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(3.2 * perMetre, 2)
    }
  })

  test('has north on top', () => {
    const svg = drawPlan(sceneOf(room('Bedroom')))
    const glass = points(svg, 'glass')
    const leaf = points(svg, 'leaf')
    expect(Math.max(...glass.map(([, y]) => y))).toBeLessThan(Math.min(...leaf.map(([, y]) => y)))
  })

  test('draws walls, the door with its swing, the window, furniture, name, area and measures', () => {
    const svg = drawPlan(sceneOf(room('Bedroom')))
    for (const part of [
      'class="wall',
      'class="swing"',
      'class="glass"',
      'class="item"',
      '>Bedroom<',
      '>10.6 m²<',
      '>3.80 × 2.80 m<',
      '>4.20<',
      '>3.80<',
      '1:50',
    ]) {
      expect(svg).toContain(part)
    }
    expect(svg).toMatch(/^<svg [^>]*width="[\d.]+mm" height="[\d.]+mm" viewBox="0 0 /)
  })

  test('speaks Chinese', () => {
    const svg = drawPlan(sceneOf(room('')), { locale: 'zh' })
    for (const part of ['>卧室<', '平面图', '比例 1:50', 'lang="zh-CN"']) expect(svg).toContain(part)
  })

  test('escapes every text', () => {
    const hostile = '</text><script>alert("1")</script>&\u0000\ud800\'【】'
    const records = room(hostile)
    const svg = drawPlan(sceneOf({ ...records, g: { ...level, name: hostile } }), { title: hostile })
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
    expect(svg).toContain('&lt;script&gt;')
    // Every angle bracket belongs to a tag of ours.
    expect(count(svg, '<')).toBe(count(svg, '>'))
  })

  test('is the same for equal scenes', () => {
    expect(drawPlan(sceneOf(room('A')))).toBe(drawPlan(sceneOf(room('A'))))
  })

  test('draws an empty space, and storeys side by side', () => {
    expect(drawPlan(sceneOf({}))).toContain('</svg>')
    const up: RawRecord = { kind: 'level', name: 'Upstairs', elevation: 2.8, height: 2.5 }
    const lamp = {
      kind: 'item',
      level: 'u',
      category: 'unheard_of',
      pose: { x: 1, y: 1, z: 0, yaw: 1 },
      size: [1, 1, 1],
      support: { on: 'floor' },
    }
    const scene = sceneOf({ ...room('A'), u: up, lamp })
    expect(count(drawPlan(scene), '<g class="storey">')).toBe(2)
    expect(drawPlan(scene)).toContain('>Upstairs<')
    expect(count(drawPlan(scene, { level: 'u' }), '<g class="storey">')).toBe(1)
  })
})

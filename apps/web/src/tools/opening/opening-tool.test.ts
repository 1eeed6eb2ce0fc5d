import { describe, expect, it } from 'vitest'
import { createPlainHost, pointerAt } from '../plain-host.ts'
import { createSelectTool } from '../select/select-tool.ts'
import { createOpeningTool } from './opening-tool.ts'

function room() {
  const host = createPlainHost()
  host.write({
    type: 'walls-added',
    level: host.level(),
    points: [
      [0, 0],
      [6, 0],
      [6, 5],
      [0, 5],
    ],
    closed: true,
    thickness: 0.2,
  })
  return host
}

describe('opening tool', () => {
  it('previews along the wall under the pointer and writes on release', () => {
    const host = room()
    const tool = createOpeningTool(host, 'door')
    tool.pointerMove?.(pointerAt(2, 0.1))
    expect(host.preview().openings).toHaveLength(1)
    expect(host.scene().openings).toHaveLength(0)
    tool.pointerDown?.(pointerAt(2, 0.1))
    tool.pointerUp?.(pointerAt(2, 0.1))
    const [door] = host.scene().openings
    expect(door).toMatchObject({ type: 'door', center: [expect.closeTo(2), expect.closeTo(0)] })
    expect(host.written).toEqual(['door-added'])
    expect(host.selection.ids()).toEqual([door!.id])
  })

  it('opens to the side it was placed from', () => {
    const host = room()
    const tool = createOpeningTool(host, 'door')
    tool.pointerUp?.(pointerAt(2, 0.09))
    tool.pointerUp?.(pointerAt(4, -0.09))
    const sides = host.scene().openings.map((door) => door.swing.side)
    expect(new Set(sides).size).toBe(2)
  })

  it('places nothing away from walls, and nothing where it does not fit', () => {
    const host = room()
    const tool = createOpeningTool(host, 'window')
    tool.pointerUp?.(pointerAt(3, 2.5))
    expect(host.scene().openings).toHaveLength(0)
    host.write({
      type: 'walls-added',
      level: host.level(),
      points: [
        [2, 2],
        [3, 2],
      ],
    })
    tool.pointerUp?.(pointerAt(2.5, 2))
    expect(host.scene().openings).toHaveLength(0)
  })

  it('keeps openings apart', () => {
    const host = room()
    const tool = createOpeningTool(host, 'door')
    tool.pointerUp?.(pointerAt(2, 0))
    tool.pointerUp?.(pointerAt(2.2, 0))
    const spans = host.scene().openings.map((o) => [o.center[0] - o.width / 2, o.center[0] + o.width / 2] as const)
    expect(spans).toHaveLength(2)
    const [first, second] = spans.sort((a, b) => a[0] - b[0])
    expect(second![0]).toBeGreaterThanOrEqual(first![1] - 1e-6)
  })

  it('lets a door be dragged along its wall and over to another', () => {
    const host = room()
    createOpeningTool(host, 'door').pointerUp?.(pointerAt(2, 0))
    const [door] = host.scene().openings
    const tool = createSelectTool(host)
    const drag = (fx: number, fy: number, x: number, y: number) => {
      tool.pointerDown?.(pointerAt(fx, fy, { hit: { kind: 'opening', id: door!.id } }))
      tool.pointerMove?.(pointerAt(x, y))
      tool.pointerUp?.(pointerAt(x, y))
    }
    drag(2, 0, 3.5, 0.05)
    expect(host.scene().openings[0]!.center[0]).toBeCloseTo(3.5)
    drag(3.5, 0, 6, 2)
    expect(host.scene().openings[0]!.center).toEqual([expect.closeTo(6), expect.closeTo(2)])
    expect(host.written).toEqual(['door-added', 'opening-moved', 'opening-moved'])
  })
})

import { describe, expect, it } from 'vitest'
import { createPlainHost, pointerAt } from '../plain-host.ts'
import { createItemTool } from './item-tool.ts'

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

describe('item tool', () => {
  it('turns the back of a wardrobe to the wall it comes near', () => {
    const host = room()
    host.pending = { category: 'wardrobe' }
    const tool = createItemTool(host)
    tool.pointerMove?.(pointerAt(0.5, 2.5))
    tool.pointerUp?.(pointerAt(0.5, 2.5))
    const [item] = host.scene().items
    // Back at the wall x = 0.1, front towards +x.
    expect(item!.worldPose.x - item!.size[1] / 2).toBeCloseTo(0.1, 3)
    expect(Math.sin(item!.worldPose.yaw)).toBeCloseTo(1)
    expect(host.written).toEqual(['item-added'])
    expect(host.selection.ids()).toEqual([item!.id])
    expect(host.pending).toBeUndefined()
  })

  it('never leaves furniture standing in a wall', () => {
    const host = room()
    host.pending = { category: 'double_bed' }
    const tool = createItemTool(host)
    tool.pointerMove?.(pointerAt(3, 4.4))
    tool.pointerUp?.(pointerAt(3, 4.4))
    const [bed] = host.scene().items
    expect(bed!.worldPose.y + bed!.size[1] / 2).toBeLessThanOrEqual(4.9 + 1e-6)
  })

  it('hangs a picture on the nearest wall', () => {
    const host = room()
    host.pending = { category: 'picture' }
    const tool = createItemTool(host)
    tool.pointerMove?.(pointerAt(3, 0.3))
    tool.pointerUp?.(pointerAt(3, 0.3))
    const [picture] = host.scene().items
    expect(picture!.support.on).toBe('wall')
    expect(picture!.worldPose.z).toBeGreaterThan(0.5)
    expect(picture!.worldPose.y - picture!.size[1] / 2).toBeCloseTo(0.1, 3)
  })

  it('places a kind that was dragged in on release, not on the way', () => {
    const host = room()
    host.pending = { category: 'armchair', dragging: true }
    const tool = createItemTool(host)
    tool.pointerMove?.(pointerAt(2, 2))
    expect(host.scene().items).toHaveLength(0)
    expect(host.preview().items).toHaveLength(1)
    tool.pointerUp?.(pointerAt(3, 2.5))
    expect(host.scene().items[0]!.worldPose).toMatchObject({ x: expect.closeTo(3), y: expect.closeTo(2.5) })
  })

  it('turns by R before it is placed, and goes away with Esc', () => {
    const host = room()
    host.pending = { category: 'armchair' }
    const tool = createItemTool(host)
    tool.pointerMove?.(pointerAt(3, 2.5))
    tool.keyDown?.({ key: 'r', shift: false, alt: false, mod: false })
    expect(host.preview().items[0]!.worldPose.yaw).toBeCloseTo(Math.PI / 2)
    expect(tool.cancel()).toBe(true)
    expect(host.draft).toBeNull()
    expect(host.scene().items).toHaveLength(0)
  })
})

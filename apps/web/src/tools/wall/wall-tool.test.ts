import { describe, expect, it } from 'vitest'
import { createPlainHost, pointerAt, typeText } from '../plain-host.ts'
import type { Tool } from '../tool.ts'
import { createWallTool } from './wall-tool.ts'

const press = (tool: Tool, key: string) => tool.keyDown?.({ key, shift: false, alt: false, mod: false })

function draw(tool: Tool, x: number, y: number): void {
  tool.pointerMove?.(pointerAt(x, y))
  tool.pointerDown?.(pointerAt(x, y))
  tool.pointerUp?.(pointerAt(x, y))
}

describe('wall tool', () => {
  it('draws a room by typed lengths in three ways of writing and closes on the first point', () => {
    const host = createPlainHost()
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    for (const [x, y, length] of [
      [3, 0.2, '4.2m'],
      [4.3, 2, '320cm'],
      [1, 3.1, '13\'9.354"'],
    ] as const) {
      tool.pointerMove?.(pointerAt(x, y))
      typeText((key) => press(tool, key), length)
      press(tool, 'Enter')
    }
    expect(host.written).toEqual([])
    draw(tool, 0.03, 0.02)
    expect(host.written).toEqual(['walls-drawn'])
    const scene = host.scene()
    expect(scene.walls).toHaveLength(4)
    expect(scene.walls.map((wall) => wall.length).sort()).toEqual([
      expect.closeTo(3.2, 3),
      expect.closeTo(3.2, 3),
      expect.closeTo(4.2, 3),
      expect.closeTo(4.2, 3),
    ])
    expect(scene.rooms).toHaveLength(1)
    expect(host.draft).toBeNull()
  })

  it('shows the walls before it writes them, and only as a draft', () => {
    const host = createPlainHost()
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    draw(tool, 3, 0)
    tool.pointerMove?.(pointerAt(3, 2))
    expect(host.scene().walls).toHaveLength(0)
    expect(host.preview().walls).toHaveLength(2)
    expect(host.draft?.chain?.points).toHaveLength(2)
  })

  it('keeps what was placed when Esc or a double click ends the chain', () => {
    const host = createPlainHost()
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    draw(tool, 3, 0)
    tool.pointerMove?.(pointerAt(3, 2))
    expect(tool.cancel()).toBe(true)
    expect(host.scene().walls).toHaveLength(1)
    expect(tool.cancel()).toBe(false)
  })

  it('takes the last point back on undo, and the gesture with the first', () => {
    const host = createPlainHost()
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    draw(tool, 3, 0)
    expect(tool.isGesturing?.()).toBe(true)
    tool.undo?.()
    expect(host.draft?.chain?.points).toHaveLength(1)
    tool.undo?.()
    expect(host.draft).toBeNull()
    expect(tool.isGesturing?.()).toBe(false)
    expect(host.written).toEqual([])
  })

  it('leaves letters to shortcuts until a digit was typed', () => {
    const tool = createWallTool(createPlainHost())
    draw(tool, 0, 0)
    expect(press(tool, 'm')).toBe(false)
    expect(press(tool, '3')).toBe(true)
    expect(press(tool, 'm')).toBe(true)
  })

  it('straightens nearly straight walls exactly', () => {
    const host = createPlainHost()
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    draw(tool, 3, 0.13)
    tool.doubleClick?.(pointerAt(3, 0.13))
    const [wall] = host.scene().walls
    expect(wall!.end[1] - wall!.start[1]).toBe(0)
  })

  it('draws nothing for somebody who may only look', () => {
    const host = createPlainHost()
    host.editable = false
    const tool = createWallTool(host)
    draw(tool, 0, 0)
    draw(tool, 3, 0)
    expect(host.draft?.chain).toBeUndefined()
    expect(host.written).toEqual([])
  })
})

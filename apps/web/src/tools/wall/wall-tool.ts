import { type Operation, type Point2, parseLength } from '@enfilade/scene'
import type { Draft, Guide } from '../../interaction/draft.ts'
import { add, direction, distance, scale } from '../../interaction/plane.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { snapPoint, straighten } from '../../interaction/snapping/snap-point.ts'
import type { Tool, ToolHost } from '../tool.ts'

const pullPx = 12
/** Shorter segments are slips of the hand, metres. */
const shortestSegment = 0.03
/** Characters of a typed length: digits, decimal marks, the letters and marks of units. */
const typedCharacter = /^[0-9.,'"′″mcftin米厘毫寸尺 ]$/

type Chain = {
  readonly points: readonly Point2[]
  readonly cursor: Point2
  readonly guides: readonly Guide[]
  readonly closing: boolean
  readonly typed: string
  /** The event behind `cursor`; the direction of a typed length comes from it. */
  readonly last: ToolPointer
}

/**
 * Draws a chain of walls: click by click, or typed length and Enter in the pointer's direction. The chain is a draft
 * until it ends (on its first point, by double-click, Esc or Enter) and is then written as one step.
 */
export function createWallTool(host: ToolHost): Tool {
  let chain: Chain | undefined

  const show = () => host.setDraft(chain ? draftOf(host, chain) : null)
  const finish = (closed: boolean) => {
    const points = chain?.points ?? []
    chain = undefined
    if (points.length >= 2) host.apply([wallsOperation(host, points, closed)], 'walls-drawn')
    host.setDraft(null)
  }
  const place = (point: Point2, closing: boolean, event: ToolPointer) => {
    const points = chain?.points ?? []
    if (closing && points.length >= 3) {
      finish(true)
      return
    }
    const last = points.at(-1)
    if (last && distance(last, point) < shortestSegment) return
    chain = { points: [...points, point], cursor: point, guides: [], closing: false, typed: '', last: event }
    show()
  }
  const hover = (event: ToolPointer) => {
    const aim = aimAt(host, chain?.points ?? [], event)
    if (chain) chain = { ...chain, ...aim, last: event }
    return aim
  }

  return {
    pointerDown(event) {
      if (!host.canEdit()) return
      const aim = hover(event)
      place(aim.cursor, aim.closing, event)
    },
    pointerMove(event) {
      const aim = hover(event)
      if (chain) show()
      else host.setDraft(aim.guides.length > 0 ? { guides: aim.guides } : null)
    },
    doubleClick: () => finish(false),
    pointerLeave() {
      if (!chain) host.setDraft(null)
    },
    keyDown(key) {
      if (!chain || key.mod) return false
      const next = typeKey(chain.typed, key.key)
      if (next !== undefined) {
        chain = { ...chain, typed: next }
        show()
        return true
      }
      if (key.key === 'Backspace') {
        dropPoint()
        return true
      }
      if (key.key !== 'Enter') return false
      const length = parseLength(chain.typed)
      if (length !== undefined && length >= shortestSegment) {
        const aim = aimTyped(chain, length)
        place(aim.point, aim.closing, chain.last)
      } else if (chain.typed === '') finish(false)
      return true
    },
    cancel() {
      if (!chain) return false
      // Esc ends the chain and keeps what was placed: only the rubber band is given up.
      finish(false)
      return true
    },
    isGesturing: () => chain !== undefined,
    undo() {
      if (!chain) return false
      dropPoint()
      return true
    },
    leave: () => finish(false),
    cursor: () => 'crosshair',
  }

  function dropPoint(): void {
    if (!chain) return
    const points = chain.points.slice(0, -1)
    chain = points.length > 0 ? { ...chain, points, typed: '', closing: false, guides: [] } : undefined
    show()
  }
}

/** Typed text after one more key; undefined: the key is none of a length. */
function typeKey(typed: string, key: string): string | undefined {
  if (key === 'Backspace' && typed !== '') return typed.slice(0, -1)
  if (key.length !== 1 || typed.length >= 16 || !typedCharacter.test(key)) return undefined
  // Letters only after a digit: before it they are shortcuts.
  if (typed === '' && !/[0-9.]/.test(key)) return undefined
  return typed + key
}

function aimAt(host: ToolHost, points: readonly Point2[], event: ToolPointer) {
  const first = points[0]
  const tolerance = pullPx * event.metresPerPixel
  if (first && points.length >= 3 && distance(first, event.plan) <= tolerance * 1.4) {
    return { cursor: first, closing: true, guides: [{ kind: 'endpoint', from: first, to: first }] as Guide[] }
  }
  if (!host.snapping() || event.modifiers.alt) return { cursor: event.plan, closing: false, guides: [] as Guide[] }
  const snap = snapPoint(event.plan, {
    scene: host.scene(),
    level: host.level(),
    tolerance,
    metresPerPixel: event.metresPerPixel,
    from: points.at(-1),
    points,
  })
  const closing = first !== undefined && points.length >= 3 && distance(first, snap.point) < 1e-6
  return { cursor: snap.point, closing, guides: snap.guides }
}

/** The end of a segment of typed length: towards the pointer, in a straight direction unless Alt is down. */
function aimTyped(chain: Chain, length: number): { point: Point2; closing: boolean } {
  const from = chain.points.at(-1)!
  const raw = distance(chain.cursor, from) > 1e-6 ? chain.cursor : chain.last.plan
  const along = chain.last.modifiers.alt ? direction(from, raw) : straighten(raw, from)
  const point = add(from, scale(along, length))
  const first = chain.points[0]!
  return { point, closing: chain.points.length >= 3 && distance(point, first) < 0.01 }
}

function wallsOperation(host: ToolHost, points: readonly Point2[], closed: boolean): Operation {
  return { type: 'walls-added', level: host.level(), points, ...(closed ? { closed: true } : {}) }
}

function draftOf(host: ToolHost, chain: Chain): Draft {
  const end = previewEnd(chain)
  const reach = distance(end, chain.points.at(-1)!) >= shortestSegment
  const points = reach && !chain.closing ? [...chain.points, end] : chain.points
  return {
    operations: points.length >= 2 ? [wallsOperation(host, points, chain.closing)] : [],
    chain: { points: chain.points, cursor: end, closing: chain.closing, typed: chain.typed },
    guides: chain.typed === '' ? chain.guides : [],
  }
}

/** While a length is typed, the rubber band already shows it. */
function previewEnd(chain: Chain): Point2 {
  const length = chain.typed === '' ? undefined : parseLength(chain.typed)
  return length !== undefined && length >= shortestSegment ? aimTyped(chain, length).point : chain.cursor
}

import {
  doorCells,
  eachCellInBox,
  type ItemShape,
  isSatAt,
  type OrientedBox,
  pointToBox,
  sideStrip,
  tableSeats,
  usedSides,
  ZONE_DEPTH,
  zoneSides,
} from '@enfilade/critic'
import type { Candidate } from './candidate.ts'
import type { Site } from './site.ts'

/** Depth of the floor beside a thing from which it is within reach; the critic's own. */
const REACH_DEPTH = 0.5

type Footprint = {
  /** Cells that no disc of the walker's radius can be centred on because of the candidate. */
  readonly blocked: Int32Array
  /** Per thing that people come to: cells of which one must be reached. */
  readonly targets: readonly Int32Array[]
  /** Per thing that is got at from anywhere: the cells around it within an arm's length. */
  readonly around: readonly Int32Array[]
}

/** From the walker's middle to what a hand still reaches, metres. */
const ARM = 0.6

/**
 * Keeps count of who blocks which cell, so that "can everything still be reached" costs one flood fill. The raster is
 * the critic's, so what passes here passes there.
 */
export class Reachability {
  readonly #site: Site
  readonly #radius: number
  readonly #isZone: ((shape: ItemShape) => boolean) | undefined
  /** Number of things that block a cell; the empty room's own walls count as one. */
  readonly #blockers: Uint8Array
  readonly #doorGroups: readonly (readonly number[])[]
  readonly #standingTargets: readonly Int32Array[]
  readonly #footprints = new Map<number, Footprint>()
  readonly #mark: Int32Array
  #round = 0
  readonly #seen: Int32Array
  #seenRound = 0
  readonly #queue: Int32Array
  /** Cells that nothing blocks, and those of them that the last flood reached. */
  #freeCells = 0
  #reachedCells = 0

  /** @param isZone Only these things, and only the zone around them; absent: a used side of all that people come to. */
  constructor(site: Site, radius: number, isZone?: (shape: ItemShape) => boolean) {
    this.#site = site
    this.#isZone = isZone
    this.#radius = radius
    const { clearance } = site.bare
    this.#blockers = new Uint8Array(clearance.length)
    for (let cell = 0; cell < clearance.length; cell++) {
      if (clearance[cell]! < radius) this.#blockers[cell] = 1
      else this.#freeCells++
    }
    this.#mark = new Int32Array(clearance.length)
    this.#seen = new Int32Array(clearance.length)
    this.#queue = new Int32Array(clearance.length)
    const doors = site.plan.doors.map((door) => doorCells([door], site.bare))
    const groups = doors.filter((cells) => cells.some((cell) => this.#blockers[cell] === 0))
    this.#doorGroups = groups.length > 0 ? groups : [[deepestCell(clearance)]]
    const barring = site.standing.filter((shape) => shape.role === 'solid')
    for (const shape of barring) {
      for (const cell of this.#cellsNear(shape.parts.length === 2 ? shape.parts : [shape.box])) this.#add(cell, 1)
    }
    const standing = barring.flatMap((shape) => this.#targetsOf(shape, barring))
    // What was already cut off is not this layout's doing.
    this.#standingTargets = standing.filter((cells) => this.#flood() && this.#isHit(cells))
  }

  place(candidate: Candidate): void {
    for (const cell of this.#footprint(candidate).blocked) this.#add(cell, 1)
  }

  remove(candidate: Candidate): void {
    for (const cell of this.#footprint(candidate).blocked) this.#add(cell, -1)
  }

  /** Whether every door and everything placed (given here) can be walked to. */
  isConnected(placed: readonly Candidate[]): boolean {
    // Cheap first: a thing whose every access is built up needs no flood to be refused.
    for (const candidate of placed) {
      for (const cells of this.#footprint(candidate).targets) if (!this.#isOpen(cells)) return false
    }
    if (!this.#flood()) return false
    for (const cells of this.#standingTargets) if (!this.#isHit(cells)) return false
    for (const candidate of placed) {
      for (const cells of this.#footprint(candidate).targets) if (!this.#isHit(cells)) return false
    }
    return true
  }

  /** Number of things that cannot be walked to; doors count too. */
  countCut(placed: Iterable<Candidate>): number {
    let cut = this.#flood() ? 0 : 1
    for (const candidate of placed) {
      for (const cells of this.#footprint(candidate).targets) if (!this.#isHit(cells)) cut++
    }
    return cut
  }

  /** Free floor that the last look at the ways did not get to, m². */
  lostFloor(): number {
    return Math.max(0, this.#freeCells - this.#reachedCells) * this.#site.bare.cell ** 2
  }

  /** What no way leads to: free floor, m², and the number of things beside which nobody can stand. */
  measureLost(placed: Iterable<Candidate>): { readonly floor: number; readonly things: number } {
    this.#flood()
    let things = 0
    for (const candidate of placed) {
      for (const cells of this.#footprint(candidate).around) if (!this.#isHit(cells)) things++
    }
    return { floor: this.lostFloor(), things }
  }

  #add(cell: number, by: number): void {
    const before = this.#blockers[cell]!
    if (before === 0) this.#freeCells--
    else if (before + by === 0) this.#freeCells++
    this.#blockers[cell] = before + by
  }

  #isOpen(cells: Int32Array): boolean {
    if (cells.length === 0) return true
    for (const cell of cells) if (this.#blockers[cell] === 0) return true
    return false
  }

  #isHit(cells: Int32Array): boolean {
    if (cells.length === 0) return true
    for (const cell of cells) if (this.#mark[cell] === this.#round) return true
    return false
  }

  /** Marks what can be reached from the first door; false when another door is not. */
  #flood(): boolean {
    const { columns, rows } = this.#site.bare
    const mark = this.#mark
    const queue = this.#queue
    const blockers = this.#blockers
    const round = ++this.#round
    let tail = 0
    let reached = 0
    for (const cell of this.#doorGroups[0]!) {
      if (blockers[cell] === 0 && mark[cell] !== round) {
        mark[cell] = round
        reached++
        queue[tail++] = cell
      }
    }
    // Row by row: a run of free cells is marked whole, then the runs above and below it that touch it are taken up.
    while (tail > 0) {
      const cell = queue[--tail]!
      const row = Math.floor(cell / columns)
      const first = row * columns
      const last = first + columns - 1
      let from = cell
      while (from > first && blockers[from - 1] === 0 && mark[from - 1] !== round) mark[--from] = round
      let to = cell
      while (to < last && blockers[to + 1] === 0 && mark[to + 1] !== round) mark[++to] = round
      reached += to - from
      for (const step of row > 0 ? (row < rows - 1 ? BOTH : BELOW) : row < rows - 1 ? ABOVE : NEITHER) {
        const shift = step * columns
        let inRun = false
        for (let other = from + shift; other <= to + shift; other++) {
          const isOpen = blockers[other] === 0 && mark[other] !== round
          if (isOpen && !inRun) {
            mark[other] = round
            reached++
            queue[tail++] = other
          }
          inRun = isOpen
        }
      }
    }
    this.#reachedCells = reached
    return this.#doorGroups.every((cells) => cells.some((cell) => mark[cell] === round))
  }

  #footprint(candidate: Candidate): Footprint {
    const known = this.#footprints.get(candidate.id)
    if (known) return known
    const footprint = {
      blocked: Int32Array.from(this.#cellsNear(candidate.boxes)),
      targets: candidate.shapes.flatMap((shape) => this.#targetsOf(shape, candidate.shapes)),
      around: this.#isZone
        ? []
        : candidate.shapes.flatMap((shape) =>
            shape.role === 'solid' && usedSides(shape).length === 0
              ? [Int32Array.from(this.#cellsNear([shape.box], ARM))]
              : [],
          ),
    }
    this.#footprints.set(candidate.id, footprint)
    return footprint
  }

  /** Cells nearer to a box than the walker's radius (or another one), each once. */
  #cellsNear(boxes: readonly OrientedBox[], radius = this.#radius): number[] {
    const { minX, minY, cell: size, columns, rows } = this.#site.bare
    const cells: number[] = []
    const round = ++this.#seenRound
    for (const box of boxes) {
      const reachX = Math.abs(box.cos) * box.halfWidth + Math.abs(box.sin) * box.halfDepth + radius
      const reachY = Math.abs(box.sin) * box.halfWidth + Math.abs(box.cos) * box.halfDepth + radius
      const fromColumn = Math.max(0, Math.floor((box.x - reachX - minX) / size))
      const toColumn = Math.min(columns - 1, Math.ceil((box.x + reachX - minX) / size))
      const fromRow = Math.max(0, Math.floor((box.y - reachY - minY) / size))
      const toRow = Math.min(rows - 1, Math.ceil((box.y + reachY - minY) / size))
      for (let row = fromRow; row <= toRow; row++) {
        const y = minY + (row + 0.5) * size
        for (let column = fromColumn; column <= toColumn; column++) {
          const cell = row * columns + column
          if (this.#seen[cell] === round || pointToBox(box, minX + (column + 0.5) * size, y) >= radius) continue
          this.#seen[cell] = round
          cells.push(cell)
        }
      }
    }
    return cells
  }

  #targetsOf(shape: ItemShape, beside: readonly ItemShape[]): Int32Array[] {
    const isZone = this.#isZone
    if (isZone && !isZone(shape)) return []
    const sides = isZone ? zoneSides(shape) : usedSides(shape)
    if (sides.length === 0) return []
    const depth = isZone ? ZONE_DEPTH : REACH_DEPTH
    const cells: number[] = []
    const collect = (of: ItemShape, which: readonly ('front' | 'back' | 'left' | 'right')[]): void => {
      for (const side of which) {
        eachCellInBox(this.#site.bare, sideStrip(of.box, side, depth), (cell) => {
          if (this.#site.bare.clearance[cell]! >= this.#radius) cells.push(cell)
        })
      }
    }
    collect(shape, sides)
    if (!isZone && isSatAt(shape.category)) {
      for (const seat of beside) if (tableSeats.has(seat.category)) collect(seat, ['front', 'back', 'left', 'right'])
    }
    // A side that the bare wall already closes leaves nothing to reach: such a pose is refused.
    return [cells.length > 0 ? Int32Array.from(cells) : Int32Array.of(0)]
  }
}

const BOTH = [-1, 1] as const
const BELOW = [-1] as const
const ABOVE = [1] as const
const NEITHER = [] as const

const deepestCell = (clearance: Float32Array): number => {
  let best = 0
  for (let cell = 1; cell < clearance.length; cell++) if (clearance[cell]! > clearance[best]!) best = cell
  return best
}

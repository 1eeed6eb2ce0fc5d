import type { Id, Point2 } from '@enfilade/scene'

export type LabelBox = {
  readonly id: Id
  readonly at: Point2
  /** Pixels to the nearest edge of the room. */
  readonly clearPx: number
  readonly name: string
  readonly area: string
  /** Heavier labels are placed first. */
  readonly weight: number
}

export type PlacedLabel = LabelBox & { readonly showName: boolean; readonly showArea: boolean }

/** Widths of 13 px Inter are estimated: measuring text would force layout on every zoom. */
const latinPx = 7.2
const hanPx = 13
const linePx = 16

export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character > '⺀' ? hanPx : latinPx
  return width
}

/** Chooses what of each label is shown at a zoom, so that none leaves its room or meets another. */
export function placeLabels(labels: readonly LabelBox[], scale: number): Map<Id, PlacedLabel> {
  const placed = new Map<Id, PlacedLabel>()
  const taken: [number, number, number, number][] = []
  const order = [...labels].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  for (const label of order) {
    const nameWidth = textWidth(label.name)
    const areaWidth = textWidth(label.area) * 0.85
    // The circle around the anchor is free; a word may stick out of it a little at its ends.
    const reach = label.clearPx * 1.35
    const showName = label.name !== '' && nameWidth / 2 <= reach && label.clearPx >= linePx * 0.6
    const showArea = areaWidth / 2 <= reach && label.clearPx >= linePx * (showName ? 1.1 : 0.6)
    if (!showName && !showArea) continue
    const width = Math.max(showName ? nameWidth : 0, showArea ? areaWidth : 0)
    const height = linePx * ((showName ? 1 : 0) + (showArea ? 1 : 0))
    const x = label.at[0] * scale
    const y = label.at[1] * scale
    const box: [number, number, number, number] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]))
      continue
    taken.push(box)
    placed.set(label.id, { ...label, showName, showArea })
  }
  return placed
}

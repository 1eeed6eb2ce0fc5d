import type { Id, Scene } from '@enfilade/scene'

/** What of a space looks or stands otherwise than in an earlier state of it: added, changed and removed things. */
export function changedSince(before: Scene, now: Scene): Set<Id> {
  const then = looks(before)
  const today = looks(now)
  const changed = new Set<Id>()
  for (const [id, look] of today) if (then.get(id) !== look) changed.add(id)
  for (const id of then.keys()) if (!today.has(id)) changed.add(id)
  return changed
}

/** Everything of a thing that a picture shows, as text. */
function looks(scene: Scene): Map<Id, string> {
  const found = new Map<Id, string>()
  const put = (id: Id, ...parts: unknown[]) => found.set(id, JSON.stringify(parts, rounded))
  for (const item of scene.items) {
    const { category, worldPose, size, variant, shape, finishes, states } = item
    put(item.id, category, worldPose, size, variant, shape, finishes, states?.on ?? false, states?.open ?? 0)
  }
  for (const { id, outline, resolvedHeight, finishes } of scene.walls) put(id, outline, resolvedHeight, finishes)
  for (const { id, type, center, direction, width, height, sill, open, finishes } of scene.openings)
    put(id, type, center, direction, width, height, sill, open ?? 0, finishes)
  for (const { id, polygon, label } of scene.rooms) put(id, polygon, label?.finishes)
  return found
}

/** Files keep millimetres and tenths of a milliradian. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 2000) / 2000 : value
}

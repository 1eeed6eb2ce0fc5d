import type { Id } from '@enfilade/scene'
import type { Properties } from './properties.ts'
import { isObject, isText } from './valid-record.ts'

/** Item lines with carriers before what they carry; in a cycle of carriers nothing is before anything. */
export function sortBySupport<Line extends { readonly id: Id; readonly properties: Properties }>(
  lines: readonly Line[],
): Line[] {
  if (!lines.some((line) => line.properties.has('support'))) return [...lines]
  const byId = new Map(lines.map((line) => [line.id, line]))
  const depths = new Map<Id, number>()
  for (const line of lines) {
    const chain: Id[] = []
    let at: Line | undefined = line
    while (at && !depths.has(at.id)) {
      // Marks what is on the way, so that a cycle ends here.
      depths.set(at.id, 0)
      chain.push(at.id)
      at = carrierOf(at, byId)
    }
    let depth = at ? depths.get(at.id)! + 1 : 0
    for (const id of chain.reverse()) depths.set(id, depth++)
  }
  return [...lines].sort((a, b) => depths.get(a.id)! - depths.get(b.id)!)
}

function carrierOf<Line extends { readonly properties: Properties }>(
  line: Line,
  byId: ReadonlyMap<Id, Line>,
): Line | undefined {
  const support = line.properties.get('support')
  return isObject(support) && support.on === 'item' && isText(support.id) ? byId.get(support.id) : undefined
}

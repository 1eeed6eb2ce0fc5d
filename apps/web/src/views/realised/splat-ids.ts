import type { GaussianIds } from '@enfilade/radiance/ids'
import type { Id } from '@enfilade/scene'

/** Which instances (by their number + 1) are hidden. What belongs to nothing, number 0, always shows. */
export function hiddenInstances(ids: GaussianIds, isHidden: (id: Id, kind: string) => boolean): Uint8Array {
  const hidden = new Uint8Array(ids.table.length + 1)
  ids.table.forEach(({ id, kind }, index) => {
    // Floors and ceilings have their room's id, and what they are behind it.
    const owner = kind === 'floor' || kind === 'ceiling' ? id.replace(/:(floor|ceiling)$/, '') : id
    if (isHidden(owner, kind)) hidden[index + 1] = 1
  })
  return hidden
}

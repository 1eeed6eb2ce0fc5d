import { readScene } from '@enfilade/scene'
import type { LayoutResult, RemoveInput, Unmet } from '../result.ts'
import { createUnmet, kindName } from '../words.ts'
import { tryOperation } from './edit-frame.ts'
import { findItem, withCarried } from './movable.ts'

/** Takes items away, and what stands on them. Locked ones stay. */
export const removeItems = (input: RemoveInput): LayoutResult => {
  const scene = readScene(input.document)
  const unmet: Unmet[] = []
  const gone = input.ids.flatMap((id) => {
    const item = findItem(scene, id)
    const request = input.words ?? id
    if (!item) {
      unmet.push(
        createUnmet(
          request,
          { en: `there is no item “${id}”: 0 found`, zh: `没有找到物品「${id}」：0 件` },
          input.language,
        ),
      )
      return []
    }
    if (item.locked) {
      const name = kindName(item.category)
      unmet.push(
        createUnmet(
          request,
          { en: `the ${name.en} is locked (1 lock set): unlock it first`, zh: `${name.zh}已锁定（1 个锁），请先解锁` },
          input.language,
        ),
      )
      return []
    }
    return [item]
  })
  if (gone.length === 0) return { groups: [], unmet, truncated: false }
  const ids = [...withCarried(scene, gone)].sort()
  const change = tryOperation(input, { type: 'removed', ids })
  if ('en' in change)
    return {
      groups: [],
      unmet: [...unmet, createUnmet(input.words ?? ids.join(', '), change, input.language)],
      truncated: false,
    }
  const area = gone.reduce((sum, item) => sum + (item.support.on === 'floor' ? item.size[0] * item.size[1] : 0), 0)
  const along = ids.length - gone.length
  const names = gone.map((item) => kindName(item.category))
  return {
    groups: [
      {
        id: 'remove',
        title: {
          en: `Remove ${[...new Set(names.map((name) => name.en))].join(', ')}`,
          zh: `移除${[...new Set(names.map((name) => name.zh))].join('、')}`,
        },
        reason: {
          en: `${gone.length} ${gone.length === 1 ? 'item' : 'items'} removed${along > 0 ? `, with ${along} that stood on ${gone.length === 1 ? 'it' : 'them'}` : ''}; ${area.toFixed(2)} m² of floor become free.`,
          zh: `移除 ${gone.length} 件${along > 0 ? `，连同其上的 ${along} 件` : ''}，空出地面 ${area.toFixed(2)} 平方米。`,
        },
        measurements: [{ name: 'freed_floor', value: Math.round(area * 1000) / 1000, unit: 'm²' }],
        items: ids,
        change,
      },
    ],
    unmet,
    truncated: false,
  }
}

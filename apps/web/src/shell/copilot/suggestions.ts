import type { Scene } from '@enfilade/scene'
import type { MessageKey } from '../../i18n/en.ts'

/** How many requests are offered. */
const most = 3
/** With fewer things than this a space counts as bare. */
const furnishedFrom = 5

/** Requests that make sense for what is there: a room to describe, one to furnish, or things to change and ask about. */
export function suggestionsFor(scene: Pick<Scene, 'rooms' | 'items'>): MessageKey[] {
  if (scene.rooms.length === 0) return ['copilot.suggest.empty', 'copilot.suggest.empty-flat']
  if (scene.items.length < furnishedFrom)
    return ['copilot.suggest.furnish', 'copilot.suggest.living', 'copilot.suggest.area']
  const counts = new Map<string, number>()
  for (const { category } of scene.items) counts.set(category, (counts.get(category) ?? 0) + 1)
  const lamps = ['table_lamp', 'floor_lamp', 'ceiling_light', 'pendant_light'].filter((lamp) => counts.has(lamp))
  // "The sofa" has to be one sofa.
  const fitting: (MessageKey | false)[] = [
    counts.get('sofa') === 1 && 'copilot.suggest.sofa',
    counts.get('double_bed') === 1 && !counts.has('single_bed') && 'copilot.suggest.bed',
    counts.get('dining_table') === 1 && 'copilot.suggest.table',
    lamps.length > 1 && 'copilot.suggest.lamp',
    'copilot.suggest.plant',
    'copilot.suggest.area',
  ]
  return fitting.filter((key) => key !== false).slice(0, most)
}

import { findKind } from '@enfilade/catalogue'
import type { LayoutResult } from '@enfilade/layout'
import type { Operation, SceneItem } from '@enfilade/scene'
import { type ChangeContext, propose } from '../change-items.ts'
import { kindLabel } from '../names.ts'
import { createUnmet } from '../refusal.ts'

export type LightWish = {
  readonly factor?: number
  readonly lumens?: number
  readonly kelvin?: number
  readonly warmer?: boolean
}

/** What lamps of a home can give: nightlight to floodlight, candle to overcast sky. */
const lumensRange = [5, 10_000] as const
const kelvinRange = [1800, 6500] as const

const clamp = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(high, Math.max(low, Math.round(value)))

/** Sets how bright and how warm lamps are; a lamp that is set is on. */
export function setLight(items: readonly SceneItem[], wish: LightWish, context: ChangeContext): LayoutResult {
  const lamps = items.filter(
    ({ category, states }) => findKind(category)?.light !== undefined || states?.lumens !== undefined,
  )
  if (lamps.length === 0) {
    const names = (language: 'en' | 'zh') =>
      [...new Set(items.map(({ category }) => kindLabel(category, language)))].join(', ')
    const text = { en: `the ${names('en')} gives no light: 0 lm`, zh: `${names('zh')}不发光：0 流明` }
    return { groups: [], unmet: [createUnmet(context.words, text, context.language)], truncated: false }
  }
  const values = lamps.map((item) => {
    const own = findKind(item.category)?.light
    const [lumens, kelvin] = [item.states?.lumens ?? own?.lumens ?? 500, item.states?.kelvin ?? own?.kelvin ?? 3000]
    return {
      item,
      from: { lumens, kelvin },
      lumens: clamp(wish.lumens ?? lumens * (wish.factor ?? 1), lumensRange),
      kelvin: clamp(
        wish.kelvin ??
          (wish.warmer === undefined
            ? kelvin
            : wish.warmer
              ? Math.min(kelvin - 300, 2700)
              : Math.max(kelvin + 800, 4000)),
        kelvinRange,
      ),
    }
  })
  const operations = values.map(
    ({ item, lumens, kelvin }): Operation => ({
      type: 'item-changed',
      id: item.id,
      states: { on: true, lumens, kelvin },
    }),
  )
  const [first] = values
  const names = (language: 'en' | 'zh') =>
    [...new Set(lamps.map(({ category }) => kindLabel(category, language)))].join(language === 'zh' ? '、' : ', ')
  return propose(operations, context, {
    id: 'light',
    title: { en: `Light of the ${names('en')}`, zh: `${names('zh')}的灯光` },
    reason: {
      en: `${first!.from.lumens} lm and ${first!.from.kelvin} K become ${first!.lumens} lm and ${first!.kelvin} K${lamps.length > 1 ? ` (${lamps.length} lamps)` : ''}.`,
      zh: `由 ${first!.from.lumens} 流明、${first!.from.kelvin} K 调为 ${first!.lumens} 流明、${first!.kelvin} K${lamps.length > 1 ? `（共 ${lamps.length} 盏）` : ''}。`,
    },
    items: lamps,
  })
}

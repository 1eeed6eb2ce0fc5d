import { findKind, materials, resolveFinish } from '@enfilade/catalogue'
import type { Text } from '@enfilade/layout'
import type { SceneItem, SceneRoom } from '@enfilade/scene'
import { colorName } from './lexicon/looks.ts'
import { kindLabel, nameOfRoom } from './names.ts'
import { refusals } from './refusal.ts'
import type { Reference } from './understand/intent.ts'

/** Why a reference means nothing here; `few`: things of the kind that are there, but not as was said. */
export function noSuchThing(reference: Reference, room: SceneRoom | undefined, few: readonly SceneItem[] = []): Text {
  if (reference.kind === 'pronoun' || reference.kind === 'items') return refusals.pronoun
  const [inEn, inZh] = room ? [`in “${nameOfRoom(room, 'en')}”`, nameOfRoom(room, 'zh')] : ['here', '这里']
  if (reference.kind === 'all') return { en: `there is nothing ${inEn}: 0 found`, zh: `${inZh}没有东西：找到 0 件` }
  if (few.length > 0) {
    const list = (language: 'en' | 'zh') =>
      [
        ...new Set(few.slice(0, 6).map((item) => `${kindLabel(item.category, language)} ${looksOf(item, language)}`)),
      ].join(language === 'zh' ? '、' : ', ')
    return {
      en: `none of the ${few.length} found ${inEn} is “${reference.words}”: ${list('en')}`,
      zh: `${inZh}的 ${few.length} 件中没有“${reference.words}”：${list('zh')}`,
    }
  }
  if (reference.kind === 'one') return refusals.pronoun
  const [en, zh] = [
    reference.label ?? kindLabel(reference.category, 'en'),
    reference.label ?? kindLabel(reference.category, 'zh'),
  ]
  return { en: `there is no ${en} ${inEn}: 0 found`, zh: `${inZh}没有${zh}：找到 0 件` }
}

function looksOf(item: SceneItem, language: 'en' | 'zh'): string {
  const finishes = findKind(item.category)?.finishes ?? {}
  const slot = Object.keys(finishes)[0] ?? 'body'
  const { color, material } = resolveFinish(finishes, item.finishes, slot)
  const made = materials[material as keyof typeof materials]?.name[language].toLowerCase() ?? material
  return language === 'zh' ? `（${colorName(color, 'zh')}，${made}）` : `(${colorName(color, 'en')}, ${made})`
}

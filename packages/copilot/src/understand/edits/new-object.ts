import { findKind, resolveCategory, resolveMaterial } from '@enfilade/catalogue'
import { type BriefAttributes, type BriefObject, createBriefObject } from '@enfilade/layout'
import type { FrameContext, Span } from './frame.ts'
import { looksOf } from './looks-of.ts'
import { slotOf, symbols, wordsAt } from './skeleton.ts'

/** A thing that is not there yet, by its words: "a round oak table", 「一张大床」, "a telescope". */
export function newObject({ skeleton, request }: FrameContext, span: Span): BriefObject | undefined {
  const words = wordsAt(skeleton, request, span.from, span.to)
  const nouns = [...span.text].flatMap((symbol) => {
    const slot = slotOf(skeleton, symbol)
    return slot?.kind === 'thing' ? [slot] : []
  })
  const noun = nouns.at(-1)
  const bare = words.replace(/^(?:an?|the|my|some|another|一[个把张架台辆]?|个)\s*/i, '').trim()
  // "a single bed": the noun alone may mean several kinds, with what goes before it one.
  const exact = noun && noun.categories.length > 1 ? resolveCategory(bare) : undefined
  const category =
    exact ??
    noun?.category ??
    resolveCategory(bare) ??
    bare
      .toLowerCase()
      .replace(/[\s'-]+/g, '_')
      .slice(0, 60)
  if (!category) return undefined
  const attributes = { ...materialWithin(noun), ...looksOf(skeleton, span.text) }
  const length = slotOf(skeleton, new RegExp(symbols.L).exec(span.text)?.[0])
  const values = length?.kind === 'length' ? length.values : []
  const sizeClass = /\b(?:big|bigger|large|larger)\b|大/.test(span.text)
    ? 'large'
    : /\b(?:small|smaller|little)\b|小/.test(span.text)
      ? 'small'
      : undefined
  const number = slotOf(skeleton, new RegExp(symbols.N).exec(span.text)?.[0])
  const isNumber = number?.kind === 'number' && Number.isInteger(number.value)
  const said = isNumber ? number.value : /\btwo\b|两/.test(span.text) ? 2 : 1
  // "replace the chairs with stools": as many as there were.
  const isOpen = noun?.isPlural === true && !isNumber && !/\btwo\b|\bpair\b/.test(span.text)
  return createBriefObject(category, {
    words,
    count: isOpen ? { min: 1 } : { min: said, max: said },
    ...(noun?.label || !findKind(category) ? { label: noun?.label ?? bare } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(sizeClass ? { sizeClass } : {}),
    ...(values.length > 0
      ? {
          size: {
            width: { exact: values[0]! },
            ...(values[1] === undefined ? {} : { depth: { exact: values[1] } }),
            ...(values[2] === undefined ? {} : { height: { exact: values[2] } }),
          },
        }
      : {}),
  })
}

/** 「皮沙发」 is a word of its own, and says what the thing is made of. */
function materialWithin(noun: { readonly text: string; readonly category: string } | undefined): BriefAttributes {
  for (const length of [3, 2, 1]) {
    const [before, after] = [noun?.text.slice(0, length) ?? '', noun?.text.slice(length) ?? '']
    if (!/^\p{Script=Han}+$/u.test(before) || resolveCategory(after) !== noun?.category) continue
    const material = resolveMaterial(before)
    if (material) return { material }
  }
  return {}
}

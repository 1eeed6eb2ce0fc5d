import { readAppearance } from '@enfilade/radiance/appearance'
import type { Intent } from './intent.ts'

/** What asks for a look of the room rather than for things in it. */
const says =
  /\b(?:look|looks|feel|feels|style|styled|restyle|redecorate|vibe|mood|atmosphere|ambien[ct]e|makeover|aesthetic)\b|风格|风$|[^通排]风[，。！]|氛围|气氛|情调|感觉|调性|色调|的样子|改成|换成|变成|弄成|打造|营造/i
/** What asks for things or for work on them as well. */
const wantsThings = /\b(?:furnish|furniture for|layout|rearrange|arrange|equip)\b|布置|摆放|添置|配齐|家具齐/i

/**
 * Wishes for the look of what is there: "make the room japandi", 「把客厅改成奶油风」, "make it look like a winter
 * evening". Where words name things, or turn the room to another use, the wish stays what it was.
 */
export function asLooks(intents: readonly Intent[], request: string, hasThings: boolean): readonly Intent[] {
  if (!hasThings) return intents
  if (intents.length === 0) return isLook(request) ? [{ type: 'look', words: request.trim() }] : intents
  return intents.map((intent): Intent => {
    const { words, place } = intent
    const isAll = intent.type === 'restyle-all' && intent.attributes.style !== undefined
    const isBare =
      (intent.type === 'furnish' || intent.type === 'convert') &&
      intent.brief.objects.length === 0 &&
      intent.brief.exclusions.length === 0 &&
      intents.length === 1
    if (!(isAll && tells(words)) && !(isBare && isLook(words))) return intent
    return { type: 'look', words, ...(place ? { place } : {}) }
  })
}

const isLook = (words: string): boolean => says.test(words) && !wantsThings.test(words) && tells(words)

/** Whether the words say how it shall look. */
function tells(words: string): boolean {
  const { styles, moods, palettes, colors, materials, wishes, light } = readAppearance(words)
  return (
    [styles, moods, palettes, colors, materials, wishes].some((list) => list.length > 0) ||
    Object.keys(light).length > 0
  )
}

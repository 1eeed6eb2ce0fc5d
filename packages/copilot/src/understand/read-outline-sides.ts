import type { PlanCorner, PlanSide } from '@enfilade/layout'

const compass: readonly (readonly [PlanSide, string])[] = [
  ['north', 'north(?:ern)?|北'],
  ['south', 'south(?:ern)?|南'],
  ['east', 'east(?:ern)?|东'],
  ['west', 'west(?:ern)?|西'],
]

/** Any word for a side, as a pattern source. */
export const sideWord = 'north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|[东南西北]'

/** The first compass side named in a text. */
export function sideIn(text: string): PlanSide | undefined {
  let best: { side: PlanSide; at: number } | undefined
  for (const [side, pattern] of compass) {
    const match = new RegExp(
      /[a-z]/.test(pattern) ? `\\b(?:${pattern.split('|')[0]})\\b|${pattern.split('|')[1]}` : pattern,
    ).exec(text)
    if (match && (!best || match.index < best.at)) best = { side, at: match.index }
  }
  return best?.side
}

const corners: readonly (readonly [PlanCorner, RegExp])[] = [
  ['north-east', /north[- ]?east|\bne\b|东北|(?:top|upper|back)[- ]right|右上|右后/],
  ['north-west', /north[- ]?west|\bnw\b|西北|(?:top|upper|back)[- ]left|左上|左后/],
  ['south-east', /south[- ]?east|\bse\b|东南|(?:bottom|lower|front)[- ]right|右下|右前/],
  ['south-west', /south[- ]?west|\bsw\b|西南|(?:bottom|lower|front)[- ]left|左下|左前/],
]

export const cornersIn = (text: string): PlanCorner[] =>
  corners.flatMap(([corner, pattern]) => (pattern.test(text) ? [corner] : []))

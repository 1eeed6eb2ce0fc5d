import { materials as allMaterials, type MaterialName, materialFamily, type StyleName } from '@enfilade/catalogue'
import { type AppearanceBrief, emptyBrief, type LightWish, type Mood, type Wish } from './appearance-brief.ts'
import { shift } from './harmony.ts'
import type { PaletteName } from './named-palettes.ts'
import type { Meaning, Tone } from './words/meaning.ts'
import { type Piece, segment } from './words/segment.ts'

type Attribute = { color?: string; material?: MaterialName; from: number; to: number }

/** The last thing named; `isFresh`: it waits for its looks; `last`: what it got, which a word behind it may add to. */
type Open = {
  readonly targets: readonly string[]
  readonly from: number
  readonly isFresh: boolean
  readonly last?: Attribute
}

type Reading = {
  readonly text: string
  readonly styles: { style: StyleName; weight: number }[]
  readonly wishes: Wish[]
  readonly colors: string[]
  readonly materials: MaterialName[]
  readonly avoidColors: string[]
  readonly avoidMaterials: MaterialName[]
  readonly moods: Set<Mood>
  readonly calmed: Set<Mood>
  readonly palettes: PaletteName[]
  light: LightWish
  readonly notUnderstood: { words: string; from: number; to: number }[]
}

/**
 * What a person asks a space to look like, in English, Chinese or both: styles, moods, palettes, colours and materials
 * with where they go, what is not wanted, hour, weather and lamps. Never throws; what is not understood is listed.
 */
export function readAppearance(text: string): AppearanceBrief {
  const reading: Reading = {
    text,
    styles: [],
    wishes: [],
    colors: [],
    materials: [],
    avoidColors: [],
    avoidMaterials: [],
    moods: new Set(),
    calmed: new Set(),
    palettes: [],
    light: {},
    notUnderstood: [],
  }
  let clause: Piece[] = []
  for (const piece of segment(text)) {
    if (piece.isStop) {
      readClause(clause, reading)
      clause = []
    } else clause.push(piece)
  }
  readClause(clause, reading)
  return toBrief(reading)
}

/** Adjectives gather until their thing comes; a thing without any waits for what follows "in" or stands behind it. */
function readClause(pieces: readonly Piece[], reading: Reading): void {
  let pending: Attribute[] = []
  let tone: Tone | undefined
  let toneFrom = 0
  let open: Open | undefined
  let isNegated = false
  let isTouch = false
  let afterAnd = false
  let lastGiven: Attribute[] = []
  const give = (targets: readonly string[], attributes: readonly Attribute[], from: number, to: number) => {
    for (const [k, { color, material }] of attributes.entries()) {
      const merged = k === 0 || !canMerge(attributes[k - 1]!, attributes[k]!)
      if (!merged) continue
      const next = attributes[k + 1]
      const pair = next && canMerge(attributes[k]!, next) ? next : undefined
      const words = reading.text.slice(from, to).trim()
      for (const target of targets)
        reading.wishes.push({
          target,
          ...pickDefined({ color: color ?? pair?.color, material: material ?? pair?.material }),
          words,
        })
    }
  }
  for (const [at, piece] of pieces.entries()) {
    const { meaning, from, to } = piece
    const next = pieces.slice(at + 1).find(({ meaning: m }) => m?.type !== 'skip')?.meaning
    if (!meaning) {
      // A letter or character by itself is rather a slip of the cutting than a wish.
      if (to - from > 1) reading.notUnderstood.push({ words: reading.text.slice(from, to), from, to })
      continue
    }
    const isAnd = meaning.type === 'and'
    switch (meaning.type) {
      case 'not':
        isNegated = true
        break
      case 'touch':
        isTouch = true
        break
      case 'tone':
        tone = meaning.tone
        toneFrom = from
        // 「墙要深一点」: the tone is all that is said.
        if (open?.isFresh && !isLook(next) && !isThing(next) && (tone === 'light' || tone === 'dark')) {
          for (const target of open.targets)
            reading.wishes.push({ target, tone, words: reading.text.slice(open.from, to) })
          tone = undefined
        }
        break
      case 'in':
        if (open) open = { ...open, isFresh: true }
        break
      case 'style': {
        if (meaning.color && isThing(next)) {
          pending.push({ color: meaning.color, from, to })
          break
        }
        if (!isNegated) addStyle(reading, meaning.style, isTouch ? 0.5 : 1)
        isTouch = false
        break
      }
      case 'palette':
        if (!isNegated && !reading.palettes.includes(meaning.palette)) reading.palettes.push(meaning.palette)
        break
      case 'mood': {
        const isAdjective = meaning.tone !== undefined && (isLook(next) || (isThing(next) && meaning.tone === 'dark'))
        if (isAdjective) {
          tone = meaning.tone
          toneFrom = from
        } else for (const mood of meaning.moods) (isNegated ? reading.calmed : reading.moods).add(mood)
        if (!isAdjective && meaning.light && !isNegated) reading.light = { ...meaning.light, ...reading.light }
        break
      }
      case 'light':
        if (!isNegated) {
          reading.light = { ...reading.light, ...meaning.light }
          for (const mood of meaning.moods ?? []) reading.moods.add(mood)
        }
        break
      case 'color':
      case 'material': {
        const attribute = toned(attributeOf(meaning, from, to), tone)
        tone = undefined
        if (isNegated) refuse(reading, attribute)
        else if (open?.last && canMerge(open.last, attribute) && !comesBeforeThing(pieces, at)) {
          // "the sofa in caramel leather": one look in two words.
          reading.wishes.splice(-open.targets.length)
          const whole = { ...open.last, ...attribute }
          give(open.targets, [whole], open.from, to)
          open = { ...open, last: whole }
          lastGiven = [whole]
        } else if (open?.isFresh && !comesBeforeThing(pieces, at)) {
          give(open.targets, [attribute], open.from, to)
          open = { ...open, isFresh: false, last: attribute }
          lastGiven = [attribute]
        } else pending.push(attribute)
        break
      }
      case 'target': {
        if (isNegated) break
        const isTwin =
          afterAnd &&
          pending.length === 0 &&
          open &&
          !open.isFresh &&
          lastGiven.length > 0 &&
          !hasLookBehind(pieces, at)
        if (isTwin) give(meaning.targets, lastGiven, from, to)
        else if (pending.length > 0) {
          give(meaning.targets, pending, pending[0]!.from, to)
          lastGiven = pending
          pending = []
          open = { targets: meaning.targets, from, isFresh: false }
        } else if (tone === 'light' || tone === 'dark') {
          for (const target of meaning.targets)
            reading.wishes.push({ target, tone, words: reading.text.slice(toneFrom, to) })
          open = { targets: meaning.targets, from, isFresh: false }
        } else {
          // "walls and ceiling in white": both wait.
          const both = afterAnd && open?.isFresh ? [...open.targets, ...meaning.targets] : meaning.targets
          open = { targets: both, from: afterAnd && open?.isFresh ? open.from : from, isFresh: true }
        }
        tone = undefined
        break
      }
      case 'skip':
      case 'and':
        break
    }
    if (meaning.type !== 'skip') afterAnd = isAnd
  }
  for (const [k, attribute] of pending.entries()) {
    const { color, material } = attribute
    const before = pending[k - 1]
    // "dark green marble" without a place is one look, and goes where marble goes.
    if (material && before?.color && !before.material && isNextTo(reading.text, before, attribute)) {
      const target = PLACE_OF[materialFamily(material)]
      if (target) {
        reading.colors.splice(reading.colors.indexOf(before.color), 1)
        reading.wishes.push({
          target,
          color: before.color,
          material,
          words: reading.text.slice(before.from, attribute.to),
        })
        continue
      }
    }
    if (material && !reading.materials.includes(material)) reading.materials.push(material)
    if (color && !material && !reading.colors.includes(color)) reading.colors.push(color)
  }
}

/** Where a coloured material is usual. */
const PLACE_OF: { readonly [family: string]: string } = {
  wood: 'wood',
  fabric: 'upholstery',
  leather: 'upholstery',
  stone: 'worktops',
  metal: 'metal',
  painted: 'cabinets',
}

const isNextTo = (text: string, a: Attribute, b: Attribute) => /^[\s的]*$/.test(text.slice(a.to, b.from))

/** "green velvet" is one look, "green and blue" are two. */
const canMerge = (a: Attribute, b: Attribute) =>
  (a.color === undefined) !== (b.color === undefined) || (a.material === undefined) !== (b.material === undefined)
    ? !(a.color && b.color) && !(a.material && b.material)
    : false

const pickDefined = ({ color, material }: { color: string | undefined; material: MaterialName | undefined }) => ({
  ...(color ? { color } : {}),
  ...(material ? { material } : {}),
})

const isThing = (meaning: Meaning | undefined) => meaning?.type === 'target'
const isLook = (meaning: Meaning | undefined) => meaning?.type === 'color' || meaning?.type === 'material'

/** Whether an adjective is followed by a thing of its own before the next joint. */
function comesBeforeThing(pieces: readonly Piece[], at: number): boolean {
  for (const { meaning } of pieces.slice(at + 1)) {
    if (meaning?.type === 'target') return true
    if (!isLook(meaning) && meaning?.type !== 'skip' && meaning?.type !== 'tone') return false
  }
  return false
}

/** Whether a thing has looks of its own behind it: "white walls and floor in oak". */
function hasLookBehind(pieces: readonly Piece[], at: number): boolean {
  const behind = pieces.slice(at + 1).find(({ meaning }) => meaning?.type !== 'skip')?.meaning
  return behind?.type === 'in' || isLook(behind)
}

function attributeOf(meaning: Extract<Meaning, { type: 'color' | 'material' }>, from: number, to: number): Attribute {
  return meaning.type === 'color'
    ? { color: meaning.color, from, to }
    : { material: meaning.material, ...(meaning.color ? { color: meaning.color } : {}), from, to }
}

const TONES: { readonly [tone in Tone]: Parameters<typeof shift>[1] } = {
  light: { light: 0.11, chroma: 0.8 },
  dark: { light: -0.13 },
  muted: { chroma: 0.55 },
  vivid: { chroma: 1.35 },
  warm: { towards: 1.2, by: 0.02 },
  cool: { towards: -1.9, by: 0.02 },
}

function toned(attribute: Attribute, tone: Tone | undefined): Attribute {
  if (!tone) return attribute
  const base = attribute.color ?? (attribute.material ? allMaterials[attribute.material].color : undefined)
  return base ? { ...attribute, color: shift(base, TONES[tone]) } : attribute
}

function refuse(reading: Reading, { color, material }: Attribute): void {
  if (material) reading.avoidMaterials.push(material)
  else if (color) reading.avoidColors.push(color)
}

function addStyle(reading: Reading, style: StyleName, weight: number): void {
  if (!reading.styles.some((known) => known.style === style)) reading.styles.push({ style, weight })
}

function toBrief(reading: Reading): AppearanceBrief {
  const { text, styles, wishes, colors, materials, palettes, light, notUnderstood } = reading
  const total = styles.reduce((sum, { weight }) => sum + weight, 0)
  return {
    ...emptyBrief,
    words: text.trim().slice(0, 500),
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    styles: styles.map(({ style, weight }) => ({ style, share: weight / total })).sort((a, b) => b.share - a.share),
    wishes,
    colors,
    materials,
    avoid: { colors: reading.avoidColors, materials: reading.avoidMaterials },
    moods: [...reading.moods].filter((mood) => !reading.calmed.has(mood)),
    palettes,
    light,
    notUnderstood,
  }
}

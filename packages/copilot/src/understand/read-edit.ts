import type { BriefAttributes, RotateInput } from '@enfilade/layout'
import { createBriefObject } from '@enfilade/layout'
import { findToken, hasToken, verbOf } from './clause.ts'
import type { Intent, Reference, SizeWish } from './intent.ts'
import type { Piece } from './measures.ts'
import { findMentions, type Mention, type ObjectMention } from './mentions.ts'
import { placeOf, readRooms } from './read-rooms.ts'
import { categoryTarget, toReference } from './reference.ts'
import { findRelations, toBriefRelation } from './relations.ts'

type EditContext = {
  readonly existing: ReadonlySet<string>
  readonly request: string
  readonly words: string
}

/** An edit of what is there; undefined where the clause asks for new things. */
export function readEdit(clause: readonly Piece[], context: EditContext): Intent | undefined {
  const { request, words } = context
  const mentions = findMentions(clause, request)
  const rooms = readRooms(clause)
  // "turn the study into a guest room" furnishes it.
  if (rooms.some(({ role }) => role === 'as')) return undefined
  const place = placeOf(rooms)
  const common = { words, ...(place ? { place } : {}) }
  const verbs = clause.map(verbOf).filter((verb) => verb !== undefined)
  if (verbs.includes('keep') && verbs.every((verb) => verb === 'keep')) return undefined
  const references = mentions.filter((mention) => mention.kind !== 'part')
  const [first, second] = references
  if (!first) return readBuildingEdit(clause, mentions, verbs, common, context)
  const isThere = isIn(first, context.existing)
  const relations = findRelations(clause, mentions, request)
  const which = () => toReference(first, clause, mentions, relations)
  const reference = toReference(first, clause, mentions)
  const active = readOperation(clause, verbs)
  if (active !== undefined && !(first.kind === 'object' && first.isUnknown))
    return { type: 'operate', reference: which(), active, ...common }
  if (verbs.includes('remove')) return { type: 'remove', reference: which(), ...common }
  const isSwap = verbs.includes('swap') || (verbs.includes('operate') && second !== undefined)
  if (isSwap && second) return { type: 'swap', reference, other: toReference(second, clause, mentions), ...common }
  if (verbs.includes('replace') && second?.kind === 'object' && second.category !== categoryOf(first))
    return { type: 'replace', reference: which(), object: toObject(second), ...common }
  if (!isThere) return isPlainMove(clause, first, verbs) ? { ...edit(), ...common } : undefined
  const look = readLook(clause, first, verbs)
  if (look) return { type: 'restyle', reference: which(), attributes: look, ...common }
  const step = readStep(clause)
  const isNew =
    verbs.includes('add') || (first.kind === 'object' && first.isCounted && !first.isDefinite && verbs.length === 0)
  if (step && !isNew && !verbs.includes('move')) return { type: 'resize', reference: which(), size: step, ...common }
  const facing = relations.find(({ type, subject }) => type.startsWith('facing') && mentions[subject ?? -1] === first)
  const canTurn = verbs.every((verb) => verb === 'resize' || verb === 'rotate')
  if (canTurn && facing && (verbs.length > 0 || isFirstWord(clause, 'relation'))) {
    const relation = toBriefRelation(facing, mentions, (index) => categoryTarget(mentions[index]!))
    if (relation) return { type: 'rotate', reference, turn: { facing: relation }, ...common }
  }
  if (verbs.includes('resize') || verbs.includes('furnish') || verbs.includes('replace')) {
    const size = sizeOf(first, clause)
    if (size) return { type: 'resize', reference: which(), size, ...common }
  }
  if (verbs.includes('rotate')) return { type: 'rotate', reference, turn: readTurn(clause, mentions), ...common }
  const isMove =
    verbs.includes('move') ||
    (verbs.includes('add') && first.kind === 'object' && first.isDefinite) ||
    (verbs.includes('add') && first.kind === 'pronoun')
  if (isMove) return readMove(clause, mentions, reference, common, context)
  return verbs.some((verb) => verb === 'resize' || verb === 'replace' || verb === 'restyle') && isDefinite(first)
    ? { type: 'refused', reason: 'unclear', ...common }
    : undefined

  /** A move or turn of what is not there: the answer is that it is not. */
  function edit(): Intent {
    return { type: 'rotate', reference, turn: { by: Math.PI / 2 }, words }
  }
}

type CommonPart = Pick<Intent, 'words' | 'place'>

const isIn = (mention: Mention, existing: ReadonlySet<string>) =>
  mention.kind === 'pronoun' ||
  (mention.kind === 'object' && (mention.family ?? [mention.category]).some((category) => existing.has(category)))

const isDefinite = (mention: Mention) => mention.kind === 'pronoun' || (mention.kind === 'object' && mention.isDefinite)

const categoryOf = (mention: Mention) => (mention.kind === 'object' ? mention.category : undefined)

const isFirstWord = (clause: readonly Piece[], type: string) => {
  const word = clause.find((piece) => piece.kind !== 'token' || piece.meaning.type !== 'particle')
  return word?.kind === 'token' && word.meaning.type === type
}

/** 放 and "put" also bring new things; "move", 挪 and "rotate" do not. */
function isPlainMove(clause: readonly Piece[], first: Mention, verbs: readonly string[]): boolean {
  if (first.kind === 'object' && first.isCounted) return false
  if (verbs.some((verb) => ['rotate', 'swap', 'replace', 'restyle'].includes(verb))) return isDefinite(first)
  return clause.some((piece) => verbOf(piece) === 'move' && !/^[放摆]/.test(piece.text)) && isDefinite(first)
}

/** Edits with no thing in them: of the building, of a whole room, of a surface. */
function readBuildingEdit(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  verbs: readonly string[],
  common: CommonPart,
  { existing }: EditContext,
): Intent | undefined {
  const part = mentions.find((mention) => mention.kind === 'part')
  const active = readOperation(clause, verbs)
  if (part?.kind === 'part' && (part.part === 'door' || part.part === 'window') && active !== undefined) {
    const piece = clause[part.first]!
    const isPlural =
      (piece.kind === 'token' && piece.plural) || clause.some(({ text }) => /^(all|every|所有的?|全部)$/i.test(text))
    return { type: 'operate-opening', part: part.part, isPlural, active, ...common }
  }
  if (verbs.includes('remove') && !part && common.place && isFirstWord(clause, 'verb'))
    return { type: 'remove', reference: { kind: 'all', except: [], words: common.words }, ...common }
  if (part?.kind !== 'part') return undefined
  const attributes = looksIn(clause)
  const surface = ({ wall: 'walls', floor: 'floor', ceiling: 'ceiling' } as const)[part.part as 'wall']
  const isChange = verbs.some((verb) => ['restyle', 'resize', 'replace', 'add', 'furnish'].includes(verb))
  if (surface && isChange && (attributes.color || attributes.material))
    return { type: 'restyle-room', surface, attributes, ...common }
  const isBuilding = ['wall', 'window', 'door', 'ceiling', 'column'].includes(part.part)
  const isRoom =
    part.part === 'room' && existing.size > 0 && (readStep(clause) !== undefined || verbs.includes('remove'))
  const changes = verbs.some((verb) => ['add', 'remove', 'move', 'resize', 'rotate', 'replace'].includes(verb))
  return (isBuilding && changes) || isRoom ? { type: 'refused', reason: 'building', ...common } : undefined
}

/** On or off, open or closed: "turn on the lamp", "turn the lamp off", 「把灯关掉」. */
function readOperation(clause: readonly Piece[], verbs: readonly string[]): boolean | undefined {
  for (const piece of clause)
    if (piece.kind === 'token' && piece.meaning.type === 'verb' && piece.meaning.active !== undefined)
      return piece.meaning.active
  if (!verbs.includes('rotate') && !verbs.includes('operate')) return undefined
  const toggle = findToken(clause, 'toggle')
  if (toggle) return toggle.active
  const last = clause.findLast(
    (piece) => piece.kind === 'token' && !['particle', 'break', 'join'].includes(piece.meaning.type),
  )
  return last?.text.toLowerCase() === 'on' ? true : undefined
}

/** How a thing shall look: 「换成绿色」, "make the sofa green", "paint the wardrobe dark blue". */
function readLook(clause: readonly Piece[], mention: Mention, verbs: readonly string[]): BriefAttributes | undefined {
  const isInstead = hasToken(clause, 'instead') && verbs.includes('furnish')
  const changes = verbs.some((verb) => ['resize', 'replace', 'restyle'].includes(verb)) || hasToken(clause, 'look')
  const isMade = verbs.includes('furnish') && verbs.every((verb) => verb === 'furnish') && isDefinite(mention)
  if (!changes && !isInstead && !isMade) return undefined
  const own = mention.kind === 'object' ? (isInstead ? mention.attributes : mention.after) : undefined
  const outside = looksIn(clause.filter((_, index) => index > mention.last))
  const attributes = isInstead ? { ...own } : { ...own, ...outside }
  return Object.keys(attributes).length > 0 ? attributes : undefined
}

function looksIn(clause: readonly Piece[]): BriefAttributes {
  let attributes: BriefAttributes = {}
  for (const piece of clause) {
    if (piece.kind !== 'token') continue
    if (piece.meaning.type === 'attribute') attributes = { ...attributes, ...piece.meaning.attributes }
    if (piece.meaning.type === 'style') attributes = { ...attributes, style: piece.meaning.style }
  }
  return attributes
}

function readMove(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  reference: Reference,
  common: CommonPart,
  { request }: EditContext,
): Intent {
  const length = clause.find((piece) => piece.kind === 'length')
  const distance = length?.kind === 'length' ? length.values[0]! : undefined
  const to = readRooms(clause).find(({ role }) => role === 'to')
  if (to) return { type: 'move', reference, to: { roomNamed: to.reference }, ...common }
  const direction = findToken(clause, 'direction')
  if (direction)
    return {
      type: 'move',
      reference,
      to: { direction: direction.direction as 'left', distance: distance ?? 0.3 },
      ...common,
    }
  const step = findToken(clause, 'step')
  if (step?.axis === 'height')
    return {
      type: 'move',
      reference,
      to: { direction: step.step === 'bigger' ? 'up' : 'down', distance: distance ?? 0.1 },
      ...common,
    }
  const relations = findRelations(clause, mentions, request).flatMap((found) => {
    const relation = toBriefRelation(found, mentions, (index) => categoryTarget(mentions[index]!))
    return relation ? [relation] : []
  })
  if (relations.length > 0) return { type: 'move', reference, to: { relations }, ...common }
  const part = mentions.find((mention) => mention.kind === 'part')
  const type =
    part?.kind === 'part'
      ? ({ window: 'by_window', door: 'by_door', wall: 'against_wall', corner: 'in_corner', room: 'centred' } as const)[
          part.part as 'window'
        ]
      : undefined
  if (part?.kind === 'part' && type) {
    const target = categoryTarget(part)
    return {
      type: 'move',
      reference,
      to: { relations: [{ type, ...(target ? { target } : {}), words: part.words }] },
      ...common,
    }
  }
  // "move the chair to the desk": the thing named second is where to.
  const other = mentions.filter((mention) => mention.kind === 'object')[reference.kind === 'named' ? 1 : 0]
  if (other?.kind === 'object') {
    const target = { kind: 'category' as const, category: other.category }
    return { type: 'move', reference, to: { relations: [{ type: 'near', target, words: other.words }] }, ...common }
  }
  return { type: 'refused', reason: 'unclear', ...common }
}

function readTurn(clause: readonly Piece[], mentions: readonly Mention[]): RotateInput['turn'] {
  const angle = clause.find((piece) => piece.kind === 'angle')
  const sign = /counter|anti|逆时针/.test(clause.map(({ text }) => text.toLowerCase()).join(' ')) ? 1 : -1
  if (angle?.kind === 'angle') return { by: sign * angle.value }
  const target = mentions.slice(1).find((mention) => mention.kind !== 'pronoun')
  if (target?.kind === 'object' && !target.isUnknown)
    return { facing: { type: 'facing', target: { kind: 'category', category: target.category } } }
  if (target?.kind === 'part') {
    const type = target.part === 'window' ? 'facing_window' : target.part === 'door' ? 'facing_door' : 'facing'
    return { facing: { type, target: { kind: 'building', part: target.part } } }
  }
  const direction = findToken(clause, 'direction')?.direction
  if (direction && direction in compass) return { to: compass[direction as keyof typeof compass] }
  if (direction === 'left') return { by: Math.PI / 2 }
  const isAround = clause.some(({ text }) => /^(a?round)$/i.test(text))
  if (direction === 'back' || isAround) return { by: Math.PI }
  return { by: (sign * Math.PI) / 2 }
}

/** Yaw whose front looks that way: the front is (sin yaw, −cos yaw). */
const compass = { south: 0, east: Math.PI / 2, north: Math.PI, west: -Math.PI / 2 } as const

function readStep(clause: readonly Piece[]): SizeWish | undefined {
  const verb = clause.find((piece) => piece.kind === 'token' && piece.meaning.type === 'verb' && piece.meaning.step)
  const own = verb?.kind === 'token' && verb.meaning.type === 'verb' ? verb.meaning : undefined
  const found = findToken(clause, 'step') ?? own
  if (!found?.step) return undefined
  const { step } = found
  const axis = found.axis ?? findToken(clause, 'axis')?.axis
  const length = clause.find((piece) => piece.kind === 'length' && piece.values.length === 1)
  if (length?.kind === 'length') {
    const isTo = clause.some((piece, index) => piece.text === '到' && clause[index + 1] === length)
    if (isTo) return { [axis ?? 'width']: length.values[0]! }
    return { axis: axis ?? 'width', by: (step === 'bigger' ? 1 : -1) * length.values[0]! }
  }
  return axis ? { step, axis } : { step }
}

function sizeOf(mention: Mention, clause: readonly Piece[]): SizeWish | undefined {
  if (mention.kind === 'object' && mention.size) return mention.size
  const at = clause.findIndex((piece) => piece.kind === 'length')
  const length = clause[at]
  if (length?.kind !== 'length') return undefined
  if (length.values.length > 1) {
    const [width, depth, height] = length.values
    return { width: width!, depth: depth!, ...(height === undefined ? {} : { height }) }
  }
  const near = [clause[at + 1], clause[at - 1]].find(
    (piece) => piece?.kind === 'token' && piece.meaning.type === 'axis',
  )
  const axis = near?.kind === 'token' && near.meaning.type === 'axis' ? near.meaning.axis : 'width'
  return { [axis]: length.values[0]! }
}

function toObject(mention: ObjectMention) {
  const size =
    mention.size && Object.fromEntries(Object.entries(mention.size).map(([axis, exact]) => [axis, { exact }]))
  return createBriefObject(mention.category, {
    words: mention.words,
    count: mention.isCounted ? mention.count : { min: 1, max: 1 },
    ...(mention.label ? { label: mention.label } : {}),
    ...(mention.attributes ? { attributes: mention.attributes } : {}),
    ...(mention.sizeClass ? { sizeClass: mention.sizeClass } : {}),
    ...(size ? { size } : {}),
  })
}

import {
  type BriefAttributes,
  type BriefObject,
  type BriefRelation,
  createBrief,
  parseBrief,
  type RelationTarget,
} from '@enfilade/layout'
import { createUnmet } from '../refusal.ts'
import type { EditMove, EditRelation, Intent, Reference, SizeWish } from '../understand/intent.ts'

/** Longest answer that is read, characters. */
export const maximumAnswerLength = 200_000
const maximumIntents = 24

export type ParsedAnswer =
  | { readonly ok: true; readonly intents: readonly Intent[]; readonly notUnderstood: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/**
 * Reads what a language model wrote as intents, strictly: one thing that does not fit refuses the whole answer.
 *
 * @param ids Ids of the items that are there; no other may be named.
 */
export function parseAnswer(answer: string, ids: ReadonlySet<string>): ParsedAnswer {
  if (answer.length > maximumAnswerLength)
    return refused(`has ${answer.length} characters, at most ${maximumAnswerLength}`)
  const value = parseJson(answer)
  if (!isRecord(value)) return refused('is no JSON object')
  const { intents, notUnderstood = [] } = value
  if (!Array.isArray(intents)) return refused('has no list of intents')
  if (intents.length > maximumIntents) return refused(`has ${intents.length} intents, at most ${maximumIntents}`)
  if (!Array.isArray(notUnderstood) || !notUnderstood.every((word) => typeof word === 'string'))
    return refused('notUnderstood is no list of words')
  try {
    return {
      ok: true,
      intents: intents.map((entry, index) => readIntent(entry, `intents[${index}]`, ids)),
      notUnderstood: notUnderstood.slice(0, maximumIntents).map((word) => quoted(word)),
    }
  } catch (error) {
    if (error instanceof Misfit) return refused(error.message)
    throw error
  }
}

/** Something in an answer does not fit the schema. */
class Misfit extends Error {}

const refused = (problem: string): ParsedAnswer => ({ ok: false, problem })

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as it is, or in one code fence, as some models write it in spite of everything. */
function parseJson(answer: string): unknown {
  const body = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(answer)?.[1] ?? answer
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Words as the report may show them. */
const quoted = (words: string) => createUnmet(words, { en: '', zh: '' }, 'en').request

function readIntent(value: unknown, path: string, ids: ReadonlySet<string>): Intent {
  if (!isRecord(value)) throw new Misfit(`${path} is no object`)
  const words = typeof value.words === 'string' ? quoted(value.words) : '…'
  const things = (name: string) => readThings(value[name], `${path}.${name}`, ids, words)
  switch (value.type) {
    case 'furnish':
      return { type: 'furnish', brief: readBrief(value.brief, `${path}.brief`, ids), words }
    case 'add':
      return { type: 'add', objects: readObjects(value.objects, `${path}.objects`, ids), words }
    case 'remove':
      return { type: 'remove', reference: things('things'), words }
    case 'move':
      return { type: 'move', reference: things('things'), to: readMove(value, path, ids), words }
    case 'swap':
      return { type: 'swap', reference: things('things'), other: things('with'), words }
    case 'replace': {
      const [object] = readObjects([value.object], `${path}.object`, ids)
      return { type: 'replace', reference: things('things'), object: object!, words }
    }
    case 'rotate': {
      const { degrees, facing } = value
      if (typeof degrees === 'number' && Math.abs(degrees) <= 360)
        return { type: 'rotate', reference: things('things'), turn: { by: (degrees * Math.PI) / 180 }, words }
      const [relation] = readRelations([{ type: 'facing', target: facing }], path, ids)
      return { type: 'rotate', reference: things('things'), turn: { facing: relation! }, words }
    }
    case 'resize':
      return { type: 'resize', reference: things('things'), size: readSize(value, path), words }
    case 'restyle':
      return {
        type: 'restyle',
        reference: things('things'),
        attributes: readAttributes(value.attributes, path, ids),
        words,
      }
    case 'operate':
      if (typeof value.on !== 'boolean') throw new Misfit(`${path}.on is neither true nor false`)
      return { type: 'operate', reference: things('things'), active: value.on, words }
    case 'question':
      return { type: 'question', ask: 'other', about: [], words }
    default:
      throw new Misfit(`${path}.type is none of the known ones`)
  }
}

function readThings(value: unknown, path: string, ids: ReadonlySet<string>, words: string): Reference {
  if (!isRecord(value)) throw new Misfit(`${path} is no object`)
  if (Array.isArray(value.ids)) {
    const lost = value.ids.find((id) => typeof id !== 'string' || !ids.has(id))
    if (lost !== undefined || value.ids.length === 0) throw new Misfit(`${path}.ids names what is not there`)
    return { kind: 'items', ids: value.ids as string[], words }
  }
  const { category } = value
  if (typeof category !== 'string' || !/^[a-z][a-z0-9_]{0,63}$/.test(category))
    throw new Misfit(`${path}.category is no noun`)
  return { kind: 'named', category, categories: [category], noun: category.replaceAll('_', ' '), isPlural: true, words }
}

/** A part of a brief is read as the brief that has nothing else: one set of checks for all of them. */
function readBrief(value: unknown, path: string, ids: ReadonlySet<string>) {
  const parsed = parseBrief(value)
  if (!parsed.ok) throw new Misfit(`${path}: ${parsed.problems[0]}`)
  for (const { relations } of parsed.brief.objects) checkTargets(relations, path, ids)
  return parsed.brief
}

function readObjects(value: unknown, path: string, ids: ReadonlySet<string>): readonly BriefObject[] {
  if (!Array.isArray(value) || value.length === 0) throw new Misfit(`${path} is no list of objects`)
  return readBrief({ ...createBrief('generic'), objects: value }, path, ids).objects
}

function readRelations(value: unknown, path: string, ids: ReadonlySet<string>): readonly EditRelation[] {
  const holder = { key: 'it', category: 'thing', words: 'it', count: { min: 1 }, relations: value }
  return readObjects([holder], path, ids)[0]!.relations
}

function readAttributes(value: unknown, path: string, ids: ReadonlySet<string>): BriefAttributes {
  const holder = { key: 'it', category: 'thing', words: 'it', count: { min: 1 }, relations: [], attributes: value }
  const { attributes } = readObjects([holder], path, ids)[0]!
  if (!attributes || Object.keys(attributes).length === 0) throw new Misfit(`${path}.attributes says nothing`)
  return attributes
}

function checkTargets(relations: readonly BriefRelation[], path: string, ids: ReadonlySet<string>): void {
  const isLost = (end: RelationTarget | undefined) => end?.kind === 'item' && !ids.has(end.id)
  if (relations.some(({ target, and }) => isLost(target) || isLost(and)))
    throw new Misfit(`${path} names what is not there`)
}

const directions = ['left', 'right', 'forward', 'back', 'north', 'east', 'south', 'west', 'up', 'down'] as const

function readMove(value: { readonly [key: string]: unknown }, path: string, ids: ReadonlySet<string>): EditMove {
  if (Array.isArray(value.relations) && value.relations.length > 0)
    return { relations: readRelations(value.relations, path, ids) }
  const direction = directions.find((each) => each === value.direction)
  if (!direction) throw new Misfit(`${path} says nothing of where to`)
  return { direction, distance: lengthOf(value.distance, `${path}.distance`) }
}

function readSize(value: { readonly [key: string]: unknown }, path: string): SizeWish {
  const { factor } = value
  if (typeof factor === 'number' && factor >= 0.05 && factor <= 20) return { factor }
  const size: { width?: number; depth?: number; height?: number } = {}
  for (const axis of ['width', 'depth', 'height'] as const)
    if (value[axis] !== undefined) size[axis] = lengthOf(value[axis], `${path}.${axis}`)
  if (Object.keys(size).length === 0) throw new Misfit(`${path} has no size`)
  return size
}

function lengthOf(value: unknown, path: string): number {
  if (typeof value === 'number' && value > 0 && value <= 100) return value
  throw new Misfit(`${path} is no length from 0 to 100 m`)
}

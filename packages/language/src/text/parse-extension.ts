import { type CoreKind, type ExtensionEntity, type ExtensionKind, NUMBER_COUNT } from './entity.ts'
import { readJsonValue, skipJsonValue } from './json-value.ts'
import { parseWhole } from './number.ts'
import type { Report, TextRange } from './parse-entities.ts'

/** A keyed argument of one of our lines: the whole `key=value`, and where its value starts. */
export type KeyRange = TextRange & { readonly valueFrom: number }

const KEY = /^[A-Za-z][A-Za-z0-9]*$/
const TARGET = /^(wall|door|window|bbox)_(.*)$/

/** The core kinds that an extension line may belong to. Absent: it stands alone. */
export const TARGET_KINDS: { readonly [kind in ExtensionKind]?: readonly CoreKind[] } = {
  structure: ['wall'],
  opening: ['door', 'window'],
  item: ['bbox'],
}

/**
 * Reads the arguments of one of our own lines: the core line that it belongs to, if its kind has one, then `key=value`
 * with JSON values. A malformed argument is reported and left out, the others count.
 *
 * @param from Offset after the `(`.
 * @param to End of the line.
 * @param keys Is given the places of the keyed arguments.
 */
export function parseExtension(
  kind: ExtensionKind,
  id: string,
  text: string,
  from: number,
  to: number,
  report: Report,
  keys?: Map<string, KeyRange>,
): ExtensionEntity | undefined {
  const properties = new Map<string, unknown>()
  const targets = TARGET_KINDS[kind]
  let target: ExtensionEntity['target']
  let at = from
  if (targets) {
    const end = skipJsonValue(text, at, to)
    target = readTarget(text.slice(at, end).trim(), targets)
    if (!target) {
      report(
        'lost',
        'bad-target',
        at,
        end,
        `\`${kind}\` first names its line, as \`${targets[0]}_0\`; the line is skipped.`,
      )
      return undefined
    }
    at = text[end] === ',' ? end + 1 : end
  }
  while (at < to && text[at] !== ')') {
    const end = readProperty(text, at, to, properties, keys, report)
    at = text[end] === ',' ? end + 1 : end
  }
  if (at >= to) {
    report('lost', 'unclosed', from - 1, to, 'The `(` is not closed; the line is skipped.')
    return undefined
  }
  if (at + 1 < to) report('style', 'text-after', at + 1, to, 'There is text after the `)`.')
  return target ? { kind, id, target, properties } : { kind, id, properties }
}

function readTarget(text: string, kinds: readonly CoreKind[]): ExtensionEntity['target'] {
  const match = TARGET.exec(text)
  const id = match ? parseWhole(match[2]!) : undefined
  if (!match || id === undefined || !(match[1]! in NUMBER_COUNT)) return undefined
  const kind = match[1] as CoreKind
  return kinds.includes(kind) ? { kind, id } : undefined
}

/** Reads one `key=value` and returns the offset of what ends it. */
function readProperty(
  text: string,
  from: number,
  to: number,
  properties: Map<string, unknown>,
  keys: Map<string, KeyRange> | undefined,
  report: Report,
): number {
  const end = skipJsonValue(text, from, to)
  const argument = text.slice(from, end)
  const equals = from + argument.indexOf('=')
  const key = equals < from ? '' : text.slice(from, equals).trim()
  if (!KEY.test(key)) {
    report('changed', 'bad-argument', from, end, 'Expected `key=value`; the argument is ignored.')
    return end
  }
  const valueFrom = equals + 1
  const read = readJsonValue(text.slice(valueFrom, end))
  if (!read) {
    report('changed', 'bad-value', valueFrom, end, `The value of \`${key}\` is not JSON; it is ignored.`)
    return end
  }
  if (properties.has(key)) {
    report('changed', 'duplicate-key', from, end, `\`${key}\` is given twice; the first one counts.`)
    return end
  }
  properties.set(key, read.value)
  keys?.set(key, { from, to: end, valueFrom })
  return end
}

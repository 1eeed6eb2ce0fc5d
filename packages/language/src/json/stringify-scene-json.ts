import type { SceneJson } from './scene-json.ts'

/**
 * The canonical text of a Scene JSON: the fields in the order of the format, others after them by name, one part of a
 * list a line, so that two scenes can be compared line by line. Ends with a newline.
 */
export function stringifySceneJson(json: SceneJson): string {
  const order = ['format', 'seed', 'truncated', 'levels', 'rooms', 'walls', 'openings', 'objects', 'unmet']
  const rest = Object.keys(json).filter((key) => !order.includes(key))
  const lines = [...order, ...rest.sort()]
    .filter((key) => Object.hasOwn(json, key) && json[key] !== undefined)
    .map((key) => `  ${JSON.stringify(key)}: ${stringifyField(json[key])}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

function stringifyField(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return stringifyPart(value)
  return `[\n${value.map((part) => `    ${stringifyPart(part)}`).join(',\n')}\n  ]`
}

/** What JSON cannot say is null, as in lists. */
function stringifyPart(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

import { createHash } from 'node:crypto'

/** Where a job's files lie. Everything of a space is under one prefix, so that it goes with the space. */
export const spaceFiles = (space: string): string => `spaces/${space}`
export const jobFiles = (space: string, job: string): string => `spaces/${space}/jobs/${job}`

/** What is asked for. */
export const inputFile = (space: string, job: string, name: 'scene.json' | 'reference'): string =>
  `${jobFiles(space, job)}/input/${name}`

/** What came of it, previews included. */
export const outputFile = (space: string, job: string, name: string): string => `${jobFiles(space, job)}/output/${name}`

/**
 * What the next job of a kind can go on from.
 *
 * @param level Absent: of jobs for the whole house.
 */
export function partFile(space: string, kind: string, level: string | undefined, name: string): string {
  const folder = level === undefined ? '' : `/level-${createHash('sha256').update(level).digest('hex').slice(0, 16)}`
  return `spaces/${space}/parts/${kind}${folder}/${name}`
}

const TYPES: { readonly [ending: string]: string } = {
  json: 'application/json',
  mp4: 'video/mp4',
  png: 'image/png',
  ply: 'application/octet-stream',
  spz: 'application/octet-stream',
  sog: 'application/octet-stream',
}

export function contentType(name: string): string {
  return TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}

import { readFile } from 'node:fs/promises'

export const sampleNames = ['two-bedroom-flat'] as const
export type SampleName = (typeof sampleNames)[number]

/** A sample space as Scene JSON. */
export async function readSample(name: SampleName): Promise<object> {
  return JSON.parse(await readFile(new URL(`./${name}.json`, import.meta.url), 'utf8')) as object
}

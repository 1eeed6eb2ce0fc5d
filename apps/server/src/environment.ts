import { resolve } from 'node:path'
import { type CompletionSettings, readCompletionSettings, SettingsError } from '@enfilade/completions'
import type { BucketSettings } from '@enfilade/storage'
import { z } from 'zod'

/** The environment does not fit; the message lists each variable with what is expected. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

export type Environment = {
  host: string
  port: number
  dataDirectory: string
  databaseUrl?: string
  redisUrl?: string
  /** Where browsers reach this server, when that is not what they say in `Host`; no slash at the end. */
  origin?: string
  /** The operator's language model. */
  completion?: CompletionSettings
  /** An S3-compatible store for large files. */
  bucket?: BucketSettings
}

/** An empty variable counts as absent, as in compose files. */
const absentWhenEmpty = (value: unknown) => (value === '' ? undefined : value)

const urlOf = (...schemes: string[]) =>
  z.preprocess(
    absentWhenEmpty,
    z
      .string()
      .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
        error: `expected a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
      })
      .optional(),
  )

const optionalText = z.preprocess(absentWhenEmpty, z.string().optional())

const schema = z.object({
  HOST: z.preprocess(absentWhenEmpty, z.string().default('127.0.0.1')),
  PORT: z.preprocess(
    absentWhenEmpty,
    z.coerce
      .number({ error: 'expected a port number' })
      .int('expected a whole number')
      .min(0, 'expected 0 (any free port) to 65535')
      .max(65535, 'expected 0 (any free port) to 65535')
      .default(4280),
  ),
  ENFILADE_DATA: z.preprocess(absentWhenEmpty, z.string().default('./data')),
  DATABASE_URL: urlOf('postgres', 'postgresql'),
  REDIS_URL: urlOf('redis', 'rediss'),
  ENFILADE_ORIGIN: urlOf('http', 'https'),
  ENFILADE_S3_ENDPOINT: urlOf('http', 'https'),
  ENFILADE_S3_BUCKET: optionalText,
  ENFILADE_S3_ACCESS_KEY: optionalText,
  ENFILADE_S3_SECRET_KEY: optionalText,
})

/**
 * Reads the settings.
 *
 * @param start Folder that a relative ENFILADE_DATA is relative to.
 * @throws EnvironmentError naming each variable that does not fit. Values are left out: they may be secret.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, start: string): Environment {
  const parsed = schema.safeParse(variables)
  const completion = readCompletion(variables)
  const bucket = parsed.success ? readBucket(parsed.data) : undefined
  if (!parsed.success || typeof completion === 'string' || typeof bucket === 'string') {
    const lines = (parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    for (const line of [completion, bucket]) if (typeof line === 'string') lines.push(`  ${line}`)
    throw new EnvironmentError(`The environment does not fit:\n${lines.join('\n')}`)
  }
  const { HOST, PORT, ENFILADE_DATA, DATABASE_URL, REDIS_URL, ENFILADE_ORIGIN } = parsed.data
  return {
    host: HOST,
    port: PORT,
    dataDirectory: resolve(start, ENFILADE_DATA),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
    ...(REDIS_URL ? { redisUrl: REDIS_URL } : {}),
    ...(ENFILADE_ORIGIN ? { origin: new URL(ENFILADE_ORIGIN).origin } : {}),
    ...(completion ? { completion } : {}),
    ...(bucket ? { bucket } : {}),
  }
}

/** All four or none: the settings, or what is missing. */
function readBucket(variables: z.infer<typeof schema>): BucketSettings | string | undefined {
  const names = [
    'ENFILADE_S3_ENDPOINT',
    'ENFILADE_S3_BUCKET',
    'ENFILADE_S3_ACCESS_KEY',
    'ENFILADE_S3_SECRET_KEY',
  ] as const
  const [endpoint, bucket, accessKey, secretKey] = names.map((name) => variables[name])
  if (endpoint && bucket && accessKey && secretKey) return { endpoint, bucket, accessKey, secretKey }
  const missing = names.filter((name) => variables[name] === undefined)
  if (missing.length === names.length) return undefined
  return `${missing.join(', ')}: missing; a store for files needs all of ${names.join(', ')}`
}

/** The settings, or what is wrong with them. */
function readCompletion(variables: NodeJS.ProcessEnv): CompletionSettings | string | undefined {
  try {
    return readCompletionSettings(variables)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
}

/** Where the operator's language model is; `apiKey` absent for endpoints that need none. */
export type CompletionSettings = { readonly baseUrl: string; readonly model: string; readonly apiKey?: string }

/** A setting does not fit; the message names it and what is expected, without its value. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads `ENFILADE_LLM_BASE_URL`, `_MODEL` and `_API_KEY`; undefined where no base URL is set. Empty counts as absent.
 *
 * @throws SettingsError where a variable does not fit or one is missing.
 */
export function readCompletionSettings(variables: {
  readonly [name: string]: string | undefined
}): CompletionSettings | undefined {
  const read = (name: string) => variables[`ENFILADE_LLM_${name}`]?.trim() || undefined
  const [baseUrl, model, apiKey] = [read('BASE_URL'), read('MODEL'), read('API_KEY')]
  if (!baseUrl) {
    if (model ?? apiKey)
      throw new SettingsError(
        'ENFILADE_LLM_BASE_URL: expected, since ENFILADE_LLM_MODEL or ENFILADE_LLM_API_KEY is set',
      )
    return undefined
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new SettingsError('ENFILADE_LLM_BASE_URL: expected a URL that starts with http:// or https://')
  if (url.username || url.password)
    throw new SettingsError('ENFILADE_LLM_BASE_URL: expected no user or password in it; use ENFILADE_LLM_API_KEY')
  if (!model)
    throw new SettingsError('ENFILADE_LLM_MODEL: expected the name of a model, since ENFILADE_LLM_BASE_URL is set')
  if (apiKey && !/^[\x21-\x7e]+$/.test(apiKey))
    throw new SettingsError('ENFILADE_LLM_API_KEY: expected printable characters without spaces')
  return { baseUrl: baseUrl.replace(/\/+$/, ''), model, ...(apiKey ? { apiKey } : {}) }
}

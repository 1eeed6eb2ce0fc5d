/** What a model is asked: the rules, the request as data, and the JSON Schema that its answer has to follow. */
export type LanguageModelPrompt = {
  readonly system: string
  readonly user: string
  readonly schema: { readonly [key: string]: unknown }
}

/** A language model of the operator's choice. Rejects when it is out of reach, too slow or says too much. */
export type LanguageModel = {
  /**
   * @param timeoutMs Ceiling on the wait; absent: the model's own.
   * @returns What the model wrote; not trusted, not even to be JSON.
   * @throws Error with a message to be shown, and where it is a `LanguageModelError` in Chinese too.
   */
  complete(prompt: LanguageModelPrompt, timeoutMs?: number): Promise<string>
}

/** Why there is no answer, as a report may say it. */
export type LanguageModelError = Error & { readonly zh: string }

/** What a model is asked: the rules, the request as data, and the JSON Schema that its answer has to follow. */
export type LanguageModelPrompt = {
  readonly system: string
  readonly user: string
  readonly schema: { readonly [key: string]: unknown }
}

/** A language model of the operator's choice. Rejects when it is out of reach, too slow or says too much. */
export type LanguageModel = {
  /** @returns What the model wrote; not trusted, not even to be JSON. */
  complete(prompt: LanguageModelPrompt): Promise<string>
}

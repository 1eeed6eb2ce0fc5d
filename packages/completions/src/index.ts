export { CompletionError, type CompletionOptions, createLanguageModel } from './create-language-model.ts'
export { type CompletionSettings, readCompletionSettings, SettingsError } from './settings.ts'

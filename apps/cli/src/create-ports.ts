import { createLanguageModel, readCompletionSettings, SettingsError } from '@enfilade/completions'
import type { CopilotPorts } from '@enfilade/copilot'
import { CommandError } from './command-error.ts'

/** The operator's language model, where the environment names one. */
export function createPorts(variables: NodeJS.ProcessEnv): CopilotPorts {
  try {
    const settings = readCompletionSettings(variables)
    return settings ? { languageModel: createLanguageModel(settings) } : {}
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(`the environment does not fit: ${error.message}.`)
    throw error
  }
}

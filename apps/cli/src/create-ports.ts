import { createLanguageModel, readCompletionSettings, SettingsError } from '@enfilade/completions'
import type { CopilotPorts } from '@enfilade/copilot'
import { findLayoutModel } from '@enfilade/inference'
import { CommandError } from './command-error.ts'

/** The layout's model, which loads on first use, and the operator's language model where the environment names one. */
export function createPorts(variables: NodeJS.ProcessEnv): CopilotPorts {
  try {
    const settings = readCompletionSettings(variables)
    const layoutModel = findLayoutModel()
    return {
      ...(layoutModel ? { layoutModel } : {}),
      ...(settings ? { languageModel: createLanguageModel(settings) } : {}),
    }
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(`the environment does not fit: ${error.message}.`)
    throw error
  }
}

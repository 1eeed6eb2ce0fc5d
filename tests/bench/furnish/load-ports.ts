import type { CopilotPorts } from '@enfilade/copilot'

/** Whether learned models are built in. */
export const hasModels = false

/** The learned models; undefined where none is built in. */
export async function loadPorts(): Promise<CopilotPorts | undefined> {
  return undefined
}

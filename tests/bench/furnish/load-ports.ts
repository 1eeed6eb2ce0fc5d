import type { CopilotPorts } from '@enfilade/copilot'
import { findLayoutModel } from '@enfilade/inference'

/** Whether learned models are built in. Nothing is loaded by asking. */
export const hasModels = findLayoutModel() !== undefined

/** The learned models, as the apps hand them to the copilot; undefined where none is built in. */
export function findPorts(): CopilotPorts | undefined {
  const layoutModel = findLayoutModel()
  return layoutModel ? { layoutModel } : undefined
}

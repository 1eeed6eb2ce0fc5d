import { existsSync } from 'node:fs'
import type { CopilotPorts } from '@enfilade/copilot'

const models = new URL('../../../packages/layout/models/', import.meta.url)

/** Whether learned models are built in. */
export const hasModels = existsSync(new URL('place-model.onnx', models))

/** The learned models, as the apps hand them to the copilot; undefined where none is built in. */
export async function loadPorts(): Promise<CopilotPorts | undefined> {
  if (!hasModels) return undefined
  const { createLayoutModel } = await import('@enfilade/inference')
  return { layoutModel: createLayoutModel() }
}

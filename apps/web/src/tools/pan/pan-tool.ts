import type { Tool } from '../tool.ts'

/** Pans with the main button. The view moves its own camera while this tool (or Space) is on; there is nothing to draft. */
export function createPanTool(): Tool {
  return { cancel: () => false, cursor: () => 'grab' }
}

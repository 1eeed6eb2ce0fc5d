import type { Brief, LayoutHints } from '@enfilade/layout'
import type { Id } from '@enfilade/scene'
import type { Run } from './run.ts'

/** Starting points of the layout model; none where there is no model, or where it fails, which the report then says. */
export async function askLayoutModel(run: Run, roomId: Id, brief: Brief): Promise<{ readonly hints?: LayoutHints }> {
  const { ports, seed } = run.request
  if (!ports?.layoutModel) return {}
  try {
    return { hints: await ports.layoutModel.propose({ document: run.document, roomId, brief, seed }) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    run.note ??= {
      en: `The layout model could not be used (${reason}); the solver worked without it.`,
      zh: `无法使用布局模型（${reason}），已由求解器独立完成。`,
    }
    return {}
  }
}

import type { Editor } from '../editor/session.tsx'

function fileName(name: string, extension: string): string {
  const safe = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '').trim() || 'space'
  return `${safe.slice(0, 80)}.${extension}`
}

/** Hands a text to the browser as a file. */
function download(text: string, type: string, name: string): void {
  saveBlob(new Blob([text], { type }), name)
}

/** Hands bytes to the browser as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

// The writers are only needed here, so they come when asked for.

/** The spatial script, canonical. */
export async function downloadScript(editor: Editor, name: string): Promise<void> {
  const { writeScript } = await import('@enfilade/language')
  download(writeScript(editor.document()), 'text/plain', fileName(name, 'txt'))
}

export async function downloadSceneJson(editor: Editor, name: string): Promise<void> {
  const { stringifySceneJson, writeSceneJson } = await import('@enfilade/language')
  download(stringifySceneJson(writeSceneJson(editor.document())), 'application/json', fileName(name, 'json'))
}

/** The plan to scale as SVG. */
export async function downloadPlan(editor: Editor, name: string): Promise<void> {
  const { drawPlan } = await import('@enfilade/interchange')
  download(drawPlan(editor.scene(), { locale: editor.locale(), title: name }), 'image/svg+xml', fileName(name, 'svg'))
}

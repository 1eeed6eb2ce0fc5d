import type { Id, Operation } from '@enfilade/scene'
import Copy from 'lucide-solid/icons/copy'
import Lock from 'lucide-solid/icons/lock'
import LockOpen from 'lucide-solid/icons/lock-open'
import RotateCcw from 'lucide-solid/icons/rotate-ccw'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { commandKey } from '../shortcut-groups.ts'

/** Beside the original, so that the copy is seen, metres. */
const copyOffset = [0.3, -0.3] as const

export function DeleteAction(props: { ids: readonly Id[] }) {
  const { t } = useI18n()
  const editor = useEditor()
  return (
    <IconButton
      class="small"
      label={t('action.delete')}
      keys="Del"
      data-testid="inspector-delete"
      disabled={!editor.canEdit()}
      onClick={() => editor.apply({ type: 'removed', ids: props.ids })}
    >
      <Trash size={15} />
    </IconButton>
  )
}

export function DuplicateAction(props: { ids: readonly Id[] }) {
  const { t } = useI18n()
  const editor = useEditor()
  const duplicate = () => {
    const ids = Object.fromEntries(props.ids.map((id) => [id, editor.createId()]))
    if (editor.apply({ type: 'items-duplicated', ids, by: copyOffset }).ok) editor.selection.select(Object.values(ids))
  }
  return (
    <IconButton
      class="small"
      label={t('action.duplicate')}
      keys={commandKey('D')}
      disabled={!editor.canEdit()}
      onClick={duplicate}
    >
      <Copy size={15} />
    </IconButton>
  )
}

/** Turns each item a quarter about its own middle. */
export function RotateAction(props: { ids: readonly Id[] }) {
  const { t } = useI18n()
  const editor = useEditor()
  const rotate = () => {
    const moves = Object.fromEntries(
      props.ids.flatMap((id) => {
        const item = editor.scene().items.find((candidate) => candidate.id === id)
        return item ? [[id, { ...item.worldPose, yaw: item.worldPose.yaw + Math.PI / 2 }]] : []
      }),
    )
    editor.apply({ type: 'items-moved', moves })
  }
  return (
    <IconButton class="small" label={t('action.rotate-quarter')} disabled={!editor.canEdit()} onClick={rotate}>
      <RotateCcw size={15} />
    </IconButton>
  )
}

/** Locked things stay where they are, for gestures and for the copilot. */
export function LockAction(props: {
  isLocked: boolean
  operation: (locked: boolean) => Operation | readonly Operation[]
}) {
  const { t } = useI18n()
  const editor = useEditor()
  return (
    <IconButton
      class="small"
      label={props.isLocked ? t('action.unlock') : t('action.lock')}
      aria-pressed={props.isLocked}
      disabled={!editor.canEdit()}
      onClick={() => editor.apply(props.operation(!props.isLocked))}
    >
      <Show when={props.isLocked} fallback={<LockOpen size={15} />}>
        <Lock size={15} />
      </Show>
    </IconButton>
  )
}

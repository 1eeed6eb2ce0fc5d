import type { Kind } from '@enfilade/catalogue'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { KindPicture } from './kind-picture.tsx'

/** Movement that turns a press into a drag, pixels. */
const dragDistancePx = 5

/** One kind. A click takes it in hand; a drag places it where it is let go. */
export function CatalogueCard(props: { kind: Kind }) {
  const { locale } = useI18n()
  const editor = useEditor()
  const { view } = editor
  const isPending = () => view.pendingKind()?.category === props.kind.id
  let wasDragged = false

  const press = (down: PointerEvent) => {
    wasDragged = false
    if (down.button !== 0 || down.pointerType === 'touch') return
    const move = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < dragDistancePx) return
      stop()
      wasDragged = true
      view.setPendingKind({ category: props.kind.id, dragging: true })
    }
    const stop = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', stop)
      window.removeEventListener('pointercancel', stop)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', stop)
    window.addEventListener('pointercancel', stop)
  }
  const take = () => {
    if (wasDragged) return
    view.setPendingKind(isPending() ? undefined : { category: props.kind.id, dragging: false })
  }
  return (
    <li>
      <button
        type="button"
        class="catalogue-card"
        data-testid={`catalogue-item-${props.kind.id}`}
        aria-pressed={isPending()}
        disabled={!editor.canEdit()}
        onPointerDown={press}
        onDragStart={(event) => event.preventDefault()}
        onClick={take}
      >
        <span class="catalogue-picture">
          <KindPicture kind={props.kind} />
        </span>
        <span class="catalogue-name">{props.kind.names[locale()][0]}</span>
      </button>
    </li>
  )
}

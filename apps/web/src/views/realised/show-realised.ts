import type { Id, Scene } from '@enfilade/scene'
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { Editor } from '../../editor/session.tsx'
import type { Cutaway } from '../scene3d/cutaway.ts'
import { isFlushWithCeiling, type SceneModel } from '../scene3d/model.ts'
import type { Stage } from '../scene3d/stage.ts'
import { createSplatLayer } from './splat-layer.ts'

type Options = {
  readonly editor: Editor
  readonly stage: Stage
  readonly model: SceneModel
  readonly cutaway: Cutaway
  readonly display: Accessor<Scene>
  /** In hand: these move as models. */
  readonly held: Accessor<ReadonlySet<Id>>
  readonly isWalking: Accessor<boolean>
}

/**
 * Puts the realised space in the model's place while the person looks at it so; what was edited since is drawn as a
 * model among the splats. Tools, picking, peers and walking go on as they are. Needs a reactive owner.
 */
export function showRealised(options: Options): { cutawayChanged(): void; readonly hasFailed: Accessor<boolean> } {
  const { editor, stage, model, cutaway, display, held, isWalking } = options
  const { view } = editor
  const [hasFailed, setFailed] = createSignal(false)
  const splats = createSplatLayer(stage.renderer, stage.scene, stage.requestRender, (error) => {
    console.error(new Error('The realised space could not be shown', { cause: error }))
    setFailed(true)
  })

  /** What stands between the eye and the room, and what was edited since. */
  const hide = () => {
    const away = new Set([...cutaway.hidden(), ...view.stale(), ...held()])
    const { byId } = display()
    const walking = isWalking()
    const isOverhead = (id: Id) => {
      const item = byId.get(id)
      return item !== undefined && 'support' in item && isFlushWithCeiling(item)
    }
    splats.hide((id, kind) => away.has(id) || (!walking && (kind === 'ceiling' || isOverhead(id))))
  }

  createEffect(() => {
    setFailed(false)
    splats.show(view.look() === 'realised' ? view.realised() : undefined)
  })
  let wasShown = false
  createEffect(() => {
    const isShown = view.look() === 'realised' && splats.isReady() && !hasFailed()
    if (!isShown && !wasShown) return
    wasShown = isShown
    model.drawOnly(isShown ? new Set([...view.stale(), ...held()]) : undefined)
    stage.setRealised(isShown)
    splats.setVisible(isShown)
    if (isShown) hide()
    stage.invalidateShadows()
  })
  onCleanup(() => splats.dispose())
  return {
    cutawayChanged() {
      if (view.look() === 'realised') hide()
    },
    hasFailed,
  }
}

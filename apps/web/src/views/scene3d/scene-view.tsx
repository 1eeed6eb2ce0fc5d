import { createSignal, onMount, Show } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import type { Look } from '../../editor/view-state.ts'
import { defineMessages } from '../../i18n/i18n.tsx'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { WalkStick } from '../walk/walk-stick.tsx'
import { createSceneController, type SceneController } from './create-scene-controller.ts'
import { SceneOverlay } from './overlay-3d.tsx'
import '../plan/plan.css'
import './scene.css'

const useMessages = defineMessages({
  en: {
    label: '3D view',
    walking: 'W A S D to walk · drag to look · E operates · Esc ends',
    look: 'Show the space as',
    drawn: 'Model',
    realised: 'Realised',
    unrealised: 'The realised version could not be shown here; this is the model.',
    failed: 'This browser gives no WebGL, so there is no 3D picture. Plan and lists work as usual.',
  },
  zh: {
    label: '三维视图',
    walking: 'W A S D 行走 · 拖动环视 · E 操作 · Esc 结束',
    look: '显示方式',
    drawn: '模型',
    realised: '实景',
    unrealised: '无法在此显示实景版本，现为模型。',
    failed: '此浏览器不支持 WebGL，无法显示三维画面。平面图和列表照常可用。',
  },
})

/** The space as a model on a table, or from inside on foot; the same tools as in the plan. */
export function SceneView() {
  const t = useMessages()
  const interaction = useInteraction()
  const { editor } = interaction
  const [controller, setController] = createSignal<SceneController>()
  const [hasFailed, setFailed] = createSignal(false)
  let element!: HTMLElement
  let canvas!: HTMLCanvasElement

  onMount(() => {
    try {
      setController(createSceneController(interaction, element, canvas))
    } catch (error) {
      console.error(new Error('The 3D view could not start', { cause: error }))
      setFailed(true)
    }
  })
  const isWalking = () => editor.view.mode() === 'walk'
  return (
    <section
      class="scene-view"
      data-drawing="3d"
      data-walking={isWalking() ? '' : undefined}
      aria-label={t('label')}
      tabindex="0"
      ref={element}
      onFocus={() => interaction.setActiveView('3d')}
    >
      <canvas class="scene-canvas" ref={canvas} />
      <Show when={controller()}>
        {(scene) => (
          <SceneOverlay
            camera={scene().camera}
            width={scene().size().width}
            height={scene().size().height}
            tick={scene().tick()}
            handles={isWalking() ? [] : scene().handles()}
            handleZ={scene().handleZ()}
          />
        )}
      </Show>
      <Show when={isWalking() && !editor.view.filmed() && controller()}>
        {(scene) => (
          <>
            <div class="walk-cross" />
            <div class="walk-hint">{t('walking')}</div>
            <WalkStick onMove={(x, y) => scene().stick(x, y)} />
          </>
        )}
      </Show>
      <Show when={controller() && editor.view.filmed()}>
        {(moment) => <div class="film-frame" style={{ '--aspect': moment().aspect }} />}
      </Show>
      <Show when={controller() && editor.view.realised()}>
        <Segmented<Look>
          label={t('look')}
          class="small scene-look"
          value={editor.view.look()}
          onChange={(look) => editor.view.setLook(look)}
          segments={[
            { value: 'drawn', label: t('drawn'), testId: 'scene-drawn' },
            { value: 'realised', label: t('realised'), testId: 'scene-realised' },
          ]}
        />
      </Show>
      <Show when={editor.view.look() === 'realised' && controller()?.isUnrealised()}>
        <p class="scene-note" role="alert">
          {t('unrealised')}
        </p>
      </Show>
      <Show when={hasFailed()}>
        <p class="scene-failed">{t('failed')}</p>
      </Show>
    </section>
  )
}

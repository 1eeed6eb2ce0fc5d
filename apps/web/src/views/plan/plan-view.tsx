import { formatLength, parseLength } from '@enfilade/scene'
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, untrack } from 'solid-js'
import { createThrottle } from '../../editor/throttle.ts'
import { defineMessages } from '../../i18n/i18n.tsx'
import { ghostAt } from '../../interaction/ghosts.ts'
import { useInteraction } from '../../interaction/interaction-context.tsx'
import { pickPlan } from '../../interaction/pick-plan.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { installPointer } from '../../interaction/pointer-gestures.ts'
import { boundsOf } from '../bounds.ts'
import { type DimensionEdit, DimensionLayer } from './dimension-layer.tsx'
import { DraftLayer, MeasureLine, SelectionLayer } from './draft-layer.tsx'
import { GhostLayer } from './ghost-layer.tsx'
import { drawGrid } from './grid-canvas.ts'
import { ItemLayer } from './item-layer.tsx'
import { PeerLayer } from './peer-layer.tsx'
import { createPlanCamera, fitCamera, panCamera, toPlan, toScreen, zoomCamera } from './plan-camera.ts'
import { RoomFloors, RoomLabels } from './room-layer.tsx'
import { ScaleBar } from './scale-bar.tsx'
import { OpeningLayer, WallLayer } from './wall-layer.tsx'
import './plan.css'

const useMessages = defineMessages({
  en: { label: 'Floor plan', length: 'Wall length' },
  zh: { label: '平面图', length: '墙长' },
})

/** Room left around a plan that is shown whole, for its dimensions, in pixels. */
const fitPadding = 76
/** In a small view the margin is no more than this share of it. */
const fitShare = 0.15
/** How often others hear where my camera is, at most. */
const cameraIntervalMs = 150

/** The plan: an SVG drawing of the shown scene, with the tools of the editor at the pointer. */
export function PlanView() {
  const t = useMessages()
  const interaction = useInteraction()
  const { editor, display, level } = interaction
  const state = createPlanCamera()
  const { camera, scale } = state
  const [edit, setEdit] = createSignal<DimensionEdit>()
  const [cursor, setCursor] = createSignal('default')
  let element!: HTMLElement
  let canvas!: HTMLCanvasElement
  let root!: SVGGElement
  /** I have moved the camera or drawn: from then on nothing but a command fits the plan into the view. */
  let isMine = false

  const measurements = createMemo(() => display().measurements.filter((measurement) => measurement.level === level()))

  /** What a proposal would put into a space where nothing stands yet. */
  const boundsOfGhosts = () => {
    const { shown } = interaction.ghosts()
    const walls = shown.flatMap((ghost) => (ghost.kind === 'wall' ? [ghost.wall] : []))
    const items = shown.flatMap((ghost) => (ghost.kind === 'item' ? [ghost.item] : []))
    return boundsOf({ walls, items, openings: [], rooms: [] }, level())
  }

  const fit = (ids?: readonly string[]) => {
    const bounds = boundsOf(display(), level(), ids) ?? boundsOfGhosts()
    const padding = Math.min(fitPadding, Math.min(camera.width, camera.height) * fitShare)
    fitCamera(camera, bounds ?? { minX: -1, minY: -1, maxX: 6, maxY: 5 }, padding)
    state.update()
    return bounds !== undefined
  }

  /** Learns the view's size. @returns false while the view is not on the page. */
  const measure = (): boolean => {
    camera.width = element.clientWidth
    camera.height = element.clientHeight
    return camera.width > 0
  }

  const isDocumentShown = () => {
    const scene = editor.scene()
    return scene.walls.length + scene.items.length > 0
  }

  const eventAt = (x: number, y: number, event: MouseEvent): ToolPointer => {
    const plan = toPlan(camera, x, y)
    const metresPerPixel = 1 / camera.scale
    const touch = (event as PointerEvent).pointerType === 'touch'
    const hit = pickPlan(display(), level(), plan, interaction.handles(metresPerPixel), {
      metresPerPixel,
      touch,
      without: interaction.held(),
    })
    return {
      view: 'plan',
      plan,
      hit,
      modifiers: { shift: event.shiftKey, alt: event.altKey, mod: event.ctrlKey || event.metaKey },
      metresPerPixel,
      touch,
    }
  }
  const shareCursor = (event: ToolPointer) =>
    editor.presence.setCursor({ view: 'plan', level: level(), point: [event.plan[0], event.plan[1], 0] })

  const shareCamera = createThrottle(() => {
    editor.presence.setCamera({
      mode: editor.view.mode(),
      plan: { center: [camera.x, camera.y], span: camera.height / camera.scale },
    })
  }, cameraIntervalMs)
  const moved = () => {
    isMine = true
    if (editor.presence.following()) editor.presence.follow(undefined)
    state.update()
    shareCamera.call()
  }

  onMount(() => {
    state.attach(root)
    installPointer(element, {
      mainButton: () => (interaction.isPanning() ? 'pan' : 'tool'),
      finger: (x, y) => {
        if (interaction.isPanning()) return 'pan'
        if (editor.view.tool() !== 'select') return 'tool'
        const { hit } = eventAt(x, y, new PointerEvent('pointermove', { pointerType: 'touch' }))
        return hit && (hit.kind === 'handle' || editor.selection.has(hit.id)) ? 'tool' : 'pan'
      },
      rightButton: 'pan',
      down(x, y, event) {
        interaction.setActiveView('plan')
        isMine = true
        setEdit(undefined)
        interaction.pointerDown(eventAt(x, y, event))
      },
      move(x, y, event) {
        const pointer = eventAt(x, y, event)
        interaction.pointerMove(pointer)
        setCursor(interaction.isPanning() ? 'grab' : interaction.cursor(pointer))
        shareCursor(pointer)
        if (interaction.ghosts().shown.length > 0)
          editor.view.setHoveredGroup(ghostAt(interaction.ghosts(), pointer.plan))
      },
      up: (x, y, event) => interaction.pointerUp(eventAt(x, y, event)),
      doubleClick: (x, y, event) => interaction.doubleClick(eventAt(x, y, event)),
      leave() {
        interaction.pointerLeave()
        editor.presence.setCursor(null)
      },
      cancel: () => interaction.cancel(),
      drag(_kind, dx, dy) {
        panCamera(camera, dx, dy)
        moved()
      },
      zoom(factor, x, y) {
        zoomCamera(camera, factor, x, y)
        moved()
      },
    })

    let frame = 0
    const colors = { minor: '', major: '' }
    const readColors = () => {
      const style = getComputedStyle(element)
      colors.minor = style.getPropertyValue('--plan-grid') || '#ece7dc'
      colors.major = style.getPropertyValue('--plan-grid-major') || '#e0dacd'
    }
    const draw = () => {
      frame = 0
      drawGrid(canvas, camera, colors)
    }
    const requestDraw = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    state.onUpdate(requestDraw)
    const observer = new ResizeObserver(() => {
      measure()
      const ratio = window.devicePixelRatio || 1
      canvas.width = Math.round(camera.width * ratio)
      canvas.height = Math.round(camera.height * ratio)
      readColors()
      if (!isMine && camera.width > 0) fit()
      state.update()
    })
    observer.observe(element)
    onCleanup(() => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      shareCamera.cancel()
      editor.presence.setCursor(null)
    })
    onCleanup(
      editor.view.onCommand((command) => {
        if (command === 'fit') fit()
        else if (editor.selection.ids().length > 0) fit(editor.selection.ids())
      }),
    )
  })

  let wasShown = false
  // A space that arrives after the view was made is shown whole once; what I draw myself does not move my view.
  createEffect(() => {
    if (!wasShown && isDocumentShown() && !isMine && measure()) fit()
    wasShown = isDocumentShown()
  })
  // A home proposed for an empty space is brought into sight.
  const isFirstProposal = createMemo(() => !isDocumentShown() && interaction.ghosts().shown.length > 0)
  createEffect(() => {
    if (isFirstProposal() && measure()) untrack(() => fit())
  })
  createEffect(on(level, () => fit(), { defer: true }))
  // Following somebody: their plan camera is mine until I move it.
  createEffect(() => {
    const shown = editor.presence.following()?.camera?.plan
    if (!shown) return
    camera.x = shown.center[0]
    camera.y = shown.center[1]
    camera.scale = camera.height / Math.max(shown.span, 0.5)
    state.update()
  })

  const commitEdit = (text: string) => {
    const current = edit()
    const length = parseLength(text)
    setEdit(undefined)
    element.focus({ preventScroll: true })
    if (!current || length === undefined || length < 0.05 || Math.abs(length - current.length) < 5e-4) return
    interaction.apply([{ type: 'wall-resized', id: current.wall, length }], 'wall-resized')
  }

  return (
    <section
      class="plan-view"
      data-drawing="plan"
      data-tool={editor.view.tool()}
      aria-label={t('label')}
      tabindex="0"
      ref={element}
      style={{ cursor: cursor() }}
      onFocus={() => interaction.setActiveView('plan')}
    >
      <canvas class="plan-grid" ref={canvas} />
      <svg class="plan" role="presentation">
        <g ref={root}>
          <RoomFloors scene={display()} level={level()} />
          <ItemLayer scene={display()} level={level()} />
          <WallLayer scene={display()} level={level()} />
          <OpeningLayer scene={display()} level={level()} />
          <GhostLayer level={level()} />
          <RoomLabels scene={display()} level={level()} scale={scale()} />
          <DimensionLayer scene={display()} level={level()} scale={scale()} onEdit={setEdit} />
          <For each={measurements()}>
            {(measurement) => <MeasureLine from={measurement.from} to={measurement.to} scale={scale()} />}
          </For>
          <SelectionLayer scene={display()} scale={scale()} />
          <PeerLayer scene={display()} level={level()} scale={scale()} />
          <DraftLayer scale={scale()} />
        </g>
      </svg>
      <ScaleBar scale={scale()} />
      <Show when={edit()}>
        {(current) => {
          const place = createMemo(() => {
            state.moved()
            return toScreen(camera, current().at)
          })
          return (
            <input
              class="plan-length-input"
              aria-label={t('length')}
              data-control
              style={{ left: `${place()[0]}px`, top: `${place()[1]}px` }}
              value={formatLength(current().length, 'metric')}
              ref={(input) => queueMicrotask(() => input.select())}
              onKeyDown={(event) => {
                event.stopPropagation()
                if (event.key === 'Enter') commitEdit(event.currentTarget.value)
                if (event.key === 'Escape') commitEdit('')
              }}
              onBlur={(event) => edit() && commitEdit(event.currentTarget.value)}
            />
          )
        }}
      </Show>
    </section>
  )
}

import { findKind } from '@enfilade/catalogue'
import type { Id, Point2 } from '@enfilade/scene'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { type PerspectiveCamera, Vector3 } from 'three'
import type { SceneCamera } from '../../editor/scene-camera.ts'
import { createThrottle } from '../../editor/throttle.ts'
import { operateOperations } from '../../interaction/commands.ts'
import type { Interaction } from '../../interaction/create-interaction.ts'
import type { Handle } from '../../interaction/handles.ts'
import { isTyping } from '../../interaction/keyboard.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { installPointer } from '../../interaction/pointer-gestures.ts'
import { storeyHeight } from '../../interaction/support.ts'
import { boundsOf } from '../bounds.ts'
import { showRealised } from '../realised/show-realised.ts'
import { createWalkMode } from '../walk/walk-mode.ts'
import { createAvatars } from './avatars.ts'
import { createCutaway } from './cutaway.ts'
import { createFilmView } from './film-view.ts'
import { createGhostModel } from './ghost-model.ts'
import { createGround, createRoof, placeRoof } from './ground.ts'
import { createIdleQueue } from './idle-queue.ts'
import { createMaterialLibrary } from './material-library.ts'
import { createSceneModel } from './model.ts'
import {
  applyOrbit,
  createOrbit,
  fitOrbit,
  headingOf,
  orbitFrom,
  panOrbit,
  turnOrbit,
  zoomOrbit,
} from './orbit-camera.ts'
import { createLineOverlay } from './outlines.ts'
import { createScenePicker } from './pick-scene.ts'
import { showSelection } from './show-selection.ts'
import { createStage, fieldOfView } from './stage.ts'

/** What the 3D view's component needs of the picture behind it. */
export type SceneController = {
  readonly camera: PerspectiveCamera
  readonly size: Accessor<{ readonly width: number; readonly height: number }>
  /** Changes with every picture. */
  readonly tick: Accessor<number>
  readonly handles: Accessor<readonly Handle[]>
  /** Height of the plane that the handles lie in. */
  readonly handleZ: Accessor<number>
  /** The realised space could not be shown. */
  readonly isUnrealised: Accessor<boolean>
  stick(x: number, y: number): void
}

const cameraIntervalMs = 120
const handleReachPx = { mouse: 11, touch: 22 }

/** Builds the 3D picture of an interaction inside a reactive owner and steers it by an element's pointer. */
export function createSceneController(
  interaction: Interaction,
  element: HTMLElement,
  canvas: HTMLCanvasElement,
): SceneController {
  const { editor, display, level } = interaction
  const idle = createIdleQueue(() => stage.requestRender())
  const library = createMaterialLibrary({ schedule: idle.add })
  const model = createSceneModel(library)
  const ghosts = createGhostModel()
  const lines = createLineOverlay()
  const avatars = createAvatars()
  const ground = createGround()
  const roof = createRoof()
  const cutaway = createCutaway()
  const orbit = createOrbit()
  const [size, setSize] = createSignal({ width: 1, height: 1 })
  const [tick, setTick] = createSignal(0)
  const isWalking = () => editor.view.mode() === 'walk'
  let ticks = 0
  /** I have moved the camera: from then on nothing but a command fits the space into the view. */
  let isMine = false
  let wasShown = false
  let walking = false

  const stage = createStage(canvas, () => {
    const isFilmed = film.place(stage.camera)
    if (isFilmed) {
      // The film has the camera.
    } else if (walking) {
      if (walk.advance(performance.now())) stage.requestRender()
      walk.place(stage.camera)
    } else applyOrbit(orbit, stage.camera)
    const { position } = stage.camera
    if (cutaway.apply(position.x, position.y, orbit.elevation, !walking && !isFilmed)) realised.cutawayChanged()
    setTick(++ticks)
  })
  const { camera } = stage
  stage.scene.add(model.root, ghosts.root, avatars.root, ground, roof)
  stage.overlay.add(lines.root)
  const film = createFilmView(editor, stage, model, () => setInside())
  const isInside = () => isWalking() || film.isOn()
  const realised = showRealised({ editor, stage, model, cutaway, display, held: interaction.held, isWalking: isInside })
  const picker = createScenePicker(camera, model)
  const walk = createWalkMode({
    requestFrame: stage.requestRender,
    setDoor: (id, amount) => {
      model.setOpen(id, amount)
      stage.invalidateShadows()
    },
  })

  const shareCamera = createThrottle(() => {
    const { position } = camera
    const target = walking
      ? ([
          position.x + Math.cos(walk.walker.yaw),
          position.y + Math.sin(walk.walker.yaw),
          position.z + Math.sin(walk.walker.pitch),
        ] as const)
      : ([orbit.targetX, orbit.targetY, orbit.targetZ] as const)
    editor.presence.setCamera({
      mode: editor.view.mode(),
      scene: { eye: [position.x, position.y, position.z], target },
    })
  }, cameraIntervalMs)
  const moved = () => {
    isMine = true
    editor.view.setFilmed(undefined)
    if (editor.presence.following()) editor.presence.follow(undefined)
    interaction.setHeading(headingOf(orbit))
    stage.requestRender()
    shareCamera.call()
  }
  interaction.setHeading(headingOf(orbit))
  const sceneCamera: SceneCamera = {
    read() {
      const { x, y, z } = camera.position
      const ahead = camera.getWorldDirection(new Vector3())
      return { eye: [x, y, z], target: [x + ahead.x, y + ahead.y, z + ahead.z] }
    },
  }
  editor.view.setSceneCamera(sceneCamera)
  onCleanup(() => {
    if (editor.view.sceneCamera() === sceneCamera) editor.view.setSceneCamera(undefined)
  })
  /** From inside there are ceilings and a sky; from outside there is the ground that the space stands on. */
  function setInside(): void {
    const now = isInside()
    model.setCeilings(now)
    stage.setWalking(now)
    ground.visible = !now
    roof.visible = now
    stage.invalidateShadows()
  }

  const isDocumentShown = () => {
    const scene = editor.scene()
    return scene.walls.length + scene.items.length > 0
  }
  /** How high what is fitted reaches: the storey, or furniture. */
  const fitHeight = (ids?: readonly Id[]) => (ids ? 1.2 : storeyHeight(display(), level()))
  const fit = (ids?: readonly Id[]): boolean => {
    const bounds = boundsOf(display(), level(), ids)
    fitOrbit(orbit, bounds ?? { minX: 0, minY: 0, maxX: 5, maxY: 4 }, fitHeight(ids), fieldOfView.orbit, camera.aspect)
    stage.requestRender()
    shareCamera.call()
    return bounds !== undefined
  }

  // The scene → objects, shadows and what stands before the eye.
  createEffect(() => {
    const scene = film.withLamps(display())
    const changed = model.update(scene, level())
    if (stage.lighting.updateLamps(scene, level())) stage.requestRender()
    if (!changed) return
    cutaway.update(scene, level(), model)
    const bounds = boundsOf(scene, level()) ?? { minX: 0, minY: 0, maxX: 5, maxY: 4 }
    stage.lighting.aim(bounds, storeyHeight(scene, level()))
    placeRoof(roof, bounds, storeyHeight(scene, level()))
    if (walking) walk.setWorld(scene, level())
    stage.invalidateShadows()
    if (!wasShown && isDocumentShown() && !isMine) fit()
    wasShown = isDocumentShown()
  })
  createEffect(on(level, () => fit(), { defer: true }))
  createEffect(() => {
    ghosts.update(interaction.ghosts().shown)
    stage.requestRender()
  })
  createEffect(() => {
    ghosts.highlight(editor.view.hoveredGroup())
    stage.requestRender()
  })
  createEffect(() => {
    model.reveal(new Set([...editor.selection.ids(), ...interaction.held()]))
    showSelection(lines, interaction, isWalking())
    stage.requestRender()
  })
  createEffect(() => {
    if (avatars.update(editor.presence.peers())) stage.requestRender()
  })
  createEffect(() => {
    // Overlay lines follow a gesture that has no effect on the scene.
    interaction.draft()
    stage.requestRender()
  })
  createEffect(
    on(isWalking, (now, before) => {
      if (now === (before ?? false)) return
      walking = now
      editor.view.setFilmed(undefined)
      setInside()
      if (now) {
        walk.start(display(), level(), [orbit.targetX, orbit.targetY], orbit.azimuth + Math.PI)
        element.focus({ preventScroll: true })
      } else {
        walk.stop()
        orbit.targetX = walk.walker.x
        orbit.targetY = walk.walker.y
      }
      shareCamera.call()
    }),
  )
  // Following somebody: their eye is mine until I move.
  createEffect(() => {
    const view = editor.presence.following()?.camera?.scene
    if (!view || walking) return
    orbitFrom(orbit, view.eye, view.target)
    stage.requestRender()
  })

  const handles = createMemo(() => {
    void interaction.display()
    return isWalking() ? [] : interaction.handles(0.016)
  })
  const handleZ = createMemo(() => {
    const id = editor.selection.ids().at(-1)
    const thing = id === undefined ? undefined : display().byId.get(id)
    return thing && 'worldPose' in thing ? thing.worldPose.z + 0.01 : 0.01
  })

  // Pointer → tool events.
  let dragZ: number | undefined
  let lastPlan: Point2 = [0, 0]
  const metresPerPixelAt = (distance: number) =>
    (2 * distance * Math.tan((camera.fov * Math.PI) / 360)) / Math.max(size().height, 1)

  const eventAt = (x: number, y: number, event: MouseEvent): ToolPointer => {
    const touch = (event as PointerEvent).pointerType === 'touch'
    picker.aim(x, y, size().width, size().height)
    const pick = picker.pick(display(), interaction.held())
    const handle = picker.nearestHandle(handles(), handleZ(), x, y, touch ? handleReachPx.touch : handleReachPx.mouse)
    const plan = planPoint(pick)
    lastPlan = plan
    const distance = Math.hypot(plan[0] - camera.position.x, plan[1] - camera.position.y, camera.position.z)
    return {
      view: '3d',
      plan,
      hit: handle ? { kind: 'handle', id: handle.id, handle: handle.handle } : pick.hit,
      ...(pick.surface ? { surface: pick.surface } : {}),
      modifiers: { shift: event.shiftKey, alt: event.altKey, mod: event.ctrlKey || event.metaKey },
      metresPerPixel: metresPerPixelAt(distance),
      touch,
    }
  }
  const planPoint = (pick: ReturnType<typeof picker.pick>): Point2 => {
    const tool = editor.view.tool()
    const surfacePoint: Point2 | undefined = pick.point && [pick.point[0], pick.point[1]]
    if (dragZ !== undefined) {
      if (pick.surface && surfacePoint && holdsSmallThing()) return surfacePoint
      return picker.onPlane(dragZ) ?? lastPlan
    }
    if (tool === 'wall' || tool === 'measure') return picker.onPlane(0) ?? lastPlan
    return surfacePoint ?? lastPlan
  }
  /** What is in hand stands on tables rather than on the floor. */
  const holdsSmallThing = (): boolean => {
    const id = interaction.draft()?.held?.[0]
    const item = id === undefined ? undefined : display().items.find((candidate) => candidate.id === id)
    return item !== undefined && findKind(item.category)?.mount === 'surface'
  }
  const hoverGhost = (x: number, y: number) => {
    if (interaction.ghosts().shown.length === 0) return
    picker.aim(x, y, size().width, size().height)
    editor.view.setHoveredGroup(picker.ghostAt(ghosts))
  }
  const shareCursor = (pointer: ToolPointer, z: number) =>
    editor.presence.setCursor({ view: '3d', level: level(), point: [pointer.plan[0], pointer.plan[1], z] })

  installPointer(element, {
    mainButton: () => (walking ? 'orbit' : interaction.isPanning() ? 'pan' : 'tool'),
    finger: (x, y) => {
      if (walking) return 'orbit'
      if (interaction.isPanning()) return 'pan'
      if (editor.view.tool() !== 'select') return 'tool'
      const { hit } = eventAt(x, y, new PointerEvent('pointermove', { pointerType: 'touch' }))
      return hit && (hit.kind === 'handle' || editor.selection.has(hit.id)) ? 'tool' : 'orbit'
    },
    rightButton: 'orbit',
    down(x, y, event) {
      interaction.setActiveView('3d')
      const pointer = eventAt(x, y, event)
      dragZ = undefined
      if (editor.view.tool() === 'select') {
        const { point } = picker.pick(display(), new Set())
        dragZ = pointer.hit?.kind === 'handle' ? handleZ() : Math.max(point?.[2] ?? 0, 0)
        if (pointer.hit?.kind === 'handle') {
          interaction.pointerDown({ ...pointer, plan: picker.onPlane(dragZ) ?? pointer.plan })
          return
        }
      }
      interaction.pointerDown(pointer)
    },
    move(x, y, event) {
      if (walking) return
      const pointer = eventAt(x, y, event)
      interaction.pointerMove(pointer)
      element.style.cursor = interaction.isPanning() ? 'grab' : interaction.cursor(pointer)
      shareCursor(pointer, dragZ ?? pointer.surface?.z ?? 0)
      hoverGhost(x, y)
    },
    up(x, y, event) {
      interaction.pointerUp(eventAt(x, y, event))
      dragZ = undefined
    },
    doubleClick: (x, y, event) => {
      if (!walking) interaction.doubleClick(eventAt(x, y, event))
    },
    leave() {
      interaction.pointerLeave()
      editor.presence.setCursor(null)
    },
    cancel() {
      dragZ = undefined
      interaction.cancel()
    },
    click(x, y) {
      if (walking) operateAt(x, y)
    },
    drag(kind, dx, dy) {
      if (walking) walk.look(dx, dy)
      else if (kind === 'pan') panOrbit(orbit, dx, dy, metresPerPixelAt(orbit.distance))
      else turnOrbit(orbit, dx, dy)
      moved()
    },
    zoom(factor, x, y) {
      if (walking) return
      picker.aim(x, y, size().width, size().height)
      const at = picker.onPlane(orbit.targetZ)
      zoomOrbit(orbit, factor, at?.[0] ?? orbit.targetX, at?.[1] ?? orbit.targetY)
      moved()
    },
  })

  /** Opens a door or switches a lamp in the walker's sight. */
  const operateAt = (x: number, y: number) => {
    picker.aim(x, y, size().width, size().height)
    const { hit } = picker.pick(display(), new Set())
    if (!hit || !editor.canEdit()) return
    const operations = operateOperations(editor.scene(), [hit.id])
    if (operations.length > 0) interaction.apply(operations, 'states-changed')
  }
  installWalkKeys()

  function installWalkKeys(): void {
    const onKey = (event: KeyboardEvent) => {
      if (!walking || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.type === 'keydown' && event.code === 'KeyE' && !event.repeat) {
        operateAt(size().width / 2, size().height / 2)
      } else if (!walk.key(event.code, event.type === 'keydown')) return
      event.preventDefault()
      moved()
    }
    const letGo = () => {
      for (const code of ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        walk.key(code, false)
      }
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    window.addEventListener('blur', letGo)
    onCleanup(() => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('keyup', onKey)
      window.removeEventListener('blur', letGo)
    })
  }

  const observer = new ResizeObserver(() => {
    const width = element.clientWidth
    const height = element.clientHeight
    if (width === 0 || height === 0) return
    setSize({ width, height })
    stage.resize(width, height)
    if (!isMine) fit()
  })
  observer.observe(element)
  onCleanup(
    editor.view.onCommand((command) => {
      if (walking) return
      editor.view.setFilmed(undefined)
      if (command === 'fit') fit()
      else if (editor.selection.ids().length > 0) fit(editor.selection.ids())
    }),
  )
  onCleanup(() => {
    observer.disconnect()
    shareCamera.cancel()
    model.dispose()
    ghosts.dispose()
    lines.dispose()
    avatars.dispose()
    for (const mesh of [ground, roof]) mesh.geometry.dispose()
    idle.cancel()
    library.dispose()
    stage.dispose()
  })

  return { camera, size, tick, handles, handleZ, isUnrealised: realised.hasFailed, stick: (x, y) => walk.stick(x, y) }
}

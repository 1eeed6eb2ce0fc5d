import { onCleanup } from 'solid-js'

/** What the camera does with a drag. */
export type CameraDrag = 'pan' | 'orbit'

/**
 * A view as its pointer sees it. Coordinates are CSS pixels from the element's top left corner. Camera calls get plain
 * numbers and must not allocate: they come once a frame while somebody pans or orbits.
 */
export type PointerSurface = {
  /** What the main button does here: the tool's work, or the camera's (Space, the pan tool). */
  mainButton(): 'tool' | CameraDrag
  /** What one finger that comes down here will do when it moves. */
  finger(x: number, y: number): 'tool' | CameraDrag
  rightButton: CameraDrag
  down(x: number, y: number, event: PointerEvent): void
  move(x: number, y: number, event: PointerEvent): void
  up(x: number, y: number, event: PointerEvent): void
  doubleClick(x: number, y: number, event: MouseEvent): void
  leave(): void
  cancel(): void
  /** A press and release without a move while the camera has the pointer. */
  click?(x: number, y: number): void
  drag(kind: CameraDrag, dx: number, dy: number): void
  /** Factor over 1: closer. */
  zoom(factor: number, x: number, y: number): void
}

const tapPx = 8
const clickPx = 4
/** Wheel notches to zoom: one usual notch (100) makes a sixth. */
const wheelRate = 0.0016
const pinchWheelRate = 0.01
const linePx = 30

/** Sorts an element's pointer events into tool work and camera moves, until the owner ends. */
export function installPointer(element: HTMLElement, surface: PointerSurface): void {
  let left = 0
  let top = 0
  let lastX = 0
  let lastY = 0
  let camera: CameraDrag | undefined
  let isToolDown = false
  /** A finger that may still be a tap: the tool gets it on release. */
  let tap: PointerEvent | undefined
  const fingers = new Map<number, { x: number; y: number }>()
  let downX = 0
  let downY = 0
  let pinchDistance = 0
  let pinchX = 0
  let pinchY = 0

  const measure = () => {
    const box = element.getBoundingClientRect()
    left = box.left
    top = box.top
  }
  const remember = (event: PointerEvent) => {
    lastX = event.clientX
    lastY = event.clientY
  }

  const startPinch = () => {
    if (isToolDown) surface.cancel()
    isToolDown = false
    camera = undefined
    tap = undefined
    readPinch()
  }
  const readPinch = () => {
    let count = 0
    let ax = 0
    let ay = 0
    let bx = 0
    let by = 0
    for (const finger of fingers.values()) {
      if (count === 0) {
        ax = finger.x
        ay = finger.y
      } else if (count === 1) {
        bx = finger.x
        by = finger.y
      }
      count++
    }
    pinchDistance = Math.hypot(bx - ax, by - ay)
    pinchX = (ax + bx) / 2 - left
    pinchY = (ay + by) / 2 - top
  }

  /** Buttons inside the drawing (a dimension's number) keep their own pointer. */
  const isControl = (event: Event) => event.target instanceof Element && event.target.closest('[data-control]') !== null

  const onDown = (event: PointerEvent) => {
    if (isControl(event)) return
    measure()
    downX = event.clientX
    downY = event.clientY
    element.focus({ preventScroll: true })
    try {
      element.setPointerCapture(event.pointerId)
    } catch {
      // A pointer that is already gone cannot be captured, and need not be.
    }
    remember(event)
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (fingers.size === 2) startPinch()
      if (fingers.size > 1) return
      const role = surface.finger(event.clientX - left, event.clientY - top)
      if (role === 'tool') toolDown(event)
      else {
        tap = event
        camera = role
      }
      return
    }
    if (event.button === 1) camera = 'pan'
    else if (event.button === 2) camera = surface.rightButton
    else if (event.button === 0) {
      const role = surface.mainButton()
      if (role === 'tool') toolDown(event)
      else camera = role
    }
    if (event.button !== 0) event.preventDefault()
  }
  const toolDown = (event: PointerEvent) => {
    isToolDown = true
    surface.down(event.clientX - left, event.clientY - top, event)
  }

  const onMove = (event: PointerEvent) => {
    const finger = event.pointerType === 'touch' ? fingers.get(event.pointerId) : undefined
    if (finger) {
      finger.x = event.clientX
      finger.y = event.clientY
      if (fingers.size >= 2) {
        movePinch()
        return
      }
    }
    if (camera) {
      if (tap) {
        if (Math.hypot(event.clientX - tap.clientX, event.clientY - tap.clientY) < tapPx) return
        tap = undefined
      }
      surface.drag(camera, event.clientX - lastX, event.clientY - lastY)
      remember(event)
      return
    }
    surface.move(event.clientX - left, event.clientY - top, event)
  }
  const movePinch = () => {
    const distance = pinchDistance
    const x = pinchX
    const y = pinchY
    readPinch()
    surface.drag('pan', pinchX - x, pinchY - y)
    if (distance > 0) surface.zoom(pinchDistance / distance, pinchX, pinchY)
  }

  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    const x = event.clientX - left
    const y = event.clientY - top
    if (tap && fingers.size === 0) {
      surface.down(x, y, event)
      surface.up(x, y, event)
    } else if (isToolDown && fingers.size === 0) surface.up(x, y, event)
    if (camera && fingers.size === 0 && Math.hypot(event.clientX - downX, event.clientY - downY) < clickPx) {
      surface.click?.(x, y)
    }
    tap = undefined
    isToolDown = false
    camera = undefined
    if (fingers.size > 0) {
      // One finger left of a pinch goes on panning, with no jump.
      for (const finger of fingers.values()) {
        lastX = finger.x
        lastY = finger.y
      }
      camera = 'pan'
    }
  }
  const onCancel = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    if (isToolDown) surface.cancel()
    tap = undefined
    isToolDown = false
    camera = undefined
  }
  const onEnter = () => measure()
  const onLeave = () => {
    if (!isToolDown && !camera) surface.leave()
  }
  const onDouble = (event: MouseEvent) => surface.doubleClick(event.clientX - left, event.clientY - top, event)
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    measure()
    const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * linePx
    // A trackpad's pinch comes as a wheel with Ctrl, in finer steps.
    const rate = event.ctrlKey ? pinchWheelRate : wheelRate
    surface.zoom(Math.exp(-pixels * rate), event.clientX - left, event.clientY - top)
  }
  const onMenu = (event: Event) => event.preventDefault()
  /** A catalogue card dragged in: the pointer came down elsewhere, so its up arrives without a down. */
  const onDropUp = (event: PointerEvent) => {
    if (isControl(event) && !isToolDown) return
    if (!isToolDown && !camera && !tap && event.button === 0 && !fingers.has(event.pointerId)) {
      surface.up(event.clientX - left, event.clientY - top, event)
    } else onUp(event)
  }

  const listeners: [string, EventListener, AddEventListenerOptions?][] = [
    ['pointerdown', onDown as EventListener],
    ['pointermove', onMove as EventListener],
    ['pointerup', onDropUp as EventListener],
    ['pointercancel', onCancel as EventListener],
    ['pointerenter', onEnter],
    ['pointerleave', onLeave],
    ['dblclick', onDouble as EventListener],
    ['wheel', onWheel as EventListener, { passive: false }],
    ['contextmenu', onMenu],
  ]
  for (const [type, listener, options] of listeners) element.addEventListener(type, listener, options)
  onCleanup(() => {
    for (const [type, listener] of listeners) element.removeEventListener(type, listener)
  })
}

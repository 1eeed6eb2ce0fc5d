import type { BuildParameters, Surface } from '../kind.ts'
import type { Model } from '../mesh.ts'
import type { Range } from '../modelling/geometry.ts'
import { pillow, softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, outline, type SymbolPath } from '../symbol.ts'
import { divide } from './cabinet.ts'
import { addLegs } from './legs.ts'

/** Width one person takes on a sofa, metres. */
const SEAT = 0.66
const SEAT_TOP = 0.44

/** The measures of a sofa that its mesh, its symbol and its seat count share. */
export function sofaPlan({ size: [w, d, h], shape, variant }: BuildParameters) {
  const arm = Math.min(0.2, Math.max(0.1, w * 0.085))
  const inner: Range = [-w / 2 + arm, w / 2 - arm]
  const seats = Math.max(1, Math.round((inner[1] - inner[0]) / SEAT))
  // Far deeper than a seat: only a corner sofa can be meant.
  const isCorner = shape === 'l' || (shape === undefined && d > 1.35 && w > 1.7)
  const bodyDepth = isCorner ? Math.min(1.0, d * 0.62) : d
  const y: Range = [d / 2 - bodyDepth, d / 2]
  const back = Math.min(0.2, bodyDepth * 0.22)
  const fields = divide(inner, isCorner ? Math.max(2, seats) : seats)
  const chaiseLeft = variant === 'left'
  const chaise = isCorner ? (chaiseLeft ? fields[0]! : fields[fields.length - 1]!) : undefined
  const seatTop = Math.min(SEAT_TOP, h * 0.56)
  return {
    arm,
    inner,
    seats: fields.length,
    y,
    back,
    fields,
    chaise,
    chaiseLeft,
    seatTop,
    x: [-w / 2, w / 2] as Range,
    front: -d / 2,
    h,
    d,
  }
}

export function sofaSeats(p: BuildParameters): number {
  const plan = sofaPlan(p)
  return plan.seats + (plan.chaise ? Math.max(0, Math.floor((plan.y[0] - plan.front) / 0.6)) : 0)
}

/** The seat, on which cushions, blankets and pets lie. */
export function sofaSurfaces(p: BuildParameters): Surface[] {
  const { inner, y, back, seatTop } = sofaPlan(p)
  const [front, behind] = [y[0] + 0.02, y[1] - back - 0.1]
  const place = { x: 0, y: (front + behind) / 2, z: seatTop, width: inner[1] - inner[0] - 0.02, clear: Infinity }
  return [{ ...place, depth: Math.max(0.1, behind - front) }]
}

/** Plinth, legs, arms, back and one seat and one back cushion per person; the corner form has a chaise to the front. */
export function sofaShape(model: Model, p: BuildParameters): void {
  const plan = sofaPlan(p)
  const { x, y, h, arm, back, fields, chaise, chaiseLeft, seatTop, front } = plan
  const legs = Math.min(0.13, seatTop * 0.3)
  const deck = seatTop * 0.62
  const armTop = Math.min(h * 0.78, seatTop + 0.2)
  addLegs(model, 'legs', [x[0] + 0.05, x[1] - 0.05], [y[0] + 0.05, y[1] - 0.05], [0, legs + 0.01], {
    thickness: 0.045,
    splay: 0.015,
    round: true,
  })
  const body = (a: Range, b: Range, z: Range, radius = 0.03) =>
    model.add('upholstery', softBox(a, b, z, { radius, segments: 1 }))
  body([x[0] + 0.01, x[1] - 0.01], [y[0] + 0.02, y[1] - 0.01], [legs, deck], 0.02)
  body([x[0] + arm * 0.4, x[1] - arm * 0.4], [y[1] - back, y[1]], [legs, h - 0.05], 0.05)
  const chaiseArm = chaise ? (chaiseLeft ? 0 : 1) : -1
  for (const side of [0, 1]) {
    const ax: Range = side === 0 ? [x[0], x[0] + arm] : [x[1] - arm, x[1]]
    body(ax, side === chaiseArm ? [y[0] + (y[1] - y[0]) * 0.3, y[1]] : y, [legs, armTop], Math.min(0.05, arm * 0.45))
  }
  if (chaise) {
    const cx: Range = chaiseLeft ? [x[0], chaise[1]] : [chaise[0], x[1]]
    body([cx[0] + 0.008, cx[1] - 0.008], [front + 0.02, y[0] + 0.1], [legs, deck], 0.02)
    addLegs(model, 'legs', [cx[0] + 0.05, cx[1] - 0.05], [front + 0.05, y[0]], [0, legs + 0.01], {
      thickness: 0.045,
      splay: 0.015,
      round: true,
    })
  }
  for (const field of fields) addSeat(model, plan, field, field === chaise)
  addScatterCushions(model, plan)
}

function addSeat(model: Model, plan: ReturnType<typeof sofaPlan>, field: Range, isChaise: boolean): void {
  const { y, h, back, seatTop, front, chaiseLeft, x } = plan
  const deck = seatTop * 0.62
  const seatY: Range = [isChaise ? front : y[0], y[1] - back + 0.02]
  const wide: Range = isChaise ? (chaiseLeft ? [x[0] + 0.004, field[1]] : [field[0], x[1] - 0.004]) : field
  const seatX: Range = [(isChaise && seatY[0] < y[0] ? wide : field)[0] + 0.004, (isChaise ? wide : field)[1] - 0.004]
  if (isChaise) {
    const split = y[0] + (y[1] - y[0]) * 0.3
    model.add('cushions', softBox(seatX, [seatY[0], split - 0.002], [deck, seatTop], { radius: 0.045, crown: 0.02 }))
    model.add(
      'cushions',
      softBox([field[0] + 0.004, field[1] - 0.004], [split + 0.002, seatY[1]], [deck, seatTop], {
        radius: 0.04,
        crown: 0.012,
      }),
    )
  } else model.add('cushions', softBox(seatX, seatY, [deck, seatTop], { radius: 0.045, crown: 0.02 }))
  const thick = Math.min(0.2, (y[1] - y[0]) * 0.2)
  const lean = 0.16
  const top = h - 0.008
  const high = (top - seatTop) / Math.cos(lean)
  const cushion = softBox([field[0] + 0.008, field[1] - 0.008], [-thick, 0], [0, high - thick * Math.sin(lean)], {
    radius: 0.055,
    crown: 0.025,
    face: 'front',
  })
  const behind = y[1] - back + 0.02 - high * Math.sin(lean) * 0.25
  model.add('cushions', move(turn(cushion, 'x', -lean), 0, behind, seatTop - 0.004))
}

/** Two scatter cushions in the corners of anything for two people or more. */
function addScatterCushions(model: Model, plan: ReturnType<typeof sofaPlan>): void {
  if (plan.seats < 2) return
  const side = Math.min(0.42, (plan.h - plan.seatTop) * 0.95)
  const at = plan.y[1] - plan.back - 0.26
  const slots = ['accent', 'accent_2'] as const
  plan.fields.forEach((field, k) => {
    const isFirst = k === 0
    if (!isFirst && k !== plan.fields.length - 1) return
    const g = pillow([-side / 2, side / 2], [-side / 2, side / 2], [-0.065, 0.065], 6)
    turn(g, 'x', Math.PI / 2 - 0.38)
    turn(g, 'z', isFirst ? 0.3 : -0.3)
    const cx = isFirst ? field[0] + side * 0.52 : field[1] - side * 0.52
    model.add(slots[isFirst ? 0 : 1], move(g, cx, at, plan.seatTop + side * 0.44))
  })
}

export function sofaSymbol(p: BuildParameters): SymbolPath[] {
  const plan = sofaPlan(p)
  const { x, y, arm, back, fields, chaise, chaiseLeft, front } = plan
  const paths: SymbolPath[] = []
  if (chaise) {
    const reach = chaiseLeft ? chaise[1] : chaise[0]
    paths.push(
      outline(
        chaiseLeft
          ? [
              [x[0], front],
              [reach, front],
              [reach, y[0]],
              [x[1], y[0]],
              [x[1], y[1]],
              [x[0], y[1]],
            ]
          : [
              [x[0], y[0]],
              [reach, y[0]],
              [reach, front],
              [x[1], front],
              [x[1], y[1]],
              [x[0], y[1]],
            ],
      ),
    )
  } else paths.push(outline(block(x, y, 0.05)))
  paths.push(detail(block([x[0] + arm * 0.4, x[1] - arm * 0.4], [y[1] - back, y[1]], 0.04)))
  for (const [side, ax] of [
    [0, [x[0], x[0] + arm]],
    [1, [x[1] - arm, x[1]]],
  ] as const) {
    const isShort = chaise && side === (chaiseLeft ? 0 : 1)
    paths.push(detail(block(ax, isShort ? [y[0] + (y[1] - y[0]) * 0.3, y[1]] : y, 0.04)))
  }
  for (const field of fields) {
    const isChaise = field === chaise
    paths.push(detail(block([field[0], field[1]], [isChaise ? front + 0.01 : y[0] + 0.01, y[1] - back], 0.04)))
  }
  return paths
}

import type { LevelRecord, Scene, Sky } from '@enfilade/scene'
import type { LightWish, Text, TimeOfDay } from './appearance-brief.ts'
import { roomBeside } from './choose-surfaces.ts'
import { draw } from './seeded.ts'

export type ChosenSun = {
  readonly sky: Sky
  readonly azimuth?: number
  readonly elevation?: number
  readonly why: Text
}

/** Where the sun stands at a time (north +y, east +x) and what the sky is when nothing is said of it. */
const SUN: {
  readonly [time in TimeOfDay]: { readonly azimuth: number; readonly elevation: number; readonly sky: Sky }
} = {
  dawn: { azimuth: 0.15, elevation: 0.09, sky: 'clear' },
  morning: { azimuth: -0.4, elevation: 0.42, sky: 'clear' },
  noon: { azimuth: -1.57, elevation: 1.02, sky: 'clear' },
  afternoon: { azimuth: -2.5, elevation: 0.56, sky: 'clear' },
  golden_hour: { azimuth: -2.95, elevation: 0.17, sky: 'clear' },
  sunset: { azimuth: -3.05, elevation: 0.07, sky: 'clear' },
  dusk: { azimuth: 3.14, elevation: -0.06, sky: 'dusk' },
  evening: { azimuth: 3.14, elevation: -0.1, sky: 'dusk' },
  night: { azimuth: 3.14, elevation: -0.6, sky: 'night' },
}

/** Without a word: a bright hour, by the seed. */
const USUAL: readonly TimeOfDay[] = ['morning', 'afternoon', 'morning']

/** A window as the sun sees it: its outward direction and area. */
type Pane = { readonly out: readonly [number, number]; readonly area: number }

/** The sun stays within this of where it stands at its hour, radians; sills and reveals cut off the rest. */
const PLAY = 0.8
const STEP = 0.1

/**
 * Sky and sun for a wish. Within what its hour allows, the sun stands where it shines into the rooms; when no window
 * faces that way it comes from one that does, and the reason says so.
 */
export function chooseSun(scene: Scene, level: LevelRecord, light: LightWish, seed: number): ChosenSun {
  const isNamed = light.time !== undefined
  const time = light.time ?? USUAL[Math.floor(draw(seed, 'time') * USUAL.length)]!
  const usual = SUN[time]
  // After sunset clouds no longer count.
  const sky = usual.elevation < 0 ? usual.sky : (light.sky ?? usual.sky)
  if (sky === 'night' || sky === 'dusk' || sky === 'overcast') {
    const why: { readonly [sky: string]: Text } = {
      night: { en: 'night: only lamps shine', zh: '夜晚：只有灯光' },
      dusk: { en: 'after sunset: a blue sky and lamps', zh: '日落之后：蓝色天光与灯光' },
      overcast: { en: 'an overcast sky has no sun', zh: '阴天没有直射阳光' },
    }
    return {
      sky,
      why: why[sky]!,
      ...(sky === 'overcast' ? { azimuth: usual.azimuth, elevation: Math.max(0.3, usual.elevation) } : {}),
    }
  }
  const elevation = usual.elevation > 0 ? usual.elevation : 0.35
  const panes = findPanes(scene, level)
  const wanted = light.sunAzimuth ?? usual.azimuth
  const label = time.replaceAll('_', ' ')
  const name: Text = isNamed ? { en: label, zh: TIMES_ZH[time] } : { en: 'a bright hour', zh: '明亮的时刻' }
  if (panes.length === 0)
    return {
      sky,
      azimuth: wanted,
      elevation,
      why: { en: `${name.en}; no window lets the sun in`, zh: `${name.zh}；没有窗让阳光进入` },
    }
  const gain = (azimuth: number) =>
    panes.reduce(
      (sum, { out, area }) => sum + area * Math.max(0, Math.cos(azimuth) * out[0] + Math.sin(azimuth) * out[1]),
      0,
    )
  const best = panes.reduce((sum, { area }) => Math.max(sum, area), 0)
  let azimuth = wanted
  let most = -1
  for (let k = -Math.round(PLAY / STEP); k <= Math.round(PLAY / STEP); k++) {
    const value = Math.min(gain(wanted + k * STEP), best * 0.85) - Math.abs(k) * 0.01 * best
    if (value > most) [azimuth, most] = [wanted + k * STEP, value]
  }
  if (most > best * 0.3)
    return {
      sky,
      azimuth: round(azimuth),
      elevation,
      why: { en: `${name.en} sun from the ${side(azimuth).en}`, zh: `${name.zh}，阳光来自${side(azimuth).zh}` },
    }
  const main = panes.reduce((a, b) => (b.area > a.area ? b : a))
  const slant = (draw(seed, 'sun side') < 0.5 ? -1 : 1) * (0.35 + draw(seed, 'sun slant') * 0.3)
  const turned = Math.atan2(main.out[1], main.out[0]) + slant
  return {
    sky,
    azimuth: round(turned),
    elevation,
    why: {
      en: `${name.en}; no window faces the ${side(wanted).en}, so the sun comes from the ${side(turned).en}`,
      zh: `${name.zh}；${side(wanted).zh}没有窗，阳光改从${side(turned).zh}来`,
    },
  }
}

const TIMES_ZH: { readonly [time in TimeOfDay]: string } = {
  dawn: '黎明',
  morning: '早晨',
  noon: '正午',
  afternoon: '下午',
  golden_hour: '黄金时刻',
  sunset: '日落',
  dusk: '黄昏',
  evening: '傍晚',
  night: '夜晚',
}

const round = (angle: number) => Math.round(Math.atan2(Math.sin(angle), Math.cos(angle)) * 1000) / 1000

const SIDES: readonly Text[] = [
  { en: 'east', zh: '东' },
  { en: 'north-east', zh: '东北' },
  { en: 'north', zh: '北' },
  { en: 'north-west', zh: '西北' },
  { en: 'west', zh: '西' },
  { en: 'south-west', zh: '西南' },
  { en: 'south', zh: '南' },
  { en: 'south-east', zh: '东南' },
]

const side = (azimuth: number) => SIDES[((Math.round(azimuth / (Math.PI / 4)) % 8) + 8) % 8]!

/** Windows with a room on one side and the open on the other. */
function findPanes(scene: Scene, level: LevelRecord): Pane[] {
  const walls = new Map(scene.walls.map((wall) => [wall.id, wall]))
  return scene.openings.flatMap((opening): Pane[] => {
    const wall = walls.get(opening.wall)
    if (opening.type !== 'window' || opening.level !== level.id || !wall) return []
    const at = Math.min(0.95, Math.max(0.05, opening.along / Math.max(0.01, wall.length)))
    const [left, right] = [roomBeside(scene, wall, 'left', at), roomBeside(scene, wall, 'right', at)]
    if (!left === !right) return []
    const [dx, dy] = opening.direction
    const out = left ? ([dy, -dx] as const) : ([-dy, dx] as const)
    return [{ out, area: opening.width * opening.height }]
  })
}

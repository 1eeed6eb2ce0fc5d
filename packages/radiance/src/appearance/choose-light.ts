import { findKind, type Style, styles } from '@enfilade/catalogue'
import { itemsInRoom, type LevelAppearance, type LevelRecord, type Scene, type SceneItem } from '@enfilade/scene'
import type { AppearanceBrief, LightWish, Mood, Text, TimeOfDay } from './appearance-brief.ts'
import type { Choice, LampValue, Unmet } from './choice.ts'
import { chooseSun } from './choose-sun.ts'
import type { StyleBlend } from './style-blend.ts'

/** Lamps that make a mood rather than light a room. */
const MOOD_LAMPS = /^(table_lamp|floor_lamp|wall_lamp|string_lights|led_strip|night_light|candle|desk_lamp)$/

/** Stops that a time of day, brightness and moods add to the automatic exposure: night has to stay night. */
const STOPS_OF_TIME: { readonly [time in TimeOfDay]: number } = {
  dawn: -0.3,
  morning: 0.1,
  noon: 0.2,
  afternoon: 0.1,
  golden_hour: -0.1,
  sunset: -0.3,
  dusk: -0.6,
  evening: -0.6,
  night: -0.8,
}
const STOPS_OF_MOOD: { readonly [mood in Mood]?: number } = {
  bright: 0.25,
  fresh: 0.15,
  dramatic: -0.35,
  dark: -0.4,
  cosy: -0.1,
}

/** Sky, sun and exposure of a level. */
export function chooseLight(
  scene: Scene,
  level: LevelRecord,
  brief: AppearanceBrief,
  blend: StyleBlend,
  seed: number,
): Choice {
  const { light, picture } = brief
  const sun = chooseSun(scene, level, light, seed)
  const stops =
    (light.time ? STOPS_OF_TIME[light.time] : light.sky === 'night' ? STOPS_OF_TIME.night : STOPS_OF_TIME.morning) +
    0.45 * (light.brightness ?? 0) +
    brief.moods.reduce((sum, mood) => sum + (STOPS_OF_MOOD[mood] ?? 0), 0) +
    (picture ? (picture.key - 0.55) * 1.6 : 0)
  const appearance: LevelAppearance = {
    style: brief.words || styles[blend.names[0]!].names.en[0]!,
    sky: sun.sky,
    ...(sun.azimuth === undefined ? {} : { sunAzimuth: sun.azimuth, sunElevation: sun.elevation }),
    ...(light.brightness && light.brightness > 0.5 ? { daylight: 1.25 } : {}),
    exposure: Math.round(Math.min(1.5, Math.max(-1.8, stops)) * 100) / 100,
  }
  return {
    kind: 'light',
    id: `light:${level.id}`,
    target: level.id,
    what: { en: 'Daylight and exposure', zh: '日光与曝光' },
    value: appearance,
    why: sun.why,
    locked: false,
  }
}

/** What lamps do at a time: all off by day, all on at night, the small ones in the evening. */
export function chooseLamps(scene: Scene, brief: AppearanceBrief, { base }: StyleBlend, unmet: Unmet[]): Choice[] {
  const { light } = brief
  const kelvin = kelvinOf(brief, base)
  const isDark = needsLamps(light)
  const choices: Choice[] = []
  const lit = new Set<string>()
  const rooms = scene.rooms.map((room) => ({ room, lamps: itemsInRoom(scene, room).filter(isLamp) }))
  for (const { room, lamps } of rooms) {
    const hasWindow = scene.openings.some(({ id, type }) => type === 'window' && room.openings.includes(id))
    const mood = lamps.filter(({ category }) => MOOD_LAMPS.test(category))
    for (const lamp of lamps) {
      if (lamp.locked || lit.has(lamp.id)) continue
      lit.add(lamp.id)
      const on = isOn(lamp, brief, isDark, hasWindow, mood.length)
      choices.push(lampChoice(lamp, { ...(on === undefined ? {} : { on }), kelvin, ...lumensOf(lamp, brief) }, brief))
    }
    if (isDark && light.lamps !== 'off' && lamps.length === 0 && room.area > 3)
      unmet.push({
        words: brief.words,
        reason: {
          en: `${room.name || room.type} has no lamp (0 found): it stays dark`,
          zh: `${room.name || room.type}没有灯（0 盏），会比较暗`,
        },
      })
  }
  return choices
}

const isLamp = ({ category }: SceneItem) => {
  const kind = findKind(category)
  return kind?.light !== undefined && kind.group !== 'electronics'
}

/** Dusk, evening, night and a dull sky ask for lamps. */
function needsLamps({ time, sky, lamps }: LightWish): boolean | undefined {
  if (lamps === 'on') return true
  if (time === 'dusk' || time === 'evening' || time === 'night') return true
  if (sky === 'night' || sky === 'dusk') return true
  if (time !== undefined || sky === 'clear' || sky === 'cloudy') return false
  return sky === 'overcast' ? true : undefined
}

function isOn(
  { category }: SceneItem,
  { light, moods }: AppearanceBrief,
  isDark: boolean | undefined,
  hasWindow: boolean,
  moodLamps: number,
): boolean | undefined {
  if (light.lamps) return light.lamps === 'on'
  if (isDark === undefined) return undefined
  const isMoodLamp = MOOD_LAMPS.test(category)
  if (!isDark) return !hasWindow
  const isSoft =
    moods.some((mood) => ['cosy', 'dramatic', 'calm', 'dark', 'warm'].includes(mood)) || (light.brightness ?? 0) < 0
  const isEnough = moodLamps >= 2
  if (light.sky === 'overcast' && light.time === undefined) return isMoodLamp || !hasWindow
  return isMoodLamp || !(isSoft && isEnough)
}

/** The lamps' colour: as said, else by moods and time around the style's own. */
function kelvinOf({ light, moods, picture }: AppearanceBrief, base: Style): number {
  if (light.kelvin) return light.kelvin
  let kelvin = base.kelvin
  if (moods.includes('warm') || moods.includes('cosy')) kelvin = Math.min(kelvin, 2700)
  if (moods.includes('cool') || moods.includes('fresh')) kelvin = Math.max(kelvin, 3800)
  if (light.time === 'evening' || light.time === 'night') kelvin = Math.min(kelvin, 3000)
  if (picture) kelvin -= picture.warmth * 500
  return Math.round(Math.min(6500, Math.max(1800, kelvin)) / 50) * 50
}

function lumensOf(lamp: SceneItem, { light, moods }: AppearanceBrief): { lumens?: number } {
  const factor = 1 + 0.5 * (light.brightness ?? 0) - (moods.includes('cosy') || moods.includes('dramatic') ? 0.2 : 0)
  const usual = findKind(lamp.category)?.light?.lumens
  return usual === undefined || factor === 1 ? {} : { lumens: Math.round((usual * factor) / 10) * 10 }
}

function lampChoice(lamp: SceneItem, value: LampValue, { light }: AppearanceBrief): Choice {
  const name = findKind(lamp.category)!.names
  const why: Text = light.kelvin
    ? { en: `${value.kelvin} K as asked`, zh: `按要求 ${value.kelvin} K` }
    : value.on === undefined
      ? { en: `${value.kelvin} K suits the style; on or off as it is`, zh: `${value.kelvin} K 与风格相符，开关不变` }
      : {
          en: `${value.on ? 'on' : 'off'} at this time, ${value.kelvin} K`,
          zh: `此时${value.on ? '打开' : '关闭'}，${value.kelvin} K`,
        }
  return {
    kind: 'lamp',
    id: `lamp:${lamp.id}`,
    target: lamp.id,
    what: { en: lamp.label ?? name.en[0]!, zh: lamp.label ?? name.zh[0]! },
    value,
    why,
    locked: false,
  }
}

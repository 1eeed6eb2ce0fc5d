import type { LevelAppearance, Sky } from '@enfilade/scene'
import type { Daylight, Rgb, Vector3 } from '../scene/trace-scene.ts'

/** The sun where nobody has said: a bright morning from the south-east. */
const USUAL = { sunAzimuth: -0.9, sunElevation: 0.62 }

/** Illuminance of the sun outside the air, klx. */
const SOLAR = 128
/** Optical depth of clear air for red, green and blue light. */
const DEPTH: Rgb = [0.12, 0.2, 0.38]
/** The sun is half a degree wide; a little haze softens its edge. */
const SUN_RADIUS = 0.0075
const GROUND_ALBEDO = 0.18

/**
 * Sun and sky as light: a clear sun reddened by the air it crosses, skies of the brightness that daylight has outdoors.
 *
 * @param appearance Absent, or without a sky: a clear one.
 */
export function daylightOf(appearance: LevelAppearance = {}): Daylight {
  const { sky = 'clear', daylight = 1, sunAzimuth = USUAL.sunAzimuth } = appearance
  const elevation = appearance.sunElevation ?? (sky === 'dusk' ? -0.05 : sky === 'night' ? -0.5 : USUAL.sunElevation)
  const height = Math.max(0, Math.sin(elevation))
  const share = SUN_SHARE[sky]
  const beam = height > 0.005 && share > 0 ? scale(sunlight(elevation), share * daylight) : undefined
  const colors = skyColors(sky, height, daylight)
  const lit = (luminance(colors.horizon) * 0.6 + luminance(colors.zenith) * 0.4) * Math.PI
  const ground = (GROUND_ALBEDO / Math.PI) * (lit + (beam ? luminance(beam) * height : 0))
  return {
    ...(beam && {
      sun: { direction: directionOf(sunAzimuth, elevation), irradiance: beam, angularRadius: SUN_RADIUS },
    }),
    sky: { ...colors, ground: scale(tint([1, 0.97, 0.9]), ground) },
  }
}

/** What clouds leave of the sun. */
const SUN_SHARE: { readonly [sky in Sky]: number } = { clear: 1, cloudy: 0.35, overcast: 0, dusk: 0, night: 0 }

/** Irradiance on a surface that faces the sun, klx. Air mass after Kasten and Young (1989). */
function sunlight(elevation: number): Rgb {
  const degrees = (Math.max(elevation, 0) * 180) / Math.PI
  const air = 1 / (Math.sin(Math.max(elevation, 0)) + 0.50572 * (degrees + 6.07995) ** -1.6364)
  return DEPTH.map((depth) => SOLAR * Math.exp(-depth * air)) as unknown as Rgb
}

/** @param height Sine of the sun's elevation, 0 at the horizon and below. */
function skyColors(sky: Sky, height: number, factor: number): { readonly zenith: Rgb; readonly horizon: Rgb } {
  const low = 1 - Math.min(1, height / 0.5)
  switch (sky) {
    case 'clear': {
      const level = factor * (1.2 + 4.4 * height)
      return {
        zenith: scale(tint([0.34, 0.6, 1.12]), level),
        horizon: scale(tint([0.75 + 0.5 * low, 0.86 + 0.06 * low, 1 - 0.3 * low]), level * 1.7),
      }
    }
    case 'cloudy': {
      const level = factor * (1.3 + 8 * height)
      return {
        zenith: scale(tint([0.72, 0.86, 1.08]), level),
        horizon: scale(tint([0.95 + 0.2 * low, 0.97, 1 - 0.12 * low]), level * 1.1),
      }
    }
    case 'overcast': {
      // The overcast sky of the CIE: three times as bright overhead as at the horizon; 300 lx + 21 klx · sin(height).
      const level = (factor * 9 * (0.3 + 21 * Math.max(height, 0.25))) / (7 * Math.PI)
      return { zenith: scale(tint([0.93, 0.98, 1.06]), level), horizon: scale(tint([0.95, 0.98, 1.04]), level / 3) }
    }
    case 'dusk':
      return {
        zenith: scale(tint([0.26, 0.42, 1]), factor * 0.016),
        horizon: scale(tint([1.15, 0.72, 0.6]), factor * 0.05),
      }
    case 'night':
      return {
        zenith: scale(tint([0.28, 0.42, 1]), factor * 0.00035),
        horizon: scale(tint([0.5, 0.55, 0.9]), factor * 0.0009),
      }
  }
}

/** Unit vector: azimuth counter-clockwise from +x, elevation over the horizon, radians. */
export function directionOf(azimuth: number, elevation: number): Vector3 {
  const flat = Math.cos(elevation)
  return [Math.cos(azimuth) * flat, Math.sin(azimuth) * flat, Math.sin(elevation)]
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The colour at luminance 1. */
function tint(color: Rgb): Rgb {
  return scale(color, 1 / luminance(color))
}

function scale([r, g, b]: Rgb, factor: number): Rgb {
  return [r * factor, g * factor, b * factor]
}

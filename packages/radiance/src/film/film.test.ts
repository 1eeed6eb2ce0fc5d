import { describe, expect, it } from 'vitest'
import { cameraCourse, lookFrom } from './camera-course.ts'
import { filmMoments } from './film-moments.ts'
import { type Point, readFilmPath } from './film-path.ts'
import { statesAt } from './film-states.ts'
import { makeFilm } from './make-film.ts'
import { listBoxes, readMp4Facts } from './mp4-boxes.ts'
import { matrixFor, toYuv } from './to-yuv.ts'

const places: readonly Point[] = [
  [0.6, 0.6, 1.5],
  [2.4, 1.1, 1.5],
  [3.9, 2.6, 1.6],
  [2.2, 4.2, 1.4],
]
const targets: readonly Point[] = [
  [3, 3, 1],
  [4.5, 4, 1.2],
  [1, 4, 0.8],
  [0.5, 0.5, 1],
]
const seconds = [0, 3, 4, 8]
const file = {
  width: 640,
  height: 360,
  intrinsic: [320, 0, 320, 0, 320, 180, 0, 0, 1],
  cameras: Object.fromEntries(places.map((place, index) => [`k${index}`, lookFrom(place, targets[index]!)!])),
  times: Object.fromEntries(seconds.map((time, index) => [`k${index}`, time])),
}
const path = readFilmPath(file, 'path.json')
const placeOf = (pose: readonly number[]): Point => [pose[3]!, pose[7]!, pose[11]!]
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
const difference = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, at) => Math.abs(value - b[at]!)))

describe('a camera path', () => {
  it('passes every key at its time', () => {
    for (const easing of ['smooth', 'linear'] as const) {
      const at = cameraCourse({ ...path, easing })
      for (const key of path.keys) expect(difference(at(key.time).pose, key.pose)).toBeLessThan(2e-3)
    }
  })

  it('moves and turns without a jump, in place or in speed', () => {
    const at = cameraCourse(path)
    const step = 1 / 240
    let before = at(0).pose
    let speedBefore: readonly number[] | undefined
    for (let time = step; time <= 8; time += step) {
      const { pose } = at(time)
      const speed = pose.map((value, index) => (value - before[index]!) / step)
      if (speedBefore) expect(difference(speed, speedBefore)).toBeLessThan(0.12)
      before = pose
      speedBefore = speed
    }
  })

  it('starts and ends at rest, and keeps an even speed when it is told so', () => {
    const smooth = cameraCourse(path)
    const even = cameraCourse({ ...path, easing: 'linear' })
    const speed = (at: typeof smooth, time: number) =>
      distance(placeOf(at(time).pose), placeOf(at(time + 0.01).pose)) / 0.01
    expect(speed(smooth, 0)).toBeLessThan(0.05)
    expect(speed(smooth, 7.99)).toBeLessThan(0.05)
    expect(speed(even, 0.5)).toBeCloseTo(speed(even, 2.5), 2)
  })

  it('stands still between two keys at one place, and turns there', () => {
    const still = readFilmPath(
      {
        ...file,
        cameras: { ...file.cameras, k2: lookFrom(places[1]!, targets[3]!) },
        times: { k0: 0, k1: 2, k2: 4, k3: 6 },
      },
      'path.json',
    )
    const at = cameraCourse(still)
    for (const time of [2.2, 3, 3.9]) expect(distance(placeOf(at(time).pose), places[1]!)).toBeLessThan(1e-6)
    expect(difference(at(3).pose, at(2).pose)).toBeGreaterThan(0.2)
  })

  it('keeps the horizon level and the pose a turn', () => {
    const at = cameraCourse(path)
    for (let time = 0; time <= 8; time += 0.1) {
      const { pose } = at(time)
      expect(Math.abs(pose[8]!)).toBeLessThan(1e-9)
      expect(pose[9]!).toBeLessThan(0)
      for (const [a, b] of [
        [0, 1],
        [0, 2],
        [1, 2],
        [0, 0],
        [1, 1],
        [2, 2],
      ] as const) {
        const dot = pose[a]! * pose[b]! + pose[4 + a]! * pose[4 + b]! + pose[8 + a]! * pose[8 + b]!
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 6)
      }
    }
  })

  it('stays on a point that it looks at', () => {
    const looked = readFilmPath({ ...file, lookAt: [2, 2, 0.5] }, 'path.json')
    for (const { camera } of filmMoments(looked, path, 5)) {
      const { pose } = camera
      const to: Point = [2 - pose[3]!, 2 - pose[7]!, 0.5 - pose[11]!]
      const ahead = (to[0] * pose[2]! + to[1] * pose[6]! + to[2] * pose[10]!) / Math.hypot(...to)
      expect(ahead).toBeGreaterThan(0.999999)
    }
  })

  it('keeps the vertical angle of view at another size', () => {
    const { intrinsic, width, height } = cameraCourse(path, { width: 1280, height: 720 })(1)
    expect([width, height]).toEqual([1280, 720])
    expect(intrinsic).toEqual([640, 0, 640, 0, 640, 360, 0, 0, 1])
  })

  it('opens doors gradually and switches lamps at once', () => {
    const states = [
      { time: 2, id: 'door-1', open: 0 },
      { time: 4, id: 'door-1', open: 1 },
      { time: 5, id: 'lamp-1', on: true },
    ]
    const staged = readFilmPath({ ...file, states }, 'path.json')
    expect(statesAt(staged, 1)).toEqual([])
    expect(statesAt(staged, 3)).toEqual([{ id: 'door-1', open: 0.5 }])
    expect(statesAt(staged, 5)).toEqual([
      { id: 'door-1', open: 1 },
      { id: 'lamp-1', on: true },
    ])
  })

  it('says what is wrong with a path file', () => {
    const broken: [unknown, string][] = [
      [[], 'p.json: it is no JSON object. Correct it in the path file.'],
      [{ ...file, times: undefined }, 'p.json: it has no "times". Add "times": {"<camera id>": seconds}.'],
      [{ ...file, times: { k0: 0, k9: 1 } }, '"times" names camera "k9", which is not among the cameras'],
      [{ ...file, times: { k0: 0 } }, 'it has 1 timed cameras. Give two at least'],
      [{ ...file, times: { k0: 1, k1: 1 } }, 'cameras "k0" and "k1" have the same time'],
      [{ ...file, times: { k0: 0, k1: '4' } }, 'the time of camera "k1" is "4". Give seconds'],
      [{ ...file, times: { k0: 0, k1: 4000 } }, 'the film lasts 4000 s. Make it 900 s at most'],
      [
        { ...file, cameras: { ...file.cameras, k1: [1, 2] } },
        'camera "k1" needs 16 numbers, row-major camera-to-world',
      ],
      [
        { ...file, cameras: { ...file.cameras, k1: Array(16).fill(1) } },
        'p.json: camera "k1" needs 0 0 0 1 as its last row',
      ],
      [{ ...file, width: 1e9 }, 'its "width" needs a whole number of pixels'],
      [{ ...file, intrinsic: [1, 2] }, 'its "intrinsic" needs 9 numbers'],
      [{ ...file, easing: 'bouncy' }, '"easing" is "bouncy". Use "smooth" or "linear"'],
      [{ ...file, states: [{ time: 1, id: 'door-1', open: 7 }] }, 'state 1 is {"time":1,"id":"door-1","open":7}'],
    ]
    for (const [value, message] of broken) expect(() => readFilmPath(value, 'p.json')).toThrow(message)
  })
})

describe('a film', () => {
  const size = { width: 96, height: 64 }
  const paint = (shade: number) => new Uint8Array(size.width * size.height * 3).fill(shade)

  it('has the frames, size and speed that were asked for, and its index in front', async () => {
    const seen: number[] = []
    const wholeFrames = [1, 13, 25, 37, 49, 61, 73, 85]
    const progress: number[] = []
    const mp4 = await makeFilm(
      path,
      ({ index, camera }) => {
        expect([camera.width, camera.height]).toEqual([96, 64])
        seen.push(index)
        return paint(index)
      },
      { size, fps: 12, onProgress: ({ done, total }) => progress.push(done / total) },
    )
    expect(readMp4Facts(mp4)).toEqual({ ...size, frames: 96, seconds: 8, startsFast: true, wholeFrames })
    expect(seen).toEqual([...Array(96).keys()])
    expect(progress.at(-1)).toBe(1)
    expect(chunkStart(mp4)).toBe(listBoxes(mp4).find(({ type }) => type === 'mdat')!.start + 8)
  })

  it('gives equal bytes for equal frames', async () => {
    const film = () => makeFilm(path, ({ index }) => paint(index * 2), { size, fps: 3 })
    expect(await film()).toEqual(await film())
  })

  it('stops when it is cancelled, and says why it cannot begin', async () => {
    const cancel = new AbortController()
    const render = ({ index }: { index: number }) => {
      if (index === 4) cancel.abort(new Error('enough'))
      return paint(0)
    }
    await expect(makeFilm(path, render, { size, fps: 12, signal: cancel.signal })).rejects.toThrow('enough')
    const odd = makeFilm(path, () => paint(0), { size: { width: 97, height: 64 }, fps: 12 })
    await expect(odd).rejects.toThrow('a film of 97 × 64 pixels cannot be encoded: both sides must be even, 16 to 8192')
    await expect(makeFilm(path, () => paint(0), { size, fps: 0 })).rejects.toThrow('0 frames a second')
    await expect(makeFilm(path, () => paint(0).subarray(3), { size, fps: 12 })).rejects.toThrow(
      'a frame of 18429 bytes',
    )
  })
})

describe('colours of a film', () => {
  it('are those of their matrix', () => {
    // ITU-R BT.709-6: pure red is 63, 102, 240; BT.601-7: 81, 90, 240.
    const yuv = new Uint8Array(6)
    const red = Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0)
    toYuv(red, 2, 2, matrixFor(720), yuv)
    expect([...yuv]).toEqual([63, 63, 63, 63, 102, 240])
    toYuv(red, 2, 2, matrixFor(480), yuv)
    expect([...yuv]).toEqual([81, 81, 81, 81, 90, 240])
  })
})

/** Where the first chunk of pictures is said to begin. */
function chunkStart(mp4: Uint8Array): number {
  const at = Buffer.from(mp4).indexOf('stco')
  return new DataView(mp4.buffer, mp4.byteOffset).getUint32(at + 12)
}

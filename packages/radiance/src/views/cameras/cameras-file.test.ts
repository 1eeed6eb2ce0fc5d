import { describe, expect, it } from 'vitest'
import { lookAlong, lookAt } from './aim-camera.ts'
import { readCameras } from './read-cameras.ts'
import { writeCameras } from './write-cameras.ts'

const cameras = [lookAt('a', [1, 2, 1.5], [3, 3, 1]), lookAlong('b', [0, 0, 1.5], 1, -0.2)]
const file = () => JSON.parse(writeCameras(cameras)) as Record<string, unknown> & { cameras: Record<string, number[]> }

describe('a camera that looks at a point', () => {
  it('sees it straight ahead, upright, in a right-handed frame', () => {
    const [camera] = cameras
    const p = camera!.pose
    const forward = [p[2]!, p[6]!, p[10]!]
    const expected = [2, 1, -0.5].map((value) => value / Math.hypot(2, 1, 0.5))
    for (let k = 0; k < 3; k++) expect(forward[k]).toBeCloseTo(expected[k]!)
    expect(p[8]).toBeCloseTo(0)
    expect(p[9]).toBeLessThan(0)
    expect(readCameras(writeCameras(cameras)).problems).toEqual([])
  })

  it('may look straight down', () => {
    expect(readCameras(writeCameras([lookAt('a', [0, 0, 2], [0, 0, 0])])).problems).toEqual([])
  })
})

describe('a cameras file', () => {
  it('reads back what was written', () => {
    const times = new Map([
      ['a', 0],
      ['b', 1.25],
    ])
    const read = readCameras(writeCameras(cameras, times))
    expect(read.problems).toEqual([])
    expect(read.times).toEqual(times)
    expect(read.cameras.map(({ id, width, height }) => [id, width, height])).toEqual([
      ['a', 640, 480],
      ['b', 640, 480],
    ])
    for (const [k, camera] of cameras.entries())
      for (const [i, value] of camera.pose.entries()) expect(read.cameras[k]!.pose[i]).toBeCloseTo(value, 6)
    expect(writeCameras(read.cameras, read.times)).toBe(writeCameras(cameras, times))
  })

  it('takes matrices as rows', () => {
    const rows = file()
    const flat = rows.cameras.a!
    rows.cameras.a = [0, 4, 8, 12].map((at) => flat.slice(at, at + 4)) as unknown as number[]
    expect(readCameras(rows).cameras).toHaveLength(2)
  })

  it.each<[string, (f: ReturnType<typeof file>) => unknown, string]>([
    ['no JSON', () => '{"width":', 'is not JSON'],
    ['a list', () => [], 'is an object'],
    ['null', () => null, 'is an object'],
    ['no width', (f) => ({ ...f, width: undefined }), 'whole number'],
    ['a huge height', (f) => ({ ...f, height: 1e9 }), 'whole number'],
    ['eight intrinsics', (f) => ({ ...f, intrinsic: [1, 2, 3, 4, 5, 6, 7, 8] }), '9 numbers'],
    ['a focal length of 0', (f) => ({ ...f, intrinsic: [0, 0, 1, 0, 1, 1, 0, 0, 1] }), 'focal'],
    ['no cameras', (f) => ({ ...f, cameras: {} }), 'no camera'],
    ['an unknown projection', (f) => ({ ...f, projection: 'fisheye' }), 'pinhole'],
  ])('gives no camera for %s, and says why', (_, spoil, message) => {
    const read = readCameras(spoil(file()))
    expect(read.cameras).toEqual([])
    expect(read.problems.map((problem) => problem.message).join()).toContain(message)
  })

  it.each<[string, string, unknown, string]>([
    ['an id that leaves the folder', '../x', cameras[0]!.pose, 'file name'],
    [
      'a scaled turn',
      'c',
      cameras[0]!.pose.map((value, k) => (k % 4 < 3 && k < 12 ? value * 2 : value)),
      'orthonormal',
    ],
    ['a mirrored turn', 'c', cameras[0]!.pose.map((value, k) => (k % 4 === 0 ? -value : value)), 'mirrored'],
    ['a column-major matrix', 'c', [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 5, 5, 1], 'last row'],
    ['NaN in it', 'c', cameras[0]!.pose.map(() => Number.NaN), '16 numbers'],
    ['millimetres', 'c', cameras[0]!.pose.map((value, k) => (k === 3 ? 4e8 : value)), 'metres'],
  ])('leaves out a camera with %s and keeps the others', (_, id, pose, message) => {
    const read = readCameras({ ...file(), cameras: { ...file().cameras, [id]: pose } })
    expect(read.cameras.map((camera) => camera.id)).toEqual(['a', 'b'])
    expect(read.problems[0]!.message).toContain(message)
  })

  it('complains about times that are none', () => {
    expect(readCameras({ ...file(), times: { a: 0, b: -1 } }).problems[0]!.path).toBe('times.b')
  })

  it('refuses to be written with two lenses', () => {
    const other = lookAt('c', [0, 0, 1], [1, 0, 1], { width: 100, height: 100, fov: 1 })
    expect(() => writeCameras([...cameras, other])).toThrow('lens')
  })
})

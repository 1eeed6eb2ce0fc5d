import { parseSceneJson } from '@enfilade/language'
import { cameraCourse, openFilmPath } from '@enfilade/radiance/course'
import { readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import {
  addChange,
  addKey,
  emptyFilm,
  type FilmDraft,
  lengthOf,
  longestFilm,
  removeKey,
  setKeyTime,
  setLength,
  setLookAt,
} from './film-draft.ts'
import { poseOf, writePath } from './path-file.ts'
import { readDraft } from './read-draft.ts'

const scene = readScene(
  parseSceneJson({
    format: 'enfilade.scene/1',
    levels: [{ id: 'l', name: 'L', elevation: 0, height: 2.6 }],
    rooms: [
      {
        id: 'r',
        level: 'l',
        name: 'R',
        type: 'study',
        polygon: [
          [0, 0],
          [4, 0],
          [4, 3],
          [0, 3],
        ],
        holes: [],
        floor: 0,
        height: 2.6,
      },
    ],
    objects: [
      {
        id: 'chair',
        category: 'dining_chair',
        center: [3, 2, 0.425],
        size: [0.45, 0.5, 0.85],
        yaw: 0,
        mount: 'floor',
        support: null,
      },
    ],
  }).document,
)
const key = (id: string, x: number) => ({ id, eye: [x, 1, 1.5] as const, target: [x, 2, 1.5] as const })
const three: FilmDraft = ['a', 'b', 'c'].reduce((draft, id, index) => addKey(draft, key(id, index)), emptyFilm)
const times = (draft: FilmDraft) => draft.keys.map(({ id, time }) => [id, time])

describe('a film’s plan', () => {
  it('adds views at the end and orders them by time', () => {
    expect(times(three)).toEqual([
      ['a', 0],
      ['b', 3],
      ['c', 6],
    ])
    expect(times(setKeyTime(three, 'a', 4))).toEqual([
      ['b', 3],
      ['a', 4],
      ['c', 6],
    ])
    expect(times(removeKey(three, 'b'))).toEqual([
      ['a', 0],
      ['c', 6],
    ])
  })

  it('never has two views at one moment, nor one beyond the longest film', () => {
    expect(times(setKeyTime(three, 'a', 3))).toEqual([
      ['b', 3],
      ['a', 3.1],
      ['c', 6],
    ])
    const late = setKeyTime(setKeyTime(three, 'c', 500), 'b', 500)
    expect(late.keys.map(({ time }) => time)).toEqual([0, longestFilm - 0.1, longestFilm])
    const many = Array.from({ length: 60 }, (_, i) => `k${i}`).reduce((d, id, i) => addKey(d, key(id, i)), emptyFilm)
    expect(lengthOf(many)).toBeLessThanOrEqual(longestFilm)
  })

  it('stretches with its changes', () => {
    const lit = addChange(three, { id: 'x', time: 3, thing: 'chair', to: 'on' })
    const longer = setLength(lit, 12)
    expect([times(longer), longer.changes[0]!.time]).toEqual([
      [
        ['a', 0],
        ['b', 6],
        ['c', 12],
      ],
      6,
    ])
  })

  it('writes what the server reads: level cameras, things looked at, lamps and doors', () => {
    const draft = addChange(setLookAt(three, 'b', 'chair'), { id: 'x', time: 1, thing: 'chair', to: 'on' })
    const path = openFilmPath(writePath(draft, scene), scene, 'path')
    expect([path.width, path.height, path.keys.map(({ time }) => time)]).toEqual([1280, 720, [0, 3, 6]])
    expect(path.keys[1]!.lookAt).toEqual([3, 2, 0.425])
    expect(path.states).toEqual([{ time: 1, id: 'chair', on: true }])
    const pose = cameraCourse(path)(0).pose
    // Right is +x, down is −z, ahead is +y.
    const expected = [1, 0, 0, 0, 0, 0, 1, 1, 0, -1, 0, 1.5, 0, 0, 0, 1]
    pose.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6)
    })
    const gone = writePath(addChange(three, { id: 'y', time: 1, thing: 'nothing', to: 'open' }), scene)
    expect('states' in gone && gone.states).toEqual([])
  })

  it('looks straight down with the world’s y up', () => {
    expect(poseOf([0, 0, 2], [0, 0, 1]).slice(0, 3)).toEqual([1, 0, 0])
    expect(poseOf([0, 0, 2], [0, 0, 1])[5]).toBeCloseTo(-1)
  })

  it('comes back as it was kept, and empty when it cannot be read', () => {
    const draft: FilmDraft = { ...setLookAt(three, 'a', 'chair'), lens: 35, path: 'tour', tourSeconds: 20 }
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
    for (const text of [null, 'no JSON', '[]', '{"keys":[{"id":3}],"lens":9}'])
      expect(readDraft(text)).toEqual(emptyFilm)
  })
})

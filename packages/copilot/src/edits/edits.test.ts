import { parseSceneJson } from '@enfilade/language'
import { applyChange, itemFootprint, readScene, type SceneDocument, type SceneItem } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import { type CopilotRequest, type CopilotResult, runRequest } from '../run-request.ts'

type Thing = readonly [
  id: string,
  category: string,
  x: number,
  y: number,
  yaw: number,
  size: readonly [number, number, number],
]

const { PI } = Math

/** A living room of 6 × 4.5 m: the sofa at the north wall, the television opposite, a table with two chairs in the east. */
const things: readonly Thing[] = [
  ['sofa', 'sofa', 2.6, 4.0, 0, [2.0, 0.9, 0.8]],
  ['coffee', 'coffee_table', 2.6, 2.85, 0, [1.0, 0.5, 0.42]],
  ['arm-w', 'armchair', 0.95, 2.9, PI / 2, [0.8, 0.8, 0.8]],
  ['arm-e', 'armchair', 4.2, 2.9, -PI / 2, [0.8, 0.8, 0.8]],
  ['tvs', 'tv_stand', 2.6, 0.23, PI, [1.4, 0.4, 0.5]],
  ['lamp', 'floor_lamp', 0.45, 4.2, 0, [0.4, 0.4, 1.5]],
  ['books', 'bookcase', 0.18, 1.5, PI / 2, [0.8, 0.3, 2.0]],
  ['table', 'dining_table', 5.2, 1.2, 0, [0.8, 0.8, 0.75]],
  ['chair-1', 'dining_chair', 5.2, 0.32, PI, [0.45, 0.5, 0.9]],
  ['chair-2', 'dining_chair', 5.2, 2.08, 0, [0.45, 0.5, 0.9]],
]

const scene = {
  format: 'enfilade.scene/1',
  levels: [{ id: 'l', name: 'Ground floor', elevation: 0, height: 2.8 }],
  rooms: [
    {
      id: 'r',
      level: 'l',
      type: 'living_room',
      name: 'Living room',
      polygon: [
        [0, 0],
        [6, 0],
        [6, 4.5],
        [0, 4.5],
      ],
    },
  ],
  openings: [
    { id: 'd', kind: 'door', wall: 'w', center: [6, 3.9, 1.05], width: 0.9, height: 2.1, swing: 'right-out' },
    { id: 'n', kind: 'window', wall: 'w', center: [1, 0, 1.5], width: 1.2, height: 1.2 },
  ],
  objects: [
    ...things.map(([id, category, x, y, yaw, size]) => ({
      id,
      category,
      center: [x, y, size[2] / 2],
      yaw,
      size,
      mount: 'floor',
    })),
    {
      id: 'tv',
      category: 'television',
      center: [2.6, 0.2, 0.85],
      yaw: PI,
      size: [1.1, 0.2, 0.7],
      mount: 'surface',
      support: 'tvs',
    },
  ],
}
const { document } = parseSceneJson(scene)

async function ask(prompt: string, more: Partial<CopilotRequest> = {}) {
  let count = 0
  const result = await runRequest({ prompt, document, seed: 1, createId: () => `new-${count++}`, ...more })
  return { result, changes: changesOf(result) }
}

/** "sofa moved", "-rug", "+recliner": what a result does to each thing, sorted. */
function changesOf({ groups }: CopilotResult): string[] {
  const [before, after] = [readScene(document), readScene(groups.reduce(apply, document))]
  const old = new Map(before.items.map((item) => [item.id, item]))
  const now = new Set(after.items.map(({ id }) => id))
  const gone = before.items.filter(({ id }) => !now.has(id)).map(({ id }) => `-${id}`)
  const changed = after.items.flatMap((item) => {
    const was = old.get(item.id)
    return was ? differences(was, item).map((what) => `${item.id} ${what}`) : [`+${item.category}`]
  })
  return [...gone, ...changed].sort()
}

const apply = (before: SceneDocument, { change }: CopilotResult['groups'][number]) => applyChange(before, change)

function differences(was: SceneItem, now: SceneItem): string[] {
  const [a, b] = [was.worldPose, now.worldPose]
  const turn = Math.abs(((b.yaw - a.yaw) / PI) * 180) % 360
  const isLike = (key: 'finishes' | 'shape' | 'states') => JSON.stringify(was[key]) === JSON.stringify(now[key])
  return [
    ...(Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) > 0.01 ? ['moved'] : []),
    ...(turn > 1 && turn < 359 ? ['turned'] : []),
    ...(was.size.some((value, axis) => Math.abs(value - now.size[axis]!) > 1e-6) ? ['resized'] : []),
    ...(isLike('finishes') && isLike('shape') ? [] : ['restyled']),
    ...(isLike('states') ? [] : ['set']),
  ]
}

/** The same in both languages, and what becomes of it: nothing that is not named here changes. */
const cases: readonly [string, string, readonly string[], Partial<CopilotRequest>?][] = [
  ['remove the bookcase', '把书柜拿走', ['-books']],
  ['get rid of the tv stand', '电视柜不要了', ['-tv', '-tvs']],
  ['remove the left armchair', '去掉左边那把单人沙发', ['-arm-w']],
  ['take away the armchair by the bookcase', '书柜旁边那把单人沙发拿走', ['-arm-w']],
  ['take away the armchair by the window', '靠窗那把单人沙发拿走', []],
  ['delete this one', '删掉这个', ['-arm-e'], { selection: ['arm-e'] }],
  ['remove the other armchair', '另一把单人沙发去掉', ['-arm-w'], { selection: ['arm-e'] }],
  ['make the bookcase 20 cm wider', '书柜加宽20厘米', ['books resized']],
  ['make the coffee table 1.2 m long', '把茶几改成1.2米长', ['coffee resized']],
  ['make the bookcase twice as high', '把书柜加高一倍', []],
  ['paint the bookcase dark green', '书柜刷成深绿色', ['books restyled']],
  ['make the left armchair red', '左边那把单人沙发换成红色', ['arm-w restyled']],
  ['turn off the floor lamp', '把落地灯关掉', ['lamp set']],
  ['dim the floor lamp', '落地灯调暗一点', ['lamp set']],
  ['push in the dining chairs', '把餐椅都推进去', ['chair-1 moved', 'chair-2 moved']],
  ['move the floor lamp 20 cm to the east', '落地灯往东移20厘米', ['lamp moved']],
  ['move it 20 cm to the east', '把它往东移20厘米', ['lamp moved'], { selection: ['lamp'] }],
  ['face the left armchair to the tv', '让左边那把单人沙发朝向电视', ['arm-w turned']],
  ['rotate the coffee table 90 degrees', '茶几转90度', ['coffee turned']],
  ['move the table 10 cm to the east', '餐桌往东挪10厘米', ['chair-1 moved', 'chair-2 moved', 'table moved']],
  ['replace the bookcase with a cabinet', '把书柜换成柜子', ['+cabinet', '-books']],
  ['swap the two armchairs for one recliner', '两把单人沙发换成一把躺椅', ['-arm-e', '-arm-w']],
  ['remove the bookcase and turn off the floor lamp', '拿走书柜，再关掉落地灯', ['-books', 'lamp set']],
  ['The lamp is too bright. Turn it off.', '落地灯太亮了。把它关掉。', ['lamp set']],
  [
    'remove everything except the sofa',
    '除了沙发其他都拿走',
    things
      .filter(([id]) => id !== 'sofa')
      .map(([id]) => `-${id}`)
      .concat('-tv')
      .sort(),
  ],
  ['hang the tv on the north wall', '把电视挂到北墙上', ['tv moved', 'tv resized', 'tv turned']],
  ['move the bookcase to the opposite wall', '把书柜移到对面那面墙', ['books moved', 'books turned']],
  ['what if we removed the bookcase?', '如果把书柜拿走会怎么样？', ['-books']],
]

describe('edits do what was asked and nothing else', () => {
  for (const [english, chinese, expected, more] of cases)
    for (const prompt of [english, chinese])
      it(prompt, async () => {
        const { result, changes } = await ask(prompt, more)
        const own = changes.filter((change) => !/^\+(recliner|sun_lounger|lounge_chair|chaise)/.test(change))
        expect(own).toEqual(expected)
        // What was impossible changes nothing and has its number.
        if (expected.length === 0) expect(result.unmet[0]?.reason).toMatch(/\d/)
      }, 60_000)
})

/** As people say it: with reasons, assurances, companions, in telegrams and in the passive. */
const spoken: readonly [string, readonly string[]][] = [
  ["The bookcase has been sold, it's far too heavy. Leave all the rest precisely where it is.", ['-books']],
  ['Strip out the bookcase and switch the floor lamp off.', ['-books', 'lamp set']],
  ['bookcase out. floor lamp off.', ['-books', 'lamp set']],
  ["The bookcase has to go, she bumps into it. Don't shift any furniture.", ['-books']],
  [
    "Restyle, don't rearrange: the sofa in mustard yellow, the coffee table in walnut.",
    ['coffee restyled', 'sofa restyled'],
  ],
  [
    'Recolour only: sofa from grey to blue, both armchairs dark green.',
    ['arm-e restyled', 'arm-w restyled', 'sofa restyled'],
  ],
  ['Can the coffee table and the bookcase both be white?', ['books restyled', 'coffee restyled']],
  ['The floor lamp should be moved 20 cm to the east.', ['lamp moved']],
  ['bookcase: 20 cm wider', ['books resized']],
  ['Reduce the dining chairs to one.', ['-chair-2']],
  ['keep only one of the armchairs', ['-arm-w']],
  ['单人沙发留一把就够了', ['-arm-w']],
  ['餐椅先撤一把', ['-chair-1']],
  ['Trim the coffee table down to something smaller', ['coffee resized']],
  ['Take one of the dining chairs away', ['-chair-1']],
  ['In the living room, remove the bookcase and turn off the floor lamp.', ['-books', 'lamp set']],
  [
    'Replace both armchairs with a single rocking chair. Everything else stays.',
    ['+rocking_chair', '-arm-e', '-arm-w'],
  ],
  ['I read a lot less these days, so out with the bookcase, please', ['-books']],
]

describe('edits as people say them', () => {
  for (const [prompt, expected] of spoken)
    it(prompt, async () => expect((await ask(prompt)).changes).toEqual(expected), 60_000)
})

describe('edits that can not be done are refused with the reason', () => {
  const refused: readonly [string, RegExp, Partial<CopilotRequest>?][] = [
    ['move the tv', /does not say where/],
    ['移动电视', /没有说移到哪里/],
    ['remove the piano', /no piano.*0/],
    ['把钢琴搬走', /没有钢琴.*0/],
    ['delete it', /nothing is selected/],
    ['make the sofa 9 m wide', /9/],
    ['remove the purple armchair', /none of the 2/],
    ['remove the sofa', /ghost/, { selection: ['ghost'] }],
    ['remove the sofa', /no room/, { roomId: 'attic' }],
    ['remove the north wall', /walls/],
  ]
  for (const [prompt, reason, more] of refused)
    it(`${prompt} ${JSON.stringify(more ?? {})}`, async () => {
      const { result, changes } = await ask(prompt, more)
      expect(changes).toEqual([])
      expect(result.unmet[0]?.reason).toMatch(reason)
    }, 60_000)
})

it('holds already: says so and is no failure', async () => {
  const { result } = await ask('move the sofa against the north wall')
  expect([result.groups, result.unmet]).toEqual([[], []])
  expect(result.answer?.text).toContain('already')
})

it('names a plain block that stands in for what the catalogue lacks', async () => {
  const { result } = await ask('add a flux capacitor next to the bookcase')
  expect(result.report).toMatch(/plain block stands in for the flux capacitor/)
}, 60_000)

it('keeps the rug that follows a sofa inside the room', async () => {
  const rug = {
    id: 'rug',
    category: 'rug',
    center: [1.7, 3.0, 0.005],
    yaw: 0,
    size: [3.2, 2.2, 0.01],
    mount: 'floor',
  }
  const kept = scene.objects.filter(({ id }) => !/^(?:table|chair|arm)/.test(id))
  const room = parseSceneJson({ ...scene, objects: [...kept, rug] }).document
  let count = 0
  const prompt = 'move the sofa to the east wall'
  const { groups } = await runRequest({ prompt, document: room, seed: 1, createId: () => `new-${count++}` })
  const after = readScene(groups.reduce(apply, room))
  const moved = after.items.find(({ id }) => id === 'rug')!
  expect(Math.abs(moved.worldPose.x - 1.7)).toBeGreaterThan(0.2)
  const corners = itemFootprint(moved)
  expect(corners.every(([x, y]) => x > -0.003 && x < 6.003 && y > -0.003 && y < 4.503)).toBe(true)
})

describe('a look by a sentence', () => {
  const isDressed = ({ groups }: CopilotResult) => readScene(groups.reduce(apply, document)).rooms[0]!.label?.finishes

  for (const [en, zh] of [
    ['make the living room japandi', '把客厅改成奶油风'],
    ['make it look like a cosy winter evening', '让客厅有北欧风的感觉'],
  ] as const)
    for (const prompt of [en, zh])
      it(`dresses walls, floor and furniture, and moves nothing: ${prompt}`, async () => {
        const { result, changes } = await ask(prompt)
        expect(isDressed(result)?.walls).toBeDefined()
        expect(changes).toContain('sofa restyled')
        expect(changes.filter((change) => !/ (restyled|set)$/.test(change))).toEqual([])
      })

  it('leaves the rest alone where one surface or thing is named', async () => {
    const walls = await ask('paint the walls sage green')
    expect([Object.keys(isDressed(walls.result) ?? {}), walls.changes]).toEqual([['walls'], []])
    expect((await ask('make the sofa japandi')).changes).toEqual(['sofa restyled'])
  })
})

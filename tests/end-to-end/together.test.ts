import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  clickPlan,
  createSpace,
  dragPlan,
  drawRoom,
  itemPlace,
  items,
  movePointer,
  openStage,
  type Person,
  putScene,
  roomScene,
  type Stage,
  sceneObject,
  share,
  storedScene,
  until,
  whenSaved,
} from './harness.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const desk = sceneObject('desk-1', 'desk', [1.2, 2.2, 0.37], [1.4, 0.7, 0.74])
const sofa = sceneObject('sofa-1', 'sofa', [3.6, 1.4, 0.42], [2, 0.9, 0.84])

/** Two people in one furnished room, both with the plan open. */
async function pair(name: string): Promise<{ ada: Person; ben: Person; space: string }> {
  const ada = await stage.arrive()
  const space = await createSpace(ada, name)
  await putScene(ada, space, roomScene([desk, sofa]))
  const ben = await stage.arrive({ path: await share(ada, 'edit') })
  await whenSaved(ben.page)
  for (const { page } of [ada, ben]) {
    await items(page, 'desk').waitFor()
    await page.locator('section.plan-view').focus()
    await page.keyboard.press('Shift+Digit1')
  }
  return { ada, ben, space }
}

async function leave(...people: readonly Person[]): Promise<void> {
  for (const { context } of people) await context.close()
}

describe('a room that two people edit live', () => {
  it('is drawn by typed lengths, with a door and a window, and seen by the other at once', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Studio')
    const ben = await stage.arrive({ path: await share(ada, 'edit') })
    await whenSaved(ben.page)
    await drawRoom(ada.page, [0, 0], 4, 3)
    await ben.page.locator('.plan-wall').nth(3).waitFor()
    await ada.page.getByTestId('tool-door').click()
    await clickPlan(ada.page, [1.2, 0])
    await ada.page.getByTestId('tool-window').click()
    await clickPlan(ada.page, [2, 3])
    await ben.page.locator('[data-type=door]').waitFor({ state: 'attached' })
    await ben.page.locator('[data-type=window]').waitFor({ state: 'attached' })
    await whenSaved(ada.page)
    const scene = await until(
      () => storedScene(ada, space),
      ({ openings }) => openings.length === 2,
      ada.page,
    )
    expect(scene.walls).toHaveLength(4)
    expect(scene.rooms).toHaveLength(1)
    const xs = scene.rooms[0]!.polygon.map(([x]) => x)
    const ys = scene.rooms[0]!.polygon.map(([, y]) => y)
    const thickness = 4 - (Math.max(...xs) - Math.min(...xs))
    expect(thickness).toBeGreaterThan(0.05)
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(3 - thickness, 6)
    expect(scene.openings.map(({ kind }) => kind).sort()).toEqual(['door', 'window'])
    expect([...ada.errors, ...ben.errors]).toEqual([])
    await leave(ada, ben)
  })

  it('shows who is here, their cursor and their selection', async () => {
    const { ada, ben } = await pair('Presence')
    await ben.page.getByTestId('peer').waitFor()
    await movePointer(ada.page, [2.5, 3.2])
    await ben.page.locator('.plan-peer').first().waitFor({ state: 'attached' })
    await clickPlan(ada.page, [1.2, 2.2])
    await ben.page.locator('.plan-peer-selection, .plan-peer path').first().waitFor({ state: 'attached' })
    await leave(ada)
    await ben.page.getByTestId('peer').waitFor({ state: 'detached' })
    expect(ben.errors).toEqual([])
    await leave(ben)
  })

  it('shows a drag while it goes on and writes it once', async () => {
    const { ada, ben, space } = await pair('Drag')
    const before = (await storedScene(ada, space)).objects.find(({ id }) => id === 'desk-1')!
    await movePointer(ada.page, [1.2, 2.2])
    await ada.page.mouse.down()
    await movePointer(ada.page, [2.2, 2.6])
    await until(
      () => itemPlace(ben.page, 'desk-1'),
      (place) => place !== undefined && place[0] > 1.5,
      ben.page,
    )
    expect((await storedScene(ada, space)).objects.find(({ id }) => id === 'desk-1')).toEqual(before)
    await ada.page.mouse.up()
    const moved = await until(
      () => storedScene(ada, space),
      ({ objects }) => objects.find(({ id }) => id === 'desk-1')!.center[0] > 1.5,
      ada.page,
    )
    expect(moved.objects.find(({ id }) => id === 'sofa-1')!.center).toEqual(sofa.center)
    await leave(ada, ben)
  })

  it('undoes only what one did oneself', async () => {
    const { ada, ben, space } = await pair('Undo')
    await dragPlan(ada.page, [1.2, 2.2], [1.8, 2.6])
    await whenSaved(ada.page)
    await dragPlan(ben.page, [3.6, 1.4], [3.4, 2.9])
    const centerOf = async (id: string) =>
      (await storedScene(ada, space)).objects.find((object) => object.id === id)!.center
    await until(
      () => centerOf('sofa-1'),
      ([, y]) => y > 2,
      ada.page,
    )
    await ada.page.getByTestId('undo').click()
    await until(
      () => centerOf('desk-1'),
      ([x]) => Math.abs(x - 1.2) < 1e-6,
      ada.page,
    )
    expect((await centerOf('sofa-1'))[1]).toBeGreaterThan(2)
    expect(await ada.page.getByTestId('undo').isDisabled()).toBe(true)
    await ada.page.getByTestId('redo').click()
    await until(
      () => centerOf('desk-1'),
      ([x]) => x > 1.5,
      ada.page,
    )
    await leave(ada, ben)
  })

  it('keeps offline edits and merges them on return, with a third person looking on', async () => {
    const { ada, ben, space } = await pair('Offline')
    const cleo = await stage.arrive({ path: await share(ada, 'view') })
    await cleo.page.getByTestId('role-badge').waitFor()
    await ben.context.setOffline(true)
    await ben.page.evaluate(() => window.dispatchEvent(new Event('offline')))
    await dragPlan(ben.page, [3.6, 1.4], [3.4, 2.9])
    await dragPlan(ada.page, [1.2, 2.2], [1.8, 2.6])
    await whenSaved(ada.page)
    await ben.context.setOffline(false)
    await ben.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await until(
      () => storedScene(ada, space),
      ({ objects }) =>
        objects.find(({ id }) => id === 'sofa-1')!.center[1] > 2 &&
        objects.find(({ id }) => id === 'desk-1')!.center[0] > 1.5,
      ada.page,
    )
    await whenSaved(ben.page)
    const places = await Promise.all(
      [ada, ben, cleo].map(({ page }) =>
        until(
          () => itemPlace(page, 'sofa-1'),
          (place) => (place?.[1] ?? 0) > 2,
          page,
        ),
      ),
    )
    for (const place of places) {
      expect(place![0]).toBeCloseTo(places[0]![0], 3)
      expect(place![1]).toBeCloseTo(places[0]![1], 3)
    }
    await leave(ada, ben, cleo)
  })

  it('lets a viewer look and walk, and change nothing', async () => {
    const { ada, ben, space } = await pair('View')
    const cleo = await stage.arrive({ path: await share(ada, 'view') })
    await cleo.page.getByTestId('role-badge').waitFor()
    expect(await cleo.page.getByTestId('tool-wall').count()).toBe(0)
    expect(await cleo.page.getByTestId('undo').count()).toBe(0)
    await items(cleo.page, 'desk').waitFor()
    const before = await storedScene(ada, space)
    await dragPlan(cleo.page, [1.2, 2.2], [2.4, 3])
    await cleo.page.keyboard.press('Delete')
    await cleo.page.getByTestId('view-walk').click()
    await cleo.page.locator('[data-drawing="3d"], canvas').first().waitFor()
    expect(await storedScene(ada, space)).toEqual(before)
    expect(cleo.errors).toEqual([])
    await leave(ada, ben, cleo)
  })

  it('puts somebody out whose link is revoked, and says so', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Revoke')
    const url = await share(ada, 'edit')
    const ben = await stage.arrive({ path: url })
    await whenSaved(ben.page)
    const links = (await (await ada.page.request.get(`/api/spaces/${space}/links`)).json()) as
      | { links?: { id: string }[] }
      | { id: string }[]
    const [link] = Array.isArray(links) ? links : links.links!
    await ada.page.request.delete(`/api/spaces/${space}/links/${link!.id}`)
    await ben.page.locator('[data-testid^=problem-]').waitFor()
    await leave(ada, ben)
  })
})

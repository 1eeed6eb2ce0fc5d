import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  clickPlan,
  createSpace,
  itemPlace,
  items,
  openStage,
  putScene,
  roomScene,
  type Stage,
  sceneObject,
  storedScene,
  until,
  whenSaved,
} from './harness.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const desk = sceneObject('desk-1', 'desk', [2.4, 2, 0.37], [1.4, 0.7, 0.74])

describe('the editor', () => {
  it('opens the sample flat with plan and 3D side by side', async () => {
    const ada = await stage.arrive({ view: 'split' })
    await ada.page.getByTestId('home-sample').click()
    await ada.page.waitForURL(/\/s\//)
    await whenSaved(ada.page)
    await items(ada.page, 'double_bed').waitFor()
    const canvas = ada.page.locator('[data-drawing="3d"] canvas').first()
    await canvas.waitFor()
    const colors = await until(
      async () => {
        const shot = await canvas.screenshot({ timeout: 120_000 })
        return new Set(shot.subarray(shot.length / 2)).size
      },
      (distinct) => distinct > 200,
      ada.page,
    )
    expect(colors).toBeGreaterThan(200)
    expect(ada.errors).toEqual([])
    await ada.context.close()
  })

  it('finds a kind by search in both languages and places it', async () => {
    for (const [locale, word] of [
      ['en-GB', 'armchair'],
      ['zh-CN', '扶手椅'],
    ] as const) {
      const ada = await stage.arrive({ locale })
      const space = await createSpace(ada, `Catalogue ${word}`)
      await putScene(ada, space, roomScene())
      await ada.page.locator('.plan-wall').first().waitFor()
      await ada.page.locator('section.plan-view').focus()
      await ada.page.keyboard.press('Shift+Digit1')
      await ada.page.getByTestId('tool-item').click()
      await ada.page.getByTestId('catalogue-search').fill(word)
      await ada.page.getByTestId('catalogue-item-armchair').click()
      await clickPlan(ada.page, [2.5, 2])
      const scene = await until(
        () => storedScene(ada, space),
        ({ objects }) => objects.length > 0,
        ada.page,
      )
      expect(scene.objects.map(({ category }) => category)).toEqual(['armchair'])
      expect(ada.errors).toEqual([])
      await ada.context.close()
    }
  })

  it('picks, nudges, turns, duplicates and deletes by keyboard, and undoes each', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Keys')
    await putScene(ada, space, roomScene([desk]))
    await items(ada.page, 'desk').waitFor()
    await ada.page.locator('section.plan-view').focus()
    await ada.page.keyboard.press('Shift+Digit1')
    await clickPlan(ada.page, [2.4, 2])
    const object = async (id = 'desk-1') => (await storedScene(ada, space)).objects.find((entry) => entry.id === id)
    await ada.page.keyboard.press('Shift+ArrowRight')
    await until(object, (entry) => Math.abs(entry!.center[0] - 2.5) < 1e-6, ada.page)
    await ada.page.keyboard.press('r')
    await until(object, (entry) => Math.abs(entry!.yaw) > 0.1, ada.page)
    await ada.page.keyboard.press('Control+d')
    await until(
      () => storedScene(ada, space),
      ({ objects }) => objects.length === 2,
      ada.page,
    )
    await ada.page.keyboard.press('Delete')
    await until(
      () => storedScene(ada, space),
      ({ objects }) => objects.length === 1,
      ada.page,
    )
    for (let step = 0; step < 4; step += 1) await ada.page.keyboard.press('Control+z')
    const restored = await until(
      object,
      (entry) => entry !== undefined && Math.abs(entry.center[0] - 2.4) < 1e-6,
      ada.page,
    )
    expect(restored).toMatchObject({ center: desk.center, yaw: 0 })
    expect(ada.errors).toEqual([])
    await ada.context.close()
  })

  it('keeps script and drawing in step both ways, and the last valid scene while the text is wrong', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Script')
    await putScene(ada, space, roomScene([desk]))
    await items(ada.page, 'desk').waitFor()
    await ada.page.getByTestId('tab-script').click()
    const text = ada.page.getByTestId('script-panel').locator('.cm-content')
    await text.waitFor()
    const line = ada.page.locator('.cm-line', { hasText: 'Bbox(desk' })
    // While lines still come in, a click can land on a neighbour: it is repeated until its own line is the active one.
    await until(
      async () => {
        await line.click()
        return ada.page.locator('.cm-activeLine').textContent()
      },
      (active) => active?.includes('Bbox(desk') === true,
      ada.page,
    )
    await ada.page.keyboard.press('Home')
    await ada.page.keyboard.press('Shift+End')
    const before = await line.textContent()
    await ada.page.keyboard.insertText(before!.replace(/Bbox\(desk,2\.4/, 'Bbox(desk,3.1'))
    await until(
      () => itemPlace(ada.page, 'desk-1'),
      (place) => Math.abs((place?.[0] ?? 0) - 3.1) < 1e-3,
      ada.page,
    )
    await whenSaved(ada.page)
    await ada.page.keyboard.press('End')
    await ada.page.keyboard.insertText(')))broken')
    await ada.page.locator('.cm-lintRange, .cm-lint-marker, [data-severity]').first().waitFor({ state: 'attached' })
    expect((await storedScene(ada, space)).objects).toHaveLength(1)
    expect(ada.errors).toEqual([])
    await ada.context.close()
  })

  it('speaks both languages and remembers the choice', async () => {
    const ada = await stage.arrive({ locale: 'zh-CN' })
    expect(await ada.page.locator('html').getAttribute('lang')).toMatch(/^zh/)
    expect(await ada.page.locator('body').textContent()).toContain('中文')
    await ada.page.getByText('English', { exact: true }).first().click()
    await ada.page.locator('html[lang^=en]').waitFor()
    await ada.page.reload()
    await ada.page.locator('html[lang^=en]').waitFor()
    expect(ada.errors).toEqual([])
    await ada.context.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createSpace,
  items,
  openStage,
  type Person,
  putScene,
  roomScene,
  type Stage,
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

async function ask({ page }: Person, prompt: string): Promise<void> {
  await page.getByTestId('tab-copilot').click()
  await page.getByTestId('copilot-prompt').fill(prompt)
  await page.getByTestId('copilot-send').click()
}

describe('furnishing by asking', () => {
  for (const [locale, prompt] of [
    ['en-GB', 'furnish this as a bedroom for two with a desk by the window'],
    ['zh-CN', '布置成带书桌的双人卧室'],
  ] as const)
    it(`shows ghosts to both, is accepted whole and undone in one step (${locale})`, async () => {
      const ada = await stage.arrive({ locale })
      const space = await createSpace(ada, prompt.slice(0, 12))
      await putScene(ada, space, roomScene())
      const ben = await stage.arrive({ locale, path: await share(ada, 'edit') })
      await whenSaved(ben.page)
      await ask(ada, prompt)
      await ada.page.getByTestId('accept-all').first().waitFor()
      await ada.page.locator('.plan-ghosts [data-group], [data-group]').first().waitFor({ state: 'attached' })
      await ben.page.locator('[data-group]').first().waitFor({ state: 'attached' })
      expect((await storedScene(ada, space)).objects).toEqual([])
      await ada.page.getByTestId('accept-all').first().click()
      const furnished = await until(
        () => storedScene(ada, space),
        ({ objects }) => objects.length > 5,
        ada.page,
      )
      const categories = furnished.objects.map(({ category }) => category)
      expect(categories).toContain('double_bed')
      expect(categories).toContain('desk')
      await items(ben.page, 'double_bed').waitFor()
      await ada.page.getByTestId('undo').click()
      await until(
        () => storedScene(ada, space),
        ({ objects }) => objects.length === 0,
        ada.page,
      )
      await ada.page.getByTestId('redo').click()
      await until(
        () => storedScene(ada, space),
        ({ objects }) => objects.length === furnished.objects.length,
        ada.page,
      )
      expect([...ada.errors, ...ben.errors]).toEqual([])
      await ada.context.close()
      await ben.context.close()
    })

  it('rejects without a trace', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Reject')
    await putScene(ada, space, roomScene())
    await ask(ada, 'a study with a desk and a bookcase')
    await ada.page.getByTestId('reject-all').first().click()
    await ada.page.locator('[data-group]').first().waitFor({ state: 'detached' })
    expect((await storedScene(ada, space)).objects).toEqual([])
    await ada.context.close()
  })

  it('answers a question and changes nothing', async () => {
    const ada = await stage.arrive()
    const space = await createSpace(ada, 'Question')
    await putScene(ada, space, roomScene())
    await ask(ada, 'how big is this room?')
    const answer = ada.page.getByTestId('answer').first()
    await answer.waitFor()
    expect(await answer.textContent()).toContain('20')
    expect((await storedScene(ada, space)).objects).toEqual([])
    await ada.context.close()
  })
})

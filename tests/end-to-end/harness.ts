import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@enfilade/server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export type Point = readonly [number, number]

/** One server on an empty data folder and one browser, for a file of tests. */
export type Stage = {
  readonly url: string
  readonly server: RunningServer
  /** Somebody with a browser of their own: no shared cookies, storage or cache. */
  arrive(options?: { locale?: string; path?: string; view?: 'plan' | 'split' | '3d' }): Promise<Person>
  close(): Promise<void>
}

export type Person = {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors that the page threw or logged, which a test expects to be none. */
  readonly errors: string[]
}

const webApp = join(import.meta.dirname, '../../apps/web/dist/index.html')

export async function openStage(): Promise<Stage> {
  if (!existsSync(webApp)) throw new Error('The web app is not built; run the tests by npm test, which builds it.')
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) throw new Error('Set CHROMIUM_PATH to a Chromium or Chrome executable.')
  const dataDirectory = mkdtempSync(join(tmpdir(), 'enfilade-end-to-end-'))
  const server = await startServer({ port: 0, dataDirectory, log: silentLog })
  const browser = await launch(executablePath)
  return {
    url: server.url,
    server,
    async arrive({ locale = 'en-GB', path = '/', view = 'plan' } = {}) {
      const context = await browser.newContext({
        locale,
        baseURL: server.url,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(60_000)
      // The view that somebody used last is remembered; without it the editor opens split, and drawing 3D without a GPU is slow.
      await context.addInitScript((mode) => localStorage.setItem('enfilade.view-mode', mode), view)
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpectedNoise(message.text())) errors.push(message.text())
      })
      await page.goto(new URL(path, server.url).href)
      return { page, context, errors }
    },
    async close() {
      await browser.close()
      await server.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

const silentLog = () => {}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** What a browser says of a line that is cut on purpose, or of a page that is refused, is no fault of the page. */
function isExpectedNoise(text: string): boolean {
  return /net::ERR_|WebSocket connection|Failed to load resource|GPU stall|GL Driver/.test(text)
}

/** Creates a space by Home and waits until it can be drawn in. Returns its id. */
export async function createSpace({ page }: Person, name: string): Promise<string> {
  await page.getByTestId('home-create').first().click()
  await page.getByTestId('home-create-name').fill(name)
  await page.getByTestId('home-create-confirm').click()
  await page.waitForURL(/\/s\//)
  await whenSaved(page)
  return new URL(page.url()).pathname.split('/')[2]!
}

export async function whenSaved(page: Page): Promise<void> {
  await page.locator('[data-testid=connection-state][data-state=saved]').waitFor()
}

/** Makes a link in the share dialog and returns its address. */
export async function share({ page }: Person, role: 'view' | 'comment' | 'edit'): Promise<string> {
  await page.getByTestId('share-open').click()
  const fields = page.getByTestId('share-url')
  await page.getByTestId(`share-create-${role}`).waitFor()
  const before = await addresses(page)
  await page.getByTestId(`share-create-${role}`).click()
  const after = await until(
    () => addresses(page),
    (list) => list.some((address) => !before.includes(address)),
    page,
  )
  const url = after.find((address) => !before.includes(address))!
  await page.keyboard.press('Escape')
  await fields.first().waitFor({ state: 'detached' })
  return url
}

const addresses = (page: Page) =>
  page.getByTestId('share-url').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

/** Client coordinates of a point of the plan, metres. */
export async function onPlan(page: Page, [x, y]: Point): Promise<{ x: number; y: number }> {
  await page.locator('section.plan-view svg.plan > g').waitFor({ state: 'attached' })
  return page.evaluate(
    ([px, py]) => {
      const group = document.querySelector<SVGGElement>('section.plan-view svg.plan > g')!
      const { x: left, y: top } = new DOMPoint(px, py).matrixTransform(group.getScreenCTM()!)
      return { x: left, y: top }
    },
    [x, y] as const,
  )
}

export async function movePointer(page: Page, point: Point): Promise<void> {
  const { x, y } = await onPlan(page, point)
  await page.mouse.move(x, y, { steps: 3 })
}

export async function clickPlan(page: Page, point: Point): Promise<void> {
  await movePointer(page, point)
  await page.mouse.down()
  await page.mouse.up()
}

export async function dragPlan(page: Page, from: Point, to: Point): Promise<void> {
  await movePointer(page, from)
  await page.mouse.down()
  const { x, y } = await onPlan(page, to)
  await page.mouse.move(x, y, { steps: 12 })
  await page.mouse.up()
}

/** Draws a rectangle of walls by pointing in a direction and typing each length; it closes itself. */
export async function drawRoom(page: Page, [x, y]: Point, width: number, depth: number): Promise<void> {
  await page.getByTestId('tool-wall').click()
  await clickPlan(page, [x, y])
  const corners: readonly (readonly [Point, string])[] = [
    [[x + width * 0.6, y], `${width}m`],
    [[x + width, y + depth * 0.6], `${depth * 100}cm`],
    [[x + width * 0.4, y + depth], `${width}`],
  ]
  for (const [towards, length] of corners) {
    await movePointer(page, towards)
    await page.keyboard.type(length)
    await page.keyboard.press('Enter')
  }
  await clickPlan(page, [x, y])
  await page.getByTestId('tool-select').click()
}

type SceneJson = {
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly polygon: readonly Point[] }[]
  readonly walls: readonly unknown[]
  readonly openings: readonly { readonly kind: string }[]
  readonly objects: readonly {
    readonly id: string
    readonly category: string
    readonly center: readonly [number, number, number]
    readonly size: readonly [number, number, number]
    readonly yaw: number
  }[]
}

/** The space as the server has stored it, by the API, in the person's own session. */
export async function storedScene({ page }: Person, space: string): Promise<SceneJson> {
  const response = await page.request.get(`/api/spaces/${space}/scene`, { headers: { accept: 'application/json' } })
  if (!response.ok()) throw new Error(`GET scene answered ${response.status()}: ${await response.text()}`)
  return (await response.json()) as SceneJson
}

/** Replaces what is in the space by the API. */
export async function putScene({ page }: Person, space: string, scene: object): Promise<void> {
  const response = await page.request.put(`/api/spaces/${space}/scene`, { data: scene })
  if (!response.ok()) throw new Error(`PUT scene answered ${response.status()}: ${await response.text()}`)
}

export const items = (page: Page, category?: string) =>
  page.locator(category ? `.plan-items [data-category="${category}"]` : '.plan-items [data-category]')

/** Where an item is drawn, in plan coordinates; undefined where it is not. */
export async function itemPlace(page: Page, id: string): Promise<Point | undefined> {
  return page.evaluate((itemId) => {
    const group = document.querySelector<SVGGElement>('section.plan-view svg.plan > g')
    const element = document.querySelector<SVGGElement>(`.plan-items [data-id="${itemId}"]`)
    if (!group || !element) return undefined
    const matrix = group.getScreenCTM()!.inverse().multiply(element.getScreenCTM()!)
    return [matrix.e, matrix.f] as const
  }, id)
}

/** Waits until `read` gives what `isDone` accepts; fails with the last value at the test's own time limit. */
export async function until<T>(read: () => Promise<T>, isDone: (value: T) => boolean, page: Page): Promise<T> {
  for (;;) {
    const value = await read()
    if (isDone(value)) return value
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
}

/** A room of 5 × 4 m with a door and a window, in Scene JSON. */
export function roomScene(objects: readonly object[] = []): object {
  return {
    format: 'enfilade.scene/1',
    rooms: [
      {
        id: 'room',
        type: 'bedroom',
        name: 'Bedroom',
        polygon: [
          [0, 0],
          [5, 0],
          [5, 4],
          [0, 4],
        ],
      },
    ],
    openings: [
      { id: 'door', kind: 'door', center: [0.8, -0.06, 1.05], width: 0.9, height: 2.1, swing: 'left-in' },
      { id: 'window', kind: 'window', center: [2.5, 4.06, 1.6], width: 1.8, height: 1.4 },
    ],
    objects,
  }
}

export const sceneObject = (
  id: string,
  category: string,
  center: readonly [number, number, number],
  size: readonly [number, number, number],
) => ({
  id,
  category,
  label: category.replaceAll('_', ' '),
  center,
  yaw: 0,
  size,
  mount: 'floor',
  support: null,
})

import Sparkles from 'lucide-solid/icons/sparkles'
import { createSignal, For, Show } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import { useEditor } from '../../editor/session.tsx'
import type { Look } from '../../editor/view-state.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { saveBlob } from '../download.ts'
import { useSpace } from '../space-context.tsx'
import { JobFailure, JobProgress } from './job-progress.tsx'
import { LookProposal } from './look-proposal.tsx'
import { LookWishes } from './look-wishes.tsx'
import { encodePicture } from './picture.ts'

const qualities = ['preview', 'normal', 'fine'] as const
type Quality = (typeof qualities)[number]
/** What can be taken away, in the order people ask for it. */
const downloads = ['scene.spz', 'scene.ply', 'scene.compressed.ply', 'scene.sog', 'report.json']

/** Words and pictures, the look that they give, and the realised version. */
export function LookPage() {
  const { t } = useI18n()
  const editor = useEditor()
  const { realisation, looks } = useSpace()
  return (
    <>
      <Show when={realisation.isReady()}>
        <section class="look-section">
          <Segmented<Look>
            label={t('look.show')}
            value={editor.view.look()}
            onChange={(look) => {
              if (look === 'realised' && editor.view.mode() === 'plan') editor.view.setMode('3d')
              editor.view.setLook(look)
            }}
            segments={[
              { value: 'drawn', label: t('look.drawn'), testId: 'look-drawn' },
              { value: 'realised', label: t('look.realised'), testId: 'look-realised' },
            ]}
          />
          <Show when={realisation.stale().size > 0}>
            <p class="look-note" data-testid="look-stale">
              {t('look.stale', { count: realisation.stale().size })}
            </p>
          </Show>
        </section>
      </Show>
      <Show when={editor.canEdit()}>
        <section class="look-section">
          <LookWishes />
          <LookProposal />
        </section>
        <section class="look-section">
          <Realise />
        </section>
      </Show>
      <Show when={!editor.canEdit() && realisation.isWorking() && realisation.job()}>
        {(job) => (
          <section class="look-section">
            <JobProgress job={job()} line={realisation} testId="realise-cancel" />
          </section>
        )}
      </Show>
      <Show
        when={realisation.isReady()}
        fallback={
          <Show when={!realisation.isWorking() && !looks.isAsked()}>
            <p class="look-intro">{t(editor.canEdit() ? 'look.intro' : 'look.none')}</p>
          </Show>
        }
      >
        <section class="look-section">
          <h3>{t('look.files')}</h3>
          <ul class="look-files">
            <For each={downloads.filter((name) => realisation.files().some((file) => file.name === name))}>
              {(name) => (
                <li>
                  <button
                    type="button"
                    class="button small"
                    onClick={async () => saveBlob(await realisation.fetchFile(name), name)}
                  >
                    {name.replace(/^scene\./, '').toUpperCase()}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

function Realise() {
  const { t } = useI18n()
  const editor = useEditor()
  const { realisation, looks } = useSpace()
  const [quality, setQuality] = createSignal<Quality>('normal')
  const start = async () => {
    const picture = looks.picture()
    const words = looks.style().trim()
    // A look that was taken is in the scene, with what the person changed of it.
    const wishes = looks.isWorn()
      ? {}
      : {
          ...(words ? { style: words } : {}),
          ...(picture ? { reference: await encodePicture(picture.file) } : {}),
          ...(looks.isAsked() && looks.isCurrent() ? { seed: looks.seed() } : {}),
        }
    await realisation.start({ quality: quality(), ...wishes })
    if (editor.view.mode() === 'plan') editor.view.setMode('3d')
    editor.view.setLook('realised')
  }
  return (
    <>
      <Segmented<Quality>
        label={t('look.quality')}
        class="small"
        value={quality()}
        onChange={setQuality}
        segments={qualities.map((value) => ({
          value,
          label: t(`look.quality.${value}`),
          testId: `look-quality-${value}`,
        }))}
      />
      <Show
        when={realisation.isWorking() && realisation.job()}
        fallback={
          <button type="button" class="button accent large" data-testid="realise" onClick={() => void start()}>
            <Sparkles size={16} />
            {t(realisation.isReady() ? 'look.realise-again' : 'look.realise')}
          </button>
        }
      >
        {(job) => <JobProgress job={job()} line={realisation} testId="realise-cancel" />}
      </Show>
      <Show when={looks.turn()?.proposal?.status === 'open' && !realisation.isWorking()}>
        <p class="look-note">{t('look.undecided')}</p>
      </Show>
      <JobFailure line={realisation} message={(reason) => t('look.failed', { reason })} />
    </>
  )
}

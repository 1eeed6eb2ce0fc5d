import Clapperboard from 'lucide-solid/icons/clapperboard'
import Play from 'lucide-solid/icons/play'
import { Show } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import { Select } from '../../controls/select.tsx'
import { useEditor } from '../../editor/session.tsx'
import { formatNumber } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { JobFailure, JobProgress } from '../look/job-progress.tsx'
import { NumberField } from '../look/number-field.tsx'
import { useSpace } from '../space-context.tsx'
import { FilmChanges } from './film-changes.tsx'
import { type FilmDraft, filmLenses, filmRates, filmSizes, lengthOf, longestFilm, setLength } from './film-draft.ts'
import { FilmKeys } from './film-keys.tsx'
import { FilmPlayback } from './film-playback.tsx'
import { FilmResult } from './film-result.tsx'
import './film.css'

/** Plans a film, plays its path, films it and shows the result. Those who only look see results. */
export function FilmPage() {
  const { t } = useI18n()
  const editor = useEditor()
  const { film } = useSpace()
  return (
    <>
      <Show when={editor.canEdit()}>
        <Plan />
      </Show>
      <section class="look-section film-make">
        <Show when={film.isWorking() && film.job()}>
          {(job) => <JobProgress job={job()} line={film} testId="film-cancel" />}
        </Show>
        <Show when={editor.canEdit() && !film.isWorking()}>
          <button
            type="button"
            class="button accent large"
            data-testid="film-start"
            disabled={!film.isReady()}
            onClick={() => void film.start()}
          >
            <Clapperboard size={16} />
            {t('film.start')}
          </button>
        </Show>
        <JobFailure line={film} message={(reason) => t('film.failed', { reason })} />
        <FilmResult />
        <Show when={!editor.canEdit() && !film.shown() && !film.isWorking()}>
          <p class="look-note">{t('film.none')}</p>
        </Show>
      </section>
    </>
  )
}

function Plan() {
  const { t } = useI18n()
  const { film } = useSpace()
  return (
    <>
      <section class="look-section">
        <Segmented<FilmDraft['path']>
          label={t('film.path')}
          class="small"
          value={film.draft().path}
          onChange={(path) => {
            film.player.close()
            film.change((draft) => ({ ...draft, path }))
          }}
          segments={[
            { value: 'keys', label: t('film.path.keys'), testId: 'film-keys' },
            { value: 'tour', label: t('film.path.tour'), testId: 'film-tour' },
          ]}
        />
        <Show when={film.draft().path === 'keys'} fallback={<TourPlan />}>
          <FilmKeys />
        </Show>
      </section>
      <Show when={film.draft().path === 'keys' && film.draft().keys.length > 1}>
        <section class="look-section">
          <FilmChanges />
        </section>
      </Show>
      <section class="look-section">
        <Picture />
        <Show
          when={film.player.isOpen()}
          fallback={
            <button
              type="button"
              class="button"
              data-testid="film-play"
              disabled={!film.isReady()}
              onClick={() => void film.play()}
            >
              <Play size={15} />
              {t('film.play')}
            </button>
          }
        >
          <FilmPlayback />
        </Show>
        <Show when={film.playError() !== undefined}>
          <p class="field-error" role="alert">
            {t(film.draft().path === 'tour' ? 'film.no-tour' : 'film.no-path')}
          </p>
        </Show>
      </section>
    </>
  )
}

function TourPlan() {
  const { t } = useI18n()
  const { film } = useSpace()
  return (
    <>
      <p class="look-note">{t('film.tour-lead')}</p>
      <NumberField
        label={t('film.length')}
        value={film.draft().tourSeconds}
        min={1}
        max={longestFilm}
        step={1}
        unit="s"
        testId="film-length"
        onChange={(tourSeconds) => film.change((draft) => ({ ...draft, tourSeconds }))}
      />
    </>
  )
}

/** Length, speed and the frame. */
function Picture() {
  const { t, locale } = useI18n()
  const { film } = useSpace()
  const length = () => lengthOf(film.draft())
  const frames = () => Math.max(1, Math.round(length() * film.draft().fps))
  return (
    <div class="film-picture">
      <Show when={film.draft().path === 'keys'}>
        <NumberField
          label={t('film.length')}
          value={length() || undefined}
          min={0.1}
          max={longestFilm}
          step={1}
          unit="s"
          testId="film-length"
          onChange={(seconds) => film.change((draft) => setLength(draft, seconds))}
        />
        <Select
          label={t('film.easing')}
          labelled
          value={film.draft().easing}
          options={(['smooth', 'linear'] as const).map((value) => ({ value, label: t(`film.easing.${value}`) }))}
          onChange={(easing) => film.change((draft) => ({ ...draft, easing }))}
        />
        <Select
          label={t('film.lens')}
          labelled
          value={String(film.draft().lens)}
          options={filmLenses.map((lens) => ({ value: String(lens), label: t(`film.lens.${lens}`) }))}
          onChange={(value) =>
            film.change((draft) => ({ ...draft, lens: filmLenses.find((lens) => String(lens) === value)! }))
          }
        />
      </Show>
      <Select
        label={t('film.size')}
        labelled
        value={film.draft().size}
        options={filmSizes.map((value) => ({ value, label: value.replace('x', ' × ') }))}
        onChange={(size) => film.change((draft) => ({ ...draft, size }))}
      />
      <Select
        label={t('film.fps')}
        labelled
        value={String(film.draft().fps)}
        options={filmRates.map((fps) => ({ value: String(fps), label: t('film.fps-value', { count: fps }) }))}
        onChange={(value) =>
          film.change((draft) => ({ ...draft, fps: filmRates.find((fps) => String(fps) === value)! }))
        }
      />
      <Show when={film.draft().path === 'keys' && length() > 0}>
        <p class="look-note film-frames">{t('film.frames', { count: formatNumber(frames(), locale()) })}</p>
      </Show>
    </div>
  )
}

import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'

/** Steers the path that the 3D view plays. */
export function FilmPlayback() {
  const { t } = useI18n()
  const { player } = useSpace().film
  const clock = (seconds: number) => seconds.toFixed(1)
  return (
    <div class="film-playback" data-testid="film-playback">
      <IconButton
        class="small"
        label={t(player.isPlaying() ? 'film.pause' : 'film.resume')}
        onClick={() => (player.isPlaying() ? player.pause() : player.resume())}
      >
        <Show when={player.isPlaying()} fallback={<Play size={14} />}>
          <Pause size={14} />
        </Show>
      </IconButton>
      <input
        type="range"
        aria-label={t('film.moment')}
        aria-valuetext={`${clock(player.time())} s`}
        min={0}
        max={player.seconds()}
        step={0.1}
        value={player.time()}
        onInput={(event) => player.seek(event.currentTarget.valueAsNumber)}
      />
      <span class="numeric">
        {clock(player.time())} / {clock(player.seconds())} s
      </span>
      <IconButton class="small" label={t('film.stop')} placement="left" onClick={() => player.close()}>
        <X size={14} />
      </IconButton>
    </div>
  )
}

import ImageUp from 'lucide-solid/icons/image-up'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import { PictureError, readPicture } from './picture.ts'

const maximumStyle = 2000

/** How the space should look: in words, by a picture, or both. */
export function LookWishes() {
  const { t } = useI18n()
  const { looks } = useSpace()
  const [problem, setProblem] = createSignal<'size' | 'type'>()
  const [isOver, setOver] = createSignal(false)

  const takePicture = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    try {
      looks.setPicture(await readPicture(file))
    } catch (error) {
      setProblem(error instanceof PictureError ? error.problem : 'type')
    }
  }
  return (
    <>
      <label class="field">
        <span class="field-label">{t('look.style')}</span>
        <textarea
          class="input look-style"
          rows={3}
          data-testid="look-style"
          maxLength={maximumStyle}
          placeholder={t('look.style-placeholder')}
          value={looks.style()}
          onInput={(event) => looks.setStyle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            if (looks.isAsked()) void looks.show()
          }}
        />
      </label>
      <label
        class="look-drop"
        data-over={isOver() ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void takePicture(event.dataTransfer?.files[0])
        }}
      >
        <input
          class="visually-hidden"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          data-testid="look-picture"
          onChange={(event) => {
            void takePicture(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Show
          when={looks.picture()}
          fallback={
            <>
              <ImageUp size={16} />
              <span>{t('look.picture')}</span>
            </>
          }
        >
          {(chosen) => (
            <>
              <img src={chosen().url} alt="" />
              <span class="look-picture-name">{chosen().file.name}</span>
              <button
                type="button"
                class="icon-button small"
                aria-label={t('look.picture-remove')}
                onClick={(event) => {
                  event.preventDefault()
                  looks.setPicture(undefined)
                }}
              >
                <X size={14} />
              </button>
            </>
          )}
        </Show>
      </label>
      <Show when={problem()}>
        {(fault) => (
          <p class="field-error" role="alert">
            {t(`look.picture-${fault()}`)}
          </p>
        )}
      </Show>
    </>
  )
}

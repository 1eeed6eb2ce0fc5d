import { I18nProvider as KobalteLocale } from '@kobalte/core/i18n'
import { type Accessor, createContext, createEffect, createSignal, type ParentProps, useContext } from 'solid-js'
import { en, type MessageKey } from './en.ts'
import { detectLocale, fillTemplate, type Locale, type Parameters } from './locale.ts'
import { zh } from './zh.ts'

const dictionaries = { en, zh } as const
const localeSetting = 'enfilade.locale'

export type I18n = {
  readonly locale: Accessor<Locale>
  setLocale(locale: Locale): void
  t(key: MessageKey, parameters?: Parameters): string
}

const I18nContext = createContext<I18n>()

function initialLocale(): Locale {
  try {
    const remembered = localStorage.getItem(localeSetting)
    if (remembered === 'en' || remembered === 'zh') return remembered
  } catch {
    // Storage may be denied.
  }
  return detectLocale(navigator.languages)
}

export function I18nProvider(props: ParentProps) {
  const [locale, setLocale] = createSignal<Locale>(initialLocale())
  createEffect(() => {
    document.documentElement.lang = locale() === 'zh' ? 'zh-CN' : 'en'
  })
  const i18n: I18n = {
    locale,
    setLocale(next) {
      setLocale(next)
      try {
        localStorage.setItem(localeSetting, next)
      } catch {
        // Storage may be denied; the choice then lasts for the visit.
      }
    },
    t: (key, parameters) => fillTemplate(dictionaries[locale()][key], parameters),
  }
  return (
    <I18nContext.Provider value={i18n}>
      <KobalteLocale locale={locale() === 'zh' ? 'zh-CN' : 'en'}>{props.children}</KobalteLocale>
    </I18nContext.Provider>
  )
}

/** @throws when there is no provider above. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (!i18n) throw new Error('useI18n: no languages here; put the page under <I18nProvider>')
  return i18n
}

/**
 * A dictionary of a part that keeps its own words beside itself; a key missing in one language is a type error.
 *
 * @returns a hook that gives the part's `t`.
 */
export function defineMessages<K extends string>(messages: {
  en: { readonly [key in K]: string }
  zh: { readonly [key in K]: string }
}): () => (key: K, parameters?: Parameters) => string {
  return () => {
    const { locale } = useI18n()
    return (key, parameters) => fillTemplate(messages[locale()][key], parameters)
  }
}

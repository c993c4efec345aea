import { Text, View } from '@tarojs/components'
import type { Locale } from '@shared/kernel/words'
import { chooseLocale, useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import './languageRow.scss'

/** Each language in its own words, so that it is found by who needs it. */
const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: 'zh', name: '中文' },
  { locale: 'en', name: 'English' },
]

export function LanguageRow() {
  const text = useText()
  const chosen = useLocale()
  return (
    <View className="language">
      <Text>{text.mine.language}</Text>
      <View className="language__choices">
        {LANGUAGES.map(({ locale, name }) => (
          <Tap
            key={locale}
            id={`language-${locale}`}
            className={`language__choice ${locale === chosen ? 'language__choice--on' : ''}`}
            onTap={() => chooseLocale(locale)}
          >
            <Text>{name}</Text>
          </Tap>
        ))}
      </View>
    </View>
  )
}

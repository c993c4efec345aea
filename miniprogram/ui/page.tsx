import { useCallback, useEffect, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useLocale } from '@/i18n/locale'
import { showTabTexts } from './tabTexts'
import './page.scss'

interface PageProps {
  readonly id: string
  readonly title: string
  readonly isTab?: boolean
  /** What pulling down does; absent where there is nothing to renew. */
  readonly onRefresh?: () => Promise<void>
}

/** The frame of every page: its title in the person's language, its margins, pulling to refresh. */
export function Page({ id, title, isTab = false, onRefresh, children }: PropsWithChildren<PageProps>) {
  const locale = useLocale()
  const showTitles = useCallback(() => {
    void Taro.setNavigationBarTitle({ title })
    if (isTab) showTabTexts(locale)
  }, [title, isTab, locale])

  useDidShow(showTitles)
  useEffect(showTitles, [showTitles])
  usePullDownRefresh(() => {
    void (onRefresh?.() ?? Promise.resolve()).finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View id={id} className="page">
      {children}
    </View>
  )
}

import type { PropsWithChildren } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from './tap'
import './bottomSheet.scss'

interface RisingProps {
  readonly id?: string
  readonly open: boolean
  readonly onClose: () => void
}

/** What rises from below over a page. */
export function RisingSheet({ id, open, onClose, children }: PropsWithChildren<RisingProps>) {
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View id={id} className="bottom-sheet">
        {children}
      </View>
    </Popup>
  )
}

interface FrameProps {
  readonly closeId: string
  readonly title: string
  readonly onClose: () => void
}

/** Its title, a way to close it, and contents that scroll. */
export function SheetFrame({ closeId, title, onClose, children }: PropsWithChildren<FrameProps>) {
  const text = useText()
  return (
    <>
      <View className="bottom-sheet__head">
        <Text className="bottom-sheet__title">{title}</Text>
        <Tap id={closeId} className="bottom-sheet__close" label={text.common.close} onTap={onClose}>
          <View className="bottom-sheet__cross" />
        </Tap>
      </View>
      <ScrollView scrollY className="bottom-sheet__body">
        {children}
      </ScrollView>
    </>
  )
}

interface BottomSheetProps extends RisingProps {
  readonly id: string
  readonly title: string
}

/** A sheet with a title: `<id>-close` closes it. */
export function BottomSheet({ id, open, title, onClose, children }: PropsWithChildren<BottomSheetProps>) {
  return (
    <RisingSheet id={id} open={open} onClose={onClose}>
      <SheetFrame closeId={`${id}-close`} title={title} onClose={onClose}>
        <View className="bottom-sheet__inside">{children}</View>
      </SheetFrame>
    </RisingSheet>
  )
}

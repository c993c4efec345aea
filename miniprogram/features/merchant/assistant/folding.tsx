import { useState, type PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'

interface FoldingProps {
  readonly id: string
  readonly title: string
  readonly hint: string
}

/** A card of what may be left as it is, open on a tap. */
export function Folding({ id, title, hint, children }: PropsWithChildren<FoldingProps>) {
  const text = useText().assistant
  const [open, setOpen] = useState(false)
  return (
    <View className="card">
      <View className="card-head">
        <Text className="card-title">{title}</Text>
        <LinkText
          id={`${id}-toggle`}
          label={open ? text.close : text.open}
          way={open ? 'up' : 'down'}
          onTap={() => setOpen(!open)}
        />
      </View>
      <View className="soft">{hint}</View>
      {open && <View id={id}>{children}</View>}
    </View>
  )
}

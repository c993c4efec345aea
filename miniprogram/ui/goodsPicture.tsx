import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { Drawn } from '@shared/rules/shop/picture'
import { pictures } from '@/api/pictures'
import './goodsPicture.scss'

/** The pictures that the app brings with it. */
export const DRAWN: readonly Drawn[] = ['tea', 'coffee', 'cake', 'nuts', 'pot', 'flask', 'home', 'parcel']

const PREFIX = 'drawn:'

export const drawnPicture = (name: Drawn): string => `${PREFIX}${name}`

interface GoodsPictureProps {
  /** A drawn picture, or an address; null for goods without one. */
  readonly picture: string | null
  readonly className?: string
}

/** Goods as they look; a parcel where there is no picture, or it does not load. */
export function GoodsPicture({ picture, className = '' }: GoodsPictureProps) {
  const [failed, setFailed] = useState<string>()
  const isDrawn = picture === null || picture === failed || picture.startsWith(PREFIX)
  if (isDrawn) {
    const name = picture?.startsWith(PREFIX) ? picture.slice(PREFIX.length) : 'parcel'
    return (
      <View className={`goods-picture ${className}`}>
        <View className={`goods-picture__drawn goods-picture__drawn--${name}`} />
      </View>
    )
  }
  return (
    <View className={`goods-picture ${className}`}>
      <Image
        className="goods-picture__image"
        src={pictures.sourceOf(picture)}
        mode="aspectFill"
        lazyLoad
        onError={() => setFailed(picture)}
      />
    </View>
  )
}

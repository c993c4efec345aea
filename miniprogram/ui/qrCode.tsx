import { useMemo } from 'react'
import { Image, View } from '@tarojs/components'
import { qrSource } from './qrSource'
import { spoken } from './spoken'
import './qrCode.scss'

interface QrCodeProps {
  readonly id: string
  readonly text: string
  /** What a screen reader says of it. */
  readonly label: string
}

/** A QR code as large as the screen lets it be. */
export function QrCode({ id, text, label }: QrCodeProps) {
  const source = useMemo(() => qrSource(text), [text])
  return (
    <View id={id} className="qr-code" {...spoken({ label })}>
      <Image className="qr-code__image" src={source} mode="scaleToFill" />
    </View>
  )
}

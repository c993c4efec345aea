import { Swiper, SwiperItem } from '@tarojs/components'
import { GoodsPicture } from '@/ui/goodsPicture'
import './pictures.scss'

interface PicturesProps {
  readonly pictures: readonly string[]
}

/** A product's pictures, to swipe through where there are several. */
export function Pictures({ pictures }: PicturesProps) {
  const [first] = pictures
  if (pictures.length < 2) return <GoodsPicture picture={first ?? null} className="product-picture" />
  return (
    <Swiper className="product-pictures" indicatorDots>
      {pictures.map((picture) => (
        <SwiperItem key={picture}>
          <GoodsPicture picture={picture} className="product-picture" />
        </SwiperItem>
      ))}
    </Swiper>
  )
}

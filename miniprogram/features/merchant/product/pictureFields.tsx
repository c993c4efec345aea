import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { pictures as storage } from '@/api/pictures'
import { useText } from '@/i18n/useText'
import { DRAWN, drawnPicture, GoodsPicture } from '@/ui/goodsPicture'
import { LinkText } from '@/ui/linkText'
import { Tap } from '@/ui/tap'
import { Field } from '../form/field'
import { TextField } from '../form/textField'
import './pictureFields.scss'

const MOST = 9
const LONGEST_ADDRESS = 500
const ADDRESS = /^(https|cloud):\/\/./

interface PictureFieldsProps {
  readonly pictures: readonly string[]
  readonly onChange: (pictures: string[]) => void
}

/** The pictures that were chosen, those that the app brings, and a place for an address. */
export function PictureFields({ pictures, onChange }: PictureFieldsProps) {
  const text = useText().goods.edit
  const hasRoom = pictures.length < MOST
  const add = (address: string) => onChange([...new Set([...pictures, address])])
  const offered = DRAWN.filter((name) => !pictures.includes(drawnPicture(name)))
  return (
    <View className="card">
      <View className="card-title">{text.pictures}</View>
      <View className="soft">{text.picturesHint}</View>
      <View className="picture-fields">
        {pictures.map((picture, at) => (
          <Tap
            key={picture}
            id={`picture-${at}`}
            label={text.removePicture(at + 1)}
            className="picture-fields__one picture-fields__one--on"
            onTap={() => onChange(pictures.filter((each) => each !== picture))}
          >
            <GoodsPicture picture={picture} className="picture-fields__picture" />
          </Tap>
        ))}
      </View>
      {hasRoom && (
        <View className="picture-fields">
          {offered.map((name) => (
            <Tap
              key={name}
              id={`drawn-${name}`}
              className="picture-fields__one"
              onTap={() => onChange([...pictures, drawnPicture(name)])}
            >
              <GoodsPicture picture={drawnPicture(name)} className="picture-fields__picture" />
              <Text className="picture-fields__name">{text.drawn[name]}</Text>
            </Tap>
          ))}
        </View>
      )}
      {hasRoom && <UploadField onAdd={add} />}
      {hasRoom && <AddressField onAdd={add} />}
    </View>
  )
}

function UploadField({ onAdd }: { readonly onAdd: (address: string) => void }) {
  const text = useText().goods.edit
  const [isBusy, setBusy] = useState(false)
  const choose = async () => {
    setBusy(true)
    const chosen = await storage.choose()
    setBusy(false)
    if (chosen.of === 'kept') onAdd(chosen.address)
    else if (chosen.of !== 'none') void Taro.showToast({ title: text.notUploaded[chosen.of], icon: 'none' })
  }
  return (
    <Field label={text.upload}>
      <LinkText
        id="upload-picture"
        label={isBusy ? text.uploading : text.choosePicture}
        way="none"
        onTap={() => void (isBusy ? undefined : choose())}
      />
    </Field>
  )
}

function AddressField({ onAdd }: { readonly onAdd: (address: string) => void }) {
  const text = useText().goods.edit
  const [typed, setTyped] = useState('')
  const address = typed.trim()
  const isGood = ADDRESS.test(address)
  return (
    <>
      <TextField
        id="picture-address"
        label={text.address}
        placeholder={text.addressHint}
        fault={address !== '' && !isGood ? text.addressHint : undefined}
        value={typed}
        longest={LONGEST_ADDRESS}
        onChange={setTyped}
      />
      {isGood && (
        <Field label="">
          <LinkText
            id="add-address"
            label={text.addAddress}
            way="none"
            onTap={() => {
              onAdd(address)
              setTyped('')
            }}
          />
        </Field>
      )}
    </>
  )
}

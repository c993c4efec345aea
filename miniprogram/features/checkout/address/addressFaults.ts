import type { InputOf } from '@shared/contracts'

export type Address = InputOf<'shopOrders.place'>['address']
export type AddressPart = keyof Address

/** How long each part may be. */
export const LONGEST: Readonly<Record<AddressPart, number>> = { name: 32, phone: 20, region: 64, street: 120 }

const PHONE = /^\+?\d[\d -]{4,18}\d$/

/** Which parts are not filled in, or are no phone number. */
export function addressFaults(address: Address): readonly AddressPart[] {
  const parts = Object.keys(LONGEST) as AddressPart[]
  return parts.filter((part) =>
    part === 'phone' ? !PHONE.test(address.phone.trim()) : isEmpty(address[part]),
  )
}

const isEmpty = (text: string): boolean => text.trim() === ''

/** An address as it was written down; null where that is none. */
export function readAddress(text: unknown): Address | null {
  try {
    const kept = (typeof text === 'string' ? JSON.parse(text) : null) as Partial<Address> | null
    const part = (name: AddressPart): string => {
      const value = kept?.[name]
      return typeof value === 'string' ? value.slice(0, LONGEST[name]) : ''
    }
    const address = {
      name: part('name'),
      phone: part('phone'),
      region: part('region'),
      street: part('street'),
    }
    return addressFaults(address).length === 0 ? address : null
  } catch {
    return null
  }
}

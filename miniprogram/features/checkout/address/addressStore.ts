import { phoneStore } from '@/api/phoneStore'
import { readAddress, type Address } from './addressFaults'

const store = phoneStore<Address | null>('address', readAddress)

/** Where this phone's orders go; null before anybody said so. It leaves the phone with an order only. */
export const useAddress = store.use

export const keepAddress = (address: Address): void => store.keep(address)

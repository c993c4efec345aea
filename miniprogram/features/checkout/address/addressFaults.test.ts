import { address } from '@shared/contracts/shopOrderShapes'
import { addressFaults, LONGEST, readAddress, type Address, type AddressPart } from './addressFaults'

const WHOLE: Address = {
  name: '林小雨',
  phone: '138 0000 0000',
  region: '浙江省杭州市西湖区',
  street: '龙井路 1 号',
}

test('a whole address has no fault', () => {
  expect(addressFaults(WHOLE)).toEqual([])
})

test.each(['name', 'phone', 'region', 'street'] as const)('%s of blanks is a fault', (part) => {
  expect(addressFaults({ ...WHOLE, [part]: '   ' })).toEqual([part])
})

test.each(['12345', 'phone', '138-', '1'.repeat(21)])('%s is no phone number', (phone) => {
  expect(addressFaults({ ...WHOLE, phone })).toEqual(['phone'])
})

test('what is right here the server takes, up to the longest', () => {
  const longest = (part: AddressPart) => (part === 'phone' ? '1' : '字').repeat(LONGEST[part])
  const full = {
    name: longest('name'),
    phone: longest('phone'),
    region: longest('region'),
    street: longest('street'),
  }
  expect(addressFaults(full)).toEqual([])
  for (const each of [WHOLE, full, { ...WHOLE, phone: '+86 138-0000-0000' }])
    expect(address.safeParse(each).success).toBe(true)
  for (const phone of ['12345', '138-']) expect(address.safeParse({ ...WHOLE, phone }).success).toBe(false)
})

test('what was written down is read', () => {
  expect(readAddress(JSON.stringify(WHOLE))).toEqual(WHOLE)
})

test.each([undefined, '', 'no json', 'null', '{}', JSON.stringify({ ...WHOLE, phone: 7 })])(
  '%j is none',
  (text) => {
    expect(readAddress(text)).toBeNull()
  },
)

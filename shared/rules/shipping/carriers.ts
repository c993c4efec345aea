import type { Words } from '@shared/kernel/words'

/** A carrier by the code that WeChat knows it by. */
export interface Carrier {
  readonly code: string
  readonly name: Words
}

/** Those that shops send by, the most used first. */
export const CARRIERS = [
  { code: 'SF', name: { zh: '顺丰速运', en: 'SF Express' } },
  { code: 'ZTO', name: { zh: '中通快递', en: 'ZTO Express' } },
  { code: 'YTO', name: { zh: '圆通速递', en: 'YTO Express' } },
  { code: 'YD', name: { zh: '韵达速递', en: 'Yunda Express' } },
  { code: 'STO', name: { zh: '申通快递', en: 'STO Express' } },
  { code: 'JTSD', name: { zh: '极兔速递', en: 'J&T Express' } },
  { code: 'JD', name: { zh: '京东快递', en: 'JD Logistics' } },
  { code: 'EMS', name: { zh: 'EMS', en: 'EMS' } },
  { code: 'YZPY', name: { zh: '邮政快递包裹', en: 'China Post parcel' } },
  { code: 'DBL', name: { zh: '德邦快递', en: 'Deppon Express' } },
] as const satisfies readonly Carrier[]

export type CarrierCode = (typeof CARRIERS)[number]['code']

export const carrierOf = (code: string): Carrier | undefined => CARRIERS.find((each) => each.code === code)

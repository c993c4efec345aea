import type { InputOf, OutputOf } from '@shared/contracts'
import type { GiftCard } from '@shared/rules/giftCards/card'
import { ON_SALE } from '@shared/rules/giftCards/exampleCard'
import { OPEN_API_VARIABLES } from '../../cloudfunctions/wechat/openApi/openApiSettings'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { openApiDoors } from '../../local/doors/openApiDoors'
import { DoorServer } from '../../local/doors/doorServer'
import { LocalOpenApi } from '../../local/wechat/openApi/localOpenApi'
import { must } from './couponShop'
import { APPID } from './localPay'
import { openWalletShop, type WalletShop } from './walletShop'

type CardRules = Extract<InputOf<'settings.save'>, { topic: 'giftCards' }>['value']

const { version: _version, ...RULES } = ON_SALE as { version: number } & CardRules

/** Longer than an instance keeps the settings that it read. */
const KEPT_MS = 6_000

/** Two hundred yuan and twenty on top, to whom it may please. */
export const TWO_HUNDRED = {
  designId: 'tea',
  amountFen: 20_000,
  count: 1,
  message: '生日快乐',
  from: '小林',
  balance: { of: 'none' },
  seenBonusFen: 2_000,
} as const satisfies InputOf<'giftCards.buy'>

/** A shop that sells gift cards, and a WeChat that makes codes of them. */
export interface CardShop extends WalletShop {
  readonly openApi: LocalOpenApi
  /** Saves the rules of gift cards as the owner; what is not given stays as it is. */
  cardRules(value?: Partial<CardRules>): Promise<void>
  buy(openid: string, more?: Partial<InputOf<'giftCards.buy'>>): Promise<OutputOf<'giftCards.buy'>>
  /** Buys cards and pays for them; answers their ids, in order. */
  bought(openid: string, more?: Partial<InputOf<'giftCards.buy'>>): Promise<string[]>
  /** The code of a card, as its giver hands it on. */
  codeOf(openid: string, id: string): Promise<string>
  claim(openid: string, code: string): ReturnType<typeof claimed>
  card(id: string): Promise<GiftCard>
}

const claimed = (shop: WalletShop, openid: string, code: string) =>
  shop.shopper(openid, 'giftCards.claim', { code, consentVersion: '1' })

export async function openCardShop(at?: string): Promise<CardShop> {
  const shop = await openWalletShop(at)
  const server = await DoorServer.listen(0, [])
  const openApi = new LocalOpenApi({
    appid: APPID,
    mchid: 'any',
    store: shop.pay.store,
    now: () => Date.now(),
  })
  server.open(openApiDoors(openApi))
  process.env[OPEN_API_VARIABLES.appid] = APPID
  process.env[OPEN_API_VARIABLES.secret] = openApi.secret
  process.env[OPEN_API_VARIABLES.baseUrl] = server.url
  let version = 0
  const opened: CardShop = {
    ...shop,
    openApi,
    async cardRules(changes = {}) {
      const value = { ...RULES, ...changes }
      const save = { topic: 'giftCards', expectedVersion: version, value } as const
      version = must(await shop.merchant('owner', 'settings.save', save)).version
      jest.setSystemTime(Date.now() + KEPT_MS)
    },
    buy: async (openid, more) =>
      must(await shop.shopper(openid, 'giftCards.buy', { ...TWO_HUNDRED, ...more })),
    async bought(openid, more) {
      const { purchaseId, state } = await opened.buy(openid, more)
      if (state === 'waiting' && !(await shop.decide(purchaseId, 'success')))
        throw new Error('there was nothing to pay')
      return Array.from({ length: more?.count ?? 1 }, (_, place) => `${purchaseId}-${place + 1}`)
    },
    codeOf: async (openid, id) => must(await shop.shopper(openid, 'giftCards.share', { id })).code,
    claim: (openid, code) => claimed(shop, openid, code),
    async card(id) {
      const card = await getById<GiftCard>(shop.cloud, 'giftCards', id)
      if (!card) throw new Error(`no card ${id}`)
      return card
    },
    async close() {
      await server.close(0)
      await shop.close()
    },
  }
  return opened
}

import type { Words } from '@shared/kernel/words'

export interface Good {
  /** As the shop writes it: rules of the shop name categories and products. */
  readonly category: Category
  readonly name: Words
  readonly priceFen: number
}

export type Category = '茶叶' | '咖啡' | '零食' | '家居'

const of =
  (category: Category) =>
  (zh: string, en: string, priceFen: number): Good => ({ category, name: { zh, en }, priceFen })

const tea = of('茶叶')
const coffee = of('咖啡')
const snack = of('零食')
const house = of('家居')

/** What the demo shop sells: tea, coffee, snacks and things for the house. */
export const GOODS: readonly Good[] = [
  tea('茉莉花茶 250 克', 'Jasmine tea, 250 g', 4_800),
  tea('明前龙井 100 克', 'Longjing green tea, 100 g', 16_800),
  tea('铁观音 125 克', 'Tieguanyin oolong, 125 g', 8_800),
  tea('普洱熟茶饼 357 克', 'Ripe pu’er cake, 357 g', 15_800),
  tea('胎菊 50 克', 'Chrysanthemum buds, 50 g', 3_280),
  tea('红枣枸杞茶 12 包', 'Jujube and goji tea, 12 bags', 2_990),
  coffee('美式咖啡', 'Americano', 1_800),
  coffee('拿铁咖啡', 'Latte', 2_500),
  coffee('手冲咖啡', 'Pour-over coffee', 3_200),
  coffee('挂耳咖啡 10 片', 'Drip coffee bags, 10', 5_990),
  coffee('云南咖啡豆 500 克', 'Yunnan coffee beans, 500 g', 9_800),
  snack('绿豆糕 8 块', 'Mung bean cakes, 8', 2_680),
  snack('桃酥 300 克', 'Walnut shortbread, 300 g', 2_280),
  snack('凤梨酥 10 块', 'Pineapple cakes, 10', 4_500),
  snack('原味瓜子 500 克', 'Sunflower seeds, 500 g', 1_580),
  snack('纸皮核桃 500 克', 'Thin-shelled walnuts, 500 g', 3_990),
  snack('海苔 40 克', 'Roasted seaweed, 40 g', 1_990),
  snack('牛轧糖 250 克', 'Nougat, 250 g', 2_990),
  house('抽纸 6 包', 'Tissues, 6 packs', 2_490),
  house('洗洁精 1 升', 'Dish soap, 1 l', 1_590),
  house('洗衣液 2 升', 'Laundry liquid, 2 l', 3_990),
  house('纯棉毛巾 2 条', 'Cotton towels, 2', 2_980),
  house('玻璃茶壶 600 毫升', 'Glass teapot, 600 ml', 8_900),
  house('保温杯 500 毫升', 'Vacuum flask, 500 ml', 12_900),
]

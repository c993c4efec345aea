/** Points (or growth) from money at a whole rate per yuan: rounded down, once an order. */
export function fromMoney(amountFen: number, perYuan: number): number {
  return Math.floor((amountFen * perYuan) / 100)
}

import { formatCount } from './format'
import type { zhTierPreview } from './zhTierPreview'

const people = (n: number) => (n === 1 ? '1 member' : `${formatCount(n)} members`)

export const enTierPreview: typeof zhTierPreview = {
  title: 'Preview',
  nothing: 'Nothing to save',
  nothingHint:
    'Change levels, their settings or benefits, and see here who would be affected before you save.',
  toLevels: 'To the levels',
  unfinished: 'Something is not filled in yet',
  unfinishedHint: 'Fill in the names and numbers, and the effect can be worked out.',
  outrun: 'Somebody saved new settings meanwhile',
  outrunHint:
    'What would be shown here is no longer right and cannot be saved. Discard your changes, look at the latest settings, and make them again.',
  discard: 'Discard my changes',
  impossible: 'This cannot be saved',

  ifSaved: 'If you save now',
  moves: { up: 'go up', down: 'go down', reassign: 'reassigned', stay: 'stay' },
  nobodyMoves: "No member's level changes",
  ofMembers: (n) => `Each of ${people(n)}, judged by what is known today`,
  ofSome: (looked, all) =>
    `Your shop is large: ${formatCount(looked)} of ${people(all)} were judged. Take it as a sample`,
  unjudged: (n) =>
    `An earlier change is still being worked through: ${people(n)} not judged yet, so this may be slightly off.`,
  off: 'Levels are switched off. Saving changes nothing for now; below is what happens if they were switched on today.',
  withEnd: (before, after) => `Members whose level has a last day: ${before} → ${after}`,

  matrix: 'From which level to which',
  matrixHint: 'Rows are the levels now, columns the levels after saving. Tap a number to see the members.',
  fromTo: (from, to) => `${from} → ${to}`,
  cell: (from, to, n) => `${from} to ${to}, ${people(n)}, see who`,
  now: 'Now',
  then: 'After',
  total: 'Total',
  gone: 'Deleted level',

  benefits: 'Benefits won and lost',
  noBenefits: 'There are no benefits before or after the change.',
  benefitsSame: 'Nobody wins or loses a benefit by this.',
  won: (n) => `${formatCount(n)} win it`,
  lost: (n) => `${formatCount(n)} lose it`,
  holders: (before, after) => `${before} → ${after} members`,
  added: 'New',
  removed: 'Dropped',
  changed: (before, after) => `${before} → ${after}`,
  showUnchanged: (n) =>
    n === 1 ? '1 other benefit is not affected' : `${formatCount(n)} other benefits are not affected`,

  cost: 'Cost a month (estimate)',
  costNow: 'Now',
  costThen: 'After',
  costMore: 'More a month',
  costLess: 'Less a month',
  costSame: 'No difference',
  atOnce: 'Given once, on saving',
  oncePoints: (points, money) => `${formatCount(points)} points on upgrade, worth about ${money}`,
  onceVouchers: (n, money) =>
    `${n === 1 ? '1 voucher' : `${formatCount(n)} vouchers`} with a face value of ${money}`,
  onceDeliveries: (n) =>
    `${n === 1 ? '1 free delivery' : `${formatCount(n)} free deliveries`}; the shop has no record of what they cost`,
  onceMembers: (n) => `To ${people(n)}`,
  ways: {
    once: 'Given once when the level is reached; not counted by the month',
    vouchers: (holders, money, months) =>
      `${people(holders)} × ${money}, ${months === 1 ? 'every month' : `every ${formatCount(months)} months`}, at face value as if all were used`,
    discount: (spend, off) => `Lately these members spend ${spend} a month × ${off} off`,
    birthdayDiscount: (birthdays, spend, off) =>
      `${people(birthdays)} told their birthday, and spend about ${spend} in its month × ${off} off`,
    extraPoints: (points, spend, rate) =>
      `${spend} spent a month at ${rate}× is ${formatCount(points)} points more, at what they take off an order`,
    quantityAssumed: ' (as if every order had enough items)',
  },
  unknown: {
    freight: 'Not known: the shop has no record of freight',
    noPrice: 'Not known: it has no price',
    noSales: 'Not known: nothing was sold in the last year',
  },
  perMonth: (money) => `${money} / month`,
  reckoned: (days) =>
    `Estimated from what was spent in the last ${formatCount(days)} days; what benefits make people buy on top is not counted.`,
  notReckoned: 'Nothing was sold in the last year, so whatever depends on spending cannot be estimated.',

  movers: {
    title: 'Members',
    end: 'No more',
    none: 'There is no such member',
    noneHint: 'Something may just have changed. Go back to the preview and refresh it.',
    stays: 'Level unchanged',
  },

  save: 'Save and judge all members again',
  saveHint:
    'After saving, members are judged again one by one in the background; each one who moves gets one message.',
  saved: 'Saved',

  recalculation: {
    title: 'Recalculation',
    running: "Members' levels are being judged again",
    progress: (done, all) => `${done} of ${all} judged`,
    hint: 'It goes on when you leave this page; come back later for the result. The shop can stay open.',
    waiting: 'It starts in a moment, usually within a minute.',
    done: 'All done',
    doneAll: (n) =>
      `${n === 1 ? 'The one member has' : `All ${formatCount(n)} members have`} been judged by the latest rules.`,
    version: (n) => `Version ${formatCount(n)}`,
    savedAt: (time) => `saved ${time}`,
    whoMoved: 'Who moved',
    nobodyMoved: "No member's level changed by it.",
    lag: 'What happened a moment ago comes in within a minute or two.',
    never: 'The rules of levels have not been changed yet',
    neverHint:
      'After you change and save levels or benefits, see here how far judging the members again has come.',
    off: 'Levels are switched off',
    offHint: 'Nobody is judged meanwhile. Once they are on again, everybody is judged by the latest rules.',
    toLevels: 'Back to the levels',
  },
}

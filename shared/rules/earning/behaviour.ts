/** What members do that earns points or growth. */
export type Behaviour = 'order' | 'checkin' | 'review' | 'share' | 'favourite'

/** What points are issued for: a behaviour, reaching a level, a top-up that they come with, or bonus that became them. */
export type PointsSource = Behaviour | 'upgrade' | 'topUp' | 'yearEnd'

/** What growth is issued for. */
export type GrowthSource = Behaviour | 'topUp'

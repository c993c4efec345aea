/** What members do that earns points or growth. */
export type Behaviour = 'order' | 'checkin' | 'review' | 'share' | 'favourite'

/** What points are issued for: a behaviour, or reaching a level. */
export type PointsSource = Behaviour | 'upgrade'

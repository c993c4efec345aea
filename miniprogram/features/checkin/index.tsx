import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { CheckinAction } from './checkinAction'
import { CycleStrip } from './cycleStrip'
import { MonthCard } from './monthCard'
import { useCheckIn } from './useCheckIn'
import './index.scss'

type Calendar = OutputOf<'checkin.calendar'>

export default function CheckinPage() {
  const text = useText()
  const [month, setMonth] = useState<string>()
  const query = useQuery('shopper', 'checkin.calendar', month ? { month } : {}, { kept: month === undefined })
  return (
    <Page id="checkin-page" title={text.checkin.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[216, 360]}>
        {(calendar) => <Checkin calendar={calendar} onMonth={setMonth} onChanged={query.refresh} />}
      </QueryView>
    </Page>
  )
}

interface CheckinProps {
  readonly calendar: Calendar
  readonly onMonth: (month: string) => void
  readonly onChanged: () => Promise<void>
}

function Checkin({ calendar, onMonth, onChanged }: CheckinProps) {
  const text = useText()
  const explain = useExplain()
  const checkIn = useCheckIn(onChanged)
  const fresh = checkIn.reward !== undefined && calendar.doneToday
  return (
    <>
      <View className="card checkin__now">
        <View className="checkin__streak">
          <Text className="soft">{text.checkin.streakLabel}</Text>
          <View id="checkin-streak" className="checkin__number figure">
            {calendar.streak}
            <Text className="checkin__unit">{text.checkin.streakDays(calendar.streak)}</Text>
          </View>
        </View>
        <CycleStrip cycle={calendar.cycle} fresh={fresh} />
        <CheckinAction
          id="checkin-button"
          cycle={calendar.cycle}
          doneToday={calendar.doneToday}
          checkIn={checkIn}
          onExplain={(id) => explain.ask({ kind: 'entry', id })}
        />
      </View>
      <MonthCard calendar={calendar} fresh={fresh} onMonth={onMonth} />
      <View className="soft checkin__note">{text.checkin.cycleNote}</View>
      {explain.sheet}
    </>
  )
}

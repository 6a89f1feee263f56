import { Handset } from '../handset/handset.tsx'
import { Problem } from '../parts/problem.tsx'
import { EmptyDesk } from './empty-desk.tsx'
import type { Desk } from './use-desk.ts'

interface Props {
  desk: Desk
  loading: boolean
  problem: string | undefined
  hasPhones: boolean
  /** The list of all handsets lies over the desk on a small screen. */
  hiddenWhenSmall: boolean
  speak: boolean
}

export const DeskView = ({ desk, loading, problem, hasPhones, hiddenWhenSmall, speak }: Props) => (
  <div className={`min-h-0 min-w-0 flex-1 flex-col ${hiddenWhenSmall ? 'hidden sm:flex' : 'flex'}`}>
    {problem === undefined ? null : (
      <div className="p-3">
        <Problem sentence={problem} />
      </div>
    )}
    {desk.open.length > 0 ? (
      <div className="flex min-h-0 flex-1 overflow-auto sm:gap-6 sm:p-6">
        {desk.open.map((phone) => (
          <div
            key={phone.phoneNumber}
            className={`h-full w-full sm:mx-auto sm:block sm:h-auto sm:max-h-200 sm:min-h-150 sm:w-auto ${phone === desk.shown ? '' : 'hidden'}`}
          >
            <Handset
              phone={phone}
              speak={speak}
              isChosen={phone === desk.shown && !hiddenWhenSmall}
              onPutAway={() => desk.putAway(phone.phoneNumber)}
            />
          </div>
        ))}
      </div>
    ) : null}
    {desk.open.length === 0 && loading ? <p className="m-auto text-muted">Looking for handsets…</p> : null}
    {desk.open.length === 0 && !loading ? (
      <div className="flex min-h-0 flex-1 overflow-y-auto">
        <EmptyDesk hasPhones={hasPhones} onAdded={desk.pickUp} />
      </div>
    ) : null}
  </div>
)

import { useCallBacks } from '@/hooks/useCallBacks'
import { CallBackTime } from './CallBackTime'

/** That this person is to be called back: when, by whom, what about. Nothing when they are not. */
export function PlannedCallBack({ phoneNumber }: { phoneNumber: string }) {
  const { data } = useCallBacks(true)
  const callBack = data?.items.find(({ theirNumber }) => theirNumber === phoneNumber)
  if (!callBack) return null
  return (
    <section aria-label="To be called back">
      <h4 className="text-sm font-semibold">To be called back</h4>
      <p className="mt-1 text-sm text-ink-soft">
        {callBack.dueAt === null ? 'As soon as somebody can' : <CallBackTime dueAt={callBack.dueAt} />}
        {callBack.claimedBy && `, by ${callBack.claimedBy.name}`}
      </p>
      {callBack.wish && <p className="mt-0.5 text-sm break-words text-ink-soft">{callBack.wish}</p>}
    </section>
  )
}

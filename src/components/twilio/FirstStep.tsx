import { useNumbers } from '@/hooks/useNumbers'
import { PhoneNumber } from './PhoneNumber'

/** What an empty page says to do first: reach one of our numbers from any phone. */
export function FirstStep({ action }: { action: 'call' | 'text' }) {
  const { data } = useNumbers()
  const number = data?.items[0]?.phoneNumber
  if (!number) return <p>They appear here the moment Twilio reports them.</p>
  return (
    <p>
      Pick up a phone and {action}{' '}
      <strong className="font-medium whitespace-nowrap text-ink">
        <PhoneNumber value={number} />
      </strong>
      . It appears here at once. With the local Twilio, phones to pick up are on its Phones page.
    </p>
  )
}

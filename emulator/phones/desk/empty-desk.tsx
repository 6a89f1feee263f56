import { Smartphone } from 'lucide-react'
import { account } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Problem } from '../parts/problem.tsx'
import { AddHandsetForm } from './add-handset-form.tsx'

interface Props {
  hasPhones: boolean
  onAdded: (phoneNumber: string) => void
}

const suggestion = { phoneNumber: '+14155550123', name: 'Dana Reyes' }

/** The first step, taught where the handsets will be. */
export const EmptyDesk = ({ hasPhones, onAdded }: Props) => {
  const { data, error } = useResource(account)
  const firm = data?.phoneNumbers[0]
  return (
    <section className="m-auto grid w-full max-w-sm gap-4 p-4 text-center" aria-labelledby="empty-desk">
      <Smartphone aria-hidden size={40} strokeWidth={1.25} className="mx-auto text-accent-ink" />
      <h2 id="empty-desk" className="text-xl font-semibold">
        Pick up a handset
      </h2>
      <p className="text-muted">
        {hasPhones ? 'Choose one from the list, or add another' : 'Add one'}, then text or call{' '}
        <strong className="font-medium whitespace-nowrap text-ink">
          {firm === undefined ? 'the firm' : formatPhoneNumber(firm)}
        </strong>
        . The application answers here, as it would on a real phone.
      </p>
      <Problem sentence={error} />
      <AddHandsetForm {...(hasPhones ? {} : { suggestion })} onAdded={onAdded} />
      <p className="text-xs text-muted">
        No answer? Webhooks, above, shows what the application was asked and what it said. A number without a webhook
        URL asks nobody.
      </p>
    </section>
  )
}

import { useState, type FormEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useAvailableNumbers, useNumberChanges } from '@/hooks/useNumbers'
import { numberTypes, type AvailableNumber, type AvailableNumbersQuery } from '@/shared/schemas/number'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { textOf } from '../../text-of'

const typeWords = { local: 'Local', mobile: 'Mobile', tollFree: 'Toll-free' } as const

/** Looks for a number that Twilio sells, and buys it. */
export function GetNumberDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState<Partial<AvailableNumbersQuery> | null>(null)
  const [chosen, setChosen] = useState<AvailableNumber | null>(null)
  const { data, error, isFetching } = useAvailableNumbers(query)
  const { buy } = useNumberChanges()
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const areaCode = Number(textOf(form, 'areaCode'))
    const contains = textOf(form, 'contains').trim()
    const type = numberTypes.find((one) => one === textOf(form, 'type')) ?? 'local'
    setQuery({
      country: textOf(form, 'country').trim().toUpperCase(),
      type,
      ...(areaCode > 0 && { areaCode }),
      ...(contains !== '' && { contains }),
    })
  }
  const purchase = (offer: AvailableNumber) =>
    buy.mutate(offer.phoneNumber, {
      onSuccess: () => {
        showToast(`${formatPhoneNumber(offer.phoneNumber)} is yours.`)
        onClose()
      },
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title="Get a number"
      description="From Twilio, for your account."
      className="max-w-xl"
    >
      <form className="grid grid-cols-2 gap-3 sm:grid-cols-4" onSubmit={search}>
        <Field label="Country">
          {(control) => <Input {...control} name="country" defaultValue="US" required maxLength={2} />}
        </Field>
        <Field label="Type">
          {(control) => (
            <Select {...control} name="type">
              {numberTypes.map((type) => (
                <option key={type} value={type}>
                  {typeWords[type]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Area code">
          {(control) => (
            <Input {...control} name="areaCode" inputMode="numeric" pattern="[2-9][0-9]{2}" maxLength={3} />
          )}
        </Field>
        <Field label="Contains">{(control) => <Input {...control} name="contains" maxLength={16} />}</Field>
        <Button type="submit" variant="primary" className="col-span-full justify-self-start" busy={isFetching}>
          Search
        </Button>
      </form>
      {error && <ErrorNotice error={error} what="The numbers on sale could not be read." className="mt-3" />}
      {buy.error && <ErrorNotice error={buy.error} what="The number was not bought." className="mt-3" />}
      {data?.items.length === 0 && <p className="mt-4 text-ink-soft">Twilio has none like that now.</p>}
      {data && data.items.length > 0 && (
        <ul aria-label="Numbers on sale" className="mt-4 divide-y rounded-md border">
          {data.items.map((offer) => (
            <li key={offer.phoneNumber} className="flex flex-wrap items-center gap-2 px-3 py-2">
              <span className="font-medium tabular">{formatPhoneNumber(offer.phoneNumber)}</span>
              <span className="text-sm text-ink-faint">{offer.place}</span>
              <span className="ml-auto flex items-center gap-2">
                {offer.capabilities.sms && <Badge>Texts</Badge>}
                <span className="text-sm text-ink-soft tabular">{priceOf(offer)}</span>
                <Button size="small" busy={buy.isPending} onClick={() => setChosen(offer)}>
                  Buy
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={`Buy ${formatPhoneNumber(chosen?.phoneNumber ?? '')}?`}
        description={`Twilio charges ${chosen ? priceOf(chosen) : ''}. Its calls and texts come here at once.`}
        action="Buy"
        onConfirm={() => chosen && purchase(chosen)}
      />
    </Dialog>
  )
}

function priceOf({ monthlyPrice, currency }: AvailableNumber) {
  if (monthlyPrice === null || currency === null) return 'its usual price'
  return `${new Intl.NumberFormat('en', { style: 'currency', currency }).format(monthlyPrice)} a month`
}

import { formatPhoneNumber } from '../../format/format-phone-number'
import { ConsultationButtons } from './ConsultationButtons'

type ConsultationBannerProps = { callSid: string; consulting: string; who: string | null }

/** While our person talks with a third, or that one is rung: hand over, or take the other party back. */
export function ConsultationBanner({ callSid, consulting, who }: ConsultationBannerProps) {
  const third = formatPhoneNumber(consulting)
  return (
    <section
      aria-label="Transfer"
      className="order-first flex w-full flex-wrap items-center gap-2 rounded-lg bg-info-soft p-3"
    >
      <output className="mr-auto">
        You ask <strong className="font-medium">{third}</strong>: they ring, then you talk. {who ?? 'The other party'}{' '}
        hears music.
      </output>
      <ConsultationButtons callSid={callSid} />
    </section>
  )
}

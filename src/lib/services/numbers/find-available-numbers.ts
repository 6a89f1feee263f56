import type { CoreContext } from '@/lib/context'
import type { AvailableNumber, AvailableNumbersQuery } from '@/shared/schemas/number'

const most = 30
/** How Twilio's price list names the types. */
const priceNames = { local: 'local', mobile: 'mobile', tollFree: 'toll free' } as const

/** Numbers that Twilio sells now, with what they cost a month. */
export async function findAvailableNumbers(
  ctx: Pick<CoreContext, 'twilio' | 'log'>,
  { areaCode, contains, ...query }: AvailableNumbersQuery,
): Promise<{ items: AvailableNumber[] }> {
  const wanted = {
    ...query,
    limit: most,
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(contains === undefined ? {} : { contains }),
  }
  const [found, prices] = await Promise.all([
    ctx.twilio.findAvailableNumbers(wanted),
    ctx.twilio.fetchNumberPrices(query.country).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'the prices of numbers could not be read')
      return null
    }),
  ])
  return {
    items: found.map(({ phoneNumber, place, ...capabilities }) => ({
      phoneNumber,
      place,
      capabilities,
      monthlyPrice: prices?.prices[priceNames[query.type]] ?? null,
      currency: prices?.currency ?? null,
    })),
  }
}

import type { Twilio } from 'twilio'
import { z } from 'zod'
import type { NumberSettings, TwilioNumber, TwilioPort } from './port'
import { unlessAbsent } from './unless-absent'

type Ask = <Result>(work: (sdk: Twilio) => Promise<Result>) => Promise<Result>
type NumberVerbs = Pick<
  TwilioPort,
  | 'listNumbers'
  | 'listTextServices'
  | 'configureNumber'
  | 'findAvailableNumbers'
  | 'fetchNumberPrices'
  | 'buyNumber'
  | 'releaseNumber'
>

const Prices = z.array(z.looseObject({ numberType: z.string(), currentPrice: z.coerce.number() }))

/** What the port does with numbers. */
export function numberPort(ask: Ask): NumberVerbs {
  return {
    listNumbers: () =>
      ask(async (sdk) => {
        const numbers = await sdk.incomingPhoneNumbers.list({ limit: 1_000, pageSize: 1_000 })
        return numbers.map((number) => toTwilioNumber(number))
      }),
    listTextServices: () =>
      ask(async (sdk) => {
        const services = await sdk.messaging.v1.services.list({ limit: 1_000 })
        const taking = services.filter(({ useInboundWebhookOnNumber }) => !useInboundWebhookOnNumber)
        return Promise.all(
          taking.map(async ({ sid, inboundRequestUrl, inboundMethod }) => {
            const numbers = await sdk.messaging.v1.services(sid).phoneNumbers.list({ limit: 1_000 })
            const phoneNumberSids = numbers.map((number) => number.sid)
            return { serviceSid: sid, url: inboundRequestUrl ?? '', method: inboundMethod ?? '', phoneNumberSids }
          }),
        )
      }),
    configureNumber: (phoneNumberSid, settings) =>
      ask(async (sdk) => toTwilioNumber(await sdk.incomingPhoneNumbers(phoneNumberSid).update(settings))),
    findAvailableNumbers: ({ country, type, ...query }) =>
      ask(async (sdk) => {
        const sold = sdk.availablePhoneNumbers(country)
        const found = await {
          local: () => sold.local.list(query),
          mobile: () => sold.mobile.list(query),
          tollFree: () => sold.tollFree.list(query),
        }[type]()
        return found.map((number) => ({
          phoneNumber: number.phoneNumber,
          place: [number.locality, number.region].filter(Boolean).join(', ') || null,
          voice: number.capabilities.voice,
          sms: number.capabilities.sms,
          mms: number.capabilities.mms,
        }))
      }),
    fetchNumberPrices: (country) =>
      ask(async (sdk) => {
        const { priceUnit, phoneNumberPrices } = await sdk.pricing.v1.phoneNumbers.countries(country).fetch()
        const prices = Prices.safeParse(phoneNumberPrices)
        if (!prices.success) return null
        return {
          currency: priceUnit,
          prices: Object.fromEntries(prices.data.map((price) => [price.numberType, price.currentPrice])),
        }
      }),
    buyNumber: (phoneNumber, settings) =>
      ask(async (sdk) => toTwilioNumber(await sdk.incomingPhoneNumbers.create({ phoneNumber, ...settings }))),
    releaseNumber: (phoneNumberSid) => ask((sdk) => unlessAbsent(sdk.incomingPhoneNumbers(phoneNumberSid).remove())),
  }
}

type SdkNumber = Awaited<ReturnType<Twilio['incomingPhoneNumbers']['list']>>[number]

function toTwilioNumber(number: SdkNumber): TwilioNumber {
  return {
    phoneNumberSid: number.sid,
    phoneNumber: number.phoneNumber,
    friendlyName: number.friendlyName,
    voice: number.capabilities.voice,
    sms: number.capabilities.sms,
    mms: number.capabilities.mms,
    settings: settingsOf(number),
  }
}

/** Twilio says null or '' where nothing stands. */
function settingsOf(number: SdkNumber): NumberSettings {
  return {
    voiceUrl: word(number.voiceUrl),
    voiceMethod: word(number.voiceMethod),
    voiceFallbackUrl: word(number.voiceFallbackUrl),
    voiceFallbackMethod: word(number.voiceFallbackMethod),
    statusCallback: word(number.statusCallback),
    statusCallbackMethod: word(number.statusCallbackMethod),
    smsUrl: word(number.smsUrl),
    smsMethod: word(number.smsMethod),
    smsFallbackUrl: word(number.smsFallbackUrl),
    smsFallbackMethod: word(number.smsFallbackMethod),
    voiceApplicationSid: word(number.voiceApplicationSid),
    smsApplicationSid: word(number.smsApplicationSid),
    trunkSid: word(number.trunkSid),
  }
}

function word(value: string | null | undefined) {
  return value ?? ''
}

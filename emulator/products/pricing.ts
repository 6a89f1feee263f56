import { countryOf, parseNumber } from '../account/phone-number-format.ts'
import { countries } from '../registry/free-numbers.ts'
import { metaPageOf } from '../rest/paging.ts'
import { notFound } from '../rest/rest-error.ts'
import type { RestRequest, Route } from '../rest/route.ts'
import { prices } from '../usage/prices.ts'

type Details = (version: 'v1' | 'v2') => Record<string, unknown>

function price(value: number, type?: string): Record<string, unknown> {
  const both = { base_price: value.toFixed(4), current_price: value.toFixed(4) }
  return type === undefined ? both : { number_type: type, ...both }
}

const inboundCalls = [
  price(prices.callInboundLocalMinute, 'local'),
  price(prices.callInboundTollFreeMinute, 'toll free'),
]

const messaging: Details = () => ({
  inbound_sms_prices: ['local', 'mobile', 'shortcode', 'toll-free'].map((type) => price(prices.smsSegment, type)),
  outbound_sms_prices: [{ carrier: 'Other', mcc: '310', mnc: '000', prices: [price(prices.smsSegment, 'local')] }],
})

const numbers: Details = () => ({
  phone_number_prices: [price(prices.numberLocalMonth, 'local'), price(prices.numberTollFreeMonth, 'toll free')],
})

const voice: Details = (version) => ({
  inbound_call_prices: inboundCalls,
  outbound_prefix_prices: [
    {
      friendly_name: 'Programmable Outbound Minute',
      ...(version === 'v1' ? { prefixes: ['1'] } : { destination_prefixes: ['1'], origination_prefixes: ['ALL'] }),
      ...price(prices.callOutboundMinute),
    },
  ],
})

function countryRoutes(version: 'v1' | 'v2', product: string, details: Details): Route[] {
  const root = `/pricing/${version}/${product}/Countries`
  const head = ({ world }: RestRequest, code: string) => ({
    country: countries[code]?.name ?? '',
    iso_country: code,
    url: `${world.baseUrl()}${root}/${code}`,
  })
  return [
    {
      method: 'GET',
      pattern: root,
      handle: (request) => {
        const rows = Object.keys(countries).map((sid) => ({ sid }))
        return metaPageOf(request, 'countries', rows, ({ sid }) => head(request, sid))
      },
    },
    {
      method: 'GET',
      pattern: `${root}/:country`,
      handle: (request) => {
        const code = request.params['country'] ?? ''
        if (countries[code] === undefined) throw notFound(request.path)
        return { status: 200, json: { ...head(request, code), ...details(version), price_unit: 'USD' } }
      },
    },
  ]
}

const oldNumberRoute: Route = {
  method: 'GET',
  pattern: '/pricing/v1/Voice/Numbers/:number',
  handle: ({ world, params, path }) => {
    const number = parseNumber(params['number'] ?? '')
    if (number === null) throw notFound(path)
    const code = countryOf(number)
    return {
      status: 200,
      json: {
        number,
        country: countries[code]?.name ?? code,
        iso_country: code,
        outbound_call_price: price(prices.callOutboundMinute),
        inbound_call_price: price(prices.callInboundLocalMinute, 'local'),
        price_unit: 'USD',
        url: `${world.baseUrl()}/pricing/v1/Voice/Numbers/${number}`,
      },
    }
  },
}

const numberRoute: Route = {
  method: 'GET',
  pattern: '/pricing/v2/Voice/Numbers/:number',
  handle: ({ world, params, query, path }) => {
    const number = parseNumber(params['number'] ?? '')
    if (number === null) throw notFound(path)
    const code = countryOf(number)
    return {
      status: 200,
      json: {
        destination_number: number,
        origination_number: query.get('OriginationNumber'),
        country: countries[code]?.name ?? code,
        iso_country: code,
        outbound_call_prices: [{ origination_prefixes: ['ALL'], ...price(prices.callOutboundMinute) }],
        inbound_call_price: price(prices.callInboundLocalMinute, 'local'),
        price_unit: 'USD',
        url: `${world.baseUrl()}/pricing/v2/Voice/Numbers/${number}`,
      },
    }
  },
}

/** https://www.twilio.com/docs/usage/api/pricing: the prices that the emulator itself charges. */
export const pricingRoutes: Route[] = [
  ...countryRoutes('v1', 'Messaging', messaging),
  ...countryRoutes('v1', 'PhoneNumbers', numbers),
  ...countryRoutes('v1', 'Voice', voice),
  ...countryRoutes('v2', 'Voice', voice),
  oldNumberRoute,
  numberRoute,
]

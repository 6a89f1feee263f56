import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

describe('Lookup', () => {
  const stage = useStage()
  const look = (number: string, options: object = {}) => stage().client.lookups.v2.phoneNumbers(number).fetch(options)

  it('formats a number and asks nothing more', async () => {
    expect(await look(ann)).toMatchObject({
      phoneNumber: ann,
      nationalFormat: '(415) 555-0111',
      countryCode: 'US',
      callingCountryCode: '1',
      valid: true,
      validationErrors: [],
      callerName: null,
      lineTypeIntelligence: null,
    })
  })

  it.each([
    ['in national form', '(415) 555-0111', {}, ann],
    ['of another country', '020 7946 0100', { countryCode: 'GB' }, '+442079460100'],
  ])('reads a number %s', async (_name, number, options, e164) => {
    expect((await look(number, options)).phoneNumber).toBe(e164)
  })

  it.each([
    ['+1415', 'TOO_SHORT'],
    ['+1415555011122', 'TOO_LONG'],
    ['banana', 'NOT_A_NUMBER'],
    ['+15555550100', 'INVALID_BUT_POSSIBLE'],
    ['+999123456789', 'INVALID_COUNTRY_CODE'],
  ])('answers 200 for %s and says %s', async (number, error) => {
    expect(await look(number)).toMatchObject({ valid: false, validationErrors: [error], countryCode: null })
  })

  it.each([
    [ann, 'mobile'],
    [own, 'nonFixedVoip'],
    ['+18005550111', 'tollFree'],
    ['+442079460100', 'landline'],
  ])('knows the line of %s: %s', async (number, type) => {
    const { lineTypeIntelligence } = await look(number, { fields: 'line_type_intelligence' })
    expect(lineTypeIntelligence).toMatchObject({ type, errorCode: null })
  })

  it('believes what the phone is set to', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, lineType: 'landline' })
    const { lineTypeIntelligence } = await look(ann, { fields: 'line_type_intelligence' })
    expect(lineTypeIntelligence).toMatchObject({ type: 'landline' })
  })

  it('knows the name of a phone', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, name: 'ANN EXAMPLE' })
    const { callerName } = await look(ann, { fields: 'caller_name,line_type_intelligence' })
    expect(callerName).toMatchObject({ callerName: 'ANN EXAMPLE', callerType: 'CONSUMER', errorCode: null })
  })

  it('has no names abroad, and says so within the package', async () => {
    const { callerName } = await look('+442079460100', { fields: 'caller_name' })
    expect(callerName).toMatchObject({ callerName: null, errorCode: 60600 })
  })

  it('says of packages it does not have that they are not enabled', async () => {
    const { simSwap } = await look(ann, { fields: 'sim_swap' })
    expect(simSwap).toMatchObject({ errorCode: 60606 })
  })

  it('is open to the test credentials', async () => {
    const { accountSid, authToken } = stage().emulator.testCredentials
    const client = stage().clientFor(accountSid, authToken)
    expect((await client.lookups.v2.phoneNumbers(ann).fetch()).valid).toBe(true)
  })
})

describe('Pricing', () => {
  const stage = useStage()

  it('lists countries and tells the prices that the emulator charges', async () => {
    const { pricing } = stage().client
    const countries = await pricing.v1.messaging.countries.list()
    expect(countries.map((each) => each.isoCountry)).toEqual(expect.arrayContaining(['US', 'GB']))
    const us = await pricing.v1.messaging.countries('US').fetch()
    expect(us.outboundSmsPrices[0]!.prices).toMatchObject([{ current_price: '0.0083' }])
    expect((await pricing.v1.phoneNumbers.countries('US').fetch()).phoneNumberPrices).toHaveLength(2)
    expect((await pricing.v2.voice.countries('US').fetch()).inboundCallPrices).toHaveLength(2)
    expect(await pricing.v2.voice.numbers(ann).fetch()).toMatchObject({ destinationNumber: ann, isoCountry: 'US' })
    expect(await pricing.v1.voice.numbers(ann).fetch()).toMatchObject({ number: ann, isoCountry: 'US' })
  })
})

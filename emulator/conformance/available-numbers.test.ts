import { describe, expect, it } from 'vitest'
import { codeOf, own, useStage } from './helpers/stage.ts'

const numbers = (list: { phoneNumber: string }[]) => list.map((each) => each.phoneNumber)

describe('numbers for sale', () => {
  const stage = useStage()
  const us = () => stage().client.availablePhoneNumbers('US')

  it('are sold in some countries, each with its kinds', async () => {
    const countries = await stage().client.availablePhoneNumbers.list()
    expect(countries.map((each) => each.countryCode)).toEqual(['US', 'CA', 'GB', 'DE', 'AU'])
    const { country, subresourceUris } = await us().fetch()
    expect([country, Object.keys(subresourceUris)]).toEqual(['United States', ['local', 'toll_free']])
    expect(await codeOf(stage().client.availablePhoneNumbers('XX').fetch())).toBe(20404)
  })

  it('are the same each time, with their place', async () => {
    const first = await us().local.list({ limit: 5 })
    expect(numbers(await us().local.list({ limit: 5 }))).toEqual(numbers(first))
    expect(first[0]).toMatchObject({
      friendlyName: '(310) 555-0100',
      locality: 'Los Angeles',
      region: 'CA',
      isoCountry: 'US',
      latitude: '33.950000',
      capabilities: { voice: true, sms: true, mms: true },
    })
  })

  it('are never numbers that somebody has', async () => {
    expect(numbers(await us().local.list({ areaCode: 415 }))).not.toContain(own)
  })

  it.each([
    ['an area code', { areaCode: 617 }, /^\+1617/],
    ['a state', { inRegion: 'NY' }, /^\+1212/],
    ['a city', { inLocality: 'Seattle' }, /^\+1206/],
    ['a postal code', { inPostalCode: '60601' }, /^\+1312/],
    ['digits', { contains: '5550123' }, /5550123$/],
    ['letters', { contains: '415JJJ' }, /^\+1415555/],
    ['a pattern', { contains: '512*5501' }, /^\+1512\d5501/],
    ['a number near them', { nearNumber: '+13055550199' }, /^\+1305/],
  ])('are found by %s', async (_name, filter, pattern) => {
    const found = numbers(await us().local.list(filter))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((number) => !pattern.test(number))).toEqual([])
  })

  it('come as many as asked for', async () => {
    expect(await us().local.list({ pageSize: 7 })).toHaveLength(7)
    expect(await us().local.list()).toHaveLength(30)
  })

  it('are not found where there are none', async () => {
    expect(await us().local.list({ areaCode: 999 })).toEqual([])
    expect(await us().local.list({ faxEnabled: true })).toEqual([])
    expect(await stage().client.availablePhoneNumbers('GB').local.list({ mmsEnabled: true })).toEqual([])
    expect(await codeOf(us().mobile.list())).toBe(20404)
    expect(await codeOf(us().local.list({ contains: '?' }))).toBe(21404)
  })

  it('are toll-free, mobile and foreign too, and can be bought as such', async () => {
    const [free] = await us().tollFree.list({ limit: 1 })
    const [mobile] = await stage().client.availablePhoneNumbers('GB').mobile.list({ limit: 1 })
    await stage().client.incomingPhoneNumbers.create({ phoneNumber: free!.phoneNumber })
    const bought = await stage().client.incomingPhoneNumbers.create({ phoneNumber: mobile!.phoneNumber })
    expect(bought.type).toBe('mobile')
    expect(numbers(await stage().client.incomingPhoneNumbers.tollFree.list())).toEqual([free!.phoneNumber])
    expect(numbers(await stage().client.incomingPhoneNumbers.mobile.list())).toEqual([mobile!.phoneNumber])
  })

  it('are gone once bought, and back once given back', async () => {
    const [number] = await us().local.list({ areaCode: 305, limit: 1 })
    const { phoneNumber } = number!
    const { sid } = await stage().client.incomingPhoneNumbers.create({ phoneNumber })
    expect(await codeOf(stage().client.incomingPhoneNumbers.create({ phoneNumber }))).toBe(21422)
    expect(numbers(await us().local.list({ areaCode: 305 }))).not.toContain(phoneNumber)
    await stage().client.incomingPhoneNumbers(sid).remove()
    expect(numbers(await us().local.list({ areaCode: 305 }))).toContain(phoneNumber)
  })

  it('run out in an area code', async () => {
    expect(await codeOf(stage().client.incomingPhoneNumbers.create({ areaCode: '999' }))).toBe(21452)
  })
})

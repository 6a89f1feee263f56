import { describe, expect, it } from 'vitest'
import { ann, bob, own, useStage } from './helpers/stage.ts'

const day = 24 * 3_600_000

describe('usage', () => {
  const stage = useStage()
  const records = () => stage().client.usage.records
  const one = async (category: string, filter: object = {}) => {
    const [record] = await records().list({ category, ...filter } as never)
    return record!
  }
  const text = async (input: object = {}) => {
    const { sid } = await stage().client.messages.create({ from: own, to: ann, body: 'Hello', ...input })
    await stage().advance(2000)
    return sid
  }
  const call = async (seconds: number) => {
    await stage().control('POST', '/phones', { phoneNumber: bob, onCall: 'answer' })
    const { sid } = await stage().client.calls.create({
      from: own,
      to: bob,
      twiml: `<Response><Pause length="${seconds}"/></Response>`,
    })
    await stage().advance((seconds + 5) * 1000)
    return sid
  }

  it('is nothing at first, in every category', async () => {
    const list = await records().list()
    expect(list.map((each) => each.category)).toEqual(expect.arrayContaining(['totalprice', 'calls', 'sms', 'mms']))
    expect(list.every((each) => Number(each.usage) === 0)).toBe(true)
  })

  it('counts texts and their segments, each way', async () => {
    await text({ body: 'x'.repeat(161) })
    await stage().text(ann, 'Hi')
    expect(await one('sms-outbound-longcode')).toMatchObject({
      count: '1',
      usage: '2',
      countUnit: 'messages',
      usageUnit: 'segments',
      price: '0.01660',
    })
    expect(await one('sms-inbound-longcode')).toMatchObject({ count: '1', usage: '1', price: '0.00830' })
    expect(await one('sms')).toMatchObject({ count: '2', usage: '3', price: '0.02490', description: 'SMS' })
  })

  it('counts media messages apart', async () => {
    await text({ mediaUrl: ['https://example.com/a.png'] })
    expect(await one('mms-outbound')).toMatchObject({ count: '1', price: '0.02200' })
    expect((await one('sms')).count).toBe('0')
  })

  it('counts a fee for texts that Twilio gives up', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, errorCode: 30001 })
    await text()
    expect(await one('failed-message-processing-fee')).toMatchObject({ count: '1', price: '0.00100' })
  })

  it('counts calls by started minutes', async () => {
    await call(61)
    await call(5)
    expect(await one('calls-outbound')).toMatchObject({
      count: '2',
      usage: '3',
      usageUnit: 'minutes',
      price: '0.04200',
    })
    expect((await one('calls')).count).toBe('2')
  })

  it('does not count calls that nobody answered', async () => {
    await stage().client.calls.create({ from: own, to: ann, twiml: '<Response/>', timeout: 5 })
    await stage().advance(10_000)
    expect((await one('calls')).count).toBe('0')
  })

  it('counts bought numbers and lookups', async () => {
    const bought = await stage().client.incomingPhoneNumbers.create({ phoneNumber: '+13105550100' })
    await stage().client.incomingPhoneNumbers(bought.sid).remove()
    await stage().client.lookups.v2.phoneNumbers(ann).fetch({ fields: 'line_type_intelligence' })
    expect(await one('phonenumbers-local')).toMatchObject({ count: '1', price: '1.15000' })
    expect(await one('carrier-lookups')).toMatchObject({ count: '1', price: '0.00800' })
    expect((await one('totalprice')).price).toBe('1.15800')
  })

  it('remembers what was deleted', async () => {
    await stage()
      .client.messages(await text())
      .remove()
    await stage()
      .client.calls(await call(5))
      .remove()
    expect((await one('sms-outbound')).count).toBe('1')
    expect((await one('calls-outbound')).count).toBe('1')
  })

  it('falls into the day it happened on', async () => {
    await text()
    await stage().advance(day)
    await text()
    await text()
    const daily = await records().daily.list({ category: 'sms' })
    expect(daily.map((each) => [each.count, each.startDate.toISOString().slice(0, 10)])).toEqual([
      ['2', '2026-03-03'],
      ['1', '2026-03-02'],
    ])
    expect((await records().today.list({ category: 'sms' }))[0]!.count).toBe('2')
    expect((await records().yesterday.list({ category: 'sms' }))[0]!.count).toBe('1')
    expect((await records().allTime.list({ category: 'sms' }))[0]!.count).toBe('3')
  })

  it('falls into its month and year', async () => {
    await text()
    await stage().advance(31 * day)
    await text()
    const monthly = await records().monthly.list({ category: 'sms' })
    expect(monthly.map((each) => [each.count, each.endDate.toISOString().slice(0, 10)])).toEqual([
      ['1', '2026-04-02'],
      ['1', '2026-03-31'],
    ])
    expect((await records().lastMonth.list({ category: 'sms' }))[0]).toMatchObject({ count: '1' })
    expect((await records().thisMonth.list({ category: 'sms' }))[0]).toMatchObject({ count: '1' })
    expect((await records().yearly.list({ category: 'sms' })).map((each) => each.count)).toEqual(['2'])
  })

  it('is asked for by dates and by days from now', async () => {
    await text()
    await stage().advance(10 * day)
    const counts = []
    for (const filter of [{ startDate: new Date('2026-03-02') }, { startDate: new Date('2026-03-03') }]) {
      counts.push((await one('sms', filter)).count)
    }
    const { accountSid, authToken, url } = stage().emulator
    const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    for (const offset of ['-5days', '-10days']) {
      const response = await fetch(
        `${url}/2010-04-01/Accounts/${accountSid}/Usage/Records.json?Category=sms&StartDate=${offset}`,
        { headers },
      )
      counts.push((await response.json()).usage_records[0].count)
    }
    expect(counts).toEqual(['1', '0', '0', '1'])
  })

  it('comes page by page', async () => {
    const all = await records().list()
    expect(await records().list({ pageSize: 7 })).toHaveLength(all.length)
  })

  it('lowers the balance', async () => {
    const balance = async () => Number((await stage().client.balance.fetch()).balance)
    expect(await balance()).toBe(100)
    await text()
    expect(await balance()).toBeCloseTo(99.9917, 4)
    await stage().control('PATCH', '/settings', { openingBalance: 5 })
    expect(await balance()).toBeCloseTo(4.9917, 4)
  })
})

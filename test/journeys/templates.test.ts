import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const dana = '+14155553901'

beforeAll(async () => {
  journey = await startJourney({ env: { EVA_FIRM_NAME: 'The Well' } })
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: dana } })
})
afterAll(() => journey.close())

const post = (path: string, body: object) => journey.api(path, { method: 'POST', body })
const bodiesOf = async (phone: string) => (await journey.textsOf(phone)).map(({ body }: { body: string }) => body)

const found = async (q: string) =>
  (await journey.api(`/sms/templates?q=${encodeURIComponent(q)}`)).body.items.map(({ name }: { name: string }) => name)

async function template(name: string, body: string) {
  const made = await post('/sms/templates', { name, body })
  expect(made.status).toBe(201)
  return made.body
}

describe('a template', () => {
  test('names its variables, keeps its versions, and its name is its own', async () => {
    const made = await template(
      'Interview',
      'Hi {{ contact.first_name }}, {{ firm.name }} here: your interview is {{ day }}.',
    )
    expect(made).toMatchObject({ version: 1, variables: ['contact.first_name', 'firm.name', 'day'] })
    expect((await post('/sms/templates', { name: 'INTERVIEW', body: 'x' })).status).toBe(409)
    const changed = await journey.api(`/sms/templates/${made.id}`, {
      method: 'PUT',
      body: { name: 'Interview', body: 'Hi {{ contact.first_name }}, see you {{ day }}.' },
    })
    expect(changed.body).toMatchObject({ version: 2, variables: ['contact.first_name', 'day'] })
    const { items } = (await journey.api(`/sms/templates/${made.id}/versions`)).body
    expect(items.map(({ version }: { version: number }) => version)).toEqual([2, 1])
  })

  test('that cannot be read is refused in words', async () => {
    const refused = await post('/sms/templates', { name: 'Broken', body: 'Hi {{ name' })
    expect(refused.status).toBe(400)
    expect(refused.body.error.message).toMatch(/cannot be read/)
  })

  test.each([
    ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}', /cannot be filled/],
    ['what lies behind a name', '{{ contact.__proto__.x }}', /cannot be filled/],
    ['a file', '{% include "package.json" %}', /there are no files here/],
  ])('that asks for %s is refused in words, when tried and when kept', async (name, body, words) => {
    const tried = await post('/sms/templates/preview', { body })
    expect(tried).toMatchObject({ status: 400, body: { error: { message: expect.stringMatching(words) } } })
    expect(await post('/sms/templates', { name, body })).toMatchObject({ status: 400 })
  })

  test('stops a text that lacks a variable, by its name; nothing goes out and nothing is written down', async () => {
    const { id } = await template('Reminder', 'Hi {{ contact.first_name }}, tomorrow {{ time }}.')
    const refused = await post('/messages', { to: dana, templateId: id, variables: { time: ' ' } })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toMatchObject({
      message: 'The template “Reminder” lacks contact.first_name, time. Nothing was sent.',
      details: { missing: ['contact.first_name', 'time'] },
    })
    expect(await bodiesOf(dana)).toEqual([])
    expect(await journey.rows('select from twilio_messages where to_number = $1', [dana])).toEqual([])
  })

  test('is previewed and sent with the real contact', async () => {
    expect(
      (
        await post('/contacts', {
          phoneNumber: dana,
          name: 'Smith, Dana',
          tags: ['nurse'],
          addressRegion: 'NY',
          addressCountry: 'us',
        })
      ).body,
    ).toMatchObject({ tags: ['nurse'], addressCountry: 'US' })
    const { id } = await template('Greeting', 'Hi {{ contact.first_name }}, {{ firm.name }} is hiring.')
    expect((await post(`/sms/templates/${id}/preview`, { to: dana })).body).toEqual({
      body: 'Hi Dana, The Well is hiring.',
      missing: [],
      segments: 1,
    })
    expect((await post(`/sms/templates/${id}/preview`, { to: dana, body: '{{ user.name }}!' })).body).toMatchObject({
      body: '[user.name]!',
      missing: ['user.name'],
    })
    const sent = await post('/messages', { to: dana, templateId: id })
    expect(sent.status).toBe(201)
    expect(sent.body.body).toBe('Hi Dana, The Well is hiring.')
    await journey.advance(2_000)
    expect(await bodiesOf(dana)).toEqual(['Hi Dana, The Well is hiring.'])
  })

  test('is found by its name or words, and tried before it is one', async () => {
    await template('Parking', 'Level 2 at 100% of the garage, _left_ door.')
    expect(await found('parking')).toEqual(['Parking'])
    expect(await found('100% of')).toEqual(['Parking'])
    expect(await found('_left_ door')).toEqual(['Parking'])
    expect(await found('1000')).toEqual([])
    const tried = await post('/sms/templates/preview', {
      body: '<b>{{ x }}</b> {{ firm.name }}',
      variables: { x: '=1' },
    })
    expect(tried.body).toEqual({ body: '<b>=1</b> The Well', missing: [], segments: 1 })
    expect((await post('/sms/templates/preview', { body: 'Hi {{ name' })).status).toBe(400)
  })

  test('is not mixed with words, and once put away not sent', async () => {
    const { id } = await template('Old', 'Old words')
    expect((await post('/messages', { to: dana, templateId: id, body: 'x' })).status).toBe(400)
    expect((await journey.api(`/sms/templates/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await post('/messages', { to: dana, templateId: id })).status).toBe(404)
  })
})

test('contacts are listed by tag', async () => {
  const { items } = (await journey.api('/contacts?tag=nurse')).body
  expect(items.map(({ phoneNumber }: { phoneNumber: string }) => phoneNumber)).toEqual([dana])
  expect((await journey.api('/contacts/tags')).body.items).toEqual([{ tag: 'nurse', contacts: 1 }])
})

const csv = (path: string, body: string) =>
  journey.api(path, { method: 'POST', body, headers: { 'Content-Type': 'text/csv' } })

describe('a CSV file', () => {
  test('of people adds them, brings them up to date, and names each row that cannot be taken', async () => {
    const file = [
      'First Name,Last Name,Mobile Phone,State,Tags,Shoe size',
      'Ana,Lopez,(415) 555-2671,CA,nurse;night,38',
      'Bo,Chen,415-555-2671,CA,,40',
      'No,Number,,,,',
      'Bad,Number,12,,,',
      ',,415 555 2672,,,',
      '=HYPERLINK("x"),<script>,415 555 2673,NY,,',
    ].join('\r\n')
    const first = await csv('/contacts/import', file)
    expect(first.body).toEqual({
      created: 2,
      updated: 0,
      rejected: [
        {
          line: 3,
          reason: '+14155552671 stands in this file already.',
          cells: ['Bo', 'Chen', '415-555-2671', 'CA', '', '40'],
        },
        { line: 4, reason: 'There is no phone number.', cells: ['No', 'Number', '', '', '', ''] },
        { line: 5, reason: '“12” is a number that nobody can have.', cells: ['Bad', 'Number', '12', '', '', ''] },
        { line: 6, reason: 'Give the contact a name.', cells: ['', '', '415 555 2672', '', '', ''] },
      ],
      columns: ['First Name', 'Last Name', 'Mobile Phone', 'State', 'Tags', 'Shoe size'],
      ignoredColumns: ['Shoe size'],
    })
    const again = await csv('/contacts/import', 'name;phone;tags\nAna Maria Lopez;+1 415 555 2671;day')
    expect(again.body).toMatchObject({ created: 0, updated: 1, rejected: [] })
    const { items } = (await journey.api('/contacts?phoneNumber=%2B14155552671')).body
    expect(items[0]).toMatchObject({ name: 'Ana Maria Lopez', addressRegion: 'CA', tags: ['day', 'night', 'nurse'] })
  })

  test('without a phone column, or that is none, is refused in words', async () => {
    expect((await csv('/contacts/import', 'a,b\n1,2')).body.error.message).toMatch(/“phone”/)
    expect((await csv('/contacts/import', 'phone\n"x')).status).toBe(400)
    expect((await journey.api('/contacts/import', { method: 'POST', body: {} })).status).toBe(400)
  })

  test('of opt-outs is appended once, holds for texts, and is exported harmlessly', async () => {
    const file = 'phone,words\n(415) 555-2674,"=HYPERLINK(""x"")"\n415 555 2675,\nnobody,'
    expect((await csv('/sms/opt-outs/import', file)).body).toEqual({
      recorded: 2,
      alreadyOptedOut: 0,
      rejected: [{ line: 4, reason: '“nobody” is not a phone number.', cells: ['nobody', ''] }],
      columns: ['phone', 'words'],
    })
    expect((await csv('/sms/opt-outs/import', file)).body).toMatchObject({ recorded: 0, alreadyOptedOut: 2 })
    expect((await post('/messages', { to: '+14155552675', body: 'Hi' })).status).toBe(422)
    const exported = await journey.api('/sms/opt-outs/export?phoneNumber=%2B14155552674')
    expect(exported.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(exported.text).toContain(`+14155552674,opted_out,`)
    expect(exported.text).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

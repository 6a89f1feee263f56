import { expect } from 'vitest'

type Stage = {
  /** Asks the emulator's control. */
  control: (path: string, init?: { method?: string; body?: unknown }) => Promise<any> // oxlint-disable-line typescript/no-explicit-any -- what a test reads it compares
  /** Asks the app. */
  api: (path: string, init?: { method?: string; body?: unknown }) => Promise<{ status: number; body: any }> // oxlint-disable-line typescript/no-explicit-any -- see above
  advance: (milliseconds: number) => Promise<unknown>
  ourNumber: string
}

const patience = { timeout: 15_000 }

/**
 * What people do on the emulator's phones and what is seen of it, for tests in which callers reach `desk` and talk. New phones have numbers from
 * `firstPhone` on; `eachSecond` is done whenever a second has passed.
 */
export function onThePhones(
  stage: Stage,
  { desk, firstPhone, eachSecond }: { desk: string; firstPhone: number; eachSecond?: () => Promise<unknown> },
) {
  let people = 0
  const addPhone = (phoneNumber: string) => stage.control('/phones', { method: 'POST', body: { phoneNumber } })
  const act = (callSid: string, action: string, body: object = {}) =>
    stage.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
  const look = (callSid: string) => stage.control(`/calls/${callSid}`)
  const legsOf = (phone: string) => stage.control(`/phones/${encodeURIComponent(phone)}/calls`)
  const newestLeg = async (phone: string) => (await legsOf(phone))[0]
  const heardOn = async (callSid: string): Promise<string> =>
    (await look(callSid)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
  const change = (callSid: string, body: object) => stage.api(`/calls/${callSid}`, { method: 'PATCH', body })
  const isLeg = (callSid: string, part: object) =>
    eventually(async () => expect(await look(callSid)).toMatchObject(part))
  const until = (callSid: string, waitingFor: string) => isLeg(callSid, { waitingFor })
  const shows = (callSid: string, part: object) =>
    eventually(async () => expect((await stage.api(`/calls/${callSid}`)).body).toMatchObject(part))

  /** Real work in between (jobs, callbacks) takes real time, what people do takes the emulator's. */
  async function eventually(check: () => Promise<unknown>) {
    await expect
      .poll(async () => {
        await stage.advance(1_000)
        await eachSecond?.()
        return check().then(
          () => true,
          (error: unknown) => String(error),
        )
      }, patience)
      .toBe(true)
  }

  async function newPhone() {
    people += 1
    const phoneNumber = `+1212555${String(firstPhone + people)}`
    await addPhone(phoneNumber)
    return phoneNumber
  }

  /** Answers and presses 1. */
  async function pickUp(phone: string): Promise<string> {
    await eventually(async () => expect(await newestLeg(phone)).toMatchObject({ status: 'ringing' }))
    const { callSid } = await newestLeg(phone)
    await act(callSid, 'answer')
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '1' })
    return callSid
  }

  /** A caller who talks with the desk. */
  async function talking() {
    const caller = await newPhone()
    const { callSid } = await stage.control(`/phones/${encodeURIComponent(caller)}/calls`, {
      method: 'POST',
      body: { to: stage.ourNumber },
    })
    const deskSid = await pickUp(desk)
    await shows(callSid, { status: 'in-progress' })
    await shows(deskSid, { status: 'in-progress' })
    return { caller, callSid: String(callSid), deskSid }
  }

  async function hangUpAll(...legs: string[]) {
    // Who is hung up on meanwhile need not hang up.
    for (const leg of legs) await act(leg, 'hangup').catch(() => undefined)
    for (const leg of legs) await isLeg(leg, { status: 'completed' })
  }

  async function stillTalking(...legs: string[]) {
    for (const leg of legs) expect(await look(leg)).toMatchObject({ status: 'in-progress' })
  }

  return {
    addPhone,
    act,
    look,
    legsOf,
    newestLeg,
    heardOn,
    change,
    isLeg,
    until,
    shows,
    eventually,
    newPhone,
    pickUp,
    talking,
    hangUpAll,
    stillTalking,
  }
}

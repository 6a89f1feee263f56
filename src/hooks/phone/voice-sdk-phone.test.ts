import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi, type Mock } from 'vitest'
import type { BrowserPhone, BrowserPhoneEvents } from './browser-phone'
import { createVoiceSdkPhone, type SdkDevice } from './voice-sdk-phone'

/** What the SDK's Call does, as far as it is used; states as its documentation names them. */
class FakeCall extends EventEmitter {
  status = 'pending'
  sent: string[] = []
  parameters: Record<string, string>
  constructor(parameters: Record<string, string>) {
    super()
    this.parameters = parameters
  }
  accept() {
    this.status = 'open'
    this.emit('accept', this)
  }
  /** No-op unless it rings, as in the SDK. */
  reject() {
    if (this.status !== 'pending') return
    this.sent.push('reject')
    this.close('reject')
  }
  ignore() {
    if (this.status === 'pending') this.status = 'closed'
  }
  disconnect() {
    if (this.status !== 'open') return
    this.sent.push('hangup')
    this.close('disconnect')
  }
  mute(muted: boolean) {
    this.emit('mute', muted, this)
  }
  sendDigits(digits: string) {
    this.sent.push(digits)
  }
  private close(event: string) {
    this.status = 'closed'
    this.emit(event, this)
  }
}

/** What the SDK's Device does: `destroy` rejects what rings, which is what closing a page comes to. */
class FakeDevice extends EventEmitter {
  calls: FakeCall[] = []
  asked: unknown[] = []
  refuses: Error | null = null
  audio = {
    isOutputSelectionSupported: true,
    setInputDevice: async (id: string) => void this.asked.push(['microphone', id]),
    unsetInputDevice: async () => void this.asked.push(['microphone', null]),
    speakerDevices: { set: async (id: string) => void this.asked.push(['speaker', id]) },
  }
  /** Where signalling fails, the SDK tells it as an event and leaves the promise open. */
  async register() {
    if (!this.refuses) return
    this.emit('error', this.refuses)
    await new Promise(() => undefined)
  }
  updateToken(token: string) {
    this.asked.push(['token', token])
  }
  async connect({ params }: { params: Record<string, string> }) {
    if (this.refuses) throw this.refuses
    this.asked.push(params)
    return this.add(new FakeCall({ CallSid: 'CA-out' }))
  }
  destroy() {
    for (const call of this.calls) call.reject()
    for (const call of this.calls) call.disconnect()
  }
  ring() {
    const call = this.add(new FakeCall({ CallSid: 'CA-in', From: '+14155550123' }))
    this.emit('incoming', call)
    return call
  }
  private add(call: FakeCall) {
    this.calls.push(call)
    return call
  }
}

const error = (code: number) => Object.assign(new Error('of the SDK'), { code })

let device: FakeDevice
let events: { [Name in keyof BrowserPhoneEvents]: Mock<BrowserPhoneEvents[Name]> }
let phone: BrowserPhone
beforeEach(() => {
  device = new FakeDevice()
  events = {
    onIncoming: vi.fn<BrowserPhoneEvents['onIncoming']>(),
    onCall: vi.fn<BrowserPhoneEvents['onCall']>(),
    onOver: vi.fn<BrowserPhoneEvents['onOver']>(),
    onMuted: vi.fn<BrowserPhoneEvents['onMuted']>(),
    onInputLevel: vi.fn<BrowserPhoneEvents['onInputLevel']>(),
    onWarning: vi.fn<BrowserPhoneEvents['onWarning']>(),
    onProblem: vi.fn<BrowserPhoneEvents['onProblem']>(),
  }
  phone = createVoiceSdkPhone(events, async () => device as unknown as SdkDevice)
})

describe('the phone on Twilio’s Voice SDK', () => {
  test('rings, answers, mutes, presses keys and hangs up', async () => {
    await phone.register('token')
    const call = device.ring()
    expect(events.onIncoming).toHaveBeenCalledWith({ callSid: 'CA-in', from: '+14155550123' })
    phone.accept()
    expect(events.onCall).toHaveBeenLastCalledWith('open', 'CA-in')
    phone.mute(true)
    expect(events.onMuted).toHaveBeenCalledWith(true)
    phone.sendDigits('1#')
    phone.hangUp()
    expect(call.sent).toEqual(['1#', 'hangup'])
    expect(events.onOver).toHaveBeenCalledOnce()
  })

  test('declines', async () => {
    await phone.register('token')
    const call = device.ring()
    phone.decline()
    expect(call.sent).toEqual(['reject'])
    expect(events.onOver).toHaveBeenCalledOnce()
  })

  test('calls out with the parameters of our application', async () => {
    await phone.register('token')
    await phone.connect({ To: '+14155550123' })
    expect(device.asked).toEqual([{ To: '+14155550123' }])
    expect(events.onCall).toHaveBeenCalledWith('connecting', 'CA-out')
    device.calls[0]?.accept()
    expect(events.onCall).toHaveBeenLastCalledWith('open', 'CA-out')
  })

  test('a page that goes leaves what rings ringing, and ends what runs', async () => {
    await phone.register('token')
    const ringing = device.ring()
    phone.leave()
    expect(ringing.sent).toEqual([])

    device = new FakeDevice()
    await phone.register('token')
    const running = device.ring()
    phone.accept()
    phone.leave()
    expect(running.sent).toEqual(['hangup'])
    expect(events.onOver).not.toHaveBeenCalled()
  })

  test('passes on warnings, their end, the loudness and a connection that is lost and found', async () => {
    await phone.register('token')
    const call = device.ring()
    phone.accept()
    call.emit('warning', 'high-jitter', {})
    call.emit('warning-cleared', 'high-jitter')
    call.emit('volume', 0.4, 0.9)
    call.emit('reconnecting', error(53_405))
    call.emit('reconnected')
    expect(events.onWarning.mock.calls).toEqual([
      ['high-jitter', true],
      ['high-jitter', false],
    ])
    expect(events.onInputLevel).toHaveBeenCalledWith(0.4)
    expect(events.onCall.mock.calls.slice(-2)).toEqual([
      ['reconnecting', 'CA-in'],
      ['open', 'CA-in'],
    ])
  })

  test.each([
    [20_104, 'token-refused'],
    [31_205, 'token-refused'],
    [31_401, 'microphone-refused'],
    [31_402, 'microphone-missing'],
    [53_000, 'unreachable'],
    [31_000, 'unreachable'],
  ])('error %i while it signs in is said as %s', async (code, problem) => {
    device.refuses = error(code)
    await expect(phone.register('token')).rejects.toMatchObject({ problem })
    expect(events.onProblem).not.toHaveBeenCalled()
  })

  test('an error after it signed in is told, unless a call tells it', async () => {
    await phone.register('token')
    device.emit('error', error(20_104))
    expect(events.onProblem).toHaveBeenCalledWith('token-refused')
    device.ring().emit('error', error(31_000))
    device.emit('error', error(31_000))
    expect(events.onProblem.mock.calls).toEqual([['token-refused'], ['call-failed']])
  })

  test('a refused microphone is said when calling', async () => {
    await phone.register('token')
    device.refuses = error(31_401)
    await expect(phone.connect({ To: '+1' })).rejects.toMatchObject({ problem: 'microphone-refused' })
  })

  test('uses the chosen devices, and takes a new token', async () => {
    await phone.register('token')
    await phone.useDevices({ microphoneId: 'mic', speakerId: null })
    await phone.useDevices({ microphoneId: null, speakerId: 'loud' })
    phone.updateToken('next')
    expect(device.asked).toEqual([
      ['microphone', 'mic'],
      ['speaker', 'default'],
      ['microphone', null],
      ['speaker', 'loud'],
      ['token', 'next'],
    ])
  })
})

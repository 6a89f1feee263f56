import type { Call, Device } from '@twilio/voice-sdk'
import { PhoneError, type BrowserPhone, type BrowserPhoneEvents, type PhoneProblem } from './browser-phone'

/** The part of the Voice SDK's Device that is used. */
export type SdkDevice = Pick<Device, 'register' | 'updateToken' | 'connect' | 'destroy' | 'on' | 'audio'>

/** A phone that speaks through Twilio's media servers: https://www.twilio.com/docs/voice/sdks/javascript */
export function createVoiceSdkPhone(
  events: BrowserPhoneEvents,
  createDevice: (token: string) => Promise<SdkDevice>,
): BrowserPhone {
  let device: SdkDevice | null = null
  let current: Call | null = null
  let rings = false

  function follow(call: Call, isRinging: boolean) {
    current = call
    rings = isRinging
    const told = (status: 'connecting' | 'open' | 'reconnecting') => () => {
      if (current !== call) return
      rings = false
      events.onCall(status, call.parameters['CallSid'] ?? null)
    }
    const over = () => {
      if (current !== call) return
      current = null
      events.onOver()
    }
    call.on('ringing', told('connecting'))
    call.on('accept', told('open'))
    call.on('reconnecting', told('reconnecting'))
    call.on('reconnected', told('open'))
    call.on('mute', (muted: boolean) => current === call && events.onMuted(muted))
    call.on('volume', (input: number) => current === call && events.onInputLevel(input))
    call.on('warning', (name: string) => current === call && events.onWarning(name, true))
    call.on('warning-cleared', (name: string) => current === call && events.onWarning(name, false))
    call.on('error', (error: unknown) => current === call && events.onProblem(problemOf(error, 'call-failed')))
    for (const end of ['disconnect', 'cancel', 'reject']) call.on(end, over)
  }

  function open() {
    if (!device) throw new PhoneError('unreachable')
    return device
  }

  return {
    async register(token) {
      device?.destroy()
      const opened = await createDevice(token)
      device = opened
      let isRegistered = false
      const failed = new Promise<never>((_resolve, reject) => {
        opened.on('error', (error: unknown) => {
          if (!isRegistered) reject(new Error('not registered', { cause: error }))
          // An error of a call is told by the call.
          else if (device === opened && current === null) events.onProblem(problemOf(error, 'unreachable'))
        })
      })
      opened.on('incoming', (call: Call) => {
        follow(call, true)
        events.onIncoming({ callSid: call.parameters['CallSid'] ?? '', from: call.parameters['From'] ?? '' })
      })
      try {
        await Promise.race([opened.register(), failed])
        isRegistered = true
      } catch (error) {
        const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
        throw new PhoneError(problemOf(cause, 'unreachable'), { cause })
      }
    },
    updateToken: (token) => device?.updateToken(token),
    async connect(parameters) {
      try {
        follow(await open().connect({ params: parameters }), false)
      } catch (cause) {
        throw new PhoneError(problemOf(cause, 'call-failed'), { cause })
      }
      events.onCall('connecting', current?.parameters['CallSid'] ?? null)
    },
    accept: () => current?.accept(),
    decline: () => current?.reject(),
    hangUp: () => current?.disconnect(),
    mute: (muted) => current?.mute(muted),
    sendDigits: (digits) => current?.sendDigits(digits),
    async useDevices({ microphoneId, speakerId }) {
      const { audio } = open()
      if (!audio) return
      try {
        await (microphoneId === null ? audio.unsetInputDevice() : audio.setInputDevice(microphoneId))
        if (audio.isOutputSelectionSupported) await audio.speakerDevices.set(speakerId ?? 'default')
      } catch (cause) {
        throw new PhoneError(problemOf(cause, 'microphone-missing'), { cause })
      }
    },
    leave() {
      // The SDK rejects what rings when the page goes, everywhere; ignored, it goes on ringing for whoever takes over.
      if (rings) current?.ignore()
      current = null
      device?.destroy()
      device = null
    },
    close() {
      if (rings) current?.ignore()
      current = null
      device?.destroy()
      device = null
    },
  }
}

/** https://www.twilio.com/docs/api/errors: 201xx and 3120x tokens, 3140x the microphone, the rest of 31xxx and 53xxx the connection. */
function problemOf(error: unknown, otherwise: PhoneProblem): PhoneProblem {
  if (error instanceof PhoneError) return error.problem
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : 0
  if (code === 31_401) return 'microphone-refused'
  if (code === 31_402) return 'microphone-missing'
  if ((code >= 20_101 && code < 20_200) || (code >= 31_201 && code <= 31_207)) return 'token-refused'
  return [31_003, 31_005, 31_009, 53_000, 53_405].includes(code) ? 'unreachable' : otherwise
}

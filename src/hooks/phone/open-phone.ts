import { createLocalPhone, type LocalPhoneBrowser } from './local-phone'
import type { BrowserPhone, BrowserPhoneEvents } from './browser-phone'
import { createVoiceSdkPhone, type SdkDevice } from './voice-sdk-phone'

/** The phone that the token is for. Twilio's SDK is fetched when it is the first time needed. */
export function openPhone(endpoint: string | null, events: BrowserPhoneEvents): BrowserPhone {
  return endpoint === null ? createVoiceSdkPhone(events, createDevice) : createLocalPhone(endpoint, events, browser)
}

async function createDevice(token: string): Promise<SdkDevice> {
  const { Device } = await import('@twilio/voice-sdk')
  // Our own ring tells of a call, in one tab and with its own loudness.
  const device = new Device(token, { appName: 'EVA', closeProtection: false, logLevel: 'error' })
  device.audio?.incoming(false)
  return device
}

const browser: LocalPhoneBrowser = {
  fetch: (input, init) => fetch(input, init),
  watch(url, { onChange, onLost }) {
    const source = new EventSource(url)
    source.addEventListener('message', onChange)
    // Opened again after a break: what happened meanwhile is looked at.
    source.addEventListener('open', onChange)
    source.addEventListener('error', () => source.readyState === EventSource.CLOSED && onLost())
    return () => source.close()
  },
  sendLast: (url) => void navigator.sendBeacon(url),
}

import { realTimers } from '@/shared/timers'
import { endPhoneCall, findCallRefusal, getBrowserPhone, getPhoneToken, putBrowserPhone } from '../api/phone'
import { openPhone } from './open-phone'
import { parsePhoneMessage, type PhoneCommand, type PhoneMessage } from './phone-message'
import { startPhoneOwner } from './phone-owner'
import { keepPhoneSettings, readPhoneSettings } from './phone-settings'
import { phoneOff } from './phone-state'
import { joinPhoneTabs, type PhoneTabs, type PhoneTabsBrowser, type PhoneView } from './phone-tabs'

const nobody: PhoneView = { state: phoneOff, settings: { on: false, microphoneId: null, speakerId: null }, owns: false }

let view = nobody
let tabs: PhoneTabs | null = null
const watchers = new Set<() => void>()

function show(next: PhoneView) {
  view = next
  for (const watch of watchers) watch()
}

/** The tab's one view of the person's phone. */
export const phoneStore = {
  watch: (watcher: () => void) => {
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  },
  view: () => view,
  command: (command: PhoneCommand) => tabs?.command(command),
  /** This tab takes its part in the phone until what it returns is called. */
  join(personId: string, locks: LockManager) {
    const joined = joinPhoneTabs(personId, browserOf(locks), show)
    tabs = joined
    return () => {
      joined.close()
      tabs = null
      show(nobody)
    }
  },
}

function browserOf(locks: LockManager): PhoneTabsBrowser {
  return {
    locks,
    openChannel,
    readSettings: () => readPhoneSettings(localStorage),
    keepSettings: (settings) => keepPhoneSettings(localStorage, settings),
    onLeave(run) {
      window.addEventListener('pagehide', run)
      return () => window.removeEventListener('pagehide', run)
    },
    startOwner: (settings, onState) => startPhoneOwner(world, settings, onState),
  }
}

const world = {
  getToken: getPhoneToken,
  getPhone: getBrowserPhone,
  putPhone: putBrowserPhone,
  endCall: endPhoneCall,
  findRefusal: findCallRefusal,
  openPhone,
  timers: realTimers,
  now: Date.now,
}

function openChannel(name: string, onMessage: (message: PhoneMessage) => void) {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = parsePhoneMessage(event.data)
    if (message) onMessage(message)
  })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is same-origin by nature
  return { post: (message: PhoneMessage) => channel.postMessage(message), close: () => channel.close() }
}

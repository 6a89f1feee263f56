import { runForLeader, type LockRequests } from '../sync/leadership'
import type { PhoneCommand, PhoneMessage } from './phone-message'
import type { PhoneOwner } from './phone-owner'
import type { PhoneSettings } from './phone-settings'
import { phoneOff, type PhoneState } from './phone-state'

/** The browser as the tabs of one person's phone need it. */
export type PhoneTabsBrowser = {
  locks: LockRequests
  openChannel(
    name: string,
    onMessage: (message: PhoneMessage) => void,
  ): { post(message: PhoneMessage): void; close(): void }
  readSettings(): PhoneSettings
  keepSettings(settings: PhoneSettings): void
  /** Runs when the page goes. */
  onLeave(run: () => void): () => void
  startOwner(settings: PhoneSettings, onState: (state: PhoneState) => void): PhoneOwner
}

export type PhoneView = {
  state: PhoneState
  settings: PhoneSettings
  /** The phone is in this tab: it rings and has the sound. */
  owns: boolean
}

/** One tab's part in the person's one phone: the first tab owns it, the others show it and steer it; the next takes over when it closes. */
export function joinPhoneTabs(personId: string, browser: PhoneTabsBrowser, onView: (view: PhoneView) => void) {
  const name = `eva-phone ${personId}`
  let owner: PhoneOwner | null = null
  let view: PhoneView = { state: phoneOff, settings: browser.readSettings(), owns: false }

  function show(change: Partial<PhoneView>) {
    view = { ...view, ...change }
    onView(view)
  }

  const channel = browser.openChannel(name, (message) => {
    if (message.kind === 'hello') return owner ? channel.post({ kind: 'state', state: owner.state() }) : undefined
    if (message.kind === 'state') return owner ? undefined : show({ state: message.state })
    if (message.command.do === 'settings') show({ settings: message.command.settings })
    owner?.obey(message.command)
  })

  const leadership = runForLeader({
    locks: browser.locks,
    name,
    onElected() {
      show({ owns: true, settings: browser.readSettings() })
      owner = browser.startOwner(view.settings, (state) => {
        show({ state })
        channel.post({ kind: 'state', state })
      })
    },
    onDeposed() {
      owner?.leave()
      owner = null
      show({ owns: false })
    },
  })
  channel.post({ kind: 'hello' })

  function leave() {
    owner?.leave()
    owner = null
    leadership.stop()
  }
  const stopLeaving = browser.onLeave(leave)
  onView(view)

  return {
    command(command: PhoneCommand) {
      if (command.do === 'settings') {
        browser.keepSettings(command.settings)
        show({ settings: command.settings })
        channel.post({ kind: 'command', command })
        owner?.obey(command)
      } else if (owner) owner.obey(command)
      else channel.post({ kind: 'command', command })
    },
    close() {
      stopLeaving()
      leave()
      channel.close()
    },
  }
}

export type PhoneTabs = ReturnType<typeof joinPhoneTabs>

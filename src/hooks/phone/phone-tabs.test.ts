import { expect, test } from 'vitest'
import { createLocks, settle } from '../../../test/helpers/create-browser-world'
import { parsePhoneMessage, type PhoneCommand, type PhoneMessage } from './phone-message'
import type { PhoneSettings } from './phone-settings'
import { phoneOff, type PhoneState } from './phone-state'
import { joinPhoneTabs, type PhoneView } from './phone-tabs'

const ringing: PhoneState = {
  ...phoneOff,
  line: 'ready',
  call: {
    status: 'incoming',
    direction: 'incoming',
    them: '+14155550123',
    callSid: 'CA1',
    pickup: null,
    muted: false,
    warnings: [],
    openedAt: null,
  },
}

/** One person's browser with tabs: locks, a channel and what it remembers. */
function createBrowser() {
  const locks = createLocks()
  const members = new Set<(message: unknown) => void>()
  const memory = {
    settings: { on: true, microphoneId: null, speakerId: null } satisfies PhoneSettings as PhoneSettings,
  }

  return function openTab() {
    const tab = {
      view: { state: phoneOff, settings: memory.settings, owns: false } satisfies PhoneView as PhoneView,
      obeyed: [] as PhoneCommand[],
      left: 0,
      tell: (_state: PhoneState) => undefined as void,
      leave: () => undefined as void,
      command: (command: PhoneCommand) => tabs.command(command),
    }
    let state = phoneOff
    const tabs = joinPhoneTabs(
      'ada',
      {
        locks,
        openChannel(_name, onMessage) {
          const hear = (message: unknown) => {
            const parsed = parsePhoneMessage(message)
            if (parsed) onMessage(parsed)
          }
          members.add(hear)
          return {
            post(message: PhoneMessage) {
              for (const other of members) if (other !== hear) queueMicrotask(() => other(structuredClone(message)))
            },
            close: () => void members.delete(hear),
          }
        },
        readSettings: () => memory.settings,
        keepSettings: (settings) => {
          memory.settings = settings
        },
        onLeave(run) {
          tab.leave = run
          return () => undefined
        },
        startOwner(_settings, onState) {
          tab.tell = (next) => {
            state = next
            onState(next)
          }
          return {
            state: () => state,
            obey: (command) => void tab.obeyed.push(command),
            leave: () => {
              tab.left += 1
            },
          }
        },
      },
      (view) => {
        tab.view = view
      },
    )
    return tab
  }
}

test('the first tab owns the phone; a later one shows it at once, and steers it', async () => {
  const openTab = createBrowser()
  const first = openTab()
  await settle()
  first.tell(ringing)
  const second = openTab()
  await settle()
  expect([first.view.owns, second.view.owns]).toEqual([true, false])
  expect(second.view.state).toEqual(ringing)
  second.command({ do: 'accept' })
  await settle()
  expect(first.obeyed).toEqual([{ do: 'accept' }])
  expect(second.obeyed).toEqual([])
})

test('when the owner’s page goes, the next tab takes the phone over', async () => {
  const openTab = createBrowser()
  const [first, second, third] = [openTab(), openTab(), openTab()]
  await settle()
  first.leave()
  await settle()
  expect(first.left).toBe(1)
  expect([second.view.owns, third.view.owns]).toEqual([true, false])
  second.tell(ringing)
  await settle()
  expect(third.view.state).toEqual(ringing)
  third.command({ do: 'decline' })
  await settle()
  expect(second.obeyed).toEqual([{ do: 'decline' }])
})

test('what is chosen in any tab is remembered, shown in all, and obeyed by the owner', async () => {
  const openTab = createBrowser()
  const [first, second] = [openTab(), openTab()]
  await settle()
  const settings = { on: true, microphoneId: 'mic', speakerId: null }
  second.command({ do: 'settings', settings })
  await settle()
  expect(first.obeyed).toEqual([{ do: 'settings', settings }])
  expect(first.view.settings).toEqual(settings)
  expect(openTab().view.settings).toEqual(settings)
})

test('what another version of the program says is passed over', () => {
  expect(parsePhoneMessage({ kind: 'state', state: { line: 'dancing' } })).toBeNull()
  expect(parsePhoneMessage('hello')).toBeNull()
  expect(parsePhoneMessage({ kind: 'hello' })).toEqual({ kind: 'hello' })
})

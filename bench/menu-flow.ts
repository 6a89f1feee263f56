import { FlowDefinition } from '@/shared/ivr/definition'

/** A menu as firms have them: words with variables, a key, a split with three branches, a variable, and back. */
export const menuFlow = FlowDefinition.parse({
  initial_state: 'welcome',
  states: [
    {
      name: 'welcome',
      type: 'say-play',
      properties: { say: 'Welcome, {{contact.channel.address}}.' },
      transitions: [{ event: 'audioComplete', next: 'menu' }],
    },
    {
      name: 'menu',
      type: 'gather-input-on-call',
      properties: { say: 'Press one for jobs, two for us, three to leave a message.', number_of_digits: '1' },
      transitions: [
        { event: 'keypress', next: 'which' },
        { event: 'timeout', next: 'menu' },
      ],
    },
    {
      name: 'which',
      type: 'split-based-on',
      properties: { input: '{{widgets.menu.Digits}}' },
      transitions: [
        ...['1', '2', '3'].map((value) => ({
          event: 'match',
          next: 'remember',
          conditions: [{ type: 'equal_to', value, arguments: ['{{widgets.menu.Digits}}'] }],
        })),
        { event: 'noMatch', next: 'menu' },
      ],
    },
    {
      name: 'remember',
      type: 'set-variables',
      properties: { variables: [{ key: 'choice', value: '{{widgets.menu.Digits}}' }] },
      transitions: [{ event: 'next', next: 'say' }],
    },
    {
      name: 'say',
      type: 'say-play',
      properties: { say: 'You chose {{flow.variables.choice}}.' },
      transitions: [{ event: 'audioComplete', next: 'menu' }],
    },
  ],
})

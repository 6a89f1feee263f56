import { Clock, GitFork, Sparkles, UserSearch } from 'lucide-react'
import { person } from './common-fields'
import type { WidgetForm } from './widget-form'

export const decideForms = {
  'split-based-on': {
    icon: GitFork,
    group: 'Decide',
    help: 'Goes on by the first branch whose conditions hold.',
    name: 'split',
    start: { input: '' },
    shows: 'input',
    outputs: [],
    fields: [
      {
        key: 'input',
        kind: 'text',
        label: 'Look at',
        variables: true,
        hint: 'What the conditions of the branches are asked about.',
      },
    ],
  },
  'eva-business-hours': {
    icon: Clock,
    group: 'Decide',
    help: 'Open, closed or a holiday, by the clock of one place.',
    name: 'hours',
    start: {
      time_zone: 'America/New_York',
      hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      holidays: [],
    },
    outputs: [],
    fields: [{ key: 'hours', kind: 'hours', label: 'Opening hours' }],
  },
  'eva-contact-lookup': {
    icon: UserSearch,
    group: 'Decide',
    help: 'Finds who it is among the contacts.',
    name: 'who',
    start: {},
    outputs: ['name', 'first_name', 'external_id'],
    fields: [person],
  },
  'eva-intent': {
    icon: Sparkles,
    group: 'Decide',
    help: 'Goes on by what the words mean.',
    name: 'intent',
    start: { text: '', intents: ['jobs', 'interview'] },
    shows: 'text',
    outputs: ['intent'],
    fields: [
      { key: 'text', kind: 'text', label: 'The words', variables: true },
      { key: 'intents', kind: 'words', label: 'Intents', hint: 'Separated by commas; each is a way out.' },
    ],
  },
} as const satisfies Record<string, WidgetForm>

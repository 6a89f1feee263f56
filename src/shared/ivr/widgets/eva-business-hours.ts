import { z } from 'zod'
import { isTimeZone } from '../../is-time-zone'
import { BusinessHours } from '../../schemas/business-hours'
import { isOpen } from '../../business-hours/is-open'
import { defineWidget } from '../widget'

/** Open, closed or a holiday, by the clock of the zone it names. */
export const evaBusinessHours = defineWidget({
  label: 'Business hours',
  channels: ['call', 'message'],
  properties: BusinessHours.extend({
    time_zone: z.string().refine(isTimeZone, 'Give a time zone such as America/New_York.'),
  }),
  events: () => ['open', 'closed', 'holiday'],
  failure: 'closed',
  enter: (properties, { now }) => ({ event: isOpen(properties, now) }),
})

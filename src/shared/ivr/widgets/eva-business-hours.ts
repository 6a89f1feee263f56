import { ZonedBusinessHours } from '../../schemas/business-hours'
import { isOpen } from '../../business-hours/is-open'
import { defineWidget } from '../widget'

/** Open, closed or a holiday, by the clock of the zone it names. */
export const evaBusinessHours = defineWidget({
  label: 'Business hours',
  channels: ['call', 'message'],
  properties: ZonedBusinessHours,
  events: () => ['open', 'closed', 'holiday'],
  failure: 'closed',
  enter: (properties, { now }) => ({ event: isOpen(properties, now) }),
})

/**
 * Who wants something to go out. By hand or on a person's or program's direct wish: manual, service, retry, scheduled (written by hand,
 * sent later). By itself: keyword, auto_reply, flow,
 * missed_call (to whoever reached nobody), call_retry (a call that reached nobody, placed again), campaign.
 */
export const purposes = [
  'manual',
  'service',
  'retry',
  'scheduled',
  'keyword',
  'auto_reply',
  'flow',
  'missed_call',
  'call_retry',
  'campaign',
] as const
export type Purpose = (typeof purposes)[number]

import type { CoreContext } from '@/lib/context'
import { NumberAnswer } from '@/shared/schemas/number'

type Row = {
  scheduled: number
  talking: number
  retries: number
  callBacks: number
  recordingRules: number
  keywords: string[]
  flows: string[]
  people: string[]
  numbers: string[]
}

/** What would stop working without a number of ours, each in words. Asked for one number and seldom: rules, flows and people are few. */
export async function usesOfNumber(
  ctx: Pick<CoreContext, 'database'>,
  { phoneNumber, answer }: { phoneNumber: string; answer: object },
): Promise<string[]> {
  const { rows } = await ctx.database.pool.query<Row>({
    name: 'uses-of-number',
    // Texts, calls and retries by their indexes on what is open.
    text: `select (select count(*)::int from scheduled_messages where from_number = $1 and status in ('scheduled', 'held')) as scheduled,
                  (select count(*)::int from twilio_call_logs where ended_at is null and $1 in (from_number, to_number)) as talking,
                  (select count(*)::int from call_retries where status in ('planned', 'placing') and from_number = $1) as retries,
                  (select count(*)::int from call_backs where status = 'open' and our_number = $1) as "callBacks",
                  (select count(*)::int
                     from jsonb_array_elements((select rules -> 'rules' from recording_rules order by version desc limit 1)) rule
                    where rule ->> 'ourNumber' = $1) as "recordingRules",
                  array(select name from sms_keywords where our_number = $1 order by name) as keywords,
                  array(select flow.name from ivr_flows flow left join ivr_flow_versions published
                          on published.flow_id = flow.id and published.version = flow.published_version
                         where archived_at is null and strpos(draft::text || coalesce(definition::text, ''), $1) > 0
                         order by flow.name) as flows,
                  array(select name from users where phone_number = $1
                        union select name from host_people where phone_number = $1 order by name) as people,
                  array(select phone_number from twilio_phone_numbers
                         where released_at is null and phone_number <> $1 and strpos(answer::text, $1) > 0 order by phone_number) as numbers`,
    values: [phoneNumber],
  })
  const [row] = rows
  if (!row) throw new Error('nothing was asked')
  const { flowId, textFlowId } = NumberAnswer.pick({ flowId: true, textFlowId: true }).parse(answer)
  return [
    ...(flowId ? ['a flow answers its calls'] : []),
    ...(textFlowId ? ['a flow answers its texts'] : []),
    ...counted(row.scheduled, 'text waits', 'texts wait', 'to be sent from it'),
    ...(row.talking > 0 ? ['somebody is on a call with it'] : []),
    ...counted(row.retries, 'call waits', 'calls wait', 'to be tried again from it'),
    ...counted(row.callBacks, 'caller waits', 'callers wait', 'to be called back from it'),
    ...named(row.keywords, 'keyword rule', 'keyword rules', 'is for it', 'are for it'),
    ...counted(row.recordingRules, 'recording rule is', 'recording rules are', 'for it'),
    ...named(row.flows, 'flow', 'flows', 'names it', 'name it'),
    ...(row.people.length > 0 ? [`it is the own phone of ${row.people.join(', ')}`] : []),
    ...(row.numbers.length > 0 ? [`calls to ${row.numbers.join(', ')} ring it`] : []),
  ]
}

function counted(count: number, one: string, many: string, rest: string) {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${rest}`]
}

function named(names: readonly string[], one: string, many: string, does: string, do_: string) {
  if (names.length === 0) return []
  const list = names.map((name) => `“${name}”`).join(', ')
  return [names.length === 1 ? `the ${one} ${list} ${does}` : `the ${many} ${list} ${do_}`]
}

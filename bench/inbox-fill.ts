import type pg from 'pg'

/** How much the inbox is measured with. */
export const size = { conversations: 100_000, texts: 1_000_000, contacts: 60_000, people: 20, vocabulary: 20_000 }

/** How a team leaves its conversations: most are done, or nobody ever says done. */
export type Habit = 'tidy' | 'untidy'

const textWords = 12

/**
 * An inbox of a firm that has texted for years: every conversation has about ten texts of words that are used as words are (few often, most
 * seldom), three in five persons have a name. Made by the database, from one seed.
 */
export async function fillInbox(client: pg.ClientBase) {
  await client.query('select setseed(0.42)')
  await client.query(
    `insert into users (id, name, email, role, created_at, updated_at)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Recruiter ' || n, 'r' || n || '@firm.example', 'agent',
            '2026-01-01', '2026-01-01' from generate_series(1, $1::int) n`,
    [size.people],
  )
  await client.query(
    `insert into contacts (id, phone_number, name, created_at, updated_at)
     select gen_random_uuid(), '+1415' || lpad((n * 37)::text, 7, '0'),
            (array['Ann','Bea','Carl','Dana','Emil','Fay','Gus','Hana','Ines','Jon'])[1 + n % 10] || ' ' ||
            initcap(substr(md5(n::text), 1, 7)), '2026-01-01', '2026-01-01'
     from generate_series(1, $1::int) n`,
    [size.contacts],
  )
  await client.query(
    `insert into conversations (id, our_number, their_number, last_message_at, last_message_preview, last_message_direction, unread_count,
                                created_at, last_outbound_by)
     select gen_random_uuid(), '+1415555' || lpad((n % 5)::text, 4, '0'), '+1415' || lpad((n * 37)::text, 7, '0'),
            timestamptz '2026-11-25' - n * interval '4 minutes', 'The newest words of conversation ' || n,
            case when n % 3 = 0 then 'outbound' else 'inbound' end, case when n % 50 = 0 then 1 + n % 4 else 0 end,
            '2026-01-01', 'operator:00000000-0000-7000-8000-000000000001'
     from generate_series(1, $1::int) n`,
    [size.conversations],
  )
  // Newest conversations first, so that the texts of each lie around its last.
  await client.query(
    `insert into twilio_messages (id, message_sid, conversation_id, direction, status, status_rank, from_number, to_number, body, num_segments,
                                  created_by, created_at, updated_at)
     select gen_random_uuid(), 'SM' || md5(conversation.id::text || n), conversation.id,
            case when n % 2 = 0 then 'inbound' else 'outbound' end, case when n % 2 = 0 then 'received' else 'delivered' end, 100,
            conversation.their_number, conversation.our_number,
            (select string_agg('w' || floor($2 * power(random(), 4))::int, ' ') from generate_series(1, $3) where n > 0),
            1, case when n % 2 = 0 then null else 'operator:00000000-0000-7000-8000-00000000000' || 1 + n % 9 end,
            conversation.last_message_at - (n - 1) * interval '7 hours', conversation.last_message_at
     from conversations conversation cross join generate_series(1, $1::int) n`,
    [size.texts / size.conversations, size.vocabulary, textWords],
  )
  await client.query(
    `insert into inbox_search (id, conversation_id, kind, at, words)
     select id, conversation_id, 'text', created_at, array_to_tsvector(string_to_array(body, ' ')) from twilio_messages order by created_at`,
  )
  await client.query(
    `insert into twilio_call_logs (id, call_sid, direction, status, status_rank, from_number, to_number, started_at, created_at, updated_at)
     select gen_random_uuid(), 'CA' || md5(id::text), 'inbound', 'completed', 100, their_number, our_number,
            last_message_at - interval '1 hour', last_message_at, last_message_at from conversations`,
  )
  await client.query(
    `insert into conversation_notes (id, conversation_id, body, author, author_name, created_at)
     select gen_random_uuid(), id, 'A note', 'operator:x', 'Recruiter 1', last_message_at from conversations
     order by last_message_at desc limit 20000`,
  )
  await client.query(
    `insert into conversation_mentions (note_id, person_id, conversation_id, created_at, read_at)
     select id, '00000000-0000-7000-8000-' || lpad((1 + floor(random() * $1))::int::text, 12, '0'), conversation_id, created_at,
            case when random() < 0.95 then created_at end from conversation_notes`,
    [size.people],
  )
}

/** Gives the conversations to people and leaves them open or not, as the team's habit is. */
export async function settleInbox(client: pg.ClientBase, habit: Habit) {
  const doneShare = habit === 'tidy' ? 0.96 : 0
  const assignedShare = habit === 'tidy' ? 0.5 : 0.995
  await client.query(
    `update conversations set
       status = chosen.status, snoozed_until = case when chosen.status = 'snoozed' then timestamptz '2030-01-01' end,
       assigned_to = chosen.person, assigned_name = case when chosen.person is not null then 'Recruiter' end
     from (select id, case when random() < $1 then 'done' when random() < 0.2 * $1 then 'snoozed' else 'open' end as status,
                  case when random() < $2 then '00000000-0000-7000-8000-' || lpad((1 + floor(random() * $3))::int::text, 12, '0') end as person
           from conversations) chosen
     where chosen.id = conversations.id`,
    [doneShare, assignedShare, size.people],
  )
  await client.query('vacuum (analyze)')
}

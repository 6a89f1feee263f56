import type { Task } from './define-task'
import type { JobTask } from './job-payloads'
import { answerText } from './tasks/answer-text'
import { deleteExpiredRecordingsTask } from './tasks/delete-expired-recordings'
import { flowHangUpTask } from './tasks/flow-hang-up'
import { flowTextTask } from './tasks/flow-text'
import { indexEarlierTextsTask } from './tasks/index-earlier-texts'
import { fetchMedia } from './tasks/fetch-media'
import { fetchRecordingTask } from './tasks/fetch-recording'
import { lookAtRoomsTask } from './tasks/look-at-rooms'
import { prune } from './tasks/prune'
import { reconcileStale } from './tasks/reconcile-stale'
import { reconcileUnknownSends } from './tasks/reconcile-unknown-sends'
import { recordByRuleTask } from './tasks/record-by-rule'
import { recordWhenToldTask } from './tasks/record-when-told'
import { retryCallsTask } from './tasks/retry-calls'
import { retryOperation } from './tasks/retry-operation'
import { recoverMissed } from './tasks/recover-missed'
import { sendScheduled } from './tasks/send-scheduled'
import { ringRoomTask } from './tasks/ring-room'
import { settleRoomTask } from './tasks/settle-room'
import { suggestReply } from './tasks/suggest-reply'
import { syncNumbers } from './tasks/sync-numbers'
import { textMissedCallersTask } from './tasks/text-missed-callers'
import { wakeFlowsTask } from './tasks/wake-flows'
import { wakeSnoozedTask } from './tasks/wake-snoozed'

/** Every job has its task: forget one and this does not compile. */
export const tasks: Record<JobTask, Task> = {
  'suggest-reply': suggestReply,
  'answer-text': answerText,
  'flow-hang-up': flowHangUpTask,
  'flow-text': flowTextTask,
  'index-earlier-texts': indexEarlierTextsTask,
  'fetch-media': fetchMedia,
  'record-by-rule': recordByRuleTask,
  'record-when-told': recordWhenToldTask,
  'fetch-recording': fetchRecordingTask,
  'reconcile-stale': reconcileStale,
  'reconcile-unknown-sends': reconcileUnknownSends,
  'retry-calls': retryCallsTask,
  'retry-operation': retryOperation,
  'recover-missed': recoverMissed,
  'send-scheduled': sendScheduled,
  'ring-room': ringRoomTask,
  'settle-room': settleRoomTask,
  'look-at-rooms': lookAtRoomsTask,
  'sync-numbers': syncNumbers,
  'text-missed-callers': textMissedCallersTask,
  'wake-flows': wakeFlowsTask,
  'wake-snoozed': wakeSnoozedTask,
  'delete-expired-recordings': deleteExpiredRecordingsTask,
  prune,
}

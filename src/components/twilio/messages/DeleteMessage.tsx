import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { deleteMessage } from '@/hooks/api/media'
import { useForbidden } from '@/hooks/useMe'
import { messageCan } from '@/shared/can'
import type { Message } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import { toastError } from '../toast-error'

/** Deletes a text after asking; then says what remains of it. The receipt is the caller's to show, because the text's bubble goes. */
export function DeleteMessage({
  message,
  onDeleted,
}: {
  message: Message
  onDeleted: (receipt: MessageDeletionReceipt) => void
}) {
  const forbidden = useForbidden()
  const [asking, setAsking] = useState(false)
  const deletion = useMutation({
    mutationFn: () => deleteMessage(message.id),
    onSuccess: onDeleted,
    onError: (error) => toastError('The text was not deleted.', error),
  })
  // Beside every text, a button that most people may never use would only be noise.
  if (forbidden('messages.delete')) return null
  const possible = messageCan.delete(message.status)
  const reason = possible.possible ? undefined : possible.reason
  const files = message.media.length
  const lost = files === 0 ? 'Its words' : files === 1 ? 'Its words and its file' : `Its words and its ${files} files`
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
        label="Delete this text"
        busy={deletion.isPending}
        disabledReason={reason}
        onClick={() => setAsking(true)}
        className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this text for good?"
        description={`${lost} will be gone here for everybody, and at Twilio. This cannot be undone. The other person keeps what they have.`}
        action="Delete"
        onConfirm={() => deletion.mutate()}
      />
    </>
  )
}

/** What became of a deleted text, and what remains. */
export function DeletionReceipt({ receipt, onClose }: { receipt: MessageDeletionReceipt | null; onClose: () => void }) {
  if (!receipt) return null
  const files = receipt.files === 0 ? '' : receipt.files === 1 ? ', one file' : `, ${receipt.files} files`
  const twilio = receipt.twilio === 'deleted' ? ' and Twilio’s copy' : ''
  return (
    <Dialog open onClose={onClose} title="The text is deleted" description={`Gone: its words${files}${twilio}.`}>
      <h3 className="font-medium">What remains</h3>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-ink-soft">
        {receipt.remains.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="mt-5 flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  )
}

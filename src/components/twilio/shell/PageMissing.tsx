import { Link } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'

export function PageMissing() {
  return (
    <main className="flex h-dvh">
      <EmptyState icon={MapPinOff} title="Nothing is at this address.">
        <Link to="/" className="font-medium text-accent-ink hover:underline">
          Go to the overview
        </Link>
      </EmptyState>
    </main>
  )
}

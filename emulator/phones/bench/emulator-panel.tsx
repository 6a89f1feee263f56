import { FaultsPanel } from '../faults/faults-panel.tsx'
import { AccountPanel } from './account-panel.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { ResetPanel } from './reset-panel.tsx'

export const EmulatorPanel = () => (
  <div className="grid content-start gap-6 overflow-y-auto p-4">
    <ClockPanel />
    <FaultsPanel />
    <AccountPanel />
    <ResetPanel />
  </div>
)

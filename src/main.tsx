import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { TwilioDashboard } from '@/components/twilio/TwilioDashboard'
import '@/styles/main.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <TwilioDashboard />
  </StrictMode>,
)

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openConnection } from './api/connection.ts'
import { App } from './app.tsx'
import { applyTheme } from './bench/use-theme.ts'
import './phones.css'

applyTheme()
openConnection()

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

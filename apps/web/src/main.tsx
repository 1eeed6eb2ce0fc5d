import './styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('main: the page has no #root')
render(() => <App />, root)

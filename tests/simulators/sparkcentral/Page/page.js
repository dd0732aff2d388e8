// Keeps the page live: waits for a change at the simulator, reads everything, draws it.

import { get } from './api.js';
import { renderContact, startContact } from './contact.js';
import { renderDesk, select, shownId, startDesk } from './desk.js';
import { byId } from './dom.js';

let last = null;

function render() {
  if (!last) return;
  renderContact(last);
  renderDesk(last);
  const id = shownId();
  if (id) history.replaceState(null, '', `#${encodeURIComponent(id)}`);
}

async function read() {
  const [listed, contacts, audit, settings, clock] = await Promise.all(
    ['conversations?full=true', 'contacts', 'audit', 'settings', 'clock'].map((path) => get(path)));
  last = { conversations: listed, contacts, audit };
  byId('webhook').textContent = settings.webhook ?? 'Not set';
  byId('webhook').title = settings.webhook ?? '';
  byId('profile').textContent = settings.profile;
  byId('clock').textContent = clock.advancedSeconds > 0 ? `${Math.round(clock.advancedSeconds)} s ahead` : 'Real time';
}

function show(state, text) {
  byId('live').dataset.state = state;
  byId('live').querySelector('span').textContent = text;
}

// A browser has six connections to a server: a tab that nobody sees must not keep one waiting.
const seen = () => (document.hidden
  ? new Promise((resolve) => { document.addEventListener('visibilitychange', resolve, { once: true }); })
  : null);

async function nextVersion(since) {
  const leaving = new AbortController();
  const leave = () => document.hidden && leaving.abort();
  document.addEventListener('visibilitychange', leave);
  try {
    return (await get(`changes?since=${since}&timeoutMs=20000`, leaving.signal)).version;
  } catch (error) {
    if (leaving.signal.aborted) return since;
    throw error;
  } finally {
    document.removeEventListener('visibilitychange', leave);
  }
}

async function follow() {
  let version = -1;
  for (;;) {
    try {
      await seen();
      version = await nextVersion(version);
      await read();
      render();
      show('on', 'Live');
    } catch {
      show('off', 'Not reachable');
      version = -1;
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
    }
  }
}

const wanted = decodeURIComponent(location.hash.slice(1));
startDesk(render);
startContact((conversationId) => {
  if (conversationId) select(conversationId);
  render();
});
if (wanted) select(wanted);
follow();

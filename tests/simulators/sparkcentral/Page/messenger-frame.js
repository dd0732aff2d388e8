// The contact's side of the messenger: one conversation, begun under the name that the page has signed in.

import { byId, make, prepareComposer, reconcile } from './dom.js';

const user = new URLSearchParams(location.search).get('user') ?? 'nobody';
let conversation = null;

async function send(text) {
  const contact = { name: 'Ada', attributes: [{ attribute: 'smooch-rtm-user-id', value: user, source: 'MEDIUM' }] };
  const response = await fetch('/__sim/messages', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(conversation ? { conversationId: conversation, text } : { contact, text }),
  });
  if (!response.ok) return null;
  conversation = (await response.json()).conversationId;
  await refresh();
  return true;
}

async function refresh() {
  if (!conversation) return;
  const { messages } = await (await fetch(`/__sim/conversations/${encodeURIComponent(conversation)}`, { cache: 'no-store' })).json();
  reconcile(byId('bubbles'), messages.map((message) => ({
    key: message.id,
    signature: message.text ?? '',
    build: () => make('div', { class: message.from === 'contact' ? 'bubble mine' : 'bubble' },
      make('div', {}, make('div', { class: 'content' }, make('span', { class: 'text' }, message.text ?? '')))),
  })));
}

prepareComposer(byId('form'), byId('text'), send);
setInterval(() => refresh().catch(() => {}), 700);

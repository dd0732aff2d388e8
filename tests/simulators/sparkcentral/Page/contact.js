// The left side: one types as a contact and sees what the contact sees.

import { post } from './api.js';
import { avatar, byId, keepingEnd, make, prepareComposer, reconcile, timeOf } from './dom.js';
import { contentOf } from './message.js';

const fresh = '';
let contactId = null;
let onSent = () => {};

export function startContact(sent) {
  onSent = sent;
  byId('contact-new').addEventListener('click', () => choose(fresh));
  byId('contact-select').addEventListener('change', (event) => choose(event.target.value));
  prepareComposer(byId('contact-form'), byId('contact-input'), (text) => send({ text }));
  byId('contact-input').focus();
}

function choose(id) {
  contactId = id;
  onSent(null);
  byId('contact-input').focus();
}

async function send(message) {
  const sent = await post('messages', { ...message, contactId: contactId || null });
  if (!sent) return false;
  contactId = sent.contactId;
  onSent(sent.conversationId);
  return true;
}

export function renderContact({ contacts, conversations }) {
  // On opening the page: whoever wrote last.
  contactId ??= conversations.at(-1)?.contact.id ?? null;
  const contact = contacts.find((candidate) => candidate.id === contactId);
  renderChoice(contacts);
  byId('contact-channel').textContent = contact?.channelName ?? 'Acme web messenger';
  const mine = conversations.filter((conversation) => conversation.contact.id === contactId);
  const list = byId('contact-messages');
  keepingEnd(list, () => reconcile(list, mine.length > 0 ? mine.flatMap(entriesOf) : [emptyEntry()]));
}

function renderChoice(contacts) {
  const select = byId('contact-select');
  const entries = contacts.map(({ id, name }) => ({
    key: id, signature: name, build: () => make('option', { value: id }, name),
  }));
  if (!contactId) {
    entries.unshift({ key: 'fresh', signature: '', build: () => make('option', { value: fresh }, 'a new contact') });
  }
  reconcile(select, entries);
  select.value = contactId ?? fresh;
}

function entriesOf(conversation) {
  const entries = conversation.messages.map((message) => ({
    key: message.id, signature: message.attachment?.url ?? '', build: () => bubble(message),
  }));
  if (conversation.virtualAgentTypes) {
    entries.push({ key: `${conversation.id}-typing`, signature: '', build: typing });
  }
  if (conversation.queue === 'RESOLVED') {
    entries.push({ key: `${conversation.id}-end`, signature: '', build: () => make('li', { class: 'line' }, make('span', {}, 'Conversation resolved')) });
  }
  return entries;
}

function bubble(message) {
  if (message.from === 'system') return make('li', { class: 'line' }, make('span', {}, message.text));
  const isMine = message.from === 'contact';
  return make('li', { class: `bubble ${isMine ? 'mine' : 'theirs'}`, 'data-testid': 'contact-message', 'data-from': message.from },
    isMine ? null : avatar(message.name),
    make('div', {},
      make('div', { class: 'content' }, ...contentOf(message, (text, payload) => send({ text, payload }))),
      make('span', { class: 'meta' }, isMine ? timeOf(message.at) : `${message.name}, ${timeOf(message.at)}`)));
}

const typing = () =>
  make('li', { class: 'bubble theirs' }, make('div', { class: 'content typing', 'aria-label': 'The virtual agent is typing' }, make('i'), make('i'), make('i')));

const emptyEntry = () => ({
  key: 'empty',
  signature: '',
  build: () => make('li', { class: 'empty' },
    make('strong', {}, 'Say hello'),
    make('span', {}, 'The first message opens a conversation. The virtual agent hears it through its webhook.')),
});

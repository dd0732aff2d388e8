// The right side: the queues, and the selected conversation as an agent sees it.

import { post } from './api.js';
import { avatar, byId, keepingEnd, make, prepareComposer, reconcile, timeOf } from './dom.js';
import { renderContext } from './context.js';
import { contentOf } from './message.js';

const agent = 'Robin';
const queues = [
  { name: 'NEW', title: 'New', empty: 'Nobody is waiting.' },
  { name: 'PENDING', title: 'Pending', empty: 'Nothing waits on a contact.' },
  { name: 'RESOLVED', title: 'Resolved', empty: 'Nothing is resolved yet.' },
];
// What the person wants to see; it may be so new that it has not been read yet, and then the latest is shown.
let wanted = null;
let shown = null;
let onSelect = () => {};

export const shownId = () => shown;

export function startDesk(changed) {
  onSelect = changed;
  for (const button of document.querySelectorAll('[data-action]')) {
    button.addEventListener('click', () => post(`conversations/${encodeURIComponent(shown)}/human/${button.dataset.action}`, { agent }));
  }
  prepareComposer(byId('reply-form'), byId('reply-input'), (text) =>
    post(`conversations/${encodeURIComponent(shown)}/human/reply`, { agent, text }));
  byId('queues').replaceChildren(...queues.map(({ name, title }) =>
    make('section', { 'aria-labelledby': `queue-${name}` },
      make('h3', { id: `queue-${name}` }, title, ' ', make('span', { class: 'count', 'data-testid': `count-${name.toLowerCase()}` }, '0')),
      make('ul', { 'data-queue': name, 'data-testid': `queue-${name.toLowerCase()}` }))));
}

export function select(id) {
  wanted = id;
  onSelect();
}

export function renderDesk({ conversations, audit }) {
  shown = (conversations.find((conversation) => conversation.id === wanted) ?? conversations.at(-1))?.id ?? null;
  for (const queue of queues) renderQueue(queue, conversations);
  const conversation = conversations.find((candidate) => candidate.id === shown);
  byId('conversation').hidden = !conversation;
  byId('nothing').hidden = !!conversation;
  if (conversation) renderConversation(conversation, audit.filter((entry) => entry.conversationId === conversation.id));
}

function renderQueue({ name, empty }, conversations) {
  const list = document.querySelector(`[data-queue="${name}"]`);
  const mine = conversations
    .filter((conversation) => conversation.queue === name)
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
  const count = list.previousElementSibling.querySelector('.count');
  count.textContent = mine.length;
  reconcile(list, mine.length === 0
    ? [{ key: 'empty', signature: '', build: () => make('li', { class: 'none' }, empty) }]
    : mine.map((conversation) => ({
      key: conversation.id,
      signature: JSON.stringify([conversation.updatedAt, conversation.owner, conversation.messageCount, conversation.id === shown]),
      build: () => queueItem(conversation),
    })));
}

function queueItem(conversation) {
  const { contact, lastMessage } = conversation;
  const isSelected = conversation.id === shown;
  return make('li', {},
    make('button', {
      type: 'button', class: 'item', 'aria-current': isSelected ? 'true' : null,
      'data-testid': 'queue-item', 'data-conversation-id': conversation.id, onclick: () => select(conversation.id),
    },
    avatar(contact.name),
    make('span', { class: 'summary' },
      make('span', { class: 'row' }, make('strong', {}, contact.name), make('time', { datetime: conversation.updatedAt }, timeOf(conversation.updatedAt))),
      make('span', { class: 'snippet' }, lastMessage?.text ?? lastMessage?.attachment?.fileName ?? 'No messages'),
      ownerChip(conversation))));
}

function ownerChip({ owner, queue }) {
  if (owner?.kind === 'virtual-agent') return make('span', { class: 'pill agent' }, 'Virtual agent');
  if (owner) return make('span', { class: 'pill human' }, owner.name);
  return queue === 'RESOLVED' ? make('span', { class: 'pill plain' }, 'Closed') : make('span', { class: 'pill waiting' }, 'Unassigned');
}

function renderConversation(conversation, audit) {
  const { contact, owner, queue } = conversation;
  byId('conversation').dataset.conversationId = conversation.id;
  byId('conversation-name').textContent = contact.name;
  byId('conversation-owner').replaceChildren(ownerChip(conversation));
  byId('conversation-queue').textContent = queues.find(({ name }) => name === queue).title;
  renderActions(conversation);
  renderContext(byId('context'), conversation);
  const transcript = byId('transcript');
  const switched = transcript.dataset.of !== conversation.id;
  transcript.dataset.of = conversation.id;
  keepingEnd(transcript, () => reconcile(transcript, transcriptOf(conversation, audit)));
  if (switched) transcript.scrollTop = transcript.scrollHeight;
  const isVirtual = owner?.kind === 'virtual-agent';
  const input = byId('reply-input');
  input.disabled = isVirtual || queue === 'RESOLVED';
  byId('reply-form').querySelector('button').disabled = input.disabled;
  input.placeholder = queue === 'RESOLVED' ? 'Resolved: it opens again when the contact writes'
    : isVirtual ? 'The virtual agent holds this conversation: take over to reply'
      : `Reply as ${agent}`;
}

function renderActions({ owner, queue }) {
  const isVirtual = owner?.kind === 'virtual-agent';
  const isOpen = queue !== 'RESOLVED';
  const allowed = {
    take: isOpen && owner?.name !== agent,
    delegate: isOpen && !isVirtual,
    pend: isOpen && !isVirtual && queue !== 'PENDING',
    resolve: isOpen,
  };
  for (const button of document.querySelectorAll('[data-action]')) {
    button.disabled = !allowed[button.dataset.action];
    button.classList.toggle('primary', button.dataset.action === 'take' && allowed.take);
  }
}

// Messages and what happened in between, in one order of time.
function transcriptOf({ id, messages }, audit) {
  const entries = [
    ...messages.map((message) => ({ at: message.at, key: message.id, signature: message.tags.join(), build: () => line(message) })),
    ...audit.map((entry, index) => ({ at: entry.at, key: `${id}-event-${index}`, signature: '', build: () => event(entry) })),
  ];
  return entries.sort((one, other) => exact(one.at).localeCompare(exact(other.at)));
}

// To the last of seven digits: a reply and the handover with it are less than a millisecond apart.
const exact = (at) => at.replace(/(Z|\+00:00)$/, '').padEnd(27, '0');

function line(message) {
  return make('li', { class: `said ${message.from}`, 'data-testid': 'transcript-message', 'data-from': message.from },
    avatar(message.name),
    make('div', {},
      make('div', { class: 'by' }, make('strong', {}, message.name), make('time', { datetime: message.at }, timeOf(message.at)),
        ...message.tags.map((tag) => make('span', { class: 'pill plain' }, tag))),
      ...contentOf(message, null)));
}

const event = ({ actor, text, at }) =>
  make('li', { class: 'line', 'data-testid': 'transcript-event', title: timeOf(at) }, make('span', {}, make('b', {}, actor), ` ${text}`));

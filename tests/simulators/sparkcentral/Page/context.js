// What an agent should know besides the transcript: topics, notes, the contact and its attributes.

import { make, reconcile, timeOf } from './dom.js';

export function renderContext(aside, conversation) {
  const { contact, topics, notes } = conversation;
  const sections = [
    section('Topics', 'topics', topics, () => topics.length === 0
      ? none('No topics applied.')
      : make('p', { class: 'chips' }, ...topics.map((topic) => make('span', { class: 'pill topic' }, topic)))),
    section('Notes', 'notes', notes, () => notes.length === 0
      ? none('No notes.')
      : make('ul', { class: 'notes' }, ...notes.map((note) =>
        make('li', {}, make('p', {}, note.text), make('span', { class: 'meta' }, `${note.by}, ${timeOf(note.at)}`))))),
    section('Contact', 'contact', [contact.id], () => pairs([
      ['Channel', contact.channelName], ['Medium', contact.mediumId], ['Handle', contact.handle || 'None'], ['Contact id', contact.id, 'code'],
    ])),
    section('Attributes', 'attributes', contact.attributes, () => contact.attributes.length === 0
      ? none('Nothing is known yet.')
      : pairs(contact.attributes.map(({ attribute, value, source }) => [attribute, value ?? 'No value', '', source]))),
    section('Conversation', 'ids', [conversation.id, conversation.replyDueAt], () => pairs([
      ['Id', conversation.id, 'code'],
      ['Began', timeOf(conversation.createdAt)],
      ...(conversation.replyDueAt ? [['Reply due by', timeOf(conversation.replyDueAt)]] : []),
    ])),
  ];
  reconcile(aside, sections);
}

const section = (title, name, source, body) => ({
  key: name,
  signature: JSON.stringify(source),
  build: () => make('section', { 'data-testid': `context-${name}` }, make('h4', {}, title), body()),
});

const none = (text) => make('p', { class: 'muted' }, text);

const pairs = (rows) => make('dl', {}, ...rows.map(([term, value, kind, source]) =>
  make('div', {}, make('dt', { title: source ? `Source: ${source}` : null }, term), make('dd', { class: kind }, value))));

// Draws a conversation as its people see it.

import { post } from './api.js';
import { drawCard } from './card.js';
import { avatar, byId, keepingEnd, make, reconcile, timeOf } from './dom.js';

const adaptive = 'application/vnd.microsoft.card.adaptive';

// Mentions and what was escaped for Markdown, as Teams shows them.
function text(said, isPlain) {
  const parts = said.split(/<at>(.*?)<\/at>/);
  return parts.map((part, index) => (index % 2 ? make('span', { class: 'mention' }, part)
    : isPlain ? part : part.replace(/\\([\\`*_{}[\]#|~])/g, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>')));
}

function attachment(given, message, context) {
  if (given.contentType === adaptive) {
    const bare = (given.content.body ?? []).every((item) => item.type === 'ActionSet');
    return drawCard(given.content, (title, inputs) => context.press(message, title, inputs), !bare);
  }
  if (given.contentType?.startsWith('image/')) return make('img', { src: given.contentUrl, alt: given.name ?? '' });
  return given.contentType === 'text/html' ? null : make('p', { class: 'meta' }, `${given.name ?? 'Attachment'} (${given.contentType})`);
}

function bubble(message, context) {
  const { activity } = message;
  const cards = (activity.attachments ?? []).map((given) => attachment(given, message, context)).filter(Boolean);
  return make('div', { class: 'bubble' },
    make('div', { class: 'meta' }, `${message.from === 'bot' ? context.botName : message.name} · ${timeOf(message.at)}${message.updates ? ' · Edited' : ''}`),
    activity.text ? make('p', {}, ...text(activity.text, activity.textFormat === 'plain' && message.from === 'bot')) : null,
    cards.length ? make('div', { class: activity.attachmentLayout === 'carousel' ? 'cards carousel' : 'cards' }, ...cards) : null);
}

export function renderChat(conversation, person, state, say) {
  const botName = state.bot.name;
  byId('title').textContent = conversation.title;
  byId('subtitle').textContent = conversation.kind === 'personal'
    ? (conversation.isInstalled ? 'Chat with the bot' : 'The app is not installed')
    : 'Everybody here sees this; the bot is mentioned with each message';
  byId('install').hidden = conversation.kind !== 'personal';
  byId('install').textContent = conversation.isInstalled ? 'Remove app' : 'Install app';

  const context = {
    botName,
    press: (message, title, inputs) => post('presses', { person, conversation: conversation.id, message: message.id, title, inputs }),
  };
  const entries = conversation.messages.map((message) => ({
    key: message.id,
    signature: `${person}:${message.updates}`,
    build: () => make('li', { class: message.from === person ? 'mine' : null, 'data-from': message.from },
      message.from === 'bot' ? make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, 'IT') : avatar(message.name),
      bubble(message, context)),
  }));
  if (conversation.typedAt) {
    entries.push({ key: 'typing', signature: conversation.typedAt, build: () => make('li', { class: 'typing' }, `${botName} is typing…`) });
  }
  keepingEnd(byId('messages'), () => reconcile(byId('messages'), entries));

  const last = conversation.messages.at(-1);
  const offered = last?.from === 'bot' ? last.activity.suggestedActions?.actions ?? [] : [];
  reconcile(byId('suggestions'), offered.map((offer) => ({
    key: offer.title, signature: `${conversation.id}:${last.id}`, build: () => make('button', { type: 'button', onclick: () => say(offer.value) }, offer.title),
  })));
}

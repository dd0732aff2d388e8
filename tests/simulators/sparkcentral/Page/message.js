// What a message looks like on either side: its text, the messenger's shortcodes, its attachment.

import { make } from './dom.js';

const shortcode = /%\[([^\]]+)\]\((reply:[^)]*|https?:\/\/[^)\s]+)\)/g;

export function textOf(text, press) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(shortcode)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, label, target] = match;
    parts.push(target.startsWith('reply:')
      ? make('button', { type: 'button', class: 'reply', disabled: !press, onclick: () => press?.(label, target.slice(6)) }, label)
      : make('a', { href: target, target: '_blank', rel: 'noreferrer' }, label));
  }
  parts.push(text.slice(from));
  return make('p', { class: 'text' }, ...parts.filter((part) => part !== ''));
}

export function attachmentOf({ fileName, contentType, size, url }) {
  const isPicture = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(contentType);
  const kilobytes = `${Math.max(1, Math.round(size / 1024))} kB`;
  return make('a', { class: isPicture ? 'picture' : 'file', href: url, target: '_blank', rel: 'noreferrer' },
    isPicture ? make('img', { src: url, alt: fileName }) : `${fileName} (${kilobytes})`);
}

export function contentOf(message, press) {
  return [
    message.text ? textOf(message.text, press) : null,
    message.attachment ? attachmentOf(message.attachment) : null,
    !message.text && !message.attachment ? make('p', { class: 'text muted' }, 'Content without text') : null,
  ];
}

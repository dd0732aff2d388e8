// Puts the chat into another site: <script src="https://spark.example/chat/embed.js" async></script>
// It leaves one element in the page: no globals, no style of the site's or for it. Where the browser lets the chat's own frame keep nothing,
// the tab keeps the conversation for it.
(() => {
  'use strict';

  const script = document.currentScript;
  const mark = 'data-spark-chat';
  if (!script || document.querySelector(`[${mark}]`)) {
    return;
  }

  const words = {
    de: { chat: 'Chat', close: 'Chat schließen', failed: 'Der Chat kann auf dieser Seite nicht angezeigt werden.', fresh: 'neue Nachrichten', open: 'Chat öffnen' },
    en: { chat: 'Chat', close: 'Close the chat', failed: 'The chat cannot be shown on this page.', fresh: 'new messages', open: 'Open the chat' },
    fr: { chat: 'Chat', close: 'Fermer le chat', failed: 'Le chat ne peut pas être affiché sur cette page.', fresh: 'nouveaux messages', open: 'Ouvrir le chat' },
    nl: { chat: 'Chat', close: 'Chat sluiten', failed: 'De chat kan op deze pagina niet worden getoond.', fresh: 'nieuwe berichten', open: 'Chat openen' }
  };
  const styles = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .launcher {
      align-items: center; background: #4f52b2; border: 0; border-radius: 50%; bottom: max(20px, env(safe-area-inset-bottom)); box-shadow: 0 6px 24px rgb(20 20 50 / 30%);
      color: #fff; cursor: pointer; display: flex; height: 60px; inset-inline-end: 20px; justify-content: center; padding: 0; position: fixed; width: 60px; z-index: 2147483000;
    }
    .launcher:hover { background: #43459d; }
    .launcher:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #4f52b2; }
    .badge {
      background: #b3261e; border: 2px solid #fff; border-radius: 12px; color: #fff; font: 600 12px/20px system-ui, sans-serif; inset-block-start: -4px; inset-inline-end: -4px; min-width: 24px;
      padding: 0 5px; position: absolute; text-align: center;
    }
    .panel {
      background: Canvas; border-radius: 16px; bottom: 92px; box-shadow: 0 12px 48px rgb(20 20 50 / 30%); color-scheme: light dark; height: min(640px, calc(100dvh - 112px));
      inset-inline-end: 20px; overflow: hidden; position: fixed; width: min(400px, calc(100vw - 40px)); z-index: 2147483000;
    }
    .start .launcher, .start .panel { inset-inline: 20px auto; }
    .light .panel { color-scheme: light; }
    .dark .panel { color-scheme: dark; }
    iframe { border: 0; display: block; height: 100%; width: 100%; }
    .failed { color: CanvasText; font: 16px/1.5 system-ui, sans-serif; margin: 0; padding: 24px; }
    [hidden] { display: none !important; }
    @media (max-width: 480px), (max-height: 420px) {
      .panel, .start .panel { border-radius: 0; height: 100dvh; inset: 0; width: 100vw; }
      .isOpen .launcher { display: none; }
    }
    @media (forced-colors: active) { .launcher, .panel { border: 1px solid CanvasText; } }`;

  const wish = script.dataset;
  const chat = new URL(script.src.replace(/\/embed\.js(\?.*)?$/u, ''));
  const tags = [wish.language, document.documentElement.lang, ...navigator.languages].filter(Boolean);
  const language = tags.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => words[tag]) || 'en';
  const text = words[language];
  const title = wish.title || text.chat;
  const theme = ['dark', 'light'].includes(wish.theme) ? wish.theme : 'auto';
  const patience = 20000;

  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const host = make('div');
  host.setAttribute(mark, '');
  const root = host.attachShadow({ mode: 'open' });
  // A sheet made by script needs no leave of the site's policy; a style element would.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const frame = make('div', { className: `${wish.side === 'left' ? 'start' : 'end'} ${theme}` });
  const launcher = make('button', { className: 'launcher', type: 'button' });
  const badge = make('span', { className: 'badge', hidden: true });
  const panel = make('div', { className: 'panel', hidden: true, id: 'panel' });
  launcher.setAttribute('aria-controls', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  launcher.append(icon(), badge);
  frame.append(panel, launcher);
  root.append(frame);

  let view = null;
  let unread = 0;

  function icon() {
    const space = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(space, 'svg');
    const bubble = document.createElementNS(space, 'path');
    Object.entries({ 'aria-hidden': 'true', fill: 'none', height: 28, stroke: 'currentColor', 'stroke-linejoin': 'round', 'stroke-width': 1.8, viewBox: '0 0 24 24', width: 28 }).forEach(
      ([name, value]) => drawing.setAttribute(name, value)
    );
    bubble.setAttribute('d', 'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z');
    drawing.append(bubble);
    return drawing;
  }

  function name() {
    const isOpen = !panel.hidden;
    const action = isOpen ? text.close : text.open;
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.setAttribute('aria-label', `${action}${unread > 0 ? `, ${unread} ${text.fresh}` : ''}`);
    badge.hidden = unread === 0;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    frame.classList.toggle('isOpen', isOpen);
  }

  /** Reads what is kept for the chat; given a value, keeps it; given null, forgets it. */
  function keep(value) {
    const key = `spark-chat:${chat.href}`;
    try {
      if (value === undefined) {
        return sessionStorage.getItem(key);
      }
      if (value === null) {
        sessionStorage.removeItem(key);
      } else {
        sessionStorage.setItem(key, String(value));
      }
    } catch {
      // Then the chat starts anew on each page of the site.
    }
    return null;
  }

  function load() {
    const page = new URL(chat);
    const wishes = new URLSearchParams({ embedded: '1', site: location.origin, language: wish.language || document.documentElement.lang || language });
    if (theme !== 'auto') {
      wishes.set('theme', theme);
    }
    const kept = keep();
    if (kept) {
      wishes.set('kept', kept);
    }
    if (wish.identity) {
      wishes.set('identity', wish.identity);
    }
    page.hash = wishes;
    view = make('iframe', { referrerPolicy: 'no-referrer', src: page.href, title });
    panel.append(view);
    setTimeout(() => view.dataset.ready || fail(), patience);
  }

  function fail() {
    console.error(`The chat at ${chat.origin} is not shown: it cannot be reached, or ${location.origin} is not among the channel's allowedOrigins.`);
    view.hidden = true;
    panel.append(make('p', { className: 'failed', textContent: text.failed }));
  }

  function open() {
    panel.hidden = false;
    unread = 0;
    name();
    if (!view) {
      load();
    }
    view.focus();
    if (view.dataset.ready) {
      view.contentWindow.postMessage({ sparkChat: 'opened' }, chat.origin);
    }
  }

  function close() {
    panel.hidden = true;
    name();
    launcher.focus();
  }

  launcher.addEventListener('click', () => (panel.hidden ? open() : close()));
  root.addEventListener('keydown', event => event.key === 'Escape' && !panel.hidden && close());
  addEventListener('message', event => {
    if (!view || event.source !== view.contentWindow || event.origin !== chat.origin) {
      return;
    }
    switch (event.data?.sparkChat) {
      case 'ready':
        view.dataset.ready = 'yes';
        // On a slow line it comes after all.
        view.hidden = false;
        panel.querySelector('.failed')?.remove();
        break;
      case 'keep':
        keep(event.data.value);
        break;
      case 'close':
        close();
        break;
      case 'message':
        unread += panel.hidden ? 1 : 0;
        name();
        break;
    }
  });

  name();
  const begin = () => {
    document.body.append(host);
    if (wish.open === 'true') {
      open();
    }
  };
  if (document.body) {
    begin();
  } else {
    addEventListener('DOMContentLoaded', begin, { once: true });
  }
})();

// The chat page: gets a token, keeps the conversation over a reload, draws Web Chat, and comes back after an interruption.
import { keepElsewhere, tell, whenOpened, wishes } from './frame.js';
import { withLinks } from './links.js';
import { adaptiveCardsHostConfig, styleOptions } from './theme.js';
import { createTray, onlyFitting, sizeOf } from './tray.js';
import { withUploads } from './upload.js';
import { language, locale, text } from './words.js';

const POLLING_INTERVAL = 300;
const REFRESH_EVERY = 10 * 60 * 1000;
const SILENCE = 25 * 1000;
const LONGEST_WAIT = 10 * 1000;
const STATUS = { online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

const nonce = document.querySelector('script[nonce]').nonce;
const element = id => document.getElementById(id);
const { accept, instance, largest, open } = document.body.dataset;
const takesFiles = largest !== '0';
const limits = { accept: accept.split(' '), largest: Number(largest) };
const directLineUrl = location.origin + directLinePath();
const sessionKey = `spark-chat:${directLineUrl}`;
let current = null;
let attempt = 0;
let handed = wishes.token;
const mayStart = open === 'true' || Boolean(wishes.identity);

/** Where the channel lives, seen from this page: it is served at …/chat and at …/channels/{instance}/chat. */
function directLinePath() {
  const above = location.pathname.replace(/\/chat$/u, '');
  const own = `/channels/${encodeURIComponent(instance)}`;
  return `${above.endsWith(own) ? above : above + own}/v3/directline`;
}

const tray = createTray({ curtain: element('curtain'), locale, remove: text.remove, tray: element('tray') });

const session = {
  load() {
    try {
      return this.read(sessionStorage.getItem(sessionKey));
    } catch {
      return this.read(wishes.kept);
    }
  },
  read(text) {
    try {
      const kept = JSON.parse(text);
      return kept && (kept.subject || null) === wishes.subject ? kept : null;
    } catch {
      return null;
    }
  },
  save({ conversationId, token }) {
    const kept = JSON.stringify({ conversationId, subject: wishes.subject, token });
    try {
      sessionStorage.setItem(sessionKey, kept);
    } catch {
      // A browser that keeps nothing anywhere starts anew after a reload; that is all.
      keepElsewhere(kept);
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(sessionKey);
    } catch {
      wishes.kept = null;
      keepElsewhere(null);
    }
  }
};

async function call(method, path, token, body) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(directLineUrl + path, { body: body && JSON.stringify(body), cache: 'no-store', headers, method });
  if (!response.ok) {
    throw Object.assign(new Error(`${method} ${path}: ${response.status}`), { status: response.status });
  }
  return response.json();
}

const isRefusal = error => error.status >= 400 && error.status < 500;

/** The conversation of this token, if it was started and is still there. */
async function resume(kept) {
  try {
    const { conversationId, token, watermark } = await call('GET', `/conversations/${kept.conversationId}`, kept.token);
    return { conversationId, resumed: true, token, watermark };
  } catch (error) {
    if (isRefusal(error)) {
      return null;
    }
    throw error;
  }
}

/** The same after a long sleep, in which the token ran out: the old one gives a fresh one, with the site's word for whom it vouches for. */
async function renew(kept) {
  try {
    const { token } = await call('POST', '/tokens/refresh', kept.token, wishes.identity ? { identity: wishes.identity } : undefined);
    return await resume({ ...kept, token });
  } catch (error) {
    if (isRefusal(error)) {
      return null;
    }
    throw error;
  }
}

/** The conversation to show: the one that a portal handed over behind the #, the one of before the reload, or a new one. */
async function find() {
  if (handed) {
    const given = await call('POST', '/tokens/refresh', handed);
    const found = (await resume(given)) || { ...given, resumed: false };
    handed = null;
    return found;
  }
  const kept = session.load();
  const found = kept && ((await resume(kept)) || (await renew(kept)));
  if (!found) {
    session.forget();
    if (current?.started) {
      return null;
    }
  }
  return found || { ...(await call('POST', '/tokens/generate', null, wishes.identity ? { identity: wishes.identity } : undefined)), resumed: false };
}

async function connect() {
  const mine = ++attempt;
  for (let wait = 1000; mine === attempt; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const found = await find();
      if (mine !== attempt) {
        return;
      }
      if (found) {
        session.save(found);
        show(found);
      } else {
        stop(text.ended, wayOn(text.restart));
      }
      return;
    } catch (error) {
      if (mine !== attempt) {
        return;
      }
      if (isRefusal(error)) {
        stop(error.status === 401 || error.status === 403 ? text.closed : text.failed, wayOn(text.retry));
        return;
      }
      setStatus('connecting', current ? text.reconnecting : text.connecting);
      if (!current && wait > 1000) {
        notify(text.failed, null);
      }
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }
}

function show({ conversationId, resumed, token, watermark = '0' }) {
  const draft = current?.store.getState().sendBoxValue;
  leave();
  const client = WebChat.createDirectLine({
    conversationId: resumed ? conversationId : undefined,
    conversationStartProperties: { locale },
    domain: directLineUrl,
    pollingInterval: POLLING_INTERVAL,
    token,
    watermark: watermark === '0' ? undefined : watermark,
    webSocket: false
  });
  const uploads = { bearer: () => current.token, hear: hearOfUpload, url: `${directLineUrl}/conversations/${conversationId}/upload` };
  const directLine = takesFiles ? withUploads(client, uploads) : client;
  const store = WebChat.createStore({}, () => next => paced(onlyFitting(limits, refuseFile)(action => next(follow(action)))));
  const surface = document.createElement('div');
  surface.className = 'chat-surface';
  element('chat').append(surface);
  current = { before: watermark, conversationId, directLine, lastAnswer: performance.now(), spoken: resumed, started: resumed, store, surface, token };
  const mine = current;
  directLine.connectionStatus$.subscribe(status => mine === current && followStatus(status));
  WebChat.renderWebChat(
    {
      adaptiveCardsHostConfig,
      directLine,
      locale,
      nonce,
      overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: text.placeholder },
      store,
      styleOptions: { ...styleOptions, hideUploadButton: !takesFiles, uploadAccept: limits.accept.join(',') }
    },
    surface
  );
  if (takesFiles) {
    tray.follow(store);
  }
  if (draft) {
    store.dispatch({ payload: { text: draft }, type: 'WEB_CHAT/SET_SEND_BOX' });
  }
  element('earlier').hidden = watermark === '0';
  element('waiting').hidden = true;
  element('chat').classList.remove('chat-ended');
  notify(null);
  if (matchMedia('(pointer: fine)').matches) {
    requestAnimationFrame(() => surface.querySelector('[data-id="webchat-sendbox-input"]')?.focus());
  }
}

function leave() {
  if (current) {
    const { directLine, surface } = current;
    current = null;
    tray.follow(null);
    element('earlier').hidden = true;
    directLine.end();
    surface.remove();
  }
}

/** Puts the messages before the first one that is shown in their place; Web Chat orders by time. */
async function showEarlier() {
  const mine = current;
  const button = element('earlier');
  button.disabled = true;
  try {
    const page = await call('GET', `/conversations/${mine.conversationId}/activities?before=${mine.before}`, mine.token);
    if (mine === current) {
      mine.before = page.before || '0';
      for (const { suggestedActions, ...activity } of page.activities) {
        mine.store.dispatch({ payload: { activity }, type: 'DIRECT_LINE/INCOMING_ACTIVITY' });
      }
      button.hidden = mine.before === '0';
    }
  } catch {
    notify(text.failed, null, true);
  } finally {
    button.disabled = false;
  }
}

function followStatus(status) {
  if (status === STATUS.online) {
    current.started = true;
    setStatus('online', text.online);
    element('restart').hidden = !mayStart;
  } else if (status === STATUS.expiredToken) {
    void connect();
  } else if (status === STATUS.ended) {
    session.forget();
    stop(text.ended, wayOn(text.restart));
  } else if (status === STATUS.failedToConnect) {
    setStatus('connecting', text.reconnecting);
    setTimeout(connect, 1000);
  }
}

/** Only where everybody may start a conversation is there something to press. */
const wayOn = label => (mayStart ? label : null);

/** Says that it goes no further, and offers the way on. */
function stop(message, button) {
  element('waiting').hidden = true;
  element('restart').hidden = true;
  element('chat').classList.add('chat-ended');
  setStatus('ended', '');
  notify(message, button);
}

function setStatus(state, message) {
  const status = element('status');
  status.dataset.state = state;
  if (status.textContent !== message) {
    status.textContent = message;
  }
}

/** Says how far the files are, and why they were not taken. */
function hearOfUpload({ end, progress, refusal }) {
  if (refusal) {
    refuseFile(refusal, '');
  }
  element('sending').hidden = Boolean(end || refusal);
  element('sending-bar').value = progress || 0;
  const words = end || refusal ? '' : text.sending;
  if (element('sending-text').textContent !== words) {
    element('sending-text').textContent = words;
  }
}

function refuseFile(code, name) {
  const sentence = (text.refused[code] || text.refused.lost)(sizeOf(limits.largest, locale));
  notify(name ? `${name}: ${sentence}` : sentence, null, true);
}

function notify(message, button, mayClose = false) {
  element('notice').hidden = !message;
  element('notice-close').hidden = !mayClose;
  element('notice-text').textContent = message || '';
  element('notice-button').hidden = !button;
  element('notice-button').textContent = button || '';
}

/** Holds a message back for as long as the bot is to be seen typing, and what comes after it behind it. */
function paced(next) {
  let line = null;
  return action => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload.activity : null;
    const wait = activity ? typingTime(activity) : 0;
    if (!activity || (!line && !wait)) {
      return next(action);
    }
    const mine = (line || Promise.resolve())
      .then(() => {
        if (wait) {
          const { channelId, conversation, from, id, timestamp } = activity;
          next({ ...action, payload: { activity: { channelId, conversation, from, id: `${id}.typing`, timestamp, type: 'typing' } } });
        }
        return new Promise(resolve => setTimeout(resolve, wait));
      })
      .then(() => next(action))
      .finally(() => {
        if (line === mine) {
          line = null;
        }
      });
    line = mine;
    return undefined;
  };
}

/** What was said a while ago is shown at once. */
function typingTime({ channelData, timestamp }) {
  const delay = Number(channelData?.delay) || 0;
  return delay > 0 && Math.abs(Date.now() - Date.parse(timestamp)) < 15000 ? Math.min(delay, 10000) : 0;
}

const isFresh = ({ from, timestamp, type }) => type === 'message' && from.role === 'bot' && Math.abs(Date.now() - Date.parse(timestamp)) < 15000;

function follow(action) {
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && current) {
    current.spoken = true;
  }
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && isFresh(action.payload.activity)) {
    tell('message');
  }
  return action.type === 'DIRECT_LINE/INCOMING_ACTIVITY'
    ? { ...action, payload: { ...action.payload, activity: withLinks(action.payload.activity) } }
    : action;
}

function startOver() {
  session.forget();
  leave();
  element('waiting').hidden = false;
  setStatus('connecting', text.connecting);
  notify(null);
  connect();
}

// The Direct Line client gives up polling after one failed request and tells nobody: so we look for ourselves.
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    if (current && entry.name.startsWith(`${directLineUrl}/conversations/${current.conversationId}/activities?`)) {
      const status = entry.responseStatus;
      if (status === undefined || (status >= 200 && status < 300)) {
        current.lastAnswer = performance.now();
      } else if (status !== 403 && status !== 404) {
        lost();
      }
    }
  }
}).observe({ type: 'resource' });

setInterval(() => {
  if (current && !document.hidden && element('status').dataset.state === 'online' && performance.now() - current.lastAnswer > SILENCE) {
    lost();
  }
}, 2000);

function lost() {
  if (element('status').dataset.state === 'online') {
    setStatus('connecting', text.reconnecting);
    connect();
  }
}

setInterval(async () => {
  const mine = current;
  if (!mine) {
    return;
  }
  try {
    const { token } = await call('POST', '/tokens/refresh', mine.token);
    if (mine === current) {
      mine.token = token;
      mine.directLine.reconnect({ conversationId: mine.conversationId, token });
      session.save(mine);
    }
  } catch {
    // The next poll finds out what is wrong.
  }
}, REFRESH_EVERY);

document.addEventListener('visibilitychange', () => {
  if (current && !document.hidden) {
    current.lastAnswer = performance.now();
  }
});

element('earlier').addEventListener('click', showEarlier);
element('notice-close').addEventListener('click', () => notify(null));
element('restart').addEventListener('click', () => (current?.spoken ? element('confirm').showModal() : startOver()));
element('notice-button').addEventListener('click', startOver);
element('confirm-no').addEventListener('click', () => element('confirm').close());
element('confirm-yes').addEventListener('click', () => {
  element('confirm').close();
  startOver();
});

document.documentElement.lang = language;
document.querySelectorAll('[data-label]').forEach(node => node.setAttribute('aria-label', text[node.dataset.label]));
document.querySelectorAll('[data-text]').forEach(node => (node.textContent = text[node.dataset.text]));
element('restart').title = text.restart;
element('shut').hidden = !wishes.isEmbedded;
element('shut').addEventListener('click', () => tell('close'));
addEventListener('keydown', event => event.key === 'Escape' && !event.defaultPrevented && !element('confirm').open && tell('close'));
whenOpened(() => current?.surface.querySelector('[data-id="webchat-sendbox-input"]')?.focus());
setStatus('connecting', text.connecting);
tell('ready');
connect();

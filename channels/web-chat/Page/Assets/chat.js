// The chat page: gets a token, keeps the conversation over a reload, draws Web Chat, and comes back after an interruption.
import { withLinks } from './links.js';
import { adaptiveCardsHostConfig, styleOptions } from './theme.js';
import { language, locale, text } from './words.js';

const POLLING_INTERVAL = 300;
const REFRESH_EVERY = 10 * 60 * 1000;
const SILENCE = 25 * 1000;
const LONGEST_WAIT = 10 * 1000;
const STATUS = { online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

const nonce = document.querySelector('script[nonce]').nonce;
const element = id => document.getElementById(id);
const { instance, open } = document.body.dataset;
const directLineUrl = location.origin + directLinePath();
const sessionKey = `spark-chat:${directLineUrl}`;
let current = null;
let attempt = 0;
let handed = new URLSearchParams(location.hash.slice(1)).get('token');
if (handed) {
  history.replaceState(null, '', location.pathname + location.search);
}

/** Where the channel lives, seen from this page: it is served at …/chat and at …/channels/{instance}/chat. */
function directLinePath() {
  const above = location.pathname.replace(/\/chat$/u, '');
  const own = `/channels/${encodeURIComponent(instance)}`;
  return `${above.endsWith(own) ? above : above + own}/v3/directline`;
}

const session = {
  load() {
    try {
      return JSON.parse(sessionStorage.getItem(sessionKey));
    } catch {
      return null;
    }
  },
  save({ conversationId, token }) {
    try {
      sessionStorage.setItem(sessionKey, JSON.stringify({ conversationId, token }));
    } catch {
      // A browser that keeps nothing starts anew after a reload; that is all.
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(sessionKey);
    } catch {
      // Nothing was kept.
    }
  }
};

async function call(method, path, token) {
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(directLineUrl + path, { cache: 'no-store', headers, method });
  if (!response.ok) {
    throw Object.assign(new Error(`${method} ${path}: ${response.status}`), { status: response.status });
  }
  return response.json();
}

const isRefusal = error => error.status >= 400 && error.status < 500;

/** The conversation of this token, if it was started and is still there. */
async function resume(kept) {
  try {
    const { conversationId, token } = await call('GET', `/conversations/${kept.conversationId}`, kept.token);
    return { conversationId, resumed: true, token };
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
  const found = kept && (await resume(kept));
  if (!found) {
    session.forget();
    if (current?.started) {
      return null;
    }
  }
  return found || { ...(await call('POST', '/tokens/generate')), resumed: false };
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

function show({ conversationId, resumed, token }) {
  const draft = current?.store.getState().sendBoxValue;
  leave();
  const directLine = WebChat.createDirectLine({
    conversationId: resumed ? conversationId : undefined,
    conversationStartProperties: { locale },
    domain: directLineUrl,
    pollingInterval: POLLING_INTERVAL,
    token,
    webSocket: false
  });
  const store = WebChat.createStore({}, () => next => paced(action => next(follow(action))));
  const surface = document.createElement('div');
  surface.className = 'chat-surface';
  element('chat').append(surface);
  current = { conversationId, directLine, lastAnswer: performance.now(), spoken: resumed, started: resumed, store, surface, token };
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
      styleOptions
    },
    surface
  );
  if (draft) {
    store.dispatch({ payload: { text: draft }, type: 'WEB_CHAT/SET_SEND_BOX' });
  }
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
    directLine.end();
    surface.remove();
  }
}

function followStatus(status) {
  if (status === STATUS.online) {
    current.started = true;
    setStatus('online', text.online);
    element('restart').hidden = open !== 'true';
  } else if (status === STATUS.expiredToken || status === STATUS.ended) {
    session.forget();
    stop(text.ended, wayOn(text.restart));
  } else if (status === STATUS.failedToConnect) {
    setStatus('connecting', text.reconnecting);
    setTimeout(connect, 1000);
  }
}

/** Only where everybody may start a conversation is there something to press. */
const wayOn = label => (open === 'true' ? label : null);

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

function notify(message, button) {
  element('notice').hidden = !message;
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

function follow(action) {
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && current) {
    current.spoken = true;
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

element('restart').addEventListener('click', () => (current?.spoken ? element('confirm').showModal() : startOver()));
element('notice-button').addEventListener('click', startOver);
element('confirm-no').addEventListener('click', () => element('confirm').close());
element('confirm-yes').addEventListener('click', () => {
  element('confirm').close();
  startOver();
});

document.documentElement.lang = language;
document.querySelectorAll('[data-text]').forEach(node => (node.textContent = text[node.dataset.text]));
element('restart').title = text.restart;
setStatus('connecting', text.connecting);
connect();

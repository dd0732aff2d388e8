// Keeps the page live: waits for a change at the simulator, reads everything, draws it.

import { get, post } from './api.js';
import { renderChat } from './chat.js';
import { avatar, byId, make, prepareComposer, reconcile } from './dom.js';

let state = null;
let person = new URLSearchParams(location.search).get('person') ?? 'alex';
let shown = null;

const conversations = () => state.conversations.filter((one) => one.members.includes(person));
const current = () => conversations().find((one) => one.id === shown) ?? conversations()[0];
const say = (text) => post('messages', { person, conversation: current().id, text });

function renderRail() {
  reconcile(byId('chats'), conversations().map((one) => {
    const last = one.messages.at(-1)?.activity.text ?? (one.kind === 'personal' ? 'Say hello' : 'No messages yet');
    return {
      key: one.id,
      signature: `${person}:${last}:${one.id === current().id}`,
      build: () => make('li', {}, make('button', { type: 'button', 'aria-current': one.id === current().id ? 'true' : 'false', onclick: () => { shown = one.id; render(); } },
        one.kind === 'personal' ? make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, 'IT') : avatar(one.title),
        make('span', {}, one.title, make('small', {}, last.replace(/<[^>]*>/g, ''))))),
    };
  }));
  byId('waiting').textContent = state.faults ? `${state.faults} waiting to strike` : '';
}

function renderWire(deliveries, calls) {
  const lines = [
    ...deliveries.map((one, index) => ({ at: index, status: one.status, what: `${one.type}${one.name ? ` ${one.name}` : ''} to the bot`, more: `${one.milliseconds} ms` })),
    ...calls.map((one, index) => ({ at: index, status: one.status, what: `${one.method} by the bot`, more: one.path })),
  ];
  reconcile(byId('wire'), lines.reverse().slice(0, 60).map((line, index) => ({
    key: `${line.what}:${line.at}`,
    signature: `${line.status}:${index}`,
    build: () => make('li', {}, make('span', { class: line.status >= 200 && line.status < 300 ? 'status' : 'status bad' }, String(line.status ?? '–')),
      make('span', {}, line.what, make('br'), make('code', {}, line.more))),
  })));
}

function render() {
  if (!state) return;
  renderRail();
  renderChat(current(), person, state, say);
  // Before, there is no conversation that a press could mean.
  byId('main').inert = false;
}

async function read() {
  const [now, deliveries, calls] = await Promise.all(['state', 'deliveries', 'calls'].map((path) => get(path)));
  state = now;
  const select = byId('person');
  if (!select.children.length) select.append(...state.people.map((one) => make('option', { value: one.key }, one.name)));
  select.value = person;
  renderWire(deliveries, calls);
}

function show(kind, text) {
  byId('live').dataset.state = kind;
  byId('live').querySelector('span').textContent = text;
}

async function follow() {
  let version = -1;
  for (;;) {
    try {
      version = (await get(`changes?since=${version}`)).version;
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

byId('person').addEventListener('change', (event) => { person = event.target.value; shown = null; render(); });
byId('install').addEventListener('click', () => post('installations', { person, action: current().isInstalled ? 'remove' : 'add' }));
byId('faults').addEventListener('click', async (event) => {
  const fault = event.target.closest('button')?.dataset.fault;
  if (fault && await post('faults', JSON.parse(fault))) { await read(); render(); }
});
prepareComposer(byId('composer'), byId('input'), say);
follow();

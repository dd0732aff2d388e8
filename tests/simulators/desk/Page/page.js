// The agent's side of the desk. Text is always set as text, never as markup.

const byId = (id) => document.getElementById(id);
let shown = null;
let drawn = '';

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

async function act(name, text) {
  await fetch(`/__sim/conversations/${shown}/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ agent: byId('agent').value, text }),
  });
  await refresh();
}

function item(conversation) {
  const button = make('button', '', make('strong', '', conversation.name),
    make('small', '', conversation.position ? `number ${conversation.position} in the queue` : conversation.agent ?? ''));
  button.type = 'button';
  button.dataset.testid = 'item';
  if (conversation.id === shown) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => { shown = conversation.id; drawn = ''; refresh(); });
  return make('li', '', button);
}

function line(kind, who, text) {
  return make('li', kind, make('small', '', who), text);
}

function drawConversation(conversation) {
  byId('name').textContent = conversation.name;
  byId('about').textContent = [conversation.language, conversation.queue, ...Object.entries(conversation.attributes ?? {})
    .filter(([name]) => name !== 'spark-effect').map(([name, value]) => `${name}: ${value}`)].filter(Boolean).join(' · ');
  const lines = (conversation.transcript ?? []).map(({ from, text }) => line('before', from, text));
  if (lines.length > 0) lines.push(make('li', 'rule', 'handed over by the bot'));
  lines.push(...conversation.messages.map(({ from, name, text }) => line(from, name ?? from, text)));
  if (conversation.contactLeft) lines.push(make('li', 'rule', 'nobody reads here any more'));
  byId('log').replaceChildren(...lines);
  byId('log').scrollTop = byId('log').scrollHeight;
  const isClosed = conversation.state === 'closed';
  for (const control of document.querySelectorAll('.conversation button, #text')) control.disabled = isClosed;
  document.querySelector('[data-act=join]').disabled = conversation.state !== 'waiting';
}

async function refresh() {
  const all = await (await fetch('/__sim/conversations', { cache: 'no-store' })).json();
  const now = JSON.stringify([all, shown]);
  if (now === drawn) return;
  drawn = now;
  shown ??= all.at(-1)?.id ?? null;
  for (const state of ['waiting', 'active', 'closed']) {
    const mine = all.filter((one) => one.state === state);
    byId(state).replaceChildren(...(mine.length > 0 ? mine.map(item) : [make('li', 'none', 'Nobody.')]));
    byId(`count-${state}`).textContent = mine.length;
  }
  const conversation = all.find((one) => one.id === shown);
  byId('conversation').hidden = !conversation;
  byId('nothing').hidden = Boolean(conversation);
  if (conversation) drawConversation(conversation);
}

for (const button of document.querySelectorAll('[data-act]')) button.addEventListener('click', () => act(button.dataset.act));
byId('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId('reply').requestSubmit();
  }
});
byId('reply').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = byId('text').value.trim();
  if (!text) return;
  byId('text').value = '';
  await act('say', text);
});
setInterval(() => refresh().catch(() => {}), 700);
refresh();

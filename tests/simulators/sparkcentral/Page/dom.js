// Small tools to make elements. Text is always set as text, never as markup.

export const byId = (id) => document.getElementById(id);

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Replaces a list's children by key, leaving those alone that have not changed: focus and scroll position survive.
export function reconcile(parent, entries) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  entries.forEach(({ key, signature, build }, index) => {
    let element = before.get(key);
    if (!element || element.dataset.signature !== signature) {
      const fresh = build();
      fresh.dataset.key = key;
      fresh.dataset.signature = signature;
      if (element) {
        const hadFocus = element.contains(document.activeElement);
        element.replaceWith(fresh);
        if (hadFocus) (fresh.querySelector('button') ?? fresh).focus();
      }
      element = fresh;
    }
    before.delete(key);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
  before.forEach((element) => element.remove());
}

// Keeps a log at its end, unless the reader has scrolled up.
export function keepingEnd(element, update) {
  const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
  update();
  if (atEnd) element.scrollTop = element.scrollHeight;
}

export const timeOf = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export const initialOf = (name) => (name.trim()[0] ?? '?').toUpperCase();

// A stable colour for a name, so that people are told apart at a glance.
export function hueOf(name) {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)) % 360;
  return hash;
}

export const avatar = (name) =>
  make('span', { class: 'avatar', style: `--hue: ${hueOf(name)}`, 'aria-hidden': 'true' }, initialOf(name));

// Enter sends, Shift and Enter makes a new line; the box grows with its text.
export function prepareComposer(form, input, send) {
  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight + 2, 140)}px`;
  };
  input.addEventListener('input', grow);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    input.value = '';
    grow();
    if (!(await send(text))) {
      input.value = text;
      grow();
    }
  });
  // What is pressed before goes nowhere: tests wait for this.
  form.dataset.ready = 'yes';
}

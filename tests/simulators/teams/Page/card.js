// Draws Adaptive Cards: as much of them as bots use. What is not known is named, never dropped in silence.

import { make } from './dom.js';

const several = (items, draw) => (items ?? []).map(draw).filter(Boolean);

function textOf(run) {
  const text = typeof run === 'string' ? run : run.text ?? '';
  return make('span', { class: run.weight === 'Bolder' ? 'title' : null }, text);
}

function input(element, values) {
  const keep = (event) => {
    values[element.id] = event.target.type === 'checkbox'
      ? (event.target.checked ? element.valueOn ?? 'true' : element.valueOff ?? 'false')
      : event.target.value;
  };
  values[element.id] = element.value ?? '';
  const label = element.label ?? element.placeholder ?? element.title ?? element.id;
  if (element.type === 'Input.ChoiceSet') {
    return make('label', {}, label, make('select', { onchange: keep, 'data-input': element.id },
      make('option', { value: '' }, ''), ...element.choices.map((choice) => make('option', { value: choice.value }, choice.title))));
  }
  const type = { 'Input.Number': 'number', 'Input.Date': 'date', 'Input.Time': 'time', 'Input.Toggle': 'checkbox' }[element.type] ?? 'text';
  return make('label', {}, label, make('input', { type, oninput: keep, value: element.value, 'data-input': element.id }));
}

function action(definition, values, press) {
  if (definition.type === 'Action.OpenUrl') {
    return make('a', { href: definition.url, target: '_blank', rel: 'noreferrer' }, definition.title ?? definition.url);
  }
  return make('button', { type: 'button', onclick: () => press(definition.title, values) }, definition.title ?? '…');
}

function element(definition, values, press) {
  switch (definition.type) {
    case 'TextBlock':
      return make('p', { class: definition.weight === 'Bolder' || definition.style === 'heading' ? 'title' : null }, definition.text ?? '');
    case 'RichTextBlock':
      return make('p', {}, ...(definition.inlines ?? []).map(textOf));
    case 'Image':
      return make('img', { src: definition.url, alt: definition.altText ?? '' });
    case 'FactSet':
      return make('dl', {}, ...(definition.facts ?? []).flatMap((fact) => [make('dt', {}, fact.title), make('dd', {}, fact.value)]));
    case 'Container':
    case 'Column':
      return make('div', {}, ...several(definition.items, (item) => element(item, values, press)));
    case 'ColumnSet':
      return make('div', {}, ...several(definition.columns, (item) => element({ ...item, type: 'Column' }, values, press)));
    case 'ActionSet':
      return make('div', { class: 'actions' }, ...several(definition.actions, (item) => action(item, values, press)));
    default:
      return definition.type?.startsWith('Input.') ? input(definition, values) : make('p', { class: 'meta' }, `(${definition.type} is not drawn here)`);
  }
}

export function drawCard(card, press, framed) {
  const values = {};
  return make('div', { class: framed ? 'card framed' : 'card' },
    ...several(card.body, (item) => element(item, values, press)),
    card.actions?.length ? make('div', { class: 'actions' }, ...several(card.actions, (item) => action(item, values, press))) : null);
}

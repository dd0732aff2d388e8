// A bot of a realistic size: 30 dialogs with an intent each, 20 variables that hold 2 kB in all once somebody has written.
// It says what the small bot says, so that the same load can check it. Written into artifacts, because a program wrote it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from './build.mjs';

const topics = [
  'printer', 'monitor', 'keyboard', 'laptop', 'phone', 'headset', 'wifi', 'vpn', 'mailbox', 'calendar', 'password', 'account', 'badge', 'parking',
  'payroll', 'holiday', 'expenses', 'travel', 'licence', 'software', 'backup', 'share', 'projector', 'room', 'desk', 'chair', 'coffee', 'heating',
  'window', 'elevator',
];
const phrases = [
  topic => `my ${topic} is broken`, topic => `I need a new ${topic}`, topic => `where is the ${topic}`, topic => `the ${topic} does not work`,
  topic => `how do I order a ${topic}`, topic => `who takes care of the ${topic}`, topic => `problem with the ${topic}`,
  topic => `replace the ${topic} please`,
];

export function write() {
  const bots = join(artifacts, 'benchmarks', 'bots');
  const folder = join(bots, 'service-desk');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dialogs'), { recursive: true });
  const attributes = [...Array(20).keys()].map(i => `attribute${i + 1}`);
  const save = (path, lines) => writeFileSync(join(folder, path), `${lines.join('\n')}\n`);

  save('bot.yaml', [
    'spark: 1', 'bot: service-desk', 'title: Service desk', 'languages: [en]', 'variables:',
    '  name: { type: text, max: 200 }', '  place: { type: text, max: 200 }',
    ...attributes.map(name => `  ${name}: { type: text, max: 200 }`),
    'events:', '  started: first', '  not-understood: main',
  ]);
  save('intents.yaml', topics.flatMap(topic => [`${topic}:`, '  en:', ...phrases.map(phrase => `    - ${phrase(topic)}`)]));
  save('dialogs/first.yaml', [
    'dialog: first', 'steps:',
    ...attributes.map((name, i) => `  - set: { ${name}: '"${`What a dialog remembers of this person, number ${i + 1} of twenty: `.padEnd(98, 'x')}"' }`),
    '  - goto: main',
  ]);
  save('dialogs/main.yaml', [
    'dialog: main', 'steps:', '  - id: ask', '    ask: What is your name?', '    into: name', '    again: true',
    '  - when: $contains(name, "@")', '    then:', '      - goto: about-account', '  - id: greet', '    say: Hi {name}',
  ]);
  for (const topic of topics.slice(0, 28)) {
    save(`dialogs/about-${topic}.yaml`, [
      `dialog: about-${topic}`, `trigger: { intents: [${topic}] }`, 'steps:', '  - id: place', `    ask: Where is the ${topic}?`, '    into: place',
      '  - id: taken', `    say: Thank you. A colleague will look at the ${topic} at {place}.`, '    buttons:',
      '      more: { title: Something else, goto: main }',
    ]);
  }
  for (const topic of topics.slice(28)) {
    save(`dialogs/about-${topic}.yaml`, [`dialog: about-${topic}`, `trigger: { intents: [${topic}] }`, 'steps:', '  - id: later', `    say: We will see to the ${topic}.`]);
  }

  const environment = join(bots, 'environment.yaml');
  writeFileSync(environment, `publicUrl: http://127.0.0.1:3990
channels:
  wire: { plugin: wire, bot: service-desk, paths: [/api/messages], allowPrivate: true, settings: { serviceUrl: "http://127.0.0.1:4001/" } }
`);
  return { bots, environment };
}

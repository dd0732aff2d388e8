// Makes addresses in plain texts links.

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()[\]{}])/u;

/** Every punctuation mark escaped, every line break kept: Markdown that reads as it was written. */
const literal = text => text.replace(/[!-/:-@[-`{-~]/gu, '\\$&').replace(/\n[ \t]*/gu, '  \n');

/** Texts are plain; a text that holds an address becomes Markdown in which all else is literal. */
export function withLinks(activity) {
  if (activity.type !== 'message' || activity.textFormat !== 'plain' || !address.test(activity.text)) {
    return activity;
  }
  const pieces = activity.text.trimStart().split(address);
  return { ...activity, text: pieces.map((piece, i) => (i % 2 ? `<${piece}>` : literal(piece))).join(''), textFormat: 'markdown' };
}

// The control API, and what the page says when it fails.

import { byId } from './dom.js';

let toastTimer;

function complain(message) {
  const toast = byId('toast');
  toast.textContent = message;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 6000);
}

export async function get(path, signal) {
  const response = await fetch(`/__sim/${path}`, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return response.json();
}

// Answers null when it did not work; the person has been told.
export async function post(path, body = {}) {
  try {
    const response = await fetch(`/__sim/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    complain(answer.error?.message ?? `The simulator answered ${response.status}.`);
  } catch {
    complain('The simulator does not answer.');
  }
  return null;
}

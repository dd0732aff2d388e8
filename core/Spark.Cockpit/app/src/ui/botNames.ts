/** The bots that somebody has typed, by spaces or commas; null for none, which means every bot. */
export function botNames(text: string): string[] | null {
  const names = text.split(/[\s,]+/).filter(Boolean);
  return names.length > 0 ? names : null;
}

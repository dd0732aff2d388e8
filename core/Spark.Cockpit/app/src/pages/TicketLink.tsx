/** A ticket's number, leading to it where its system said where it is. */
export function TicketLink({ ticket, url }: { ticket: string; url: string | null }) {
  return url && /^https?:/.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {ticket}
    </a>
  ) : (
    <span>{ticket}</span>
  );
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Spark.Channels;
using Spark.Runtime.Feeds;
using Spark.Runtime.Operations;

namespace Spark.Runtime.Offload;

/// <summary>
/// One-time tokens of links by which people go on in another conversation. Only their hash is stored; a token lives for a quarter of an
/// hour, and is used up by the conversation that begins with it, never by whoever merely opens the link.
/// </summary>
internal sealed class LinkTokens(ILinkStore links, TranscriptReader transcripts, IConversationIndex conversations, TimeProvider time)
    : ILinkRedeemer
{
    /// <summary>Where tokens lie among the names of far systems. No connection can be named so.</summary>
    private const string Place = "link:";

    private const int Bytes = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>A new token.</summary>
    public static string Next() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Keeps a token that was given away.</summary>
    public ValueTask KeepAsync(string token, string instance, string conversationId, int lines, CancellationToken cancellationToken) =>
        links.PutAsync(new(Place, Hash(token), instance, conversationId, lines), time.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Puts what was said where the person comes from in the place of the token. A token that is unknown, old or used up brings nothing.
    /// </summary>
    public async ValueTask<ConversationStarted> RedeemAsync(ConversationStarted started, CancellationToken cancellationToken)
    {
        var plain = started with { LinkToken = null, Brought = null };
        if (started.LinkToken is not { Length: > 0 } token
            || await links.TakeAsync(Place, Hash(token), time.GetUtcNow() - Lifetime, cancellationToken) is not { } link)
        {
            return plain;
        }

        var found = await conversations.FindAsync(link.Conversation, cancellationToken);
        return plain with
        {
            Brought = found is null ? [] : await transcripts.ReadAsync(link.Conversation, found.Summary.Sequence, link.Lines, cancellationToken),
        };
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;

namespace Spark.Cockpit.Conversations;

/// <summary>Gives what was said in a conversation as the person saw it, and what went on behind it, turn by turn.</summary>
internal static class TranscriptEndpoint
{
    private const int MostTurns = 200;
    private const int UsualTurns = 50;

    public static async Task<IResult> GetAsync(HttpContext http, IConversationLog log, FileLinks links, string address, long? before, int? limit, CancellationToken cancellationToken)
    {
        if (ConversationAddress.Parse(address) is not { } key)
        {
            return ConversationEndpoints.NoAddress(address);
        }

        var most = Math.Clamp(limit ?? UsualTurns, 1, MostTurns);
        var newest = (await log.ReadAsync(key, long.MaxValue - 1, long.MaxValue, cancellationToken))?.Newest;
        if (newest is null)
        {
            return ConversationEndpoints.NotFound(address);
        }

        TranscriptViews.Tell(http, key.ToString());
        var last = Math.Min(before - 1 ?? newest.Value, newest.Value);
        var slice = await log.ReadAsync(key, Math.Max(0, last - most), last, cancellationToken);
        var turns = slice?.Turns ?? [];
        var signer = await links.OpenAsync(cancellationToken);
        var mask = LinkMask.Of(turns);
        return Results.Json(
            new Transcript([.. turns.Select(turn => TranscriptTurn.Of(turn, mask, signer))], turns is [{ Sequence: > 1 and var first }, ..] ? first : null), AdminJson.Default.Transcript);
    }
}

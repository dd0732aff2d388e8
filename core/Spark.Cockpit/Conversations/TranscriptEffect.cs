using Spark.Cockpit.Outbox;
using Spark.Engine.Conversations;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Conversations;

/// <summary>Something that a turn had done outside.</summary>
/// <param name="Address">How it is named: what is retried, dropped or asked about.</param>
/// <param name="Kind">What it is, in a few words.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="MayHaveArrived">True when it may have arrived although nobody said so.</param>
/// <param name="CreatedAt">When it was wanted.</param>
/// <param name="Parts">What was said to the person; null when it is no message.</param>
/// <param name="Agent">The agent who said it; null for the bot.</param>
internal sealed record TranscriptEffect(
    string Address, string Kind, OutboxStatus Status, int Attempts, bool MayHaveArrived, DateTimeOffset CreatedAt, IReadOnlyList<PartView>? Parts, string? Agent)
{
    public static TranscriptEffect Of(OutboxEntry entry, LinkMask mask, FileSigner signer) => new(
        entry.Address.Id,
        EffectView.KindOf(entry.Effect),
        entry.Status,
        entry.Attempts,
        entry.MayHaveArrived,
        entry.CreatedAt,
        entry.Effect is SendMessage message ? PartView.Of(signer.Renew(message.Parts), mask) : null,
        (entry.Effect as SendMessage)?.Agent);
}

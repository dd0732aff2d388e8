using Spark.Cockpit.Outbox;
using Spark.Engine.Conversations;
using Spark.Runtime.Outbox;

namespace Spark.Cockpit.Conversations;

/// <summary>Something that a turn had done outside.</summary>
/// <param name="Address">How it is named: what is retried, dropped or asked about.</param>
/// <param name="Kind">What it is, in a few words.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="MayHaveArrived">True when it may have arrived although nobody said so.</param>
/// <param name="CreatedAt">When it was wanted.</param>
/// <param name="Parts">What the bot said; null when it is no message.</param>
internal sealed record TranscriptEffect(
    string Address, string Kind, OutboxStatus Status, int Attempts, bool MayHaveArrived, DateTimeOffset CreatedAt, IReadOnlyList<PartView>? Parts)
{
    public static TranscriptEffect Of(OutboxEntry entry) => new(
        entry.Address.Id,
        EffectView.KindOf(entry.Effect),
        entry.Status,
        entry.Attempts,
        entry.MayHaveArrived,
        entry.CreatedAt,
        entry.Effect is SendMessage message ? PartView.Of(message.Parts) : null);
}

using Spark.Engine.Conversations;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Conversations;

/// <summary>A conversation in a list.</summary>
internal sealed record ConversationLine(
    string Key, string Instance, string ConversationId, long Sequence, Owner Owner, DateTimeOffset BeganAt, DateTimeOffset ChangedAt)
{
    public static ConversationLine Of(ConversationSummary summary) => new(
        summary.Key.ToString(), summary.Instance, summary.ExternalId, summary.Sequence, summary.Owner, summary.BeganAt, summary.ChangedAt);
}

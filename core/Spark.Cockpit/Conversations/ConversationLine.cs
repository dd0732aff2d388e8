using System.Text.Json.Serialization;
using Spark.Engine.Conversations;
using Spark.Runtime.Operations;

namespace Spark.Cockpit.Conversations;

/// <summary>A conversation in a list.</summary>
internal sealed record ConversationLine(
    string Key, string Instance, string ConversationId, long Sequence, Owner Owner, DateTimeOffset BeganAt, DateTimeOffset ChangedAt)
{
    /// <summary>The episode that was asked for; null in a list of conversations.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EpisodeView? Episode { get; init; }

    public static ConversationLine Of(ConversationSummary summary) => new(
        summary.Key.ToString(), summary.Instance, summary.ExternalId, summary.Sequence, summary.Owner, summary.BeganAt, summary.ChangedAt);
}

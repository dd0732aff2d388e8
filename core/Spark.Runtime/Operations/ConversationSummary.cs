using Spark.Engine.Conversations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Operations;

/// <summary>A conversation in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Instance">The id of its channel instance.</param>
/// <param name="ExternalId">The conversation, as the channel names it.</param>
/// <param name="Sequence">The number of its last turn.</param>
/// <param name="Owner">Who holds it.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="ChangedAt">When its last turn was.</param>
public sealed record ConversationSummary(
    ConversationKey Key, string Instance, string ExternalId, long Sequence, Owner Owner, DateTimeOffset BeganAt, DateTimeOffset ChangedAt);

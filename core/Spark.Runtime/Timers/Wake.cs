using Spark.Runtime.Turns;

namespace Spark.Runtime.Timers;

/// <summary>A conversation that is to be woken.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Instance">The id of its channel instance.</param>
/// <param name="ExternalId">The conversation, as the channel names it.</param>
/// <param name="DueAt">When it was to be woken.</param>
/// <param name="HeldUntil">Where its row stands meanwhile: nobody else takes it before.</param>
public sealed record Wake(ConversationKey Key, string Instance, string ExternalId, DateTimeOffset DueAt, DateTimeOffset HeldUntil);

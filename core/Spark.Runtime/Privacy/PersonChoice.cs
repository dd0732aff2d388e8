using Spark.Runtime.Turns;

namespace Spark.Runtime.Privacy;

/// <summary>Whom an export or an erasure is about: an administrator has found out that it is one person.</summary>
/// <param name="People">The person on each channel instance.</param>
/// <param name="Conversations">Conversations that are theirs besides: such as name nobody, or somebody else by now.</param>
public sealed record PersonChoice(IReadOnlyList<PersonAddressed> People, IReadOnlyList<ConversationKey> Conversations);

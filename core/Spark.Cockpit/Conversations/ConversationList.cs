namespace Spark.Cockpit.Conversations;

/// <summary>A page of conversations, those changed last first.</summary>
/// <param name="Conversations">The conversations.</param>
/// <param name="Next">What to ask for after this page; null when it was the last.</param>
internal sealed record ConversationList(IReadOnlyList<ConversationLine> Conversations, string? Next);

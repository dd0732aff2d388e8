namespace Spark.Cockpit.Insights;

/// <summary>A sentence that a bot did not understand.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Language">The conversation's language.</param>
/// <param name="Text">The sentence, as it was written first.</param>
/// <param name="Count">How often it was said, whatever its case.</param>
/// <param name="Conversation">The key of the newest conversation with it.</param>
internal sealed record MissedSentence(string Bot, string Language, string Text, int Count, string Conversation);

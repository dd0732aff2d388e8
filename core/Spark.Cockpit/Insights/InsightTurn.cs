using Spark.Engine.Conversations;

namespace Spark.Cockpit.Insights;

/// <summary>A turn as statistics see it.</summary>
/// <param name="At">When it was.</param>
/// <param name="Episode">The number of its episode; 0 for none.</param>
/// <param name="Bot">The bot that ran it.</param>
/// <param name="Language">The conversation's language then.</param>
/// <param name="Owner">Who held the conversation after it.</param>
/// <param name="Said">What the person wrote; null when it was no text.</param>
/// <param name="Intents">The intent of each sentence that was looked through for one; null for one that was not understood.</param>
/// <param name="Dialogs">The dialogs whose steps ran, in order, each once in a row.</param>
public sealed record InsightTurn(
    DateTimeOffset At,
    int Episode,
    string Bot,
    string Language,
    Owner Owner,
    string? Said,
    IReadOnlyList<string?> Intents,
    IReadOnlyList<string> Dialogs);

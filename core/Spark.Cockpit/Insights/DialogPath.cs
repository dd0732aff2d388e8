using Spark.Engine.Conversations;

namespace Spark.Cockpit.Insights;

/// <summary>A way through the dialogs of a bot.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Dialogs">Its first dialogs, in order.</param>
/// <param name="IsCut">True when there were more.</param>
/// <param name="Outcome">How it ended; null when it has not.</param>
/// <param name="Count">How many conversations went it.</param>
internal sealed record DialogPath(string Bot, IReadOnlyList<string> Dialogs, bool IsCut, EpisodeOutcome? Outcome, int Count);

using Spark.Runtime.Recording;

namespace Spark.Cockpit.Insights;

/// <summary>
/// Finds out what a bot understood, and which way people took. Nothing of it is written when a turn runs: a replay of the record tells it,
/// for what was said before anybody asked too. The host gives it, because it knows the installed plugins.
/// </summary>
public interface IConversationInsight
{
    /// <summary>Looks at a record, turn by turn.</summary>
    /// <param name="record">The record; whole.</param>
    IReadOnlyList<InsightTurn> Look(ConversationRecord record);
}

using Spark.Cockpit.Insights;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Sees nothing in any record.</summary>
internal sealed class NoInsight : IConversationInsight
{
    public IReadOnlyList<InsightTurn> Look(ConversationRecord record) => [];
}

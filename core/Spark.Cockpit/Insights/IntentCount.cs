namespace Spark.Cockpit.Insights;

/// <summary>How often an intent was found.</summary>
internal sealed record IntentCount(string Bot, string Intent, int Count);

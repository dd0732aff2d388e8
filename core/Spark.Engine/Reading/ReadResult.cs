using Spark.Engine.Definitions;

namespace Spark.Engine.Reading;

/// <summary>What became of reading a bot: all findings, and the bot when none of them is an error.</summary>
/// <param name="Bot">The compiled bot; null when there are errors.</param>
/// <param name="Findings">All findings, by file, line and column.</param>
public sealed record ReadResult(Bot? Bot, IReadOnlyList<Finding> Findings);

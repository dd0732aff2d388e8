using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>What became of a publication.</summary>
/// <param name="Release">The release; null when the bot was refused.</param>
/// <param name="Findings">What the checker found.</param>
public sealed record PublishOutcome(Release? Release, IReadOnlyList<Finding> Findings);

using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Cockpit.Bots;

/// <summary>What became of a publication.</summary>
/// <param name="Release">The release; null when the bot was refused.</param>
/// <param name="Findings">What the checker found.</param>
internal sealed record PublishAnswer(Release? Release, IReadOnlyList<Finding> Findings);

using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio;

/// <summary>What the checker says.</summary>
internal sealed record FindingList(IReadOnlyList<Finding> Findings);

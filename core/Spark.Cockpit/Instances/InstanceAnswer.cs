using Spark.Engine.Reading;
using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Instances;

/// <summary>How a channel instance or connection stands after it was tried or saved.</summary>
/// <param name="IsSaved">True when it was saved.</param>
/// <param name="Status">How it stands; null when it was not made.</param>
/// <param name="Reason">Why it does not work; null when it does.</param>
/// <param name="Findings">What is wrong with its settings.</param>
internal sealed record InstanceAnswer(bool IsSaved, PluginStatus? Status, string? Reason, IReadOnlyList<Finding> Findings);

using Spark.Engine.Reading;

namespace Spark.Plugins.Loading;

/// <summary>What became of loading a plugin: the plugin when nothing was wrong, and all that was.</summary>
internal sealed record LoadResult(LoadedPlugin? Plugin, IReadOnlyList<Finding> Findings);

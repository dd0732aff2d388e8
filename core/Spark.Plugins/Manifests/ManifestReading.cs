using Spark.Engine.Reading;

namespace Spark.Plugins.Manifests;

/// <summary>What became of reading a manifest: the manifest when nothing was wrong, and all that was.</summary>
internal sealed record ManifestReading(PluginManifest? Manifest, IReadOnlyList<Finding> Findings);

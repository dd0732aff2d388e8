using System.Text.Json;
using Spark.Engine.Definitions;

namespace Spark.Plugins.Manifests;

/// <summary>One field of a manifest, and where its name stands.</summary>
internal sealed record ManifestField(string Name, JsonElement Value, SourceLocation At);

using System.Text.Json;
using Spark.Engine.Reading;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Manifests;

/// <summary>What a plugin says about itself in <c>plugin.json</c>.</summary>
internal sealed record PluginManifest
{
    /// <summary>The folder's name, for ever.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Three numbers.</summary>
    public required Version Version { get; init; }

    /// <summary>What it may offer.</summary>
    public required IReadOnlyList<PluginKind> Kinds { get; init; }

    /// <summary>The file name of the assembly that holds the entry class.</summary>
    public required string Assembly { get; init; }

    /// <summary>The lowest contract version that it needs.</summary>
    public required Version Contracts { get; init; }

    /// <summary>The fixed public paths that it would like; only the operator gives them.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What it says it needs: shown to the operator, not enforced (a load context is no boundary).</summary>
    public JsonElement? Permissions { get; init; }

    /// <summary>What the channels that it offers can show, by the channel's id.</summary>
    public IReadOnlyDictionary<string, ChannelProfile> Channels { get; init; } = new Dictionary<string, ChannelProfile>(StringComparer.Ordinal);

    /// <summary>For offload providers that take conversations of some channels only: those channels' ids, by the provider's id.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Takes { get; init; } = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }
}

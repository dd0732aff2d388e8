using System.Text.Json;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Installing;

/// <summary>A plugin that lies ready to be installed. Nothing of it has run.</summary>
public sealed record PluginCandidate
{
    /// <summary>The SHA-256 of the archive, or of the list of a folder's files with theirs, in hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its first kind, whose folder it lies in.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Who answers for it, as it says itself.</summary>
    public string? Owner { get; init; }

    /// <summary>The lowest contract version that it needs.</summary>
    public required Version Contracts { get; init; }

    /// <summary>What it says it needs; not enforced.</summary>
    public JsonElement? Permissions { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>How large they are together, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The schemas of steps that lie beside it, by the action's id, as JSON.</summary>
    public IReadOnlyDictionary<string, string> ActionSchemas { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

using System.Text.Json.Serialization;

namespace Spark.Channels.Teams;

/// <summary>Whether callers must prove who they are.</summary>
internal enum CallerProof
{
    /// <summary>A valid token with every request.</summary>
    [JsonStringEnumMemberName("required")]
    Required,

    /// <summary>Nothing is checked: for development, on loopback only.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}

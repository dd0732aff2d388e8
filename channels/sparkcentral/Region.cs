using System.Text.Json.Serialization;

namespace Spark.Channels.Sparkcentral;

/// <summary>Where the tenant lives.</summary>
internal enum Region
{
    /// <summary>The United States.</summary>
    [JsonStringEnumMemberName("us")]
    Us,

    /// <summary>The European Union.</summary>
    [JsonStringEnumMemberName("eu")]
    Eu,
}

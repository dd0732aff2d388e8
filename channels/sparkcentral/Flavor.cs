using System.Text.Json.Serialization;

namespace Spark.Channels.Sparkcentral;

/// <summary>Which generation of the product is on the far side.</summary>
internal enum Flavor
{
    /// <summary>Sparkcentral under its own name.</summary>
    [JsonStringEnumMemberName("sparkcentral")]
    Sparkcentral,

    /// <summary>Its successor, Hootsuite's Inbox 2.0.</summary>
    [JsonStringEnumMemberName("hootsuite-inbox2")]
    HootsuiteInbox2,
}

using System.Text.Json.Serialization;

namespace Spark.Channels.Teams;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
internal enum Cloud
{
    /// <summary>The commercial cloud.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>The cloud of the United States government.</summary>
    [JsonStringEnumMemberName("us-government")]
    UsGovernment,
}

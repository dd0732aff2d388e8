using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A request as it arrived.</summary>
internal sealed record RecordedCall(string Method, string Target, string? Authorization, string Body, string? ContentRange = null)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

using System.Text.Json;

namespace Spark.Offload.WebhookDesk;

/// <summary>What stands beside a conversation at the desk: the variables that the step shares, and its fields, which win.</summary>
internal static class Attributes
{
    public static Dictionary<string, string> Of(OffloadRequest request)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in (JsonElement[])[request.Variables, request.Fields])
        {
            if (source.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in source.EnumerateObject())
                {
                    attributes[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
                }
            }
        }

        return attributes;
    }
}

using System.Text.Json;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>What came back for one POST: a status with a body, or the reason why nothing came.</summary>
internal sealed record WebhookAnswer(int? Status, string? Body, string? Error, long Milliseconds)
{
    /// <summary>Delivered only by 200 with an empty body or a JSON object.</summary>
    public bool IsAccepted(out JsonElement? manipulation)
    {
        manipulation = null;
        if (Status != StatusCodes.Status200OK)
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(Body))
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            manipulation = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Globalization;
using System.Text;
using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Webhooks;

/// <summary>One event and its envelope. The key stays the same over all attempts.</summary>
internal sealed record WebhookEvent(string IdempotencyKey, string Type, string DataJson)
{
    public int Version { get; init; } = 1;

    public byte[] BodyAt(DateTimeOffset timestamp, WireProfile profile) => Encoding.UTF8.GetBytes(WireJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("timestamp", Stamp(timestamp, profile));
        json.WriteString("idempotencyKey", IdempotencyKey);
        json.WriteNumber("version", Version);
        json.WriteString("type", Type);
        json.WritePropertyName("data");
        json.WriteRawValue(DataJson);
        json.WriteEndObject();
    }));

    // The sample shows six digits of fraction, the successor's reference nine.
    private static string Stamp(DateTimeOffset timestamp, WireProfile profile) => timestamp.UtcDateTime.ToString(
        profile == WireProfile.Inbox2 ? "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
        CultureInfo.InvariantCulture);
}

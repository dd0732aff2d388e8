using System.Buffers;
using System.Text.Json;
using Spark.Webhooks;

namespace Spark.Channels.Teams.Inbound;

/// <summary>
/// Answers invokes in the response, which Teams waits for. What the bot says to one comes later, as a message: so however long an action
/// takes, the person sees at once that the press has arrived.
/// </summary>
internal static class InvokeAnswer
{
    private const string Message = "application/vnd.microsoft.activity.message";
    private const string Error = "application/vnd.microsoft.error";

    /// <summary>A short text that the client shows.</summary>
    public static WebhookResponse Shown(string text) => Card(200, Message, json => json.WriteString("value", text));

    /// <summary>A card action that cannot be read.</summary>
    public static WebhookResponse BadCardAction() => Card(400, Error, json =>
    {
        json.WriteStartObject("value");
        json.WriteString("code", "BadRequest");
        json.WriteString("message", "The action carries no data that can be read.");
        json.WriteEndObject();
    });

    /// <summary>A dialog (task module), of which the bot has none: the client shows the sentence.</summary>
    public static WebhookResponse NoTask(string text) => Json(200, json =>
    {
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", text);
        json.WriteEndObject();
    });

    /// <summary>Single sign-on, which the bot does not offer: the client falls back to its own way.</summary>
    public static WebhookResponse NoTokenExchange(JsonElement value) => Json(412, json =>
    {
        if (value.Text("id") is { } id)
        {
            json.WriteString("id", id);
        }

        if (value.Text("connectionName") is { } connection)
        {
            json.WriteString("connectionName", connection);
        }

        json.WriteString("failureDetail", "This bot does not sign people in.");
    });

    public static WebhookResponse NotSupported(string? name) => Json(501, json =>
    {
        json.WriteStartObject("error");
        json.WriteString("code", "NotSupported");
        json.WriteString("message", $"This bot does not support '{name}'.");
        json.WriteEndObject();
    });

    private static WebhookResponse Card(int status, string type, Action<Utf8JsonWriter> value) => Json(200, json =>
    {
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        value(json);
    });

    private static WebhookResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return WebhookResponse.Json(status, buffer.WrittenMemory);
    }
}

using System.Buffers;
using System.Text.Json;
using Spark.ApiCalls;

namespace Spark.Offload.Itsm;

/// <summary>Tickets in the outputs and parameters of API Calls.</summary>
internal static class Tickets
{
    private const string Id = "ticketId";
    private const string Number = "ticketNumber";
    private const string Url = "ticketUrl";
    private const string State = "ticketState";

    /// <summary>The ticket of an answer; null when it has none.</summary>
    public static TicketReference? Read(ApiCallResult result) => result.Text(Number) is { Length: > 0 } number
        ? new()
        {
            Number = number,
            Id = result.Text(Id),
            Url = Uri.TryCreate(result.Text(Url), UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null,
            State = result.Text(State),
        }
        : null;

    /// <summary>True when the answer says that the ticket is not worked on any more.</summary>
    public static bool IsClosed(ApiCallResult result) =>
        result.Text("ticketOpen") is { } open && open.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parameters, with the ticket that is meant.</summary>
    public static JsonElement With(JsonElement parameters, TicketReference ticket)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var parameter in parameters.EnumerateObject().Where(parameter => parameter.Name is not (Id or Number)))
            {
                parameter.WriteTo(json);
            }

            json.WriteString(Number, ticket.Number);
            json.WriteString(Id, ticket.Id ?? ticket.Number);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>The parameters of a search.</summary>
    public static JsonElement Correlation(string id)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("correlationId", id);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }
}

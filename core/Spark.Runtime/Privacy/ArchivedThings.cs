using System.Globalization;
using System.Text;
using System.Text.Json;
using Spark.Engine.Conversations;
using Spark.Runtime.Escalation;
using Spark.Runtime.Feeds;

namespace Spark.Runtime.Privacy;

/// <summary>How the things of a person look in an archive.</summary>
internal static class ArchivedThings
{
    public static void Write(Utf8JsonWriter json, Episode episode)
    {
        json.WriteStartObject();
        json.WriteNumber("number", episode.Number);
        json.WriteString("bot", episode.Bot);
        json.WriteString("began", episode.Began);
        if (episode.Ended is { } ended)
        {
            json.WriteString("ended", ended);
        }

        Optional(json, "outcome", episode.Outcome?.ToString());
        Optional(json, "reason", episode.Reason);
        Optional(json, "category", episode.Category);
        Optional(json, "ticket", episode.Ticket);
        Optional(json, "ticketUrl", episode.TicketUrl?.ToString());
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EscalationRecord ticket)
    {
        json.WriteStartObject();
        json.WriteString("began", ticket.BeganAt);
        json.WriteString("correlation", ticket.CorrelationId);
        Optional(json, "result", ticket.Result?.ToString());
        Optional(json, "ticket", ticket.Ticket?.Number);
        Optional(json, "ticketUrl", ticket.Ticket?.Url?.ToString());
        Optional(json, "reason", ticket.Reason);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LoggedTurn turn)
    {
        json.WriteStartObject();
        json.WriteNumber("turn", turn.Sequence);
        json.WriteString("at", turn.Event.At);
        json.WritePropertyName("event");
        json.WriteRawValue(ConversationJson.Write(turn.Event));
        json.WriteStartArray("effects");
        foreach (var entry in turn.Effects)
        {
            json.WriteStartObject();
            json.WriteString("status", entry.Status.ToString());
            json.WritePropertyName("effect");
            json.WriteRawValue(ConversationJson.Write(entry.Effect));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(StringBuilder said, LoggedTurn turn)
    {
        foreach (var line in TranscriptReader.LinesOf(turn, signer: null))
        {
            var who = line.FromPerson ? "person" : line.Agent ?? "bot";
            said.Append(CultureInfo.InvariantCulture, $"{line.At:u} {who}: {line.Text}").Append('\n');
        }
    }

    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

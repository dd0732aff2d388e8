using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>News on tickets: variables that hold the ticket follow it, and the bot tells, where the conversation is its own.</summary>
internal static class Tickets
{
    public static void Take(Turn turn, TicketChanged changed)
    {
        var ticket = changed.Ticket;
        turn.State = turn.State with { Ticket = ticket };
        foreach (var (name, value) in turn.State.Variables)
        {
            if (value.Kind == ValueKind.Object && value["number"] is { Kind: ValueKind.String } number && string.Equals(number.AsString(), ticket.Number, StringComparison.Ordinal))
            {
                turn.State = turn.State with { Variables = turn.State.Variables.SetItem(name, Follow(value, ticket)) };
            }
        }

        if (turn.State.Owner == Owner.Bot && turn.Bot.Events.ContainsKey(BotEvent.TicketChanged))
        {
            turn.State = turn.State with { HasTicketNews = true };
        }
    }

    /// <summary>True when news waits to be told, and no effect is awaited that it would disturb.</summary>
    public static bool CanTell(Turn turn) =>
        turn.State is { HasTicketNews: true, Owner: Owner.Bot, Waiting: not WaitingForEffect } && turn.Bot.Events.ContainsKey(BotEvent.TicketChanged);

    /// <summary>Begins the dialog that tells it.</summary>
    public static void Tell(Turn turn)
    {
        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        Waits.BreakIn(turn, turn.Bot.Events[BotEvent.TicketChanged]);
    }

    /// <summary>A ticket as expressions see it.</summary>
    public static Value ValueOf(TicketReference ticket)
    {
        List<KeyValuePair<string, Value>> fields = [new("number", Value.From(ticket.Number))];
        Add(fields, "id", ticket.Id);
        Add(fields, "url", ticket.Url?.ToString());
        Add(fields, "state", ticket.State);
        return Value.Object(fields);
    }

    private static Value Follow(Value held, TicketReference ticket)
    {
        var now = ValueOf(ticket);
        var others = held.Fields.Where(field => now[field.Key].IsUndefined);
        return Value.Object([.. now.Fields, .. others]);
    }

    private static void Add(List<KeyValuePair<string, Value>> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, Value.From(value)));
        }
    }
}

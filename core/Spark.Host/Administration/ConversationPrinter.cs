using System.Globalization;
using Spark.Cockpit.Conversations;

namespace Spark.Host.Administration;

/// <summary>Prints conversations.</summary>
internal static class ConversationPrinter
{
    public static void Print(TextWriter output, IReadOnlyList<ConversationLine> conversations)
    {
        foreach (var line in conversations)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Key}  {line.Owner.ToString().ToLowerInvariant(),-8} {line.ChangedAt:u}  turn {line.Sequence,-6} {line.Instance}/{line.ConversationId}"));
            if (line.Episode is { } episode)
            {
                var ended = string.Join(", ", new[] { episode.Outcome?.ToString().ToLowerInvariant(), episode.Reason, episode.Ticket, episode.Category }.OfType<string>());
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    episode {episode.Number} from {episode.Began:u}: {(ended.Length > 0 ? ended : "in progress")}"));
            }
        }
    }

    public static void Print(TextWriter output, ConversationView view)
    {
        var line = view.Conversation;
        Row(output, $"conversation", $"{line.Key}  ({line.Instance}/{line.ConversationId})");
        Row(output, $"held by", $"{line.Owner.ToString().ToLowerInvariant()}, epoch {view.OwnerEpoch}");
        if (view.Desk is { } desk)
        {
            var place = desk.Position is { } position ? $", number {position} in its queue" : "";
            Row(output, $"desk", $"{desk.Connection}{(desk.Agent is null ? "" : $", agent {desk.Agent}")}{place}");
            Row(output, $"can go to", $"{(view.Desks.Count == 0 ? "–" : string.Join(", ", view.Desks))}");
        }

        Row(output, $"turns", $"{line.Sequence}, from {line.BeganAt:u} to {line.ChangedAt:u}");
        foreach (var episode in view.Episodes)
        {
            var end = episode.Ended is { } ended ? $"{episode.Outcome?.ToString().ToLowerInvariant() ?? "ended"} {ended:u}" : "open";
            var ticket = episode.Ticket is { } number ? $", ticket {number}" : "";
            Row(output, $"episode {episode.Number}", $"bot {episode.Bot}, version {episode.Version}, from {episode.Began:u}, {end}{ticket}");
        }

        Row(output, $"waits for", $"{view.WaitsFor ?? "nothing"}");
        foreach (var dialog in view.Dialogs)
        {
            Row(output, $"in dialog", $"{dialog}");
        }

        foreach (var timer in view.Timers)
        {
            Row(output, $"timer", $"{timer.Name} at {timer.DueAt:u}");
        }

        if (view.WakeAt is { } wake)
        {
            Row(output, $"looked at", $"{wake:u}");
        }

        PrintEvents(output, view);
        OutboxPrinter.Print(output, view.Effects);
    }

    private static void PrintEvents(TextWriter output, ConversationView view)
    {
        foreach (var happened in view.Events)
        {
            Row(output, $"turn {happened.Sequence}", $"{happened.At:u}  {happened.What}");
            Lines(output, "failed", happened.Fault);
            Lines(output, "person", happened.Said);
            Lines(output, "bot", happened.Answered);
        }
    }

    private static void Lines(TextWriter output, string who, string? text)
    {
        foreach (var line in text?.Split('\n') ?? [])
        {
            output.WriteLine($"                  {who}: {line}");
        }
    }

    private static void Row(TextWriter output, FormattableString name, FormattableString value) =>
        output.WriteLine($"{FormattableString.Invariant(name),-16}  {FormattableString.Invariant(value)}");
}

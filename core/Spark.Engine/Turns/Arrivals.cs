using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Engine.Turns;

/// <summary>
/// People who come by a link from a conversation in which they asked for a human: they have told everything there, so the conversation is
/// handed over at once, with what they told. It stands in the message itself, because not every desk takes notes.
/// </summary>
internal static class Arrivals
{
    public static void HandOver(Turn turn, IReadOnlyList<TranscriptLine> brought)
    {
        var lines = brought.Select(line => $"{(line.FromPerson ? ">" : "<")} {line.Text}");
        var text = string.Join('\n', [BuiltInTexts.In(turn.State.Language, BuiltInTexts.Arrived), .. lines]);
        var message = turn.Add(new SendMessage
        {
            Parts = [new TextPart(text)],
            Language = turn.State.Language,
            Completion = new() { Kind = CompletionKind.Handover },
        });
        turn.State = turn.State with
        {
            Owner = Owner.Queued,
            Episode = turn.State.Episode! with { IsNew = false },
            Waiting = new WaitingForEffect { Effect = message, IsHandover = true },
        };
    }
}

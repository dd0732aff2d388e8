using Spark.Engine.Definitions;
using Spark.Engine.Reading.Dialogs.Cards;
using Spark.Messages;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>say</c>, and what is shown without a word.</summary>
internal sealed class SayReader : IStepReader
{
    private static readonly string[] Exclusive = ["carousel", "list"];

    public string Verb => "say";

    public IReadOnlyList<string> Companions { get; } =
        ["media", "card", "carousel", "list", "buttons", "replies", "delay", "goto", "end", "reason"];

    public bool NeedsId => true;

    public Step Read(StepContext step)
    {
        var map = step.Map;
        if (map.Find("reason") is { } reason && !map.Has("end"))
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, reason.Key.At, "'reason' needs 'end'.", "Add 'end:', or leave 'reason' out.");
        }

        RefuseBoth(step, Exclusive, "One message shows its items one way: make the other a step of its own.");
        RefuseBoth(step, ["buttons", "replies"], "Replies are buttons that go away with the next message: keep one of the two.");
        var items = map.Find("carousel") ?? map.Find("list");
        var buttons = map.Find("buttons") ?? map.Find("replies");
        return new SayStep
        {
            Path = step.Path,
            Next = step.Next,
            At = step.At,
            Delay = map.Find("delay") is { } delay ? step.Reading.Nodes.ShortPause(delay.Value, "delay") : null,
            Text = map.Find(Verb) is { } text ? step.Reading.Expressions.Wordings(text.Value, Verb, step.Key(), step.Scope) : null,
            Media = map.Find("media") is { } media ? MediaReader.Read(step, media.Value) : [],
            Card = map.Find("card") is { } card ? CardReader.Read(step, card.Value) : null,
            Items = items is null ? [] : ItemsReader.Read(step, items),
            Layout = items?.Name == "list" ? ItemsLayout.List : ItemsLayout.Carousel,
            Buttons = buttons is null ? [] : ButtonsReader.Read(step, buttons, item: null),
            AreReplies = buttons?.Name == "replies",
        };
    }

    private static void RefuseBoth(StepContext step, string[] fields, string remedy)
    {
        if (step.Map.Has(fields[0]) && step.Map.Find(fields[1]) is { } second)
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit, second.Key.At, $"A message has '{fields[0]}' or '{fields[1]}', not both.", remedy);
        }
    }
}

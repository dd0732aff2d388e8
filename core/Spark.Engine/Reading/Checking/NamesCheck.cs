using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is named must be there.</summary>
internal sealed class NamesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var meant = new List<Reference>();
        var intents = draft.Intents.Select(intent => intent.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in draft.References)
        {
            switch (reference.Kind)
            {
                case ReferenceKind.Dialog:
                    Require(reference, draft.DialogNames, FindingCodes.UnknownDialog, "dialog", IsStep(reference, draft)
                        ? "It is a step of this dialog, and only dialogs can be gone to: 'next' goes on behind this step; put what is shared into a dialog of its own."
                        : $"Write dialogs/{reference.Name}.yaml.", reading, meant);
                    break;
                case ReferenceKind.Action:
                    Require(reference, draft.ActionNames, FindingCodes.UnknownAction, "action dialog", $"Write actions/{reference.Name}.yaml.", reading, meant);
                    break;
                case ReferenceKind.Intent when draft.HasAllIntents:
                    Require(reference, intents, FindingCodes.UnknownIntent, "intent", "Add it to intents.yaml.", reading, meant);
                    break;
                case ReferenceKind.Variable when draft.HasBotFile:
                    Require(reference, draft.Variables.Keys, FindingCodes.UnknownVariable, "variable", "Declare it in bot.yaml under 'variables'.", reading, meant);
                    break;
                case ReferenceKind.Connection when draft.HasBotFile:
                    Require(reference, draft.Connections.Keys, FindingCodes.UnknownConnection, "connection", "Declare it in bot.yaml under 'connections'.", reading, meant);
                    break;
            }
        }

        // Who misspells a name uses what it names: that nothing uses it would be the same mistake told twice.
        draft.References.AddRange(meant);
    }

    private static bool IsStep(Reference reference, BotDraft draft) =>
        draft.Dialogs.Find(dialog => dialog.Id == reference.Dialog)?.Steps.Any(step => step.Path == reference.Name) == true;

    private static void Require(
        Reference reference, ICollection<string> names, string code, string kind, string remedy, ReadingContext reading, List<Reference> meant)
    {
        if (names.Contains(reference.Name))
        {
            return;
        }

        var nearest = NearestName.Find(reference.Name, names);
        reading.Findings.Error(code, reference.At, $"There is no {kind} '{reference.Name}'.", NearestName.Remedy(nearest, remedy));
        if (nearest is not null)
        {
            meant.Add(reference with { Name = nearest });
        }
    }
}

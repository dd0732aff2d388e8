using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>What is named must be there.</summary>
internal sealed class NamesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var intents = draft.Intents.Select(intent => intent.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in draft.References)
        {
            switch (reference.Kind)
            {
                case ReferenceKind.Dialog:
                    Require(reference, draft.DialogNames, FindingCodes.UnknownDialog, "dialog", $"Write dialogs/{reference.Name}.yaml.", reading);
                    break;
                case ReferenceKind.Action:
                    Require(reference, draft.ActionNames, FindingCodes.UnknownAction, "action dialog", $"Write actions/{reference.Name}.yaml.", reading);
                    break;
                case ReferenceKind.Intent when draft.HasAllIntents:
                    Require(reference, intents, FindingCodes.UnknownIntent, "intent", "Add it to intents.yaml.", reading);
                    break;
                case ReferenceKind.Variable when draft.HasBotFile:
                    Require(reference, draft.Variables.Keys, FindingCodes.UnknownVariable, "variable", "Declare it in bot.yaml under 'variables'.", reading);
                    break;
                case ReferenceKind.Connection when draft.HasBotFile:
                    Require(reference, draft.Connections.Keys, FindingCodes.UnknownConnection, "connection", "Declare it in bot.yaml under 'connections'.", reading);
                    break;
            }
        }
    }

    private static void Require(
        Reference reference, ICollection<string> names, string code, string kind, string remedy, ReadingContext reading)
    {
        if (!names.Contains(reference.Name))
        {
            reading.Findings.Error(
                code, reference.At, $"There is no {kind} '{reference.Name}'.", NearestName.Suggest(reference.Name, names, remedy));
        }
    }
}

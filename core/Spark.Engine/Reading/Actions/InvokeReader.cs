using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads a deed whose verb is an action that a plugin offers.</summary>
internal static class InvokeReader
{
    private const int MostTries = 10;

    public static InvokeDeed Read(DeedContext deed)
    {
        CheckVerb(deed);
        var own = deed.Map.Entries.Where(entry => entry.Name != "id" && !AwaitingFields.Has(entry.Name)).ToList();
        var schema = deed.Reading.FieldsOf(deed.Verb.Name);
        if (schema is not null)
        {
            ActionFieldsCheck.Check(deed, schema, own);
        }

        if (deed.Reading.Offers.ConnectedActions.Contains(deed.Verb.Name))
        {
            ActionFieldsCheck.CheckConnection(deed);
        }

        var awaiting = AwaitingFields.Read(deed, deed.Reading.ResultOf(deed.Verb.Name));
        Disclosure.Read(deed);
        return new()
        {
            Path = deed.Path,
            Next = deed.Next,
            At = deed.At,
            Action = deed.Verb.Name,
            Input = deed.Reading.Templates.Fields(own, deed.Scope, schema),
            Save = awaiting.Save,
            Outcomes = awaiting.Outcomes,
            Otherwise = awaiting.Otherwise,
            Timeout = awaiting.Timeout,
            Approval = awaiting.Approval,
            Tries = deed.Map.Find(AwaitingFields.Tries) is { } tries ? ReadTries(tries.Value, deed) : 1,
        };
    }

    private static int ReadTries(YamlNode node, DeedContext deed)
    {
        var tries = deed.Reading.Nodes.WholeNumber(node, AwaitingFields.Tries, 1) ?? 1;
        if (tries <= MostTries)
        {
            return tries;
        }

        deed.Reading.Findings.Error(
            FindingCodes.BadNumber, node.At, $"'{AwaitingFields.Tries}' is {tries}, and the person waits for all of them.", $"Write {MostTries} at most.");
        return MostTries;
    }

    // Without any plugin it cannot be told whether the verb is a mistake.
    private static void CheckVerb(DeedContext deed)
    {
        var offers = deed.Reading.Offers;
        if (offers.Actions.Contains(deed.Verb.Name))
        {
            return;
        }

        deed.Reading.Findings.Add(
            offers.AreKnown ? FindingLevel.Error : FindingLevel.Warning,
            FindingCodes.UnknownVerb,
            deed.Verb.Key.At,
            $"No installed plugin offers the action '{deed.Verb.Name}'.",
            Dialogs.BlockReader.Verbs.Contains(deed.Verb.Name, StringComparer.Ordinal)
                ? "An action dialog acts and never talks or waits: this belongs to the dialog that runs it."
                : NearestName.Suggest(deed.Verb.Name, deed.Block.Verbs, "Install the plugin that offers it, or correct the verb."));
    }
}

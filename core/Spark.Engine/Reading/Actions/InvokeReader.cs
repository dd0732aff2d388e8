using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads a deed whose verb is an action that a plugin offers.</summary>
internal static class InvokeReader
{
    public static InvokeDeed Read(DeedContext deed)
    {
        CheckVerb(deed);
        var awaiting = AwaitingFields.Read(deed);
        Disclosure.Read(deed);
        return new()
        {
            Path = deed.Path,
            Next = deed.Next,
            At = deed.At,
            Action = deed.Verb.Name,
            Input = deed.Reading.Templates.Fields(
                deed.Map.Entries.Where(entry => entry.Name != "id" && !AwaitingFields.Has(entry.Name)), deed.Scope),
            Save = awaiting.Save,
            Outcomes = awaiting.Outcomes,
            Otherwise = awaiting.Otherwise,
            Timeout = awaiting.Timeout,
        };
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
            NearestName.Suggest(deed.Verb.Name, deed.Block.Verbs, "Install the plugin that offers it, or correct the verb."));
    }
}

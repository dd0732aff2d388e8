using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Holds that what a deed sets is a variable.</summary>
internal static class Assignable
{
    public static bool Accept(YamlScalar name, DeedContext deed)
    {
        if (deed.Scope.Names.Contains(name.Value) && !deed.Reading.Draft.Variables.ContainsKey(name.Value))
        {
            deed.Reading.Findings.Error(
                FindingCodes.NotAllowed,
                name.At,
                $"'{name.Value}' is an input of this action dialog and cannot be set.",
                "Set a variable of the bot.");
            return false;
        }

        deed.Reading.Draft.References.Add(new(ReferenceKind.Variable, name.Value, name.At, Dialog: null));
        return true;
    }
}

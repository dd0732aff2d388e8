using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Holds that a file's id is its name.</summary>
internal static class FileId
{
    /// <summary>Refuses a file that says it is of the other kind, and is only in the wrong folder.</summary>
    public static bool LiesElsewhere(YamlMapping file, string field, string otherField, string otherFolder, ReadingContext reading)
    {
        if (file.Has(field) || file.Find(otherField) is not { } entry)
        {
            return false;
        }

        reading.Findings.Error(
            FindingCodes.UnknownField,
            entry.Key.At,
            otherField == "action" ? "This is an action dialog, and it lies among the dialogs." : "This is a dialog, and it lies among the action dialogs.",
            $"Move the file to {otherFolder}/.");
        return true;
    }

    public static void Check(YamlMapping file, string field, string name, ReadingContext reading)
    {
        var kind = field == "action" ? "An action dialog" : "A dialog";
        if (reading.Nodes.Require(file, field, kind) is not { } node || reading.Nodes.Id(node, field) is not { } id)
        {
            return;
        }

        if (id.Value != name)
        {
            reading.Findings.Error(
                FindingCodes.NameDiffersFromFile,
                id.At,
                $"The file is called '{name}' and says '{id.Value}'.",
                $"Write '{field}: {name}', or call the file {id.Value}.yaml.");
        }
        else if (id.Value == Names.Next)
        {
            reading.Findings.Error(
                FindingCodes.BadName, id.At, $"The word '{Names.Next}' means the next step and can be no id.", "Choose another id.");
        }
    }
}

using Spark.Engine.Reading.Values;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Holds that a file's id is its name.</summary>
internal static class FileId
{
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

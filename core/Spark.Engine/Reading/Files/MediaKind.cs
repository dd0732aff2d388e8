using System.Text.RegularExpressions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Files;

/// <summary>Reads the media types of files that a variable takes.</summary>
internal static partial class MediaKind
{
    /// <summary>A media type without parameters, or all of a kind.</summary>
    public const string Form = "^[a-z]+/(\\*|[a-z0-9][a-z0-9.+-]*)$";

    public static IReadOnlyList<string> Read(YamlNode node, ReadingContext reading)
    {
        var kinds = new List<string>();
        foreach (var kind in reading.Nodes.List(node, "accept", (item, field) => reading.Nodes.Scalar(item, field, "a media type")))
        {
            if (Type().IsMatch(kind.Value))
            {
                kinds.Add(kind.Value);
            }
            else
            {
                reading.Findings.Error(FindingCodes.NotAllowed, kind.At, $"'{kind.Value}' is no media type.", "Write image/png, or image/* for all pictures.");
            }
        }

        return kinds;
    }

    [GeneratedRegex(Form, RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Type();
}

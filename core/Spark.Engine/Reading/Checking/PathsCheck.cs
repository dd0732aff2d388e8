using System.Text.RegularExpressions;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A path fills in values as the format does, and not as other systems write them: <c>${name}</c>, <c>:name</c>, <c>%name%</c>.</summary>
internal sealed partial class PathsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var action in reading.Draft.Actions)
        {
            foreach (var path in action.Deeds.OfType<InvokeDeed>().Select(deed => deed.Input).OfType<ObjectTemplate>().SelectMany(input => input.Fields).Select(field => field.Value).OfType<PathTemplate>())
            {
                if (Foreign().Match(path.Text.Text) is { Success: true } found
                    && found.Groups["name"].Value is var name
                    && (action.Input.ContainsKey(name) || reading.Draft.Variables.ContainsKey(name)))
                {
                    reading.Draft.UsedVariables.Add(name);
                    reading.Findings.Warning(
                        FindingCodes.DoubledBraces, path.At, $"This path holds '{found.Value.TrimStart('/')}' as it is written.", $"Write {{{name}}} for its value.");
                }
            }
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z][A-Za-z0-9]*)\}|/:(?<name>[A-Za-z][A-Za-z0-9]*)|%(?<name>[A-Za-z][A-Za-z0-9]*)%|\{\{(?<name>[A-Za-z][A-Za-z0-9]*)\}\}|<(?<name>[A-Za-z][A-Za-z0-9]*)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Foreign();
}

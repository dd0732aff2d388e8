namespace Spark.Engine.Reading.Checking;

/// <summary>A context that a trigger requires is begun by a dialog, and the other way round.</summary>
internal sealed class ContextsCheck : ICheck
{
    private const string Path = "sys.contexts.";

    public void Run(ReadingContext reading)
    {
        var (required, begun) = (reading.Draft.RequiredContexts, reading.Draft.BegunContexts);
        var known = begun.Select(context => context.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, at) in required.Where(context => !known.Contains(context.Key)))
        {
            reading.Findings.Error(
                FindingCodes.UnknownContext,
                at,
                $"No dialog begins the context '{name}'.",
                NearestName.Suggest(name, known, $"Add 'contexts: {{ {name}: 1 }}' to the dialog after which it holds."));
        }

        foreach (var use in reading.Draft.Expressions)
        {
            foreach (var path in use.Expression.Analysis.Fields.Where(path => path.Name.StartsWith(Path, StringComparison.Ordinal) && !known.Contains(path.Name[Path.Length..])))
            {
                var name = path.Name[Path.Length..];
                reading.Findings.Error(
                    FindingCodes.UnknownContext,
                    use.PositionOf(path.Start),
                    $"No dialog begins the context '{name}'.",
                    NearestName.Suggest(name, known, $"Add 'contexts: {{ {name}: 1 }}' to the dialog after which it holds."));
            }
        }

        var used = required.Select(context => context.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, at) in begun.Where(context => !used.Contains(context.Key) && !IsSeen(context.Key, reading)))
        {
            reading.Findings.Warning(
                FindingCodes.UnusedContext, at, $"Nothing asks for the context '{name}'.", "Name it in the 'trigger' of a dialog, or delete it.");
        }
    }

    private static bool IsSeen(string context, ReadingContext reading) =>
        reading.Draft.Expressions.Exists(use => use.Expression.Analysis.Fields.Any(path => path.Name == $"sys.contexts.{context}" || path.Name == "sys.contexts"));
}

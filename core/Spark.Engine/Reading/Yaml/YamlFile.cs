using Spark.Engine.Definitions;
using YamlDotNet.Core;

namespace Spark.Engine.Reading.Yaml;

/// <summary>Reads a file's text into a tree, in the strict profile of the bot format.</summary>
internal static class YamlFile
{
    /// <summary>The most UTF-16 units that a file may have.</summary>
    public const int LargestFile = 1024 * 1024;

    // Each repaired value costs one more reading of the file.
    private const int MostRepairs = 20;

    /// <summary>Reads a file; what is wrong goes into the bag. Null when no tree can be made of it.</summary>
    public static YamlNode? Read(string path, string text, FindingBag findings)
    {
        var source = new SourceText(path, text.StartsWith('\uFEFF') ? text[1..] : text);
        if (!SourceGate.LetsIn(source, findings))
        {
            return null;
        }

        var lastRepaired = 0;
        for (var repairs = 0; ; repairs++)
        {
            var found = new FindingBag();
            try
            {
                var root = new YamlTreeReader(source, found).Read();
                Report(found, lastRepaired, findings);
                if (root is null && lastRepaired == 0 && !found.HasErrors)
                {
                    findings.Error(FindingCodes.Empty, new(path, 1, 1), "The file is empty.", "Write its contents, or delete the file.");
                }

                return root;
            }
            catch (YamlException exception)
            {
                var at = new SourceLocation(path, (int)Math.Max(1, exception.Start.Line), (int)Math.Max(1, exception.Start.Column));
                var hint = HintAt(source, at.Line);
                var trap = hint is null && repairs < MostRepairs && at.Line > lastRepaired ? QuotingTrap.Find(source, at.Line) : null;
                if (trap is null)
                {
                    ReportSyntax(at, exception.Message, hint, lastRepaired, findings);
                    return null;
                }

                findings.Error(FindingCodes.NeedsQuotes, trap.At, trap.Message, trap.Remedy);
                findings.Settle(path, trap.At.Line);
                lastRepaired = trap.At.Line;
                source = new SourceText(path, trap.Repaired);
            }
        }
    }

    // YAML stumbles over a line or over what follows it.
    private static (int Line, SyntaxHint Hint)? HintAt(SourceText source, int line) =>
        SyntaxHint.Of(source.Line(line)) is { } hint ? (line, hint)
        : line > 1 && SyntaxHint.Of(source.Line(line - 1)) is { } before ? (line - 1, before)
        : null;

    // A value over several lines cannot be repaired by quoting its first: what then fails next to it is the same mistake.
    private static void ReportSyntax(SourceLocation at, string message, (int Line, SyntaxHint Hint)? hint, int lastRepaired, FindingBag findings)
    {
        if (lastRepaired > 0 && at.Line <= lastRepaired + 1)
        {
            return;
        }

        if (hint is { } known)
        {
            findings.Error(FindingCodes.DoesNotParse, at with { Line = known.Line, Column = known.Hint.Column }, known.Hint.Message, known.Hint.Remedy);
            return;
        }

        findings.Error(
            FindingCodes.DoesNotParse,
            at,
            $"This is not YAML: {Sentence(message)}",
            "Look at the indentation, the quotes and the brackets of this line and the one before it.");
    }

    private static void Report(FindingBag found, int lastRepaired, FindingBag findings)
    {
        foreach (var finding in found.InOrder())
        {
            findings.Add(finding.Level, finding.Code, finding.At, finding.Message, finding.Remedy);
            if (finding.Code is FindingCodes.Tag or FindingCodes.AnchorOrAlias && finding.At.Line != lastRepaired)
            {
                findings.Settle(finding.At.File, finding.At.Line);
            }
        }
    }

    private static string Sentence(string message) =>
        message.Length == 0 ? "it cannot be read." : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.') + ".";
}

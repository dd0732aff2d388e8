using Spark.Engine.Reading;
using Spark.Runtime;

namespace Spark.Host.Checking;

/// <summary>Says no with all that was found.</summary>
internal static class Refusal
{
    public static OperatorException Of(string code, string sentence, IReadOnlyList<Finding> findings)
    {
        using var lines = new StringWriter();
        lines.WriteLine(sentence);
        FindingPrinter.PrintLines(lines, findings);
        return new(code, lines.ToString().TrimEnd());
    }
}

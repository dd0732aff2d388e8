using Spark.Engine.Definitions;

namespace Spark.Engine.Reading;

/// <summary>Collects what is found while a bot is read.</summary>
internal sealed class FindingBag
{
    private readonly HashSet<Finding> findings = [];
    private readonly HashSet<SourceLocation> places = [];
    private readonly HashSet<(string File, int Line)> settled = [];

    /// <summary>True when there is an error among them.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>All, by file, line and column.</summary>
    public IReadOnlyList<Finding> InOrder() =>
    [
        .. findings
            .OrderBy(finding => finding.At.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.At.Line)
            .ThenBy(finding => finding.At.Column)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];

    public void Error(string code, SourceLocation at, string message, string remedy) =>
        Add(FindingLevel.Error, code, at, message, remedy);

    public void Warning(string code, SourceLocation at, string message, string remedy) =>
        Add(FindingLevel.Warning, code, at, message, remedy);

    public void Note(string code, SourceLocation at, string message, string remedy) =>
        Add(FindingLevel.Note, code, at, message, remedy);

    /// <summary>Nothing more is said of a line: what else is wrong with it follows from what was said.</summary>
    public void Settle(string file, int line) => settled.Add((file, line));

    /// <summary>True when there is an error in a file.</summary>
    public bool HasErrorsIn(string file) => findings.Any(finding => finding.Level == FindingLevel.Error && finding.At.File == file);

    /// <summary>True when there is an error in the line of a place.</summary>
    public bool HasErrorsAt(SourceLocation at) =>
        findings.Any(finding => finding.Level == FindingLevel.Error && finding.At.File == at.File && finding.At.Line == at.Line);

    /// <summary>Takes back what was said of a place, for something that says it better.</summary>
    public void Withdraw(string code, SourceLocation at) => findings.RemoveWhere(finding => finding.Code == code && finding.At == at);

    /// <summary>True when something was said of a place.</summary>
    public bool IsReported(SourceLocation at) => places.Contains(at);

    /// <summary>True when something was said of the line of a place.</summary>
    public bool IsReportedIn(SourceLocation at) => places.Any(place => place.Line == at.Line && place.File == at.File);

    public void Add(FindingLevel level, string code, SourceLocation at, string message, string remedy)
    {
        if (settled.Contains((at.File, at.Line)))
        {
            return;
        }

        places.Add(at);
        HasErrors |= level == FindingLevel.Error;
        findings.Add(new Finding { Code = code, Level = level, At = at, Message = message, Remedy = remedy });
    }
}

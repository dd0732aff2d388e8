using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Spark.Runtime.Access;

namespace Spark.Runtime.Privacy;

/// <summary>Mentions of one person in entries of the audit. Who did something stays: an operator answers for what they did.</summary>
internal sealed class AuditMentions
{
    /// <summary>What stands in their place.</summary>
    public const string Erased = "(erased)";

    private readonly Regex? mention;

    /// <param name="texts">What the person is known by.</param>
    public AuditMentions(IReadOnlyList<string> texts)
    {
        // Details are JSON, in which letters beyond ASCII are escaped.
        string[] forms = [.. texts.Concat(texts.Select(JavaScriptEncoder.Default.Encode)).Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];
        mention = forms.Length == 0
            ? null
            : new($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', forms.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    /// <summary>True when an entry is about the person.</summary>
    public bool Holds(AuditRecord entry) => mention is not null && (IsIn(entry.Subject) || IsIn(entry.Details));

    /// <summary>The entry without the person.</summary>
    public AuditRecord Without(AuditRecord entry) => entry with { Subject = Strike(entry.Subject), Details = Strike(entry.Details) };

    private bool IsIn(string? text) => text is not null && mention!.IsMatch(text);

    private string? Strike(string? text) => text is null ? null : mention!.Replace(text, Erased);
}

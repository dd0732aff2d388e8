using System.Text.RegularExpressions;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Testing.Suites;

/// <summary>The keys by which a bot's texts are known: a dialog's id, a step's path, and perhaps a part of the step.</summary>
internal sealed partial class TextKeys(Bot bot)
{
    private const int ShortestPart = 4;
    private const string Invalid = "invalid";

    /// <summary>The keys of steps that speak, and those that are translated: what a mistyped one may have meant.</summary>
    public IReadOnlyCollection<string> All => bot.Dialogs.Values
        .SelectMany(dialog => dialog.Steps.Where(step => step is SayStep or AskStep or ConfirmStep).Select(step => $"{dialog.Id}.{step.Path}"))
        .Concat(bot.Translations.Values.SelectMany(texts => texts.Keys))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a key of the bot. What stands behind the step's path is left to the run: it depends on the step's verb.</summary>
    public bool Has(string key) =>
        DialogOf(key) is { } dialog
        && dialog.Steps.Any(step => IsBelow(key.AsSpan(dialog.Id.Length + 1), step.Path));

    /// <summary>True when something is written as a key is: ids and dots, or else a dialog's id, a dot, and no blanks.</summary>
    public bool LooksLike(string text) => Form().IsMatch(text) || (!text.Any(char.IsWhiteSpace) && !text.EndsWith('.') && DialogOf(text) is not null);

    /// <summary>The key that a part of a step was probably meant as, when it is nearly that and not known; null for none.</summary>
    public string? FindMeant(string key)
    {
        var part = key[(key.LastIndexOf('.') + 1)..];
        return part.Length >= ShortestPart && part.All(char.IsAsciiLetter) && !All.Contains(key, StringComparer.Ordinal)
            ? NearestName.Find(part, All.Where(known => known.Length > key.Length - part.Length && known.StartsWith(key.AsSpan(0, key.Length - part.Length), StringComparison.Ordinal)).Select(known => known[(key.Length - part.Length)..]).Append(Invalid)) is { } meant && meant != part
                ? key[..^part.Length] + meant
                : null
            : null;
    }

    private static bool IsBelow(ReadOnlySpan<char> key, string path) =>
        key.StartsWith(path, StringComparison.Ordinal) && (key.Length == path.Length || key[path.Length] == '.');

    private Dialog? DialogOf(string key) =>
        key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? bot.Dialogs.GetValueOrDefault(key[..dot]) : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Form();
}

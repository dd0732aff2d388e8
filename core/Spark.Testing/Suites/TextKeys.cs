using Spark.Engine.Definitions;

namespace Spark.Testing.Suites;

/// <summary>The keys by which a bot's texts are known: a dialog's id, a step's path, and perhaps a part of the step.</summary>
internal sealed class TextKeys(Bot bot)
{
    /// <summary>The keys of steps, and those that are translated: what a mistyped one may have meant.</summary>
    public IReadOnlyCollection<string> All => bot.Dialogs.Values
        .SelectMany(dialog => dialog.Steps.Select(step => $"{dialog.Id}.{step.Path}"))
        .Concat(bot.Translations.Values.SelectMany(texts => texts.Keys))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a key of the bot. What stands behind the step's path is left to the run: it depends on the step's verb.</summary>
    public bool Has(string key) =>
        DialogOf(key) is { } dialog
        && dialog.Steps.Any(step => IsBelow(key.AsSpan(dialog.Id.Length + 1), step.Path));

    /// <summary>True when something is written as a key of this bot would be: a dialog's id, a dot, and no blanks.</summary>
    public bool LooksLike(string text) => !text.Any(char.IsWhiteSpace) && !text.EndsWith('.') && DialogOf(text) is not null;

    private static bool IsBelow(ReadOnlySpan<char> key, string path) =>
        key.StartsWith(path, StringComparison.Ordinal) && (key.Length == path.Length || key[path.Length] == '.');

    private Dialog? DialogOf(string key) =>
        key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? bot.Dialogs.GetValueOrDefault(key[..dot]) : null;
}

using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Locales;
using Spark.Host.Bots;
using Spark.Runtime;

namespace Spark.Host.CommandLine;

/// <summary><c>spark locales</c>: how the translations of a bot stand, and their way to a translator and back.</summary>
internal static class LocalesCommand
{
    private const string Csv = "csv";
    private const string Xliff = "xliff";

    public static Command Create() => new("locales", "Translations: what is missing or stale, and their way to a translator and back.")
    {
        Status(), Lock(), Export(), Import(),
    };

    private static Argument<string> Folder() => new("folder") { Description = "The bot's folder." };

    private static Option<string?> Language() => new("--language") { Description = "One language only." };

    private static Command Status()
    {
        var (folder, language) = (Folder(), Language());
        var command = new Command("status", "Lists missing and stale translations; the exit code is 1 when there are any.") { folder, language };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var texts = BotTexts.Read(await OneBot.LoadAsync(parsed.GetRequiredValue(folder), cancellationToken));
            var isWhole = true;
            foreach (var one in Languages(texts, parsed.GetValue(language)))
            {
                var all = texts.In(one);
                var open = all.Where(text => text.State != TranslationState.Translated).ToList();
                isWhole &= open.Count == 0;
                await Console.Out.WriteLineAsync(
                    $"{one}: {all.Count - open.Count} of {all.Count} translated, {open.Count(text => text.State == TranslationState.Stale)} stale, {open.Count(text => text.State == TranslationState.Missing)} missing.");
                foreach (var text in open)
                {
                    await Console.Out.WriteLineAsync($"    {text.State.ToString().ToLowerInvariant(),-8} {text.Key}");
                }
            }

            return isWhole ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    private static Command Lock()
    {
        var folder = Folder();
        var accept = new Option<string[]>("--accept") { Description = "Keys of translations that fit although they are stale or their original once more; 'all' for every one.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("lock", "Writes down of what text each translation is made, so that those that fall behind are found.") { folder, accept };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var path = parsed.GetRequiredValue(folder);
            var texts = BotTexts.Read(await OneBot.LoadAsync(path, cancellationToken));
            var stale = texts.Languages.Skip(1).SelectMany(texts.In).Where(text => text.State == TranslationState.Stale).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
            var keys = parsed.GetValue(accept) ?? [];
            var copied = texts.Languages.Skip(1).SelectMany(texts.Copied).ToHashSet(StringComparer.Ordinal);
            var accepted = keys.Contains("all", StringComparer.Ordinal) ? [.. stale, .. copied] : keys.ToHashSet(StringComparer.Ordinal);
            await WriteAsync(path, BotSource.LockFile, texts.Lock(accepted), cancellationToken);
            stale.ExceptWith(accepted);
            copied.ExceptWith(accepted);
            await Console.Out.WriteLineAsync((stale.Count, copied.Count) switch
            {
                (0, 0) => $"{BotSource.LockFile} is up to date.",
                (0, _) => $"{BotSource.LockFile} is written; {copied.Count} translations are their originals once more: {Keys(copied)}. Translate them, or name them with --accept.",
                _ => $"{BotSource.LockFile} is written; {stale.Count} stale translations stay stale: {Keys(stale)}. Translate them anew, or name them with --accept.",
            });
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Keys(IEnumerable<string> keys) => string.Join(", ", keys.Order(StringComparer.Ordinal));

    private static Command Export()
    {
        var (folder, language) = (Folder(), Language());
        var format = new Option<string>("--format") { Description = "csv, or xliff (version 1.2).", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, Xliff);
        var to = new Option<string>("--to") { Description = "The folder to write to; a file a language.", DefaultValueFactory = _ => "." };
        var command = new Command("export", "Writes the texts of a bot for a translator.") { folder, language, format, to };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var texts = BotTexts.Read(await OneBot.LoadAsync(parsed.GetRequiredValue(folder), cancellationToken));
            foreach (var one in Languages(texts, parsed.GetValue(language)))
            {
                var isCsv = parsed.GetValue(format) == Csv;
                var name = $"{texts.Bot}.{one}.{(isCsv ? "csv" : "xlf")}";
                var text = isCsv
                    ? "\uFEFF" + TranslationCsv.Write(texts.Languages[0], one, texts.In(one))
                    : Guard(() => TranslationXliff.Write(texts.Bot, texts.Languages[0], one, texts.In(one)));
                await WriteAsync(parsed.GetRequiredValue(to), name, text, cancellationToken);
                await Console.Out.WriteLineAsync($"{Path.Combine(parsed.GetRequiredValue(to), name)}: {texts.In(one).Count} texts.");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Import()
    {
        var (folder, language) = (Folder(), Language());
        var file = new Argument<string>("file") { Description = "The translator's file: .csv, or XLIFF 1.2 as .xlf, .xliff or .xml." };
        var command = new Command("import", "Takes a translator's file into the bot. CSV needs --language.") { folder, file, language };
        command.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            var path = parsed.GetRequiredValue(folder);
            var texts = BotTexts.Read(await OneBot.LoadAsync(path, cancellationToken));
            var given = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var isCsv = parsed.GetRequiredValue(file).EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
            var import = Guard(() => isCsv
                ? TranslationCsv.Read(given, texts.Languages[0], parsed.GetValue(language) ?? throw new FormatException("A CSV does not say its language: name it with --language."))
                : TranslationXliff.Read(given));
            _ = Languages(texts, import.Language);
            var result = texts.Import(import);
            foreach (var (name, text) in result.Files)
            {
                await WriteAsync(path, name, text, cancellationToken);
            }

            await Console.Out.WriteLineAsync($"{import.Language}: {result.Changed} translations changed.");
            await ListAsync("The bot has no such text (any more)", result.Unknown);
            await ListAsync("The text has changed since the export; the translation is stale", result.Outdated);
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task ListAsync(string what, IReadOnlyList<string> keys)
    {
        if (keys.Count > 0)
        {
            await Console.Out.WriteLineAsync($"{what}: {string.Join(", ", keys)}.");
        }
    }

    private static List<string> Languages(BotTexts texts, string? only)
    {
        var others = texts.Languages.Skip(1).ToList();
        return only is null
            ? others
            : others.Contains(only, StringComparer.Ordinal)
            ? [only]
            : throw new OperatorException("SPK12031", $"The bot is not translated into '{only}'. Its languages: {string.Join(", ", texts.Languages)}; the first is that of the dialogs.");
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException wrong)
        {
            throw new OperatorException("SPK12032", wrong.Message, wrong);
        }
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException("SPK12032", $"The file cannot be read: {wrong.Message}", wrong);
        }
    }

    private static async Task WriteAsync(string folder, string name, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, cancellationToken);
    }
}

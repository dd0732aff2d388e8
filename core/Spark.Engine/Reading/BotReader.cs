using Spark.Engine.Definitions;
using Spark.Engine.Reading.Checking;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading;

/// <summary>Reads, checks and compiles a bot.</summary>
public static class BotReader
{
    private const string BotFile = "bot.yaml";

    /// <summary>Reads a bot from its files. Says everything that is wrong at once.</summary>
    /// <param name="source">The files.</param>
    /// <param name="offers">What the installed plugins offer.</param>
    public static ReadResult Read(BotSource source, InstalledOffers offers)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(offers);
        var reading = ReadFiles(source, offers);
        var findings = reading.Findings;
        reading.Draft.IsWhole &= !findings.HasErrors;
        Checks.Run(reading);
        var bot = findings.HasErrors ? null : BotCompiler.Compile(reading.Draft, BotVersion.Of(source.Files));
        return new(bot, findings.InOrder());
    }

    /// <summary>
    /// Compiles a version that was published before. It was checked then, by the checker and against the plugins of that time: only what
    /// cannot be read is refused. An action that no plugin offers any more ends <c>failed</c> when it is run.
    /// </summary>
    /// <param name="source">The files.</param>
    /// <param name="offers">What the installed plugins offer.</param>
    /// <returns>The bot; null when its files cannot be read any more.</returns>
    public static Bot? ReadKept(BotSource source, InstalledOffers offers)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(offers);
        var known = offers with { Actions = offers.Actions.Concat(source.ActionSchemas.Keys).ToHashSet(StringComparer.Ordinal) };
        var reading = ReadFiles(source, known);
        if (reading.Findings.HasErrors)
        {
            return null;
        }

        Checks.Run(reading);
        return BotCompiler.Compile(reading.Draft, BotVersion.Of(source.Files));
    }

    /// <summary>Reads the files, and checks nothing yet.</summary>
    internal static ReadingContext ReadFiles(BotSource source, InstalledOffers offers)
    {
        var findings = new FindingBag();
        var reading = new ReadingContext(findings, offers);

        // Variables are declared in bot.yaml, and deeds ask for them while they are read.
        foreach (var (path, text) in source.Files.OrderBy(file => file.Key != BotFile).ThenBy(file => file.Key, StringComparer.Ordinal))
        {
            ReadFile(path, text, reading);
        }

        foreach (var path in source.OtherFiles)
        {
            NoteOther(path, findings);
        }

        if (!source.Files.ContainsKey(BotFile))
        {
            findings.Error(FindingCodes.MissingFile, new(BotFile, 0, 0), "The bot has no bot.yaml.", "Add one with spark, bot, languages and events.");
        }

        ReadyDialogs.Add(reading);
        return reading;
    }

    private static void ReadFile(string path, string text, ReadingContext reading)
    {
        var kind = BotFileKinds.Of(path);
        var name = BotFileKinds.Name(path);
        switch (kind)
        {
            case BotFileKind.None:
                return;
            case BotFileKind.Other:
                NoteOther(path, reading.Findings);
                return;
            case BotFileKind.Lock:
                LockFileReader.Read(path, text, reading);
                return;
            case BotFileKind.Dialog:
                reading.Draft.DialogNames.Add(name);
                break;
            case BotFileKind.Action:
                reading.Draft.ActionNames.Add(name);
                break;
        }

        var root = YamlFile.Read(path, text, reading.Findings);
        if (root is null || reading.Nodes.Mapping(root, path) is not { } file)
        {
            reading.Draft.IsWhole = false;
            reading.Draft.HasAllIntents &= kind is not (BotFileKind.Intents or BotFileKind.Intent);
            return;
        }

        reading.Draft.Trees.Add(file);
        switch (kind)
        {
            case BotFileKind.Bot:
                reading.Draft.HasBotFile = true;
                BotFileReader.Read(file, reading);
                break;
            case BotFileKind.Intents:
                IntentsFileReader.Read(file, reading);
                break;
            case BotFileKind.Intent:
                IntentsFileReader.ReadOne(file, name, reading);
                break;
            case BotFileKind.Dialog:
                DialogFileReader.Read(file, name, reading);
                break;
            case BotFileKind.Action:
                ActionFileReader.Read(file, name, reading);
                break;
            case BotFileKind.Locale:
                LocaleFileReader.Read(file, name, path, reading);
                break;
        }
    }

    private static void NoteOther(string path, FindingBag findings) => findings.Note(
        FindingCodes.FileNotRead,
        new(path, 0, 0),
        "This file is not read: no part of a bot has its name and folder.",
        "Files of a bot are bot.yaml, intents.yaml and NAME.yaml in dialogs/, actions/, locales/, intents/ or tests/.");
}

namespace Spark.Engine.Reading;

/// <summary>Tells a file's kind by its path.</summary>
internal static class BotFileKinds
{
    /// <summary>Where the hashes of translated texts lie.</summary>
    public const string LockFile = "locales/.lock";

    private const string Extension = ".yaml";

    /// <summary>The kind of a file.</summary>
    /// <param name="path">The path below the bot's folder, with forward slashes.</param>
    public static BotFileKind Of(string path)
    {
        if (path == LockFile)
        {
            return BotFileKind.Lock;
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var folder = slash < 0 ? "" : path[..slash];
        var isYaml = path.EndsWith(Extension, StringComparison.Ordinal) && path.IndexOf('/', slash + 1) < 0;
        return (folder, isYaml) switch
        {
            ("tests" or "canvas", _) => BotFileKind.None,
            ("dialogs", true) => BotFileKind.Dialog,
            ("actions", true) => BotFileKind.Action,
            ("locales", true) => BotFileKind.Locale,
            ("intents", true) => BotFileKind.Intent,
            ("", true) when path == "bot.yaml" => BotFileKind.Bot,
            ("", true) when path == "intents.yaml" => BotFileKind.Intents,
            _ => LooksMeant(path) ? BotFileKind.Other : BotFileKind.None,
        };
    }

    /// <summary>True for a folder whose files are parts of a bot.</summary>
    public static bool IsFolder(string name) => name is "dialogs" or "actions" or "locales" or "intents";

    /// <summary>The file's name without folder and extension: the id of what it holds.</summary>
    public static string Name(string path) => Path.GetFileNameWithoutExtension(path);

    // A README, an editor's backup or a picture lies in a bot's folder for its own reasons.
    private static bool LooksMeant(string path) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}

using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Locales;

/// <summary>The texts of a bot and their translations, for those who translate: reading, counting, exchanging with a translator's tools.</summary>
public sealed class BotTexts
{
    private readonly BotSource source;
    private readonly BotDraft draft;
    private readonly TranslationLock locked;

    private BotTexts(BotSource source, BotDraft draft)
    {
        this.source = source;
        this.draft = draft;
        locked = draft.Lock ?? new();
    }

    /// <summary>The bot's id, or its folder's name when it has none.</summary>
    public string Bot => draft.Id.Length > 0 ? draft.Id : source.Name;

    /// <summary>The languages; the dialogs are written in the first one.</summary>
    public IReadOnlyList<string> Languages => draft.Languages;

    /// <summary>Reads the texts. What is wrong with the bot otherwise is the checker's business.</summary>
    /// <param name="source">The bot's files.</param>
    public static BotTexts Read(BotSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source, BotReader.ReadFiles(source, new()).Draft);
    }

    /// <summary>All texts as the dialogs have them, by their keys, in the order in which they are written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Originals =>
        [.. draft.Texts.DistinctBy(text => text.Key, StringComparer.Ordinal).Select(text => KeyValuePair.Create(text.Key, text.Template.Text))];

    /// <summary>All texts with their translations into a language, in the order in which they are written.</summary>
    /// <param name="language">One of the bot's languages besides the first.</param>
    public IReadOnlyList<TranslatedText> In(string language)
    {
        var translations = Translations(language);
        return
        [
            .. draft.Texts.DistinctBy(text => text.Key, StringComparer.Ordinal).Select(text =>
            {
                var translation = translations.GetValueOrDefault(text.Key);
                var original = text.Template.Text;
                return new TranslatedText(
                    text.Key,
                    original,
                    translation,
                    translation is null ? TranslationState.Missing
                    : locked.IsStale(language, text.Key, original, translation) ? TranslationState.Stale
                    : TranslationState.Translated);
            }),
        ];
    }

    /// <summary>The keys of translations that are their originals once more and probably forgotten, in the order in which they are written.</summary>
    /// <param name="language">One of the bot's languages besides the first.</param>
    public IReadOnlyList<string> Copied(string language) =>
        [.. In(language).Where(text => text.Translation is { } translation && IsCopied(language, text.Key, text.Source, translation)).Select(text => text.Key)];

    /// <summary>
    /// The lock file anew: every translation that is not stale is written down with the text that it was made of; stale ones stay as they
    /// were, and those that are their original once more are left out, so that both go on being told.
    /// </summary>
    /// <param name="accepted">Keys whose stale or equal translations fit.</param>
    public string Lock(IReadOnlySet<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        var next = new TranslationLock();
        foreach (var language in Languages.Skip(1))
        {
            foreach (var text in In(language).Where(text => text.Translation is not null))
            {
                var isKept = text.State == TranslationState.Stale && !accepted.Contains(text.Key);
                if (!accepted.Contains(text.Key) && IsCopied(language, text.Key, text.Source, text.Translation!))
                {
                    continue;
                }

                next.Put(language, text.Key, isKept ? locked.Find(language, text.Key)! : new(TextHash.Of(text.Source), TextHash.Of(text.Translation!)));
            }
        }

        return LockFileWriter.Write(next);
    }

    /// <summary>Takes translations into the bot's files.</summary>
    /// <param name="import">What the translator gave back.</param>
    public ImportResult Import(TranslationImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var known = In(import.Language).ToDictionary(text => text.Key, StringComparer.Ordinal);
        var taken = import.Texts.Where(text => known.ContainsKey(text.Key) && text.Translation.Length > 0).ToList();
        var changed = taken.Where(text => text.Translation != known[text.Key].Translation).ToList();
        var path = $"locales/{import.Language}.yaml";
        var file = LocaleFile.Put(path, source.Files.GetValueOrDefault(path), changed.Select(text => KeyValuePair.Create(text.Key, text.Translation)));

        // Made of the text as it was given away: when that has changed meanwhile, the translation is stale from the beginning.
        var next = new TranslationLock();
        foreach (var (language, texts) in locked.Languages)
        {
            foreach (var (key, text) in texts)
            {
                next.Put(language, key, text);
            }
        }

        foreach (var text in taken.Where(text => !IsCopied(import.Language, text.Key, known[text.Key].Source, text.Translation)))
        {
            next.Put(import.Language, text.Key, new(TextHash.Of(text.Source ?? known[text.Key].Source), TextHash.Of(text.Translation)));
        }

        // A file that came back as it was sent leaves nothing: a file of translations without one would be a mistake.
        return new(
            taken.Count == 0
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new(StringComparer.Ordinal) { [path] = file, [BotFileKinds.LockFile] = LockFileWriter.Write(next) },
            changed.Count,
            [.. import.Texts.Where(text => !known.ContainsKey(text.Key)).Select(text => text.Key)],
            [.. taken.Where(text => text.Source is { } was && was != known[text.Key].Source).Select(text => text.Key)]);
    }

    private bool IsCopied(string language, string key, string original, string translation) =>
        CopiedText.Is(original, translation, Languages[0], language) && !locked.Fits(language, key, original, translation);

    private Dictionary<string, string> Translations(string language) => draft.Locales
        .Where(locale => locale.Language == language)
        .SelectMany(locale => locale.Texts)
        .Where(text => text.Value.Template.Text.Length > 0)
        .GroupBy(text => text.Value.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Value.Template.Text, StringComparer.Ordinal);
}

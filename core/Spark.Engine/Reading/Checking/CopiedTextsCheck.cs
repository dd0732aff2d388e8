using Spark.Engine.Definitions;
using Spark.Engine.Reading.Locales;

namespace Spark.Engine.Reading.Checking;

/// <summary>A translation is not its original once more, unless the lock says that the two fit.</summary>
internal sealed class CopiedTextsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        if (reading.Draft.Languages.Count < 2)
        {
            return;
        }

        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var text in reading.Draft.Texts)
        {
            texts.TryAdd(text.Key, text);
        }

        var first = reading.Draft.Languages[0];
        foreach (var locale in reading.Draft.Locales)
        {
            foreach (var (at, translation) in locale.Texts)
            {
                if (texts.TryGetValue(translation.Key, out var text)
                    && CopiedText.Is(text.Template.Text, translation.Template.Text, first, locale.Language)
                    && reading.Draft.Lock?.Fits(locale.Language, text.Key, text.Template.Text, translation.Template.Text) != true)
                {
                    reading.Findings.Warning(
                        FindingCodes.CopiedTranslation,
                        at,
                        $"The text '{text.Key}' is the same in '{locale.Language}' as in '{first}': it is probably still to be translated.",
                        $"Translate it; if it is meant so, say so: spark locales lock BOT --accept {text.Key}.");
                }
            }
        }
    }
}

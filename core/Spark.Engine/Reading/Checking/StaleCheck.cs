namespace Spark.Engine.Reading.Checking;

/// <summary>A translation is made of the text as it is now.</summary>
internal sealed class StaleCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        if (reading.Draft.Lock is not { } locked)
        {
            return;
        }

        var texts = reading.Draft.Texts.GroupBy(text => text.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var locale in reading.Draft.Locales)
        {
            foreach (var (at, translation) in locale.Texts)
            {
                if (texts.TryGetValue(translation.Key, out var text)
                    && locked.IsStale(locale.Language, translation.Key, text.Template.Text, translation.Template.Text))
                {
                    reading.Findings.Warning(
                        FindingCodes.StaleTranslation,
                        at,
                        $"The text '{text.Key}' has changed since it was translated into '{locale.Language}'.",
                        $"Translate it anew ({text.At}); if the translation still fits, say so: spark locales lock BOT --accept {text.Key}.");
                }
            }
        }
    }
}

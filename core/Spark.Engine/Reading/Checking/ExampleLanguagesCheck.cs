using System.Text.RegularExpressions;
using Spark.Understanding.Languages.Detection;

namespace Spark.Engine.Reading.Checking;

/// <summary>The examples of an intent are written in the language under which they stand.</summary>
internal sealed partial class ExampleLanguagesCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var intent in reading.Draft.Intents)
        {
            foreach (var language in intent.Languages)
            {
                if (MisfiledSentences.Find(language.Examples.Select(example => Slot().Replace(example.Value, " ")), language.Language) is not { } other)
                {
                    continue;
                }

                var spoken = reading.Draft.Languages.Find(tag => tag.Split('-')[0] == other);
                reading.Findings.Warning(
                    FindingCodes.ExamplesOfAnotherLanguage,
                    language.At,
                    $"The examples of '{intent.Name}' under '{language.Language}' are written in '{other}': who writes '{language.Language}' is not understood by them.",
                    spoken is null ? $"Write them in '{language.Language}'." : $"Move them to '{spoken}:', or write them in '{language.Language}'.");
            }
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Slot();
}

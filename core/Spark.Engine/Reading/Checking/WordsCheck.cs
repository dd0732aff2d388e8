using Spark.Engine.Turns;

namespace Spark.Engine.Reading.Checking;

/// <summary>Every global word is there in every language of the bot.</summary>
internal sealed class WordsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var (word, at) in reading.Draft.Words)
        {
            foreach (var language in reading.Draft.Languages.Where(language => GlobalWords.Of(word, language).Count == 0))
            {
                var name = GlobalWords.NameOf(word.Kind);
                reading.Findings.Warning(
                    FindingCodes.GlobalWordWithoutWords,
                    at,
                    $"There are no words for '{name}' in '{language}'.",
                    $"Add them: {name}: {{ goto: …, {language}: [ … ] }}.");
            }
        }
    }
}

using Spark.Understanding.Entities;

namespace Spark.Understanding.Tests.Entities;

/// <summary>What one language can say, the others can: <c>constructs.txt</c>.</summary>
public sealed class ConstructTests
{
    // Wednesday.
    private static readonly DateTime Now = new(2026, 10, 7, 14, 30, 0);

    public static TheoryData<string, string, string, string> Phrases()
    {
        var phrases = new TheoryData<string, string, string, string>();
        string type = "", value = "";
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Entities", "constructs.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = line.Split(' ', 3);
            if (words[0] == "=")
            {
                (type, value) = (words[1], words[2]);
            }
            else
            {
                phrases.Add(words[0], line[3..], type, value);
            }
        }

        return phrases;
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_means_the_same_in_every_language(string language, string phrase, string type, string value)
    {
        IReadOnlyList<Entity> found = EntityRecognizer.Find(phrase, new(language, Now));
        found.Where(entity => entity.Text == phrase).Select(entity => $"{entity.Type} {ValueOf(entity)}")
            .ShouldContain($"{type} {value}", string.Join("; ", found.Select(entity => $"{entity.Text}: {entity.Type} {ValueOf(entity)}")));
    }

    // A moment's timex or a duration's seconds, with what was said about it ("before"); any other value with its currency.
    private static string ValueOf(Entity entity) => string.Join(
        ' ', new[] { (entity.Type.EndsWith("duration", StringComparison.Ordinal) ? null : entity.Values[0].Timex) ?? entity.Values[0].Value?.Replace(',', '.'), entity.Values[0].Modifier, entity.Values[0].IsoCurrency }.OfType<string>());
}

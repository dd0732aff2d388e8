using Spark.Understanding.Entities;

namespace Spark.Understanding.Tests.Entities;

/// <summary>Texts that nobody writes but to see what happens: they end, and what is found lies within them.</summary>
public sealed class HostileTextTests
{
    private const int Length = 10_000;

    // A text that was read in minutes took ever more of them with its length: this is far from what a slow machine needs.
    private const int Patience = 120_000;

    [Theory(Timeout = Patience)]
    [InlineData("en", "one hundred and ")]
    [InlineData("en", "two and a half ")]
    [InlineData("en", "first of the ")]
    [InlineData("en", "three days ago ")]
    [InlineData("en", "1 ")]
    [InlineData("en", "1-")]
    [InlineData("en", "-")]
    [InlineData("nl", "honderd")]
    [InlineData("nl", "maandag om drie uur ")]
    [InlineData("de", "hundertund")]
    [InlineData("fr", "quatre-vingt-")]
    [InlineData("es", "ciento y ")]
    [InlineData("it", "cento")]
    [InlineData("pt", "mil e ")]
    public async Task A_text_that_repeats_itself_for_ever_is_read_to_its_end(string language, string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, (Length / part.Length) + 1))[..Length];

        IReadOnlyList<Entity> found = await Task.Run(
            () => EntityRecognizer.Find(text, new EntityContext(language, new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Unspecified))), TestContext.Current.CancellationToken);

        found.ShouldAllBe(entity => entity.Start >= 0 && entity.Start < entity.End && entity.End <= Length);
    }
}

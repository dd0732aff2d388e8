using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Words that a bot takes for one, and words that it sets aside.</summary>
public sealed class VocabularyTests
{
    private const string Lost = "Sorry, I did not understand that. Could you say it in other words?";

    private const string Words = """
        understanding:
          synonyms:
            en: [[laptop, notebook, portable computer], [urgent, at once]]
            nl: [[laptop, schootcomputer]]
          stopWords: { en: [the, right now] }
        """;

    private static readonly (string, string)[] Files =
    [
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("broken", "- { id: p, say: Broken. }", "trigger: { intents: [broken] }"),
        Dialog("rent", """
            - { id: q, ask: How urgent?, into: urgency }
            - { id: r, say: "{device}, {urgency}" }
            """, "trigger: { intents: [rent] }"),
        ("intents.yaml", """
            broken:
              en: [my laptop is broken, laptop]
              nl: [mijn laptop is stuk]
            rent:
              en: ["lend me a {device}"]
            """),
    ];

    [Theory]
    [InlineData("notebook")]
    [InlineData("my notebook is broken")]
    [InlineData("My Portable Computer is broken!")]
    [InlineData("my the laptop is broken right now")]
    [InlineData("my notebook is brokn")]
    public void An_example_is_found_in_other_words(string text) => Begin(Words).Say(text).Said.ShouldBe(["Broken."]);

    [Fact]
    public void Words_of_another_language_mean_nothing_here() => Begin(Words).Say("schootcomputer").Said.ShouldBe([Lost]);

    [Fact]
    public void Without_them_it_is_not_found() => Begin("").Say("notebook").Said.ShouldBe([Lost]);

    [Fact]
    public void Values_and_answers_have_synonyms_too()
    {
        var chat = Begin(Words);
        chat.Say("lend me a notebook").Said.ShouldBe(["How urgent?"]);
        chat.Say("at once please").Said.ShouldBe(["laptop, urgent"]);
    }

    private static Chat Begin(string more) => new Chat(Read(
    [
        BotFile("{ device: { type: choice, values: [laptop, phone] }, urgency: { type: choice, values: [urgent, later] } }", languages: "[en, nl]", more: more),
        .. Files,
    ])).Begin();
}

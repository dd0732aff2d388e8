using Spark.Channels;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>The language of a conversation of which nobody told it: that of the first sentence.</summary>
public sealed class HeardLanguageTests
{
    private static readonly Bot Bot = Read(
        BotFile("{ preferredLanguage: { type: language }, name: { type: text } }", languages: "[en, nl, fr]"),
        Dialog("start", "- { id: hello, say: Hi. }"),
        Dialog("printer", "- { id: p, say: Printers. }", "trigger: { intents: [printer] }"),
        Dialog("who", "- { id: w, ask: Who?, into: name }\n- { id: x, set: { preferredLanguage: \"'fr'\" } }", "trigger: { intents: [who] }"),
        ("locales/nl.yaml", "printer.p: Afdrukken.\nstart.hello: Dag.\nwho.w: Wie?\n"),
        ("locales/fr.yaml", "printer.p: Imprimantes.\nstart.hello: Salut.\nwho.w: Qui ?\n"),
        ("intents.yaml", """
            printer:
              en: [my printer is broken, the printer does not work]
              nl: [mijn printer is kapot, de printer werkt niet]
              fr: [mon imprimante est en panne, l'imprimante ne marche pas]
            who:
              en: [ask me, who am i]
              nl: [wie ben ik, vraag het mij]
              fr: [qui suis-je, demande-moi]
            """));

    [Theory]
    [InlineData("de printer werkt niet", "nl", "Afdrukken.")]
    [InlineData("mon imprimante est en panne", "fr", "Imprimantes.")]
    [InlineData("my printer is broken", "en", "Printers.")]
    public void The_first_sentence_tells_it(string text, string language, string answer)
    {
        var chat = Stranger().Say(text);
        chat.Said.ShouldBe([answer]);
        chat.State.Language.ShouldBe(language);
        chat.State.KnowsLanguage.ShouldBeTrue();
    }

    [Fact]
    public void It_stays_when_a_later_sentence_is_in_another()
    {
        var chat = Stranger().Say("de printer werkt niet");
        chat.Say("my printer is broken, please help me");
        chat.State.Language.ShouldBe("nl");
    }

    [Theory]
    [InlineData("Zoë Peeters")]
    [InlineData("ok")]
    [InlineData("12 34 56")]
    public void What_tells_nothing_leaves_it_open(string text)
    {
        var chat = Stranger().Say(text);
        chat.State.Language.ShouldBe("en");
        chat.State.KnowsLanguage.ShouldBeFalse();
        chat.Say("de printer werkt niet").Said.ShouldBe(["Afdrukken."]);
    }

    [Fact]
    public void What_the_channel_tells_goes_before_it()
    {
        var chat = new Chat(Bot) { Person = new Person { Id = "u", Language = "fr-BE" } }.Begin();
        chat.Say("de printer werkt niet helemaal goed meer");
        chat.State.Language.ShouldBe("fr");
    }

    [Fact]
    public void A_language_that_the_bot_does_not_speak_tells_nothing()
    {
        var chat = new Chat(Bot) { Person = new Person { Id = "u", Language = "fi" } }.Begin();
        chat.Say("de printer werkt niet").State.Language.ShouldBe("nl");
    }

    [Fact]
    public void An_answer_to_a_question_tells_nothing()
    {
        var chat = Stranger().Say("ask me");
        chat.Say("ik heet Jan van de Velde");
        chat.State.Language.ShouldNotBe("nl");
    }

    private static Chat Stranger() => new Chat(Bot) { Person = new Person { Id = "u" } }.Begin();
}

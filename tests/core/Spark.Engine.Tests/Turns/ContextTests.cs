using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Contexts: the same words mean something else after something was spoken of, for so many messages.</summary>
public sealed class ContextTests
{
    private static Chat Begin() => new Chat(Read(
        BotFile("{}", "{ started: start, not-understood: lost }"),
        Dialog("start", "- { id: s, say: Hello. }"),
        Dialog("lost", "- { id: l, say: Pardon? }"),
        ("dialogs/coffee.yaml", "dialog: coffee\ntrigger: { intents: [coffee] }\ncontexts: { coffee: 2 }\nsteps:\n  - { id: c, say: 'Coffee? ({sys.contexts.coffee})' }\n"),
        ("dialogs/tea.yaml", "dialog: tea\ntrigger: { intents: [tea] }\ncontexts: { tea: 5 }\nsteps:\n  - { id: t, say: Tea? }\n"),
        ("dialogs/brew.yaml", "dialog: brew\ntrigger: { intents: [agree], contexts: [coffee] }\nsteps:\n  - { id: b, say: Brewing. }\n"),
        ("dialogs/steep.yaml", "dialog: steep\ntrigger: { intents: [agree], contexts: [tea] }\nsteps:\n  - { id: p, say: Steeping. }\n"),
        Dialog("fine", "- { id: f, say: Fine. }", "trigger: { intents: [agree] }"),
        ("intents.yaml", "agree:\n  en: [yes please]\ncoffee:\n  en: [coffee]\ntea:\n  en: [tea]\n"))).Begin();

    [Fact]
    public void A_context_holds_for_as_many_messages_as_it_says()
    {
        var chat = Begin().Say("coffee");
        chat.Said.ShouldBe(["Coffee? (2)"]);
        chat.Say("yes please").Said.ShouldBe(["Brewing."]);
        chat.Say("yes please").Said.ShouldBe(["Brewing."]);
        chat.Say("yes please").Said.ShouldBe(["Fine."]);
    }

    [Fact]
    public void Without_its_context_a_dialog_is_not_triggered() => Begin().Say("yes please").Said.ShouldBe(["Fine."]);

    [Fact]
    public void Of_several_the_context_that_holds_longest_wins() => Begin().Say("coffee").Say("tea").Say("yes please").Said.ShouldBe(["Steeping."]);

    [Fact]
    public void What_is_no_word_of_the_person_counts_no_context_down()
    {
        var chat = Begin().Say("coffee");
        chat.Send(new Messages.EventPart("opened", default)).Send(new Messages.EventPart("opened", default));
        chat.Say("yes please").Said.ShouldBe(["Brewing."]);
    }
}

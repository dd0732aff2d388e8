using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>Variables: how long they live, whose they are, and what every bot knows.</summary>
public sealed class VariableTests
{
    private static readonly (string, string) Ask = Dialog("start", "- { id: q, ask: Which?, into: account }\n- { id: s, say: \"{account}\", end: resolved }");

    [Fact]
    public void A_persons_variable_outlives_the_episode_for_as_long_as_it_is_kept()
    {
        var chat = new Chat(Read(BotFile("{ account: { type: text, scope: person, keep: 2d } }"), Ask)).Begin().Say("jo");
        chat.After(TimeSpan.FromDays(1)).Begin().Said.ShouldBe(["jo"]);
        chat.After(TimeSpan.FromDays(2)).Begin().Said.ShouldBe(["Which?"]);
        chat.State.Kept.ShouldBeEmpty();
    }

    [Fact]
    public void What_belongs_to_a_proved_person_is_forgotten_when_somebody_else_comes()
    {
        var chat = new Chat(Read(BotFile("{ account: { type: text, scope: person } }"), Ask)) { Person = new() { Id = "a", Verified = true } };
        chat.Begin().Say("jo").Begin().Said.ShouldBe(["jo"]);
        chat.Person = new() { Id = "b", Verified = true };
        chat.Begin().Said.ShouldBe(["Which?"]);
    }

    [Fact]
    public void A_conversations_variable_ends_with_the_episode()
    {
        var chat = new Chat(Read(BotFile("{ account: { type: text } }"), Ask)).Begin().Say("jo");
        chat.Begin().Said.ShouldBe(["Which?"]);
    }

    [Theory]
    [InlineData("sys.user.name", "Jo")]
    [InlineData("sys.user.verified", "false")]
    [InlineData("sys.channel", "terminal")]
    [InlineData("sys.channelInstance", "here")]
    [InlineData("sys.language", "en")]
    [InlineData("sys.intent", "tell")]
    [InlineData("sys.score", "1")]
    [InlineData("sys.misses", "0")]
    [InlineData("sys.text", "tell me")]
    [InlineData("sys.messageType", "text")]
    [InlineData("sys.dialog", "tell")]
    [InlineData("sys.previousDialog", "start")]
    [InlineData("sys.episode", "1")]
    [InlineData("sys.bot", "test")]
    [InlineData("sys.today", "2026-03-02")]
    [InlineData("sys.localNow", "2026-03-02T10:00:01+01:00")]
    [InlineData("sys.now", "2026-03-02T09:00:01.000Z")]
    public void Every_bot_knows(string name, string value)
    {
        var chat = new Chat(Read(
            BotFile("{}", more: "timezone: Europe/Brussels"), Dialog("start", "- { id: s, say: Hi. }"),
            Dialog("tell", $"- {{ id: t, say: \"{{{name}}}\" }}", "trigger: { intents: [tell] }"), ("intents.yaml", "tell:\n  en: [tell me]\n")));
        chat.Begin().Say("tell me").Said.ShouldBe([value]);
    }

    [Fact]
    public void An_answer_in_confidence_is_marked_whatever_becomes_of_it_and_nobody_repeats_it()
    {
        var bot = Read(
            BotFile("{ pin: { type: text, pattern: \"[0-9]{4}\", sensitive: true } }"),
            Dialog("start", "- { id: q, ask: Your PIN?, into: pin, invalid: \"Four digits. {sys.text}\" }\n- { id: s, say: \"Thanks{sys.text}.\" }"));
        var chat = new Chat(bot).Begin();
        chat.Last.HasSecret.ShouldBeFalse();
        chat.Say("12345").Said.ShouldBe(["Four digits. "]);
        chat.Last.HasSecret.ShouldBeTrue();
        chat.Say("1234").Said.ShouldBe(["Thanks."]);
        chat.Last.HasSecret.ShouldBeTrue();
        chat.State.Pace!.Heard.ShouldBe(0u);
        chat.Say("hello").Last.HasSecret.ShouldBeFalse();
    }
}

using Spark.Testing.Playing;
using Spark.Testing.Reports;
using Spark.Testing.Tests.Support;

namespace Spark.Testing.Tests.Playing;

/// <summary>A test says what went differently, where, and nothing else.</summary>
public sealed class TestPlayerTests
{
    private const string Good = """
        suite: small
        tests:
          - test: one
            given: [{ action: look-up, result: ok }]
            chat:
              - bot: main.hello
              - bot: What is your name?
              - user: Jo
              - bot: main.fine
            expect: { calls: { look-up: 1 }, variables: { name: Jo }, ended: resolved }
        """;

    [Fact]
    public async Task A_conversation_as_it_is_written_passes()
    {
        var played = await SmallBot.PlayAsync(Good);
        TestPrinter.Lines(played).ShouldAllBe(line => line.StartsWith("  ", StringComparison.Ordinal));
        played.IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_bot_says_otherwise_stands_beside_what_was_wanted()
    {
        var played = await SmallBot.PlayAsync(Good.Replace("bot: main.fine", "bot: Well done.", StringComparison.Ordinal));
        played.IsGood.ShouldBeFalse();
        TestPrinter.Lines(played).TakeLast(2).ShouldBe(["- bot     Well done.", "+ bot     Fine, Jo."]);
    }

    [Fact]
    public async Task What_the_bot_says_beside_the_test_is_shown()
    {
        var played = await SmallBot.PlayAsync(Good.Replace("      - bot: What is your name?\n", "", StringComparison.Ordinal));
        TestPrinter.Lines(played).ShouldContain("+ bot     What is your name?");
    }

    [Fact]
    public async Task What_the_bot_does_not_say_is_shown()
    {
        var played = await SmallBot.PlayAsync(Good.Replace("main.fine", "main.fine\n      - bot: And more.", StringComparison.Ordinal));
        TestPrinter.Lines(played).TakeLast(2).ShouldBe(["- bot     And more.", "+ bot     (nothing)"]);
    }

    [Theory]
    [InlineData("look-up: 1", "look-up: 2", "'look-up' should have been called 2 times, and was 1 times.")]
    [InlineData("name: Jo }", "name: Bo }", "variable 'name' should be \"Bo\", and is \"Jo\".")]
    [InlineData("ended: resolved", "ended: open", "the conversation should be open, and is resolved.")]
    public async Task An_expectation_that_does_not_hold_says_what_is(string from, string to, string problem)
    {
        var played = await SmallBot.PlayAsync(Good.Replace(from, to, StringComparison.Ordinal));
        played.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task An_action_that_nothing_stands_for_is_named()
    {
        var played = await SmallBot.PlayAsync(Good
            .Replace("    given: [{ action: look-up, result: ok }]\n", "", StringComparison.Ordinal)
            .Replace("calls: { look-up: 1 }, ", "", StringComparison.Ordinal));
        played.Problems.ShouldContain(problem => problem.Contains("'look-up' was run and nothing stands for it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replies_of_a_stub_are_given_in_their_order()
    {
        var played = await SmallBot.PlayAsync("""
            suite: small
            tests:
              - test: one
                given: [{ action: look-up, replies: [timeout, ok] }]
                chat:
                  - bot: main.hello
                  - bot: main.name
                  - user: Jo
                  - bot: main.sorry
                expect: { ended: failed }
            """);
        TestPrinter.Lines(played).ShouldNotContain(line => line.StartsWith('-') || line.StartsWith('!'));
        played.IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task A_conversation_is_the_same_each_time()
    {
        var first = await SmallBot.PlayAsync(Good);
        var second = await SmallBot.PlayAsync(Good);
        first.Ended.ShouldNotBeNull();
        Spark.Engine.Conversations.ConversationJson.Write(second.Ended!).ShouldBe(Spark.Engine.Conversations.ConversationJson.Write(first.Ended));
    }

    [Fact]
    public async Task A_host_that_dies_behind_any_write_goes_on_where_it_was()
    {
        var calm = await SmallBot.PlayAsync(Good);
        calm.Writes.ShouldBeGreaterThan(4);
        foreach (var write in Enumerable.Range(1, calm.Writes))
        {
            var played = await SmallBot.PlayAsync(Good, new Hardship { KillAfter = write });
            played.Transcript.ShouldBe(calm.Transcript);
            played.IsGood.ShouldBeTrue();
        }
    }
}

using System.Diagnostics;
using Spark.Understanding.Intents;
using Spark.Understanding.Tests.Support;
using Spark.Understanding.Text;

namespace Spark.Understanding.Tests.Intents;

public sealed class ExactIntentMatcherTests
{
    private static readonly SlotVariable[] Variables =
    [
        new() { Name = "account", Type = "email" },
        new() { Name = "phone", Type = "phone" },
        new() { Name = "topic", Type = "text" },
        new() { Name = "day", Type = "date" },
        new() { Name = "count", Type = "number" },
        new() { Name = "urgency", Type = "choice", Choices = [new("low", "It can wait", ["rustig"]), new("high", "Urgent", ["dringend"])] },
        new() { Name = "ticket", Type = "object" },
    ];

    private readonly ExactIntentMatcher _matcher = Build(
        new("unlock", "en", ["I am locked out", "unlock {account}"]),
        new("unlock", "nl", ["ik kan niet meer inloggen", "deblokkeer {account}"]),
        new("human", "en", ["talk to a human", "get me an agent", "unlock the door"]),
        new("about", "en", ["tell me about {topic}", "tell me about {topic} on {day}", "tell me about tickets"]),
        new("book", "en", ["book {count} seats for {day}", "{day} works"]),
        new("call", "en", ["call {phone} back"]),
        new("urgent", "en", ["set urgency to {urgency}"]),
        new("greet", "nl-BE", ["goeiendag"]));

    [Theory]
    [InlineData("I am locked out", "en", "unlock")]
    [InlineData("i AM locked-out!!", "en", "unlock")]
    [InlineData("please get me an agent, thanks", "en", "human")]
    [InlineData("Ik kan niet meer inloggen.", "nl", "unlock")]
    [InlineData("ik kan niet meer inloggen", "nl-BE", "unlock")]
    [InlineData("goeiendag", "nl-BE", "greet")]
    [InlineData("I am locked out", "EN", "unlock")]
    public void An_example_is_matched_after_normalisation(string text, string language, string intent) =>
        Match(text, language)!.Intent.ShouldBe(intent);

    [Theory]
    [InlineData("I am not locked out", "en")]
    [InlineData("I am locked out", "nl")]
    [InlineData("goeiendag", "nl")]
    [InlineData("unlock jo at acme", "en")]
    [InlineData("unlock everything but jo@acme.com", "en")]
    [InlineData("unlock", "en")]
    [InlineData("", "en")]
    [InlineData("please", "en")]
    [InlineData("I am locked out", "fr")]
    public void Nothing_else_is_matched(string text, string language) => Match(text, language).ShouldBeNull();

    [Theory]
    [InlineData("unlock Jo.Smith@acme.com", "en", "account", "Jo.Smith@acme.com")]
    [InlineData("Please UNLOCK jo@acme.com!", "en", "account", "jo@acme.com")]
    [InlineData("unlock jo@acme.com please", "en", "account", "jo@acme.com")]
    [InlineData("deblokkeer jo@acme.com", "nl", "account", "jo@acme.com")]
    [InlineData("call +31 6 12345678 back", "en", "phone", "+31612345678")]
    [InlineData("call (020) 123 45 67 back", "en", "phone", "0201234567")]
    [InlineData("Tell me about my Black Screen?", "en", "topic", "my Black Screen")]
    [InlineData("set urgency to It can wait", "en", "urgency", "low")]
    [InlineData("tomorrow works", "en", "day", "2026-10-08")]
    public void A_placeholder_is_filled_from_the_original_text(string text, string language, string variable, string value) =>
        Match(text, language)!.Slots[variable].ToString().ShouldBe(value);

    [Fact]
    public void Several_placeholders_are_filled_at_once()
    {
        IntentMatch match = Match("book two seats for next friday", "en")!;
        match.Intent.ShouldBe("book");
        match.Score.ShouldBe(1);
        match.Slots["count"].Number.ShouldBe(2);
        match.Slots["day"].Text.ShouldBe("2026-10-16");
    }

    [Fact]
    public void The_word_between_two_values_may_stand_in_a_value()
    {
        IntentMatch match = Match("tell me about working on holidays on friday", "en")!;
        match.Slots["topic"].Text.ShouldBe("working on holidays");
        match.Slots["day"].Text.ShouldBe("2026-10-09");
    }

    [Fact]
    public void The_more_specific_example_wins()
    {
        Match("tell me about tickets", "en")!.Slots.ShouldBeEmpty();
        Match("unlock the door", "en")!.Intent.ShouldBe("human");
        Match("tell me about tickets on friday", "en")!.Slots.Count.ShouldBe(2);
        Match("tell me about tickets on sale", "en")!.Slots["topic"].Text.ShouldBe("tickets on sale");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ?! ", "empty")]
    [InlineData("unlock {acount}", "acount")]
    [InlineData("about {account} {topic}", "between")]
    [InlineData("about {account}, {topic}", "between")]
    [InlineData("unlock {account", "closed")]
    [InlineData("unlock account}", "closes nothing")]
    [InlineData("{topic}", "whatever")]
    [InlineData("show {ticket}", "object")]
    [InlineData("from {day} to {day}", "twice")]
    [InlineData("I am locked out", "'first'")]
    [InlineData("unlock {account}", "'first'")]
    public void A_bad_example_is_reported_and_the_others_work(string example, string expected)
    {
        ExactIntentMatcher matcher = Build(
            new("first", "en", ["I am locked out", "unlock {account}"]),
            new("second", "en", ["fine", example]));

        IntentProblem problem = matcher.Problems.ShouldHaveSingleItem();
        problem.ShouldSatisfyAllConditions(
            () => problem.Intent.ShouldBe("second"),
            () => problem.Language.ShouldBe("en"),
            () => problem.Index.ShouldBe(1),
            () => problem.Message.ShouldContain(expected));
        matcher.Match("fine", "en", Answer.English.Now)!.Intent.ShouldBe("second");
        matcher.Match("I am locked out", "en", Answer.English.Now)!.Intent.ShouldBe("first");
    }

    [Fact]
    public void The_same_example_twice_in_one_intent_is_harmless() =>
        Build(new IntentExamples("a", "en", ["hello", "Hello!"])).Problems.ShouldBeEmpty();

    [Fact]
    public void A_long_text_is_answered_in_bounded_time()
    {
        string repeated = "tell me about " + string.Concat(Enumerable.Repeat("on ", 3000));
        long start = Stopwatch.GetTimestamp();
        Match(repeated, "en")!.Intent.ShouldBe("about");
        Match("book " + string.Concat(Enumerable.Repeat("seats for ", 990)), "en").ShouldBeNull();

        // Far above what a busy machine takes, far below what a search that goes wild takes.
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        Match(new string('a', TextNormalizer.MaximumLength + 1), "en").ShouldBeNull();
    }

    [Fact]
    public void Threads_do_not_disturb_each_other() =>
        Parallel.For(0, 2000, index =>
            Match($"unlock user{index}@acme.com", "en")!.Slots["account"].Text.ShouldBe($"user{index}@acme.com"));

    private static ExactIntentMatcher Build(params IntentExamples[] examples) => ExactIntentMatcher.Build(examples, Variables);

    private IntentMatch? Match(string text, string language) => _matcher.Match(text, language, Answer.English.Now);
}

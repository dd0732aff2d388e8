using Spark.Understanding.Intents;

namespace Spark.Understanding.Tests.Intents;

/// <summary>Values in sentences that are no examples: known by their type, by their words, or by what stands around them.</summary>
public sealed class SlotFinderTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 7, 14, 30, 0, TimeSpan.FromHours(2));

    private static readonly IntentExamples[] Examples =
    [
        new("travel", "en",
        [
            "I want to fly from {origin} to {destination}", "a flight to {destination} please", "book a flight on {day}", "fly to {destination} on {day}",
            "I need a plane ticket", "book me a seat for {people} people",
        ]),
        new("order", "en", ["I want to order a {device}", "a new {device} please", "order {count} pieces of {device}", "something new for my desk"]),
        new("ticket", "en", ["what about ticket {number}", "the state of {number}", "how is my ticket doing"]),
        new("human", "en", ["I want to talk to a person", "get me an agent", "can I speak to somebody"]),
    ];

    private static readonly SlotVariable[] Variables =
    [
        new() { Name = "origin", Type = "text" }, new() { Name = "destination", Type = "text" }, new() { Name = "day", Type = "date" },
        new() { Name = "people", Type = "integer" }, new() { Name = "count", Type = "integer" },
        new() { Name = "device", Type = "choice", Choices = [new("laptop", "Laptop", ["notebook"]), new("phone", "Phone", ["mobile phone", "handset"])] },
        new() { Name = "number", Type = "text", Pattern = "INC[0-9]{4}" },
    ];

    private static readonly IntentMatcher Matcher = new(
        ExactIntentMatcher.Build(Examples, Variables), LanguageModels.Train(Examples, new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, Vocabulary>(StringComparer.Ordinal), new ClassifierCache()));

    [Theory]
    [InlineData("could you book me a flight tomorrow", "travel", "day", "2026-10-08")]
    [InlineData("I would like a flight to New York, thanks a lot", "travel", "destination", "New York")]
    [InlineData("please order me one more notebook today", "order", "device", "laptop")]
    [InlineData("I really want to order a mobile phone now", "order", "device", "phone")]
    [InlineData("order me some new lapotp for the desk", "order", "device", "laptop")]
    [InlineData("tell me what about this ticket INC1234 then", "ticket", "number", "INC1234")]
    public void A_value_is_found_in_a_sentence_that_is_no_example(string text, string intent, string variable, string value)
    {
        var match = Matcher.Match(text, "en", Now).ShouldNotBeNull();
        match.Intent.ShouldBe(intent);
        match.Score.ShouldBeLessThan(1);
        match.Slots.Keys.ShouldContain(variable);
        match.Slots[variable].ToString().ShouldBe(value);
    }

    [Fact]
    public void Two_values_of_a_type_are_told_apart_by_their_contexts()
    {
        var match = Matcher.Match("hello, I would want to fly from San Jose to Rome please", "en", Now).ShouldNotBeNull();
        match.Slots["origin"].ToString().ShouldBe("San Jose");
        match.Slots["destination"].ToString().ShouldBe("Rome");
    }

    [Theory]
    [InlineData("I want to order some new laptop or phone for my desk")]
    [InlineData("I want to order something new for my desk today")]
    [InlineData("I want to order the second one")]
    public void What_is_not_said_or_said_twice_is_left_open(string text) =>
        (Matcher.Match(text, "en", Now)?.Slots.Keys ?? []).ShouldNotContain("device");
}

using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading.Checking;

/// <summary>Of conditions that may come out either way nothing is said. Those that may not are among the seeded mistakes.</summary>
public sealed class ContradictionsCheckTests
{
    [Theory]
    [InlineData("seats > 5 and seats < 20")]
    [InlineData("seats > 5 or seats < 3")]
    [InlineData("seats >= 5 and seats <= 5")]
    [InlineData("urgency = \"low\" or urgency = \"high\"")]
    [InlineData("urgency != \"low\" and urgency != \"high\"")]
    [InlineData("$exists(seats) and seats > 3")]
    [InlineData("$exists(seats) or urgency = \"low\"")]
    [InlineData("$not($exists(note)) or note = \"\"")]
    [InlineData("note = \"a\" and $contains(note, \"a\")")]
    [InlineData("note > \"2026-01-01\" and note < \"2026-12-31\"")]
    [InlineData("thing.a = 1 and thing.b = 2")]
    [InlineData("thing.state = \"x\" or thing.state = 5")]
    [InlineData("\"a\" in things and \"b\" in things")]
    [InlineData("$random() > 0.5 and $random() < 0.5")]
    [InlineData("note = sys.text and note != \"a\"")]
    public void A_condition_that_may_hold_and_may_not(string condition) =>
        Findings($"  - when: '{condition}'\n    then: other\n").ShouldBeEmpty();

    [Theory]
    [InlineData("  - { id: again, ask: How many?, into: seats, again: true }\n")]
    [InlineData("  - set: { seats: seats + 1 }\n")]
    [InlineData("  - clear: [seats]\n")]
    [InlineData("  - visit: other\n")]
    [InlineData("  - { id: choose, say: Choose, buttons: { go: { title: Go, set: { seats: 3 } } } }\n")]
    public void What_was_decided_is_forgotten_where_it_may_have_changed(string between) =>
        Findings($"  - when: seats > 5\n    then: other\n{between}  - when: seats > 10\n    then: other\n").ShouldBeEmpty();

    [Theory]
    [InlineData("  - { id: word, say: Yes. }\n")]
    [InlineData("  - set: { note: '\"a\"' }\n")]
    public void And_kept_where_it_cannot_have(string between) =>
        Findings($"  - when: seats > 5\n    then: other\n{between}  - when: seats > 10\n    then: other\n").ShouldBe([FindingCodes.DecidedBefore]);

    [Fact]
    public void A_variable_whose_change_a_dialog_answers_may_change_others() =>
        Findings("  - when: seats > 5\n    then: other\n  - set: { note: '\"a\"' }\n  - when: seats > 10\n    then: other\n", "started: start, changed: { note: other }").ShouldBeEmpty();

    [Fact]
    public void On_one_of_two_ways_it_was_not_decided() =>
        Findings("  - when: urgency = \"low\"\n    then:\n      - when: seats > 5\n        then: other\n  - when: seats > 10\n    then: other\n").ShouldBeEmpty();

    private static IEnumerable<string> Findings(string steps, string events = "started: start")
    {
        var source = new BotSource("tiny", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = $$"""
                spark: 1
                bot: tiny
                languages: [en]
                variables:
                  seats: { type: integer, min: 1, max: 20, default: 1 }
                  urgency: { type: choice, values: [low, normal, high], default: low }
                  note: { type: text, default: a }
                  thing: { type: object, default: { a: 1 } }
                  things: { type: list, default: [a] }
                events: { {{events}} }
                """,
            ["dialogs/start.yaml"] = "dialog: start\nsteps:\n" + steps + "  - { id: last, say: Last. }\n",
            ["dialogs/other.yaml"] = "dialog: other\nsteps:\n  - { id: word, say: \"{seats}{urgency}{note}{thing.a}{things[0]}\" }\n",
        });
        return BotReader.Read(source, Offers.Some).Findings.Select(finding => finding.Code);
    }
}

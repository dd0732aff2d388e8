using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>What Bot Builder's prompts and Chatlayer's input validation promise, kept by <c>ask</c> and <c>confirm</c>.</summary>
public sealed class PromptTests
{
    private const string Variables = """
        { note: { type: text }, code: { type: text, pattern: "[A-Z]{2}[0-9]{3}", min: 5, max: 5 }, copies: { type: integer, min: 1, max: 9 }, weight: { type: number }, day: { type: date },
          moment: { type: date-time }, at: { type: time }, length: { type: duration }, mail: { type: email }, phone: { type: phone }, site: { type: url }, sure: { type: yesno },
          size: { type: choice, values: [small, large] }, place: { type: location }, shot: { type: file }, tongue: { type: language },
          price: { type: money, unit: EUR, max: 1000 }, room: { type: temperature, unit: C }, way: { type: quantity }, years: { type: age, min: 18 }, part: { type: percentage, max: 100 } }
        """;

    private static Chat Ask(string ask, params (string, string)[] more) =>
        new Chat(Read([BotFile(Variables), Dialog("start", $"- {{ id: q, {ask} }}\n- {{ id: s, say: \"Noted.\" }}"), Gone, .. more])).Begin();

    private static readonly (string, string) Gone = Dialog("gone", "- { id: g, say: Gave up. }");

    [Theory]
    [InlineData("code", "AB123", "\"AB123\"")]
    [InlineData("code", "AB12", null)]
    [InlineData("code", "ab123", null)]
    [InlineData("copies", "three please", "3")]
    [InlineData("copies", "12", null)]
    [InlineData("copies", "2.5", null)]
    [InlineData("weight", "about 2.5", "2.5")]
    [InlineData("day", "tomorrow", "\"2026-03-03\"")]
    [InlineData("day", "someday", null)]
    [InlineData("at", "half past ten", "\"10:30\"")]
    [InlineData("moment", "tomorrow at 10:00", "\"2026-03-03T10:00:00+00:00\"")]
    [InlineData("length", "two hours", "\"PT2H\"")]
    [InlineData("mail", "it is jo@acme.com", "\"jo@acme.com\"")]
    [InlineData("mail", "jo", null)]
    [InlineData("phone", "+32 470 12 34 56", "\"+32470123456\"")]
    [InlineData("site", "www.acme.com", "\"https://www.acme.com\"")]
    [InlineData("sure", "of course", "true")]
    [InlineData("tongue", "in Dutch please", "\"nl\"")]
    [InlineData("price", "about 20 euros", """{"value":20,"unit":"EUR"}""")]
    [InlineData("price", "20", """{"value":20,"unit":"EUR"}""")]
    [InlineData("price", "2000 euros", null)]
    [InlineData("room", "21 degrees", """{"value":21,"unit":"C"}""")]
    [InlineData("way", "six miles", """{"value":6,"unit":"mi"}""")]
    [InlineData("way", "6", null)]
    [InlineData("years", "I am 34 years old", """{"value":34,"unit":"year"}""")]
    [InlineData("years", "12", null)]
    [InlineData("part", "20%", "20")]
    [InlineData("part", "120%", null)]
    [InlineData("size", "the second", "\"large\"")]
    [InlineData("size", "3", null)]
    [InlineData("place", "Building B, Ghent", """{"address":"Building B, Ghent"}""")]
    [InlineData("place", "51.05, 3.72", """{"latitude":51.05,"longitude":3.72}""")]
    [InlineData("place", "?!", null)]
    public void An_answer_is_validated_by_its_type(string variable, string answer, string? stored)
    {
        var chat = Ask($"ask: What?, into: {variable}").Say(answer);
        if (stored is null)
        {
            chat.State.Waiting.ShouldBeOfType<WaitingForAnswer>().Misses.ShouldBe(1);
            chat.State.Variables.ShouldNotContainKey(variable);
        }
        else
        {
            chat.State.Variables[variable].ToJson().ShouldBe(stored);
            chat.Said.ShouldBe(["Noted."]);
        }
    }

    [Fact]
    public void A_place_that_was_sent_answers_a_question_for_a_location()
    {
        var chat = Ask("ask: Where?, into: place").Send(new LocationPart(51.05, 3.72) { Name = "Ghent" });
        chat.State.Variables["place"].ToJson().ShouldBe("""{"latitude":51.05,"longitude":3.72,"name":"Ghent"}""");
    }

    [Fact]
    public void A_file_answers_a_question_for_a_file_and_a_text_does_not()
    {
        var chat = Ask("ask: Which?, into: shot").Say("here you are");
        chat.Said.ShouldBe(["Please send me a file."]);
        chat.Send(new FilePart("a.png", "image/png", new Uri("https://acme.example/a.png"))).Said.ShouldBe(["Noted."]);
        chat.State.Variables["shot"]["mediaType"].ToText().ShouldBe("image/png");
    }

    [Theory]
    [InlineData("a.png", "image/png", true)]
    [InlineData("a.bin", "IMAGE/WebP; q=1", true)]
    [InlineData("a.pdf", "application/pdf", true)]
    [InlineData("a.png", "application/octet-stream", true)]
    [InlineData("a.zip", "application/octet-stream", false)]
    [InlineData("a.png", "application/zip", false)]
    [InlineData("a.bin", "application/pdfx", false)]
    public void A_question_takes_files_of_the_kinds_that_its_variable_accepts(string name, string mediaType, bool fits)
    {
        var bot = TestBot.Read(
            TestBot.BotFile("{ shot: { type: file, accept: [image/*, application/pdf] } }"),
            TestBot.Dialog("start", "- { id: q, ask: Which?, into: shot, invalid: A picture please. }\n- { id: d, say: Noted. }"));
        var chat = new Chat(bot).Begin();

        chat.Send(new FilePart(name, mediaType, new Uri("https://acme.example/a"))).Said.ShouldBe([fits ? "Noted." : "A picture please."]);
        chat.State.Variables.ContainsKey("shot").ShouldBe(fits);
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    [InlineData(null, true)]
    public void A_question_takes_files_as_large_as_its_variable_says_where_the_channel_tells_the_size(int? size, bool fits)
    {
        var bot = TestBot.Read(
            TestBot.BotFile("{ shot: { type: file, maxSize: 2kB } }"),
            TestBot.Dialog("start", "- { id: q, ask: Which?, into: shot, invalid: A small one please. }\n- { id: d, say: \"{shot.size}\" }"));
        var chat = new Chat(bot).Begin();

        chat.Send(new FilePart("a.png", "image/png", new Uri("https://acme.example/a")) { Size = size });
        chat.State.Variables.ContainsKey("shot").ShouldBe(fits);
        (chat.Said is ["A small one please."]).ShouldBe(!fits);
        (chat.Said is ["2048"]).ShouldBe(fits && size is not null);
    }

    [Fact]
    public void A_failed_try_is_answered_by_the_retry_text_of_its_number_and_the_last_one_answers_all_further_ones()
    {
        var chat = Ask("ask: How many?, into: copies, invalid: [First., Second., After.]");
        string.Join(' ', Enumerable.Range(0, 5).SelectMany(_ => chat.Say("many").Said)).ShouldBe("First. Second. After. After. After.");
    }

    [Fact]
    public void Without_a_retry_text_the_engine_says_what_it_expects() =>
        Ask("ask: How many?, into: copies").Say("many").Said.ShouldBe(["Please give me a whole number."]);

    [Fact]
    public void The_attempt_count_goes_on_after_an_interruption()
    {
        var chat = Ask(
            "ask: How many?, into: copies, tries: 3, otherwise: gone, interrupt: [help]",
            Dialog("help", "- { id: h, say: A number. }", "trigger: { intents: [help] }"),
            ("intents.yaml", "help:\n  en: [explain]\n"));
        chat.Say("many").Say("many").Say("explain").Said.ShouldBe(["A number.", "How many?"]);
        chat.Say("many").Said.ShouldBe(["Gave up."]);
    }

    [Fact]
    public void The_attempt_count_begins_anew_at_the_next_question()
    {
        var chat = new Chat(Read(BotFile(Variables), Gone, Dialog("start", """
            - { id: one, ask: One?, into: copies, tries: 2, otherwise: gone }
            - { id: two, ask: Two?, into: weight, tries: 2, otherwise: gone }
            """))).Begin();
        chat.Say("x").Say("3").Said.ShouldBe(["Two?"]);
        chat.Say("x").Said.ShouldBe(["Please give me a number."]);
        chat.Say("x").Said.ShouldBe(["Gave up."]);
    }

    [Fact]
    public void A_validator_runs_over_what_was_recognised_and_a_failed_one_counts_as_a_try()
    {
        var chat = Ask("ask: How many?, into: copies, check: copies != 4, invalid: Not four.");
        chat.Say("four").Said.ShouldBe(["Not four."]);
        chat.Say("five").Said.ShouldBe(["Noted."]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("#2")]
    [InlineData("the second one")]
    [InlineData("A big one")]
    [InlineData("big")]
    [InlineData("huge")]
    [InlineData("large")]
    [InlineData("LARGE")]
    [InlineData("groot")]
    public void A_choice_is_made_by_number_label_part_of_it_ordinal_synonym_and_value(string answer)
    {
        var chat = new Chat(Read(
            BotFile(Variables, languages: "[en, nl]"),
            Dialog("start", """
                - id: q
                  ask: Which size?
                  into: size
                  choices:
                    small: A little one
                    large: { title: A big one, synonyms: ["big, huge"] }
                - { id: s, say: "It is {size}." }
                """),
            ("locales/nl.yaml", "start.q: Welke?\nstart.q.small: Een kleine\nstart.q.large: Een grote\nstart.q.large.synonyms: groot, reusachtig\nstart.s: Het is {size}.\n"))).Begin();
        chat.Say(answer).Said.ShouldBe(["It is large."]);
    }

    [Fact]
    public void Suggested_answers_are_offered_and_others_are_heard_too()
    {
        const string Question = "ask: Which printer?, into: note, suggest: '[\"Mercury\", {\"value\": \"v\", \"title\": \"Venus\"}]'";
        var chat = Ask(Question);
        chat.Choices.Select(choice => choice.Label).ShouldBe(["Mercury", "Venus"]);
        chat.Messages[^1].Parts.OfType<ChoicesPart>().Single().AreReplies.ShouldBeTrue();
        chat.Say("2").State.Variables["note"].ToText().ShouldBe("v");
        Ask(Question).Press(Ask(Question).Choices[0]).State.Variables["note"].ToText().ShouldBe("Mercury");
        Ask(Question).Say("the old one in the Mercury room").State.Variables["note"].ToText().ShouldBe("the old one in the Mercury room");
    }

    [Fact]
    public void An_example_of_the_intent_that_a_question_understands_fills_all_its_variables()
    {
        var chat = Ask(
            "ask: What do you want to print?, into: copies, understand: print",
            Dialog("print", "- { id: p, say: Printing. }", "trigger: { intents: [print] }"),
            ("intents.yaml", "print:\n  en: [\"{copies} copies on {day}\"]\n"));
        chat.Say("3 copies on 2026-05-01").Said.ShouldBe(["Noted."]);
        chat.State.Variables["copies"].AsNumber().ShouldBe(3);
        chat.State.Variables["day"].ToText().ShouldBe("2026-05-01");
    }

    [Fact]
    public void A_known_answer_skips_the_question_and_again_asks_all_the_same()
    {
        var known = Dialog("start", "- set: { copies: 3 }\n- { id: q, ask: How many?, into: copies }\n- { id: s, say: \"{copies}\" }");
        new Chat(Read(BotFile(Variables), known)).Begin().Said.ShouldBe(["3"]);
        var again = Dialog("start", "- set: { copies: 3 }\n- { id: q, ask: How many?, into: copies, again: true }\n- { id: s, say: \"{copies}\" }");
        new Chat(Read(BotFile(Variables), again)).Begin().Said.ShouldBe(["How many?"]);
    }

    [Fact]
    public void A_default_is_seen_by_expressions_and_does_not_answer_a_question()
    {
        var chat = new Chat(Read(
            BotFile("{ copies: { type: integer, default: 2 } }"),
            Dialog("start", "- { id: s, say: \"{copies} by default.\" }\n- { id: q, ask: How many?, into: copies }\n- { id: t, say: \"{copies}\" }\n- clear: [copies]\n- { id: u, say: \"{copies}\" }"))).Begin();
        chat.Said.ShouldBe(["2 by default.", "How many?"]);
        chat.Say("5").Said.ShouldBe(["5", "2"]);
    }

    [Fact]
    public void A_silence_has_an_outcome_of_its_own()
    {
        var chat = Ask("ask: How many?, into: copies, tries: 2, otherwise: gone, wait: 5m, unanswered: { id: u, say: Still there?, end: abandoned }");
        chat.Due("wait").Said.ShouldBe(["Still there?"]);
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Abandoned);
    }

    [Fact]
    public void A_silence_leads_out_of_a_confirmation_too()
    {
        var chat = Ask("confirm: Sure?, otherwise: { id: n, say: No it is. }, wait: 5m, unanswered: gone");
        chat.Due("wait").Said.ShouldBe(["Gave up."]);
        Ask("confirm: Sure?, otherwise: { id: n, say: No it is., end: resolved }, wait: 5m").Due("wait").Said.ShouldBe(["No it is."]);
    }

    [Fact]
    public void A_confirmation_has_its_own_labels_and_retry_texts()
    {
        var chat = Ask("confirm: Delete it?, otherwise: gone, accept: Delete, decline: Keep it, invalid: [Delete or keep?, Please choose.], tries: 4");
        chat.Choices.Select(choice => choice.Label).ShouldBe(["Delete", "Keep it"]);
        chat.Say("hm").Said.ShouldBe(["Delete or keep?"]);
        chat.Say("hm").Said.ShouldBe(["Please choose."]);
        chat.Say("keep it").Said.ShouldBe(["Gave up."]);
        Ask("confirm: Delete it?, otherwise: gone, accept: Delete, decline: Keep it").Say("yes").Said.ShouldBe(["Noted."]);
    }

    [Theory]
    [InlineData("past", "1 March", "2026-03-01")]
    [InlineData("future", "1 March", "2027-03-01")]
    [InlineData("past", "Friday", "2026-02-27")]
    [InlineData("future", "Friday", "2026-03-06")]
    [InlineData("past", "5/12", "2025-05-12")]
    public void A_day_that_is_said_without_its_year_lies_where_the_question_prefers(string prefer, string answer, string day) =>
        Ask($"ask: When?, into: day, prefer: {prefer}").Say(answer).State.Variables["day"].ToText().ShouldBe(day);

    [Fact]
    public void Tomorrow_is_the_persons_day_and_a_moment_has_the_offset_of_its_own_day()
    {
        // 09:00 UTC on 2 March is the evening of the same day in Tokyo only from 15:00 UTC on.
        var chat = new Chat(Read(BotFile(Variables), Dialog("start", "- { id: q, ask: When?, into: day }\n- { id: m, ask: And when exactly?, into: moment }")))
        {
            Person = new() { Id = "u-1", TimeZone = "Asia/Tokyo" },
        };
        chat.After(TimeSpan.FromHours(8)).Begin().Say("tomorrow").State.Variables["day"].ToText().ShouldBe("2026-03-04");
        chat.Say("2026-07-01 at 10:00").State.Variables["moment"].ToText().ShouldBe("2026-07-01T10:00:00+09:00");
        var brussels = new Chat(Read(BotFile(Variables, more: "timezone: Europe/Brussels"), Dialog("start", "- { id: m, ask: When?, into: moment }"))).Begin();
        brussels.Say("2026-07-01 at 10:00").State.Variables["moment"].ToText().ShouldBe("2026-07-01T10:00:00+02:00");
    }
}

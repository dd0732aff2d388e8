using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Engine.Turns;
using Spark.Messages;

namespace Spark.Engine.Tests.Turns;

/// <summary>Numbers, dates and times are written as people of the conversation's language write them; what an expression works out is not touched.</summary>
public sealed class LocalValueTests
{
    private const string Variables = "{ amount: { type: number }, day: { type: date }, at: { type: time }, sure: { type: yesno }, note: { type: text }, preferredLanguage: { type: text } }";

    [Theory]
    [InlineData("en-GB", "1,234.5 21 November 2026 14:30 Yes")]
    [InlineData("nl", "1.234,5 21 november 2026 14:30 Ja")]
    [InlineData("nl-BE", "1.234,5 21 november 2026 14:30 Ja")]
    [InlineData("de", "1.234,5 21. November 2026 14:30")]
    public void A_variable_is_shown_in_the_language_of_the_conversation(string language, string expected) =>
        Said("  - set: { amount: 1234.5, day: '\"2026-11-21\"', at: '\"14:30\"', sure: true }\n  - { id: hi, say: '{amount} {day} {at} {sure}' }\n", language)
            .ShouldHaveSingleItem().ShouldStartWith(expected);

    [Fact]
    public void What_an_expression_works_out_and_a_text_stay_as_they_are() =>
        Said("  - set: { amount: 1234.5, note: '\"1234.5\"' }\n  - { id: hi, say: '{amount + 1} {note} {$string(amount)}' }\n", "nl").ShouldBe(["1235.5 1234.5 1234.5"]);

    [Fact]
    public void A_value_that_is_no_date_is_shown_as_it_is() =>
        Said("  - set: { day: '\"some day\"' }\n  - { id: hi, say: '{day}' }\n", "nl").ShouldBe(["some day"]);

    [Fact]
    public void The_language_that_a_person_chose_goes_before_that_of_the_channel_and_stays()
    {
        var bot = Bot("  - set: { preferredLanguage: '\"nl\"', amount: 1234.5 }\n  - { id: hi, say: '{amount}' }\n");
        var first = Run(bot, new(), "en-GB");
        Texts(first).ShouldBe(["1.234,5"]);
        Run(bot, first.State, "en-GB").State.Language.ShouldBe("nl");
    }

    private static IReadOnlyList<string> Said(string steps, string language) => Texts(Run(Bot(steps), new(), language));

    private static IReadOnlyList<string> Texts(TurnResult result) => [.. result.Effects.OfType<SendMessage>().Select(sent => PlainText.Render(sent.Parts))];

    private static Bot Bot(string steps) => TestBot.Read(
        TestBot.BotFile(variables: Variables, languages: "[en-GB, nl, de, nl-BE]"), ("dialogs/start.yaml", "dialog: start\nsteps:\n" + steps));

    private static TurnResult Run(Bot bot, ConversationState state, string language) => DialogEngine.Run(bot, state, new InboundReceived
    {
        At = DateTimeOffset.UnixEpoch,
        Seed = 1,
        Channel = "test",
        ChannelInstance = "test",
        Inbound = new MessageReceived { ConversationId = "c", MessageId = "m", Keys = ["m"], Parts = [new TextPart("hello")], Person = new() { Id = "p", Language = language } },
    });
}

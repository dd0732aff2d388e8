using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Engine.Turns;
using Spark.Messages;

namespace Spark.Engine.Tests.Turns;

/// <summary>A conversation finds its place in another version of its bot by the ids that the author wrote.</summary>
public sealed class VersionMoveTests
{
    private const string Steps = "  - { id: name, ask: Your name?, into: name }\n  - { id: hi, say: 'Hello {name}' }\n";

    [Fact]
    public void At_a_question_that_both_versions_have_the_answer_is_taken_by_the_new_one()
    {
        var (from, to) = (Bot(Steps), Bot("  - { id: first, say: First }\n  - { id: name, ask: Your name?, into: name }\n  - { id: hi, say: 'Good day, {name}' }\n"));
        var waiting = Say(from, new(), "hello").State;

        var moved = VersionMove.Place(waiting, from, to).ShouldNotBeNull();

        moved.Episode!.Version.ShouldBe(to.Version);
        Said(Say(to, moved, "Jo")).ShouldBe(["Good day, Jo"]);
    }

    [Fact]
    public void Without_such_a_question_there_is_no_place()
    {
        var from = Bot(Steps);
        var waiting = Say(from, new(), "hello").State;
        VersionMove.Place(waiting, from, Bot("  - { id: other, ask: Your name?, into: name }\n  - { id: hi, say: 'Hello {name}' }\n")).ShouldBeNull();
        VersionMove.Place(waiting, from, Bot("  - { id: name, say: Hello }\n  - { id: other, ask: Your name?, into: name }\n  - { id: hi, say: 'Hi {name}' }\n")).ShouldBeNull();
    }

    private static Bot Bot(string steps) => TestBot.Read(TestBot.BotFile(variables: "{ name: { type: text } }"), ("dialogs/start.yaml", "dialog: start\nsteps:\n" + steps));

    private static TurnResult Say(Bot bot, ConversationState state, string text) => DialogEngine.Run(bot, state, new InboundReceived
    {
        At = DateTimeOffset.UnixEpoch,
        Seed = 1,
        Channel = "test",
        ChannelInstance = "test",
        Inbound = new MessageReceived { ConversationId = "c", MessageId = "m", Keys = ["m"], Parts = [new TextPart(text)] },
    });

    private static IEnumerable<string> Said(TurnResult result) => result.Effects.OfType<SendMessage>().Select(sent => PlainText.Render(sent.Parts));
}

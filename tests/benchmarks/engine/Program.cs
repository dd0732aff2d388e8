using System.Diagnostics;
using System.Globalization;
using Spark.Benchmarks.Engine;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Messages;

// The engine alone: a turn from state to effects, and the reading and checking of a large bot.
Console.WriteLine("| Turn of a bot with | median | allocated |");
Console.WriteLine("|---|---:|---:|");
foreach (var dialogs in new[] { 10, 200, 1_000 })
{
    var bot = LargeBot.Read(dialogs);
    foreach (var (name, state, happened) in Scenes(bot, dialogs))
    {
        var measured = Measurement.Of(200, count =>
        {
            for (var i = 0; i < count; i++)
            {
                DialogEngine.Run(bot, state, happened);
            }
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {dialogs} dialogs, 40 variables: {name} | {measured.Microseconds:0.0} µs | {measured.Bytes / 1000:0.0} kB |"));
    }
}

var files = LargeBot.Files(1_000);
var best = Enumerable.Range(0, 5).Min(_ =>
{
    var watch = Stopwatch.StartNew();
    LargeBot.Read(files);
    return watch.ElapsedMilliseconds;
});
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nLoading and checking 1000 dialogs: {best} ms (best of 5)"));

static IEnumerable<(string Name, ConversationState State, ConversationEvent Happened)> Scenes(Bot bot, int dialogs)
{
    var begun = new ConversationState();
    foreach (var text in new[] { "hello", "2", "no" })
    {
        begun = DialogEngine.Run(bot, begun, Said(1, text)).State;
    }

    var asked = DialogEngine.Run(bot, begun, Said(2, $"what is thing {dialogs / 2}")).State;
    yield return ("an intent leads to a question", begun, Said(2, $"what is thing {dialogs / 2}"));
    yield return ("an answer by number, and the next question", asked, Said(3, "2"));
    var filled = asked;
    for (var i = 0; i < 40; i++)
    {
        filled = filled with { Variables = filled.Variables.SetItem($"v{i}", Spark.Expressions.Value.From("a value of some length")) };
    }

    yield return ("the same with 40 values, in the 1000th turn", filled with { Sequence = 1_000 }, Said(3, "2"));
}

static InboundReceived Said(int number, string text) => new()
{
    At = DateTimeOffset.UnixEpoch.AddMinutes(number), Seed = 1, Channel = "web-chat", ChannelInstance = "web",
    Inbound = new MessageReceived { ConversationId = "c", Keys = ["m"], MessageId = "m", Parts = [new TextPart(text)] },
};

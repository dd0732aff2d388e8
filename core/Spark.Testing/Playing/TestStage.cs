using System.Collections.Immutable;
using System.Diagnostics;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Turns;
using Spark.Expressions;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;
using Spark.Testing.Suites;

namespace Spark.Testing.Playing;

/// <summary>Sets the scene for a test in memory, and plays it.</summary>
internal static class TestStage
{
    /// <summary>Plays a test.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="test">The test.</param>
    /// <param name="hardship">What is made hard for the host.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    public static async Task<PlayedTest> PlayAsync(TestBot bot, BotTest test, Hardship hardship, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var outside = new FarSide(test.Given, hardship.RefusesFirst);
        var trace = new TestTrace();
        var database = Open(bot.Bot, test);
        var start = database.State;
        var host = await MemoryHost.StartAsync(bot, test.Channel, database, outside, trace, hardship.KillAfter, cancellationToken);
        ConversationState? ended;
        TestPlayer player;
        await using (host)
        {
            player = new(test, host, outside, trace.Words, hardship.Doubles);
            ended = await player.PlayAsync(cancellationToken);
        }

        return new()
        {
            Test = test,
            Lines = player.Lines,
            Problems = player.Problems,
            Took = Stopwatch.GetElapsedTime(began),
            Trace = trace,
            Began = start,
            Ended = ended,
            Log = database.Log,
            Writes = host.Writes,
        };
    }

    /// <summary>What is stored when a test begins.</summary>
    public static MemoryDatabase Open(Bot bot, BotTest test)
    {
        var database = new MemoryDatabase { State = Begin(bot, test) };
        Acquaint(database, test);
        return database;
    }

    /// <summary>The state that a test starts from; null for a new conversation.</summary>
    public static ConversationState? Begin(Bot bot, BotTest test)
    {
        if (test.Start is not { } start)
        {
            return null;
        }

        // What a dialog calls its own hides variables of the bot.
        var own = start.Dialog is null ? null : bot.Dialogs.GetValueOrDefault(start.Dialog)?.Locals;
        var isLocal = start.Variables.ToLookup(pair => own?.ContainsKey(pair.Key) == true || bot.Variables.GetValueOrDefault(pair.Key)?.Scope == VariableScope.Dialog);
        return new()
        {
            Channel = test.Channel,
            ChannelInstance = test.Channel,
            Person = test.Person,
            Language = bot.Languages[0],
            Episode = new() { Number = 1, Bot = bot.Id, Version = bot.Version, Began = VirtualClock.Beginning, IsNew = start.Dialog is null },
            Variables = Values(isLocal[false]),
            Stack = start.Dialog is { } dialog ? [new Frame { Id = dialog, Step = 0, Locals = Values(isLocal[true]) }] : [],
        };
    }

    private static void Acquaint(MemoryDatabase database, BotTest test)
    {
        if (PersonMemory.NameOf(test.Channel, test.Person) is { } name)
        {
            foreach (var (variable, value) in test.Known)
            {
                database.People[(name, variable)] = new(variable, value, VirtualClock.Beginning.AddDays(-1));
            }
        }
    }

    private static ImmutableSortedDictionary<string, Value> Values(IEnumerable<KeyValuePair<string, Value>> values) =>
        values.Where(pair => !pair.Value.IsUndefined).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
